using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace ReportHarvester.Reports.Pdf;

/// <summary>What shows on a page: white does so only where something was painted under it.</summary>
sealed class Ink(Page page, PageFrame frame)
{
    readonly Lazy<IReadOnlyList<Box>> painted = new(() => [.. Painted(page, frame)]);

    public bool Shows(Letter letter, Glyph glyph) => letter.RenderingMode switch
    {
        TextRenderingMode.Neither or TextRenderingMode.NeitherClip => false,
        TextRenderingMode.Fill or TextRenderingMode.FillClip => !IsWhite(letter.FillColor) || painted.Value.Any(box => PageLayout.Contains(box, glyph)),
        _ => true,
    };

    public static bool IsWhite(IColor? color) =>
        color is not (null or PatternColor) && color.ToRGBValues() is (>= 0.99, >= 0.99, >= 0.99);

    static IEnumerable<Box> Painted(Page page, PageFrame frame)
    {
        foreach (var path in page.Paths)
            if (path.IsFilled && !IsWhite(path.FillColor) && path.GetBoundingRectangle() is { } box) yield return Place(box, frame);
        foreach (var picture in page.GetImages()) yield return Place(picture.BoundingBox, frame);
    }

    static Box Place(PdfRectangle box, PageFrame frame)
    {
        var ((x1, y1), (x2, y2)) = (frame.Place(box.BottomLeft), frame.Place(box.TopRight));
        return new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }
}
