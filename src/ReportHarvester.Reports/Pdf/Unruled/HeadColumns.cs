namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Puts heads over columns of values. Their order is the same; but a head that spans a column more stands beside the middle of its values.</summary>
static class HeadColumns
{
    // In sizes of the font: a head that much nearer to a column than to its neighbours is that column's.
    const double Nearer = 1;

    // In sizes too: how far the middles, or edges, of a head and its values lie apart.
    const double Aligned = 0.35;

    /// <summary>Columns with their heads, and of heads that have no values columns of their own; without any heads where it cannot be told which are whose.</summary>
    public static IReadOnlyList<Column> Of(IReadOnlyList<Column> columns, IReadOnlyList<Head> heads)
    {
        if (heads.Count == 0) return columns;
        if (heads.Count == columns.Count) return [.. columns.Zip(heads, (c, h) => c with { Head = h })];
        return heads.Count > columns.Count ? WithEmpty(columns, heads) : Nearest(columns, heads) ?? columns;
    }

    static IReadOnlyList<Column> WithEmpty(IReadOnlyList<Column> columns, IReadOnlyList<Head> heads)
    {
        var homes = columns.Select(c => Nearest(c.X, heads.Select(h => h.X), heads[0].Runs[0].Size)).ToList();
        if (homes.Contains(-1) || homes.Distinct().Count() < homes.Count || columns.Zip(homes, (c, h) => AreAligned(heads[h], c)).Contains(false)) return columns;
        return [.. heads.Select((h, i) => homes.IndexOf(i) is >= 0 and var own ? columns[own] with { Head = h } : new Column(h.Box.Left, h.Box.Right) { Head = h, IsEmpty = true })];
    }

    // Where a head spans two columns, or two heads share one, values nearest to it may be its neighbour's; with all columns filled their order would tell.
    static bool AreAligned(Head head, Column column) =>
        Math.Min(Math.Abs(head.X - column.X), Math.Min(Math.Abs(head.Box.Left - column.Left), Math.Abs(head.Box.Right - column.Right))) <= Aligned * head.Runs[0].Size;

    static IReadOnlyList<Column>? Nearest(IReadOnlyList<Column> columns, IReadOnlyList<Head> heads)
    {
        var homes = heads.Select(h => Nearest(h.X, columns.Select(c => c.X), h.Runs[0].Size)).ToList();
        if (homes.Contains(-1) || homes.Distinct().Count() < homes.Count) return null;
        return [.. columns.Select((c, i) => homes.IndexOf(i) is >= 0 and var own ? c with { Head = heads[own] } : c)];
    }

    static int Nearest(double x, IEnumerable<double> places, double size)
    {
        var off = places.Select(p => Math.Abs(p - x)).ToList();
        var nearest = off.IndexOf(off.Min());
        return off.Where((o, i) => i != nearest && o - off[nearest] < Nearer * size).Any() ? -1 : nearest;
    }
}
