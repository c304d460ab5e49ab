namespace ReportHarvester.Reports.Pdf;

/// <summary>Words written downward in several columns from right to left, as in a cell too low for them: they read as the file writes them.</summary>
static class UprightText
{
    // In sizes of the font: signs of one column stand under each other, and those of the next so far left.
    const double Beside = 0.3, Left = 0.8, Lower = 2;

    /// <summary>The text of a cell; null where it is not written so.</summary>
    public static string? Of(IReadOnlyList<Glyph> glyphs)
    {
        var columns = 1;
        for (var i = 1; i < glyphs.Count; i++)
        {
            Glyph above = glyphs[i - 1], glyph = glyphs[i];
            double right = glyph.X - above.X, down = glyph.Y - above.Y, size = Math.Min(above.Size, glyph.Size);
            if (right <= -Left * size && down <= Beside * size) columns++;
            else if (Math.Abs(right) > Beside * size || down <= 0 || down > Lower * size) return null;
        }
        return columns > 1 && glyphs.All(g => !g.IsDigit && !g.Unseen) ? GlyphLines.Text([.. glyphs]) : null;
    }
}
