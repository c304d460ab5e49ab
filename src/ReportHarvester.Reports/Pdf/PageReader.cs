using ReportHarvester.Reports.Documents;
using UglyToad.PdfPig.Content;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Takes glyphs and rulings off a page and turns its y axis round, here and nowhere else.</summary>
static class PageReader
{
    // Where a glyph's box lies about its baseline, in parts of the font's size.
    const double Ascent = 0.8, Descent = 0.2;

    public static PageContent Read(Page page, IReadOnlySet<string> unreadableFonts)
    {
        var area = page.CropBox.Bounds;
        var glyphs = new List<Glyph>(page.Letters.Count);
        foreach (var letter in page.Letters)
            if (!string.IsNullOrWhiteSpace(letter.Value) && Glyph(letter, area.Left, area.Top, unreadableFonts) is { } glyph) glyphs.Add(glyph);
        return new PageContent(page.Number, page.Width, page.Height, glyphs, RulingReader.Read(page.Paths, area.Left, area.Top));
    }

    static Glyph? Glyph(Letter letter, double left, double top, IReadOnlySet<string> unreadableFonts)
    {
        var text = letter.FontName is { } font && unreadableFonts.Contains(font) ? "\uFFFD" : Folding.FoldProse(letter.Value);
        var size = Math.Abs(letter.PointSize);
        double x1 = letter.StartBaseLine.X - left, x2 = letter.EndBaseLine.X - left, y = top - letter.StartBaseLine.Y, y2 = top - letter.EndBaseLine.Y;
        return letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => new Glyph(text, new Box(x1 - size * Descent, y, x1 + size * Ascent, y2), size, Direction.Down),
            TextOrientation.Rotate270 => new Glyph(text, new Box(x1 - size * Ascent, y2, x1 + size * Descent, y), size, Direction.Up),
            _ => new Glyph(text, new Box(Math.Min(x1, x2), y - size * Ascent, Math.Max(x1, x2), y + size * Descent), size, Direction.Right),
        };
    }
}
