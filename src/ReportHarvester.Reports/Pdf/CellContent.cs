using System.Text;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf;

/// <summary>The text of a cell, and whether anything stands in it that may or may not belong to its number.</summary>
readonly record struct CellContent(string Text, bool Doubtful)
{
    // In parts of the larger: glyphs smaller than this beside a number are a note's sign. In sizes: a digit so far off its line was raised.
    public const double Smaller = 0.9, Raised = 0.15;

    // In sizes too: digits of one number stand closer together.
    const double DigitGap = 0.2;

    // In parts of the narrower: signs that lie over each other so far were not written to be read one after the other.
    const double Over = 0.5;

    // Word and LibreOffice leave this much between border and text on both sides together, in points.
    const double CellPadding = 11.5;

    public static CellContent Empty { get; } = new("", false);

    /// <param name="glyphs">At least one.</param>
    /// <param name="width">The cell's, in points.</param>
    /// <param name="across">The horizontal rulings of the page.</param>
    public static CellContent Of(IReadOnlyList<Glyph> glyphs, double width, IReadOnlyList<Ruling> across)
    {
        if (glyphs.All(g => g.Unpainted)) return new("", true);
        if (UprightText.Of(glyphs) is { } upright) return new(Folding.Fold(upright), false);
        // Where nothing of a cell seems to show, it may well show on a ground that is not understood.
        var unseen = Unseen(glyphs);
        var number = WithoutNotes(unseen > 0 && unseen < glyphs.Count ? [.. glyphs.Where(g => !g.Unseen)] : glyphs);
        var lines = GlyphLines.Of(number);
        var doubtful = number.Count < glyphs.Count || unseen > 0 || number.Any(g => g.Unsure) || HasUnevenDigits(lines) || HasDigitsApart(lines) || IsStruck(number, across);
        if (lines.Count == 1) return new(Folding.Fold(lines[0].Text), doubtful);
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

    static int Unseen(IReadOnlyList<Glyph> glyphs)
    {
        var unseen = 0;
        foreach (var glyph in glyphs.AsSpan())
            if (glyph.Unseen) unseen++;
        return unseen;
    }

    static IReadOnlyList<Glyph> WithoutNotes(IReadOnlyList<Glyph> glyphs)
    {
        double largest = 0, smallest = double.MaxValue;
        foreach (var glyph in glyphs.AsSpan()) (largest, smallest) = (Math.Max(largest, glyph.Size), Math.Min(smallest, glyph.Size));
        if (smallest >= Smaller * largest) return glyphs;
        var large = glyphs.Where(g => g.Size >= Smaller * largest).ToList();
        return large.Any(g => g.IsDigit) && large.All(g => g.Text.All(Numbers.IsPart)) && glyphs.Any(g => g.Size < Smaller * largest && g.IsDigit) ? large : glyphs;
    }

    static bool IsStruck(IReadOnlyList<Glyph> glyphs, IReadOnlyList<Ruling> across)
    {
        foreach (var glyph in glyphs.AsSpan())
            if (glyph.IsDigit && TextDecorations.IsStruck(glyph, across)) return true;
        return false;
    }

    static bool HasUnevenDigits(IReadOnlyList<GlyphLine> lines)
    {
        foreach (var line in lines)
        {
            double highest = double.MaxValue, lowest = double.MinValue;
            foreach (var glyph in line.Glyphs.AsSpan())
                if (glyph.IsDigit) (highest, lowest) = (Math.Min(highest, glyph.Box.Bottom), Math.Max(lowest, glyph.Box.Bottom));
            if (lowest - highest > Raised * line.Size) return true;
        }
        return false;
    }

    // Two numbers of neighbouring columns may stand as close as that where no ruling parts them.
    static bool HasDigitsApart(IReadOnlyList<GlyphLine> lines)
    {
        foreach (var line in lines)
            for (var i = 1; i < line.Glyphs.Count; i++)
                if (line.Glyphs[i - 1].IsDigit && line.Glyphs[i].IsDigit && line.Glyphs[i].Box.Left - line.Glyphs[i - 1].Box.Right > DigitGap * line.Size || AreOver(line.Glyphs[i - 1], line.Glyphs[i])) return true;
        return false;
    }

    /// <summary>Whether one sign lies over the other, so that a digit may be read wrongly.</summary>
    public static bool AreOver(Glyph left, Glyph right) =>
        (left.IsDigit || right.IsDigit) && left.Direction == Direction.Right && right.Direction == Direction.Right && Math.Abs(left.Y - right.Y) < Over * Math.Min(left.Size, right.Size)
        && left.Box.Right - right.Box.Left > Over * Math.Min(left.Box.Right - left.Box.Left, right.Box.Right - right.Box.Left);

    static bool IsWrappedNumber(GlyphLine above, GlyphLine line, double width) =>
        Numbers.IsPart(above.Text[^1]) && Numbers.IsPart(line.Text[0]) && above.Text.All(Numbers.IsPart)
        && above.Width + above.Width / above.Text.Length + CellPadding > width;
}
