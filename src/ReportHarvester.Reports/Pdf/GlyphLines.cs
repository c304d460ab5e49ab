using System.Runtime.CompilerServices;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf.Content;

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

    // Characters of a line that is put together without a buffer from the heap.
    const int LongestShort = 128;

    public static IReadOnlyList<GlyphLine> Of(IEnumerable<Glyph> glyphs)
    {
        var all = glyphs as IReadOnlyList<Glyph> ?? glyphs.ToList();
        var lines = new List<GlyphLine>();
        var level = 0;
        foreach (var glyph in all.AsSpan())
            if (glyph.Direction == Direction.Right) level++;
        if (level > 0 && level < all.Count && AreUpright(all)) return [Of(Text([.. all.OrderBy(g => g.Y)]), all)];
        Level(level == all.Count ? all : all.Where(g => g.Direction == Direction.Right).ToList(), lines);
        if (level < all.Count) lines.AddRange(all.Where(g => g.Direction != Direction.Right).GroupBy(g => g.Direction).Select(g => Turned([.. g])));
        return lines;
    }

    // Of words written downward, brackets lie on their side.
    static bool AreUpright(IReadOnlyList<Glyph> glyphs) =>
        glyphs.All(g => g.Direction is Direction.Right or Direction.Down && Math.Abs(g.X - glyphs[0].X) <= SameLine * g.Size);

    static void Level(IReadOnlyList<Glyph> glyphs, List<GlyphLine> lines)
    {
        var sorted = Sorted(glyphs, g => g.Y);
        var span = sorted.AsSpan();
        for (var i = 0; i < span.Length;)
        {
            var j = i + 1;
            while (j < span.Length && span[j].Y - span[j - 1].Y <= SameLine * Math.Min(span[j].Size, span[j - 1].Size)) j++;
            lines.Add(Line(Sorted(i == 0 && j == span.Length ? sorted : span[i..j].ToArray(), g => g.Box.Left)));
            i = j;
        }
    }

    // Most glyphs are written in the order they are read in.
    static IReadOnlyList<Glyph> Sorted(IReadOnlyList<Glyph> glyphs, Func<Glyph, double> place)
    {
        var before = double.NegativeInfinity;
        foreach (var glyph in glyphs.AsSpan())
        {
            if (place(glyph) < before) return glyphs.OrderBy(place).ToArray();
            before = place(glyph);
        }
        return glyphs;
    }

    static GlyphLine Line(IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count == 1) return new GlyphLine(glyphs[0].Text, glyphs[0].Box, glyphs[0].Size, glyphs);
        return Of(Text(glyphs, null), glyphs);
    }

    /// <summary>The text of a level line; what is doubtful stands between marks.</summary>
    public static string Text(IReadOnlyList<Glyph> glyphs, bool[]? doubtful)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[LongestShort]);
        var span = glyphs.AsSpan();
        for (var i = 0; i < span.Length; i++)
        {
            if (doubtful is not null && doubtful[i] != (i > 0 && doubtful[i - 1])) text.AppendFormatted(TextBlock.Doubt);
            if (i > 0 && IsBlankBetween(span[i - 1], span[i])) text.AppendLiteral(" ");
            text.AppendLiteral(span[i].Text);
        }
        if (doubtful?[^1] == true) text.AppendFormatted(TextBlock.Doubt);
        return text.ToStringAndClear();
    }

    /// <summary>The characters of glyphs one after the other.</summary>
    public static string Text(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.Length == 1) return glyphs[0].Text;
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[LongestShort]);
        foreach (var glyph in glyphs) text.AppendLiteral(glyph.Text);
        return text.ToStringAndClear();
    }

    // Between ideographs a blank is set for looks; between digits it parts two numbers, however narrow.
    public static bool IsBlankBetween(Glyph left, Glyph right) =>
        right.Box.Left - left.Box.Right > Blank * Math.Min(right.Size, left.Size) || right.AfterBlank && right.IsDigit && left.IsDigit;

    static GlyphLine Turned(List<Glyph> glyphs)
    {
        var ordered = glyphs[0].Direction == Direction.Down ? glyphs.OrderBy(g => g.Y) : glyphs.OrderByDescending(g => g.Y);
        return Of(string.Concat(ordered.Select(g => g.Text)), glyphs);
    }

    static GlyphLine Of(string text, IReadOnlyList<Glyph> glyphs)
    {
        var (box, size) = Around(glyphs.AsSpan());
        return new GlyphLine(text, box, size, glyphs);
    }

    /// <summary>The box around glyphs and the largest of their sizes.</summary>
    public static (Box Box, double Size) Around(ReadOnlySpan<Glyph> glyphs)
    {
        var (left, top, right, bottom) = glyphs[0].Box;
        var size = glyphs[0].Size;
        foreach (var glyph in glyphs)
        {
            (left, top) = (Math.Min(left, glyph.Box.Left), Math.Min(top, glyph.Box.Top));
            (right, bottom) = (Math.Max(right, glyph.Box.Right), Math.Max(bottom, glyph.Box.Bottom));
            size = Math.Max(size, glyph.Size);
        }
        return (new Box(left, top, right, bottom), size);
    }
}
