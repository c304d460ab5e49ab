namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A column that nothing but the alignment of its values, or its head, shows.</summary>
sealed record Column(double Left, double Right)
{
    /// <summary>What stands over it alone.</summary>
    public Head? Head { get; init; }

    /// <summary>True where nothing but a head shows it: the head may reach over values of its neighbours.</summary>
    public bool IsEmpty { get; init; }

    public double X => (Left + Right) / 2;

    public bool Touches(TextRun value) => value.Core.Left < Right && value.Core.Right > Left;

    Column With(Box box) => this with { Left = Math.Min(Left, box.Left), Right = Math.Max(Right, box.Right) };

    /// <summary>The columns that values make up one below the other, from left to right; null where two of one row fall into one, or one into two.</summary>
    public static List<Column>? Of(IEnumerable<ValueRow> rows)
    {
        var columns = new List<Column>();
        foreach (var row in rows)
        {
            var homes = row.Values.Select(v => (Value: v, Home: columns.FindAll(c => c.Touches(v)))).ToList();
            if (homes.Exists(h => h.Home.Count > 1) || homes.Where(h => h.Home.Count == 1).GroupBy(h => h.Home[0]).Any(g => HasTwoInLine([.. g.Select(h => h.Value)]))) return null;
            foreach (var value in row.Values)
            {
                var i = columns.FindIndex(c => c.Touches(value));
                if (i >= 0) columns[i] = columns[i].With(value.Core);
                else columns.Insert(columns.Count(c => c.Right <= value.Core.Left), new Column(value.Core.Left, value.Core.Right));
            }
        }
        return columns;
    }

    /// <summary>Whether two columns stand so close together that no line having a value in both, they may be one: a number wrapped in a narrow cell leaves its middle.</summary>
    public static bool AreRagged(IReadOnlyList<Column> columns, IReadOnlyList<ValueRow> rows)
    {
        for (var i = 1; i < columns.Count; i++)
            if (columns[i].Left - columns[i - 1].Right < Close * rows[0].Size && !rows.Any(r => HasTwoInLine([.. r.Values.Where(v => columns[i].Touches(v) || columns[i - 1].Touches(v))]))) return true;
        return false;
    }

    /// <summary>
    /// The columns of values under heads that stand in the middle of theirs, from left to right: where numbers are wrapped, their lines do not stand below each other.
    /// Null where a value reaches over the middle between two heads, or two of one line stand under one.
    /// </summary>
    public static List<Column>? Under(IReadOnlyList<Head> heads, IReadOnlyList<ValueRow> rows)
    {
        if (heads.Count < 2) return null;
        var between = heads.Zip(heads.Skip(1), (a, b) => (a.X + b.X) / 2).ToList();
        List<double> edges = [2 * heads[0].X - between[0], .. between, 2 * heads[^1].X - between[^1]];
        var columns = new Column?[heads.Count];
        foreach (var row in rows)
            foreach (var home in row.Values.GroupBy(v => between.Count(e => e < v.X)))
            {
                if (HasTwoInLine([.. home]) || home.Any(v => v.Core.Left < edges[home.Key] - Over || v.Core.Right > edges[home.Key + 1] + Over)) return null;
                foreach (var value in home) columns[home.Key] = columns[home.Key]?.With(value.Core) ?? new Column(value.Core.Left, value.Core.Right);
            }
        var found = columns.OfType<Column>().ToList();
        return found.Zip(found.Skip(1)).All(c => c.First.Right <= c.Second.Left)
            ? [.. columns.Select((c, i) => c ?? new Column(heads[i].Box.Left, heads[i].Box.Right) { IsEmpty = true })] : null;
    }

    // Points by which a value may reach into the next cell.
    const double Over = 1;

    // In sizes of the font.
    const double Close = 0.8;

    static bool HasTwoInLine(List<TextRun> values) => values.Exists(a => values.Exists(b => a != b && Math.Abs(a.Y - b.Y) < 0.3 * a.Size));
}
