namespace ReportHarvester.Reports.Pdf;

/// <summary>Underlines and strokes through text: rulings that are as wide as the glyphs they belong to and end at no other ruling.</summary>
static class TextDecorations
{
    // Points: how far an end may lie from the glyph it should end at, and from a ruling that it would touch.
    const double SameEnd = 1.5, Touch = 1;

    // In parts of the font's size: how far below the glyph's box an underline lies, the widest gap in a run, the middle that a stroke goes through.
    const double Under = 0.3, Gap = 0.8, Middle = 0.22;

    public static IReadOnlySet<Ruling> Of(PageContent page)
    {
        var down = page.Rulings.Where(r => !r.Horizontal).ToList();
        return page.Rulings.Where(r => r.Horizontal && !down.Any(v => Meets(r, v)) && IsAsWideAsItsText(r, page.Glyphs)).ToHashSet();
    }

    /// <summary>True where a line goes through the middle of the glyph.</summary>
    public static bool IsStruck(Glyph glyph, IReadOnlyList<Ruling> across)
    {
        double x = glyph.X, y = glyph.Y, near = Middle * glyph.Size;
        foreach (ref readonly var r in across.AsSpan())
            if (r.From <= x && r.To >= x && Math.Abs(r.At - y) <= near) return true;
        return false;
    }

    static bool Meets(Ruling across, Ruling down) =>
        down.From - Touch <= across.At && down.To + Touch >= across.At
        && (Math.Abs(down.At - across.From) <= Touch || Math.Abs(down.At - across.To) <= Touch || down.At > across.From && down.At < across.To);

    static bool IsAsWideAsItsText(Ruling ruling, IReadOnlyList<Glyph> glyphs)
    {
        var run = glyphs.Where(g => g.X >= ruling.From && g.X <= ruling.To && ruling.At > g.Box.Top && ruling.At < g.Box.Bottom + Under * g.Size)
            .OrderBy(g => g.Box.Left).ToList();
        return run.Count > 0
            && Math.Abs(run[0].Box.Left - ruling.From) <= SameEnd && Math.Abs(run.Max(g => g.Box.Right) - ruling.To) <= SameEnd
            && run.Zip(run.Skip(1)).All(p => p.Second.Box.Left - p.First.Box.Right <= Gap * p.First.Size);
    }
}
