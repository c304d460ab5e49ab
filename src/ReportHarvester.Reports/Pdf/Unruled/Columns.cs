namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A column that nothing but the alignment of its runs shows: the widest of them from left to right.</summary>
readonly record struct Column(double Left, double Right)
{
    public bool Touches(TextRun run) => run.Box.Left < Right && run.Box.Right > Left;

    public Column With(TextRun run) => new(Math.Min(Left, run.Box.Left), Math.Max(Right, run.Box.Right));
}

/// <summary>The columns of values that runs one below the other make up, from left to right.</summary>
sealed class Columns
{
    readonly List<Column> all = [];

    public IReadOnlyList<Column> All => all;

    public double Left => all[0].Left;
    public double Right => all[^1].Right;

    /// <summary>Takes in the values of one line; false, and nothing is taken in, where two of them fall into one column or one into two.</summary>
    public bool Take(IReadOnlyList<TextRun> values)
    {
        var homes = values.Select(Touched).ToList();
        if (homes.Any(h => h.Count > 1) || homes.Where(h => h.Count == 1).GroupBy(h => h[0]).Any(g => g.Count() > 1)) return false;
        foreach (var value in values) TakeIn(value);
        return true;
    }

    /// <summary>Widens a column by a head that stands over it alone, or adds the column of a head that has no values; false for a head of several.</summary>
    public bool TakeHead(TextRun head)
    {
        if (Touched(head).Count > 1) return false;
        TakeIn(head);
        return true;
    }

    /// <summary>The columns that a run stands over or in, by number from 0.</summary>
    public IReadOnlyList<int> Touched(TextRun run) => [.. Enumerable.Range(0, all.Count).Where(i => all[i].Touches(run))];

    void TakeIn(TextRun run)
    {
        var i = all.FindIndex(c => c.Touches(run));
        if (i >= 0) all[i] = all[i].With(run);
        else all.Insert(all.Count(c => c.Right <= run.Box.Left), new Column(run.Box.Left, run.Box.Right));
    }
}
