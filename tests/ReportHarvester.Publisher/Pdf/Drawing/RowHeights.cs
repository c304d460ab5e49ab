namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>
/// The rows of a table on one strip as long as it needs, and where pages cut the strip. A row that is cut through its text is made
/// higher, so that lines in the way of the cut can move below it.
/// </summary>
sealed class RowHeights(double[] heights, int headRows, TableStyle style)
{
    const double Leading = Columns.Leading;
    const double Shortening = 200;
    const double Added = 2 * Leading;

    readonly HashSet<int> cut = [];

    /// <summary>Where the parts on the pages end; the last is the end of the table.</summary>
    public List<double> Ends { get; } = [];

    public double Top(int row) => heights.Take(row).Sum();

    /// <summary>What a row was made higher by.</summary>
    public double AddedTo(int row) => cut.Contains(row) ? Added : 0;

    /// <summary>Cuts for the room on the first page and on those after it; at least one row goes on each.</summary>
    public void Cut(double room, double roomAfter)
    {
        for (var start = 0.0; Ends is not [.., var last] || last < Top(heights.Length); start = Ends[^1], room = roomAfter)
        {
            var (limit, row) = (start + room, 0);
            while (row < heights.Length && Top(row + 1) < limit)
                row++;
            var whole = row == heights.Length || Top(row) > start ? Top(row) : Top(row + 1);
            Ends.Add(row < heights.Length && style.CutsRows ? ThroughText(row, limit, start) ?? whole : whole);
        }
    }

    /// <summary>
    /// A page ends where its last row can be cut so that lines stand on both sides; where that row is too low for it, a higher one
    /// shortly above is cut in its middle.
    /// </summary>
    double? ThroughText(int row, double limit, double start)
    {
        for (var r = row; r >= headRows && Top(r) > Math.Max(start, limit - Shortening); r--)
        {
            var at = r == row ? limit : (Top(r) + Top(r + 1)) / 2;
            if (at - Top(r) < Leading + style.Padding || Top(r + 1) - at < Leading)
                continue;
            heights[r] += Added;
            cut.Add(r);
            return at;
        }
        return null;
    }
}
