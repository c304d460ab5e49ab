using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>A line of a cell by its upper edge.</summary>
sealed record CellLine(string Text, double Top, double Size);

/// <summary>Places the lines of a cell within its box, clear of where pages cut it.</summary>
static class CellText
{
    const double Smallest = 0.5;

    public static bool Fits(IReadOnlyList<string> lines, Box box) => box.Bottom - box.Top - 2 >= lines.Count * Columns.Leading * Smallest;

    public static IEnumerable<CellLine> Of(Cell cell, IReadOnlyList<string> lines, Box box, IReadOnlyList<double> cuts, TableStyle style)
    {
        // Text that is higher than its cell is set smaller.
        var fit = Math.Min(1, (box.Bottom - box.Top - 2) / (lines.Count * Columns.Leading));
        var (size, leading) = (Columns.Size * fit, Columns.Leading * fit);
        var top = (cell.Kind == CellKind.Value ? style.Figures : Vertical.Middle) switch
        {
            Vertical.Top => box.Top + style.Padding,
            Vertical.Bottom => box.Bottom - style.Padding - lines.Count * leading,
            _ => (box.Top + box.Bottom - lines.Count * leading) / 2,
        };
        foreach (var line in lines)
        {
            var cut = cuts.FirstOrDefault(c => c > top && c < top + leading);
            top = cut > 0 ? cut + 1 : top;
            yield return new CellLine(line, top, size);
            top += leading;
        }
    }
}
