namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A column that nothing but the alignment of its values, or its head, shows.</summary>
sealed record Column(double Left, double Right)
{
    /// <summary>What stands over it alone.</summary>
    public Head? Head { get; init; }

    /// <summary>True where nothing but a head shows it: the head may reach over values of its neighbours.</summary>
    public bool IsEmpty { get; init; }

    public double X => (Left + Right) / 2;

    public bool Touches(Box box) => box.Left < Right && box.Right > Left;

    Column With(Box box) => this with { Left = Math.Min(Left, box.Left), Right = Math.Max(Right, box.Right) };

    /// <summary>The columns that values make up one below the other, from left to right; null where two of one row fall into one, or one into two.</summary>
    public static List<Column>? Of(IEnumerable<ValueRow> rows)
    {
        var columns = new List<Column>();
        foreach (var row in rows)
        {
            var homes = row.Values.Select(v => (Value: v, Home: columns.FindAll(c => c.Touches(v.Box)))).ToList();
            if (homes.Exists(h => h.Home.Count > 1) || homes.Where(h => h.Home.Count == 1).GroupBy(h => h.Home[0]).Any(g => HasTwoInLine([.. g.Select(h => h.Value)]))) return null;
            foreach (var value in row.Values)
            {
                var i = columns.FindIndex(c => c.Touches(value.Box));
                if (i >= 0) columns[i] = columns[i].With(value.Box);
                else columns.Insert(columns.Count(c => c.Right <= value.Box.Left), new Column(value.Box.Left, value.Box.Right));
            }
        }
        return columns;
    }

    /// <summary>Whether two columns stand so close together that no row having a value in both, they may be one: a number wrapped in a narrow cell leaves its middle.</summary>
    public static bool AreRagged(IReadOnlyList<Column> columns, IReadOnlyList<ValueRow> rows)
    {
        for (var i = 1; i < columns.Count; i++)
            if (columns[i].Left - columns[i - 1].Right < Close * rows[0].Size && !rows.Any(r => r.Values.Any(v => columns[i].Touches(v.Box)) && r.Values.Any(v => columns[i - 1].Touches(v.Box)))) return true;
        return false;
    }

    // In sizes of the font.
    const double Close = 0.8;

    static bool HasTwoInLine(List<TextRun> values) => values.Exists(a => values.Exists(b => a != b && Math.Abs(a.Y - b.Y) < 0.3 * a.Size));
}
