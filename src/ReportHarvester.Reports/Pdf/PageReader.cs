namespace ReportHarvester.Reports.Pdf;

/// <summary>Takes glyphs and rulings off a page as a reader holds it.</summary>
static class PageReader
{
    // Where a glyph's box lies about its baseline, in parts of the font's size.
    const double Ascent = 0.8, Descent = 0.2;

    public static PageContent Read(PageMarks page)
    {
        var frame = PageFrame.Of(page);
        var painted = new Painted(page, frame);
        var glyphs = new List<Glyph>(page.Letters.Count);
        var letters = new List<int>(page.Letters.Count);
        var (blank, number) = (false, -1);
        foreach (ref readonly var letter in page.Letters.AsSpan())
        {
            number++;
            // Marks without width and meaning, that folding takes away.
            if (letter.Text.Length == 0) continue;
            if (letter.IsBlank) blank = true;
            else
            {
                if (Glyph(letter, frame, blank) is { } glyph && Printed(glyph, letter.Paint, painted) is { } printed)
                {
                    glyphs.Add(printed);
                    letters.Add(number);
                }
                blank = false;
            }
        }
        Overprint.Hide(glyphs, letters, page, frame);
        return new PageContent(page.Number, frame.Size.Width, frame.Size.Height, Overprint.Once(glyphs), RulingReader.Read(page, frame)) { Damage = page.Damage, Shades = RulingReader.Shades(page, frame) };
    }

    static Glyph? Printed(Glyph glyph, Paint paint, Painted painted) => paint switch
    {
        Paint.Nothing => painted.StandsForPicture(glyph) ? glyph with { Unseen = true, Unpainted = true } : null,
        Paint.Doubt => glyph with { Unsure = true },
        _ => paint == Paint.Ink || painted.Shows(paint, glyph) ? glyph : glyph with { Unseen = true },
    };

    // What is slanted or upside down is a watermark or a stamp, and part of no line.
    static Glyph? Glyph(in Letter letter, PageFrame frame, bool afterBlank)
    {
        var size = letter.Size;
        var ((x1, y1), (x2, y2)) = (frame.Place(letter.X1, letter.Y1), frame.Place(letter.X2, letter.Y2));
        var direction = PageFrame.DirectionOf(x2 - x1, y2 - y1);
        Box? box = direction switch
        {
            Direction.Right => new Box(x1, y1 - size * Ascent, x2, y1 + size * Descent),
            Direction.Down => new Box(x1 - size * Descent, y1, x1 + size * Ascent, y2),
            Direction.Up => new Box(x1 - size * Ascent, y2, x1 + size * Descent, y1),
            _ => null,
        };
        return box is { } place ? new Glyph(letter.Text, place, size, direction) { Piece = letter.Piece, AfterBlank = afterBlank } : null;
    }
}
