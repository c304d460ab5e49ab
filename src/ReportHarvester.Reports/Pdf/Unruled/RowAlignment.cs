namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// Deals rows of values out to labels, both from the top. Where rows end nothing tells; but rows do not reach into each other, so what stands at the
/// height of a label's line is its row, and what stands between two labels is of one of them. Which, is told by all rows together: values stand at the
/// middle, the first or the last line of their labels, all over one table alike (dynamic programming).
/// </summary>
sealed class RowAlignment
{
    // Costs, in sizes of the font: a known label without values, other words without; the most that a distance counts, since a group may make a row
    // as high as it likes.
    const double NoValues = 0.6, NoRow = 0.02, Farthest = 3;

    // In sizes too: lines that differ by less may be of one row, and two ways that differ by less are as good; a row that is off by more is not level.
    const double Level = 0.35, Margin = 0.5, Uneven = 0.8;

    // One may be so by chance.
    const int FewestLevel = 2;

    readonly IReadOnlyList<RowLabel> labels;
    readonly IReadOnlyList<ValueRow> rows;
    readonly IReadOnlyList<Ruling> cuts;
    readonly double size, lineGap;

    RowAlignment(IReadOnlyList<RowLabel> labels, IReadOnlyList<ValueRow> rows, IReadOnlyList<Ruling> cuts, double lineGap)
    {
        (this.labels, this.rows, this.cuts, this.lineGap) = (labels, rows, cuts, lineGap);
        size = rows[0].Size;
    }

    /// <summary>For each row of values the number of its label or -1, and whether another one is as likely.</summary>
    /// <param name="lineGap">How far lines of one cell lie apart at most, in sizes of the font.</param>
    public static IReadOnlyList<(int Label, bool Doubtful)> Of(IReadOnlyList<RowLabel> labels, IReadOnlyList<ValueRow> rows, IReadOnlyList<Ruling> cuts, double lineGap)
    {
        if (rows.Count == 0) return [];
        var alignment = new RowAlignment(labels, rows, cuts, lineGap);
        var ways = new Func<RowLabel, ValueRow, double>[] { (l, v) => (l.FirstY + l.LastY) / 2 - v.Y, (l, v) => l.FirstY - v.FirstY, (l, v) => l.LastY - v.LastY }
            .Select(alignment.Solve).OrderBy(w => w.Cost).ToList();
        var best = ways[0];
        var rivals = ways.Where(w => w.Cost - best.Cost < Margin).ToList();
        var adrift = alignment.Adrift(best);
        // Where some rows are level with their labels, one that is not may be another label's.
        var level = best.Off.Count(off => off <= Level) >= FewestLevel;
        return [.. best.Labels.Select((label, v) => (label, best.Doubtful[v] || adrift[v] || level && best.Off[v] > Uneven && alignment.HasChoice(v) || rivals.Exists(r => r.Labels[v] != label)))];
    }

    // Off: how far each row is from its label.
    sealed record Way(double Cost, int[] Labels, bool[] Doubtful, double[] Off)
    {
        /// <summary>Nothing but its turn gives the row its label.</summary>
        public bool IsFar(int row) => Off[row] >= Farthest;
    }

    // Turns tell only where all known labels of a stretch have a row, and all rows a known label: else the whole stretch may have moved by one.
    bool[] Adrift(Way way)
    {
        var adrift = new bool[rows.Count];
        for (var v = 0; v < rows.Count;)
        {
            var end = v;
            while (end < rows.Count && way.IsFar(end)) end++;
            if (end > v && !HasTurns(way, v, end)) Array.Fill(adrift, true, v, end - v);
            v = end + 1;
        }
        return adrift;
    }

    bool HasTurns(Way way, int from, int to)
    {
        int first = from == 0 ? 0 : way.Labels[from - 1] + 1, end = to == rows.Count ? labels.Count : way.Labels[to];
        return Enumerable.Range(first, Math.Max(0, end - first)).Where(i => labels[i].Known).SequenceEqual(way.Labels[from..to]);
    }

    Way Solve(Func<RowLabel, ValueRow, double> off)
    {
        var costs = new double[labels.Count, rows.Count];
        for (var i = 0; i < labels.Count; i++)
            for (var v = 0; v < rows.Count; v++)
                costs[i, v] = IsPossible(i, v) ? Math.Min(Farthest, Math.Abs(off(labels[i], rows[v])) / size) : Dealing.Never;
        // The cost of what comes before a label and a row, and of what comes from them on: the same counted from the end.
        var before = new Dealing(costs, Skip, MayGoOn);
        var after = new Dealing(Reversed(costs), i => Skip(labels.Count - 1 - i), v => MayGoOn(rows.Count - 2 - v));
        var total = before.Costs[labels.Count, rows.Count];
        var found = before.Trace();
        var doubtful = new bool[rows.Count];
        for (var v = 0; v < rows.Count; v++)
            for (var i = 0; i < labels.Count; i++)
                doubtful[v] |= i != found[v] && costs[i, v] < Dealing.Never
                    && (before.Costs[i, v] + costs[i, v] + after.Costs[labels.Count - 1 - i, rows.Count - 1 - v] - total < Margin || IsNearer(costs, i, found[v], v));
        return new Way(total, found, doubtful, [.. found.Select((i, v) => i < 0 ? Farthest : costs[i, v])]);
    }

    bool IsNearer(double[,] costs, int label, int found, int row) => found >= 0 && labels[label].Known && costs[label, row] + Uneven < costs[found, row];

    bool HasChoice(int row) => Enumerable.Range(0, labels.Count).Count(i => labels[i].Known && IsPossible(i, row)) > 1;

    static double[,] Reversed(double[,] costs)
    {
        int last = costs.GetLength(0) - 1, end = costs.GetLength(1) - 1;
        var reversed = new double[last + 1, end + 1];
        for (var i = 0; i <= last; i++)
            for (var v = 0; v <= end; v++) reversed[i, v] = costs[last - i, end - v];
        return reversed;
    }

    bool MayGoOn(int row) => rows[row].MayGoOn(rows[row + 1], lineGap);

    double Skip(int label) => labels[label].Known ? NoValues : NoRow;

    // Between the known labels above and below, and on one side of every ruling.
    bool IsPossible(int label, int row)
    {
        double y = rows[row].Y, level = Level * size;
        for (var i = label - 1; i >= 0; i--)
            if (labels[i].Known)
            {
                if (y < labels[i].LastY + level) return false;
                break;
            }
        for (var i = label + 1; i < labels.Count; i++)
            if (labels[i].Known)
            {
                if (y > labels[i].FirstY - level) return false;
                break;
            }
        double x = (labels[label].Box.Left + labels[label].Box.Right) / 2, top = Math.Min(labels[label].FirstY, y), bottom = Math.Max(labels[label].LastY, y);
        foreach (var cut in cuts)
            if (cut.At > top && cut.At < bottom && cut.From <= x && cut.To >= rows[row].Box.Right) return false;
        return true;
    }
}
