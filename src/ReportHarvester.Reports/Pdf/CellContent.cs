using System.Text;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf;

/// <summary>The text of a cell, and whether anything stands in it that may or may not belong to its number.</summary>
readonly record struct CellContent(string Text, bool Doubtful)
{
    // In parts of the larger: glyphs smaller than this beside a number are a note's sign. In sizes: a digit so far off its line was raised.
    const double Smaller = 0.9, Raised = 0.15;

    // Word and LibreOffice leave this much between border and text on both sides together, in points.
    const double CellPadding = 11.5;

    public static CellContent Of(IReadOnlyList<Glyph> glyphs, double width, IReadOnlyList<Ruling> rulings)
    {
        // Where nothing of a cell seems to show, it may well show on a ground that is not understood.
        var seen = glyphs.Any(g => !g.Unseen) ? glyphs.Where(g => !g.Unseen).ToList() : glyphs;
        var number = WithoutNotes(seen);
        var lines = GlyphLines.Of(number);
        var doubtful = number.Count < glyphs.Count || glyphs.Any(g => g.Unseen) || lines.Any(IsUneven)
            || number.Any(g => g.IsDigit && TextDecorations.IsStruck(g, rulings));
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            // A number wrapped for want of room is one; whether it was wrapped, or two stand there, cannot be seen.
            var joined = i > 0 && IsWrappedNumber(lines[i - 1], lines[i], width);
            doubtful |= joined;
            if (i > 0 && !joined) text.Append('\n');
            text.Append(lines[i].Text);
        }
        return new(Folding.Fold(text.ToString()), doubtful);
    }

    static IReadOnlyList<Glyph> WithoutNotes(IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count < 2) return glyphs;
        var largest = glyphs.Max(g => g.Size);
        var large = glyphs.Where(g => g.Size >= Smaller * largest).ToList();
        return large.Count < glyphs.Count && large.Any(g => g.IsDigit) && large.All(g => g.Text.All(IsPartOfNumber)) && glyphs.Any(g => g.Size < Smaller * largest && g.IsDigit)
            ? large : glyphs;
    }

    static bool IsUneven(GlyphLine line) =>
        line.Glyphs.Where(g => g.IsDigit).Select(g => g.Box.Bottom).ToList() is { Count: > 1 } bottoms && bottoms.Max() - bottoms.Min() > Raised * line.Size;

    static bool IsWrappedNumber(GlyphLine above, GlyphLine line, double width) =>
        IsPartOfNumber(above.Text[^1]) && IsPartOfNumber(line.Text[0]) && above.Text.All(IsPartOfNumber)
        && above.Width + above.Width / above.Text.Length + CellPadding > width;

    static bool IsPartOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
}
