using System.Text;

namespace ReportHarvester.Reports.Pdf;

/// <summary>A line of glyphs with its text and its box.</summary>
sealed record GlyphLine(string Text, Box Box, double Size, IReadOnlyList<Glyph> Glyphs)
{
    public double Width => Box.Right - Box.Left;
}

/// <summary>Puts glyphs into lines.</summary>
static class GlyphLines
{
    // In parts of the font's size: how far baselines of one line may lie apart, and from what gap on a blank was meant.
    const double SameLine = 0.4, Blank = 0.5;

    public static IReadOnlyList<GlyphLine> Of(IEnumerable<Glyph> glyphs)
    {
        var all = glyphs.ToList();
        var turned = all.Where(g => g.Direction != Direction.Right).ToList();
        return [.. Level(all.Where(g => g.Direction == Direction.Right)), .. turned.GroupBy(g => g.Direction).Select(g => Turned([.. g]))];
    }

    static IEnumerable<GlyphLine> Level(IEnumerable<Glyph> glyphs)
    {
        var sorted = glyphs.OrderBy(g => g.Y).ToList();
        for (var i = 0; i < sorted.Count;)
        {
            var j = i + 1;
            while (j < sorted.Count && sorted[j].Y - sorted[j - 1].Y <= SameLine * Math.Min(sorted[j].Size, sorted[j - 1].Size)) j++;
            yield return Line([.. sorted[i..j].OrderBy(g => g.Box.Left)]);
            i = j;
        }
    }

    static GlyphLine Line(List<Glyph> glyphs)
    {
        var text = new StringBuilder(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (i > 0 && IsBlankBetween(glyphs[i - 1], glyphs[i])) text.Append(' ');
            text.Append(glyphs[i].Text);
        }
        return new GlyphLine(text.ToString(), Around(glyphs), glyphs.Max(g => g.Size), glyphs);
    }

    // Between ideographs a blank is set for looks; between digits it parts two numbers, however narrow.
    static bool IsBlankBetween(Glyph left, Glyph right) =>
        right.Box.Left - left.Box.Right > Blank * Math.Min(right.Size, left.Size) || right.AfterBlank && right.IsDigit && left.IsDigit;

    static GlyphLine Turned(List<Glyph> glyphs)
    {
        var ordered = glyphs[0].Direction == Direction.Down ? glyphs.OrderBy(g => g.Y) : glyphs.OrderByDescending(g => g.Y);
        return new GlyphLine(string.Concat(ordered.Select(g => g.Text)), Around(glyphs), glyphs.Max(g => g.Size), glyphs);
    }

    static Box Around(List<Glyph> glyphs) =>
        new(glyphs.Min(g => g.Box.Left), glyphs.Min(g => g.Box.Top), glyphs.Max(g => g.Box.Right), glyphs.Max(g => g.Box.Bottom));
}
