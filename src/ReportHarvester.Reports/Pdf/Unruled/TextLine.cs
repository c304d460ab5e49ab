namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>What stands at one height of a page as runs, from left to right.</summary>
sealed record TextLine(int Page, Box Box, double Size, IReadOnlyList<TextRun> Runs)
{
    // In sizes of the font. Cells beside each other are not set on common lines: what is a little higher or lower is another line.
    const double SameLine = 0.15;

    public double Y => (Box.Top + Box.Bottom) / 2;

    public IEnumerable<TextRun> Values => Runs.Where(r => r.IsValue);

    public bool HasValue => Runs.Any(r => r.IsValue);

    public TextLine Lower(double by) => by == 0 ? this
        : this with { Box = Box with { Top = Box.Top + by, Bottom = Box.Bottom + by }, Runs = [.. Runs.Select(r => r.Lower(by))] };

    /// <summary>Whether it has all of the other's words at the same places.</summary>
    public bool Says(TextLine other) => other.Runs.All(o => Runs.Any(o.Repeats));

    public TextLine With(IReadOnlyList<TextRun> runs) => this with { Runs = runs };

    /// <summary>The lines of a page from the top; what runs upward or downward is left out.</summary>
    public static IReadOnlyList<TextLine> Of(IEnumerable<Glyph> glyphs, int page)
    {
        var lines = new List<TextLine>();
        var sorted = glyphs.Where(g => g.Direction == Direction.Right).OrderBy(g => g.Y).ToArray();
        for (var i = 0; i < sorted.Length;)
        {
            var j = i + 1;
            while (j < sorted.Length && sorted[j].Y - sorted[i].Y <= SameLine * sorted[i].Size) j++;
            lines.Add(Of([.. sorted[i..j].OrderBy(g => g.Box.Left)], page));
            i = j;
        }
        return WithoutStackedMarks(lines);
    }

    static TextLine Of(Glyph[] glyphs, int page)
    {
        var (box, size) = GlyphLines.Around(glyphs);
        return new TextLine(page, box, size, TextRun.Of(glyphs, page));
    }

    // 无 is a mark, but not in an upright 无法提供.
    static List<TextLine> WithoutStackedMarks(List<TextLine> lines)
    {
        var signs = lines.SelectMany(l => l.Runs).Where(r => r.IsOneSign).ToList();
        bool IsInWord(TextRun mark) => signs.Exists(s => s.Y < mark.Y && mark.IsStackedOn(s)) && signs.Exists(s => s.Y > mark.Y && mark.IsStackedOn(s));
        return signs.Exists(s => s.IsLetterMark)
            ? lines.ConvertAll(l => l.With([.. l.Runs.Select(r => r.IsOneSign && r.IsLetterMark && IsInWord(r) ? r with { IsValue = false } : r)]))
            : lines;
    }
}
