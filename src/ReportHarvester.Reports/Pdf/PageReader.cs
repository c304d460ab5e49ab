using ReportHarvester.Reports.Documents;
using UglyToad.PdfPig.Content;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Takes glyphs and rulings off a page as a reader holds it.</summary>
static class PageReader
{
    // Where a glyph's box lies about its baseline, in parts of the font's size.
    const double Ascent = 0.8, Descent = 0.2;

    public static PageContent Read(Page page, IReadOnlySet<string> unreadableFonts)
    {
        var frame = PageFrame.Of(page);
        var ink = new Ink(page, frame);
        var glyphs = new List<Glyph>(page.Letters.Count);
        var blank = false;
        foreach (var letter in page.Letters)
        {
            if (!string.IsNullOrWhiteSpace(letter.Value) && Glyph(letter, frame, unreadableFonts) is { } glyph)
                glyphs.Add(glyph with { Piece = letter.TextSequence, AfterBlank = blank, Unseen = !ink.Shows(letter, glyph) });
            blank = string.IsNullOrWhiteSpace(letter.Value);
        }
        return new PageContent(page.Number, frame.Size.Width, frame.Size.Height, glyphs, RulingReader.Read(page.Paths, frame));
    }

    // What is slanted or upside down is a watermark or a stamp, and part of no line.
    static Glyph? Glyph(Letter letter, PageFrame frame, IReadOnlySet<string> unreadableFonts)
    {
        var text = letter.FontName is { } font && unreadableFonts.Contains(font) ? "\uFFFD" : Folding.FoldProse(letter.Value);
        var size = Math.Abs(letter.PointSize);
        var ((x1, y1), (x2, y2)) = (frame.Place(letter.StartBaseLine), frame.Place(letter.EndBaseLine));
        return frame.DirectionOf(letter) switch
        {
            Direction.Right => new Glyph(text, new Box(x1, y1 - size * Ascent, x2, y1 + size * Descent), size, Direction.Right),
            Direction.Down => new Glyph(text, new Box(x1 - size * Descent, y1, x1 + size * Ascent, y2), size, Direction.Down),
            Direction.Up => new Glyph(text, new Box(x1 - size * Ascent, y2, x1 + size * Descent, y1), size, Direction.Up),
            _ => null,
        };
    }
}
