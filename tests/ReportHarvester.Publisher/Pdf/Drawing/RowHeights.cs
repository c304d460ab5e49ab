namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>
/// The rows of a table on one strip as long as it needs, and where pages cut the strip. A row that is cut through its text is made
/// higher, so that lines in the way of the cut can move below it.
/// </summary>
sealed class RowHeights(double[] heights, int headRows, TableStyle style)
{
    const double Leading = Columns.Leading;

    /// <summary>Where the parts on the pages end; the last is the end of the table.</summary>
    public List<double> Ends { get; } = [];

    public double Top(int row) => heights.Take(row).Sum();

    /// <summary>Cuts for the room on the first page and on those after it; at least one row goes on each.</summary>
    public void Cut(double room, double roomAfter)
    {
        for (var start = 0.0; Ends is not [.., var last] || last < Top(heights.Length); start = Ends[^1], room = roomAfter)
        {
            var limit = start + room;
            var row = 0;
            while (row < heights.Length && Top(row + 1) < limit)
                row++;
            Ends.Add(row == heights.Length ? Top(row) : Through(row, limit) ? limit : Top(row) > start ? Top(row) : Top(row + 1));
        }
    }

    /// <summary>Cuts a row of more than one line where at least one fits above.</summary>
    bool Through(int row, double limit)
    {
        if (!style.CutsRows || row < headRows || limit - Top(row) < Leading + style.Padding || Top(row + 1) - limit < Leading)
            return false;
        heights[row] += 2 * Leading;
        return true;
    }
}
