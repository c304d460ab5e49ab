namespace ReportHarvester.Reports.Pdf;

/// <summary>Digits of a line of prose that may not belong to its numbers, for the reasons that make a cell doubtful: they stay, between marks, and nobody reads a number there.</summary>
static class ProseDigits
{
    public static GlyphLine Marked(GlyphLine line, IReadOnlyList<Ruling> across)
    {
        bool[]? doubtful = null;
        for (var i = 0; i < line.Glyphs.Count; i++)
            if (IsDoubtful(line.Glyphs, i, across)) (doubtful ??= new bool[line.Glyphs.Count])[i] = true;
        return doubtful is null ? line : line with { Text = GlyphLines.Text(line.Glyphs, doubtful) };
    }

    static bool IsDoubtful(IReadOnlyList<Glyph> glyphs, int i, IReadOnlyList<Ruling> across) =>
        glyphs[i] is { IsDigit: true, Direction: Direction.Right } glyph
        && (glyph.Unsure || TextDecorations.IsStruck(glyph, across)
            || i > 0 && (CellContent.AreOver(glyphs[i - 1], glyph) || IsNoteOf(glyph, glyphs[i - 1]) && !GlyphLines.IsBlankBetween(glyphs[i - 1], glyph))
            || i + 1 < glyphs.Count && (CellContent.AreOver(glyph, glyphs[i + 1]) || IsNoteOf(glyph, glyphs[i + 1]) && !GlyphLines.IsBlankBetween(glyph, glyphs[i + 1])));

    static bool IsNoteOf(Glyph glyph, Glyph other) =>
        other.IsDigit && other.Direction == Direction.Right && (glyph.Size < CellContent.Smaller * other.Size || other.Box.Bottom - glyph.Box.Bottom > CellContent.Raised * other.Size);
}
