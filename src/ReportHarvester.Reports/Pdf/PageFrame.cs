using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// Where a page's points lie for a reader who holds it so that most of its text runs from left to right: from the top left, y downward.
/// Pages lie on their side whether their own /Rotate says so or their text is written that way.
/// </summary>
sealed record PageFrame(double Width, double Height, Direction Text)
{
    // A line of text that leans no more, as a part of its length, is straight.
    const double Lean = 0.1;

    public static PageFrame Of(Page page)
    {
        var shown = new PageFrame(page.Width, page.Height, Direction.Right);
        var most = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).CountBy(shown.DirectionOf).Where(c => c.Key is not Direction.Slanted)
            .OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
        return shown with { Text = most };
    }

    /// <summary>The page's size as it is held.</summary>
    public (double Width, double Height) Size => Text is Direction.Right or Direction.Left ? (Width, Height) : (Height, Width);

    public (double X, double Y) Place(PdfPoint point)
    {
        double x = point.X, y = Height - point.Y;
        return Text switch
        {
            Direction.Down => (y, Width - x),
            Direction.Up => (Height - y, x),
            Direction.Left => (Width - x, Height - y),
            _ => (x, y),
        };
    }

    public Direction DirectionOf(Letter letter)
    {
        var (x1, y1) = Place(letter.StartBaseLine);
        var (x2, y2) = Place(letter.EndBaseLine);
        double across = x2 - x1, down = y2 - y1;
        if (Math.Abs(down) <= Lean * Math.Abs(across)) return across >= 0 ? Direction.Right : Direction.Left;
        if (Math.Abs(across) <= Lean * Math.Abs(down)) return down > 0 ? Direction.Down : Direction.Up;
        return Direction.Slanted;
    }
}
