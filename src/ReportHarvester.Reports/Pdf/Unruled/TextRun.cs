using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Glyphs that stand close together on one line, and whether they read as the value of a cell.</summary>
sealed record TextRun(string Text, Box Box, double Size, bool IsValue)
{
    /// <summary>The glyphs of a value, from left to right.</summary>
    public IReadOnlyList<Glyph> Glyphs { get; init; } = [];

    // In sizes of the font: a wider gap parts two runs. Programs set a little space between ideographs and digits, and between groups of digits.
    const double Gap = 0.25, DigitGap = 0.5;

    // In sizes too: two columns may come as near as that.
    const double ColumnGap = 0.2;

    // No value is printed with more characters.
    const int LongestValue = 24;

    public double X => (Box.Left + Box.Right) / 2;
    public double Y => (Box.Top + Box.Bottom) / 2;
    public double Width => Box.Right - Box.Left;

    public bool Covers(double x) => Box.Left < x && Box.Right > x;

    /// <summary>Whether one stands over the other, if only by a part of their widths.</summary>
    public bool IsInLineWith(TextRun other) => Box.Left < other.Box.Right && Box.Right > other.Box.Left;

    /// <summary>Whether both stand at one height of the page, if only by a part of it.</summary>
    public bool IsBeside(TextRun other) => Box.Top < other.Box.Bottom && Box.Bottom > other.Box.Top;

    public bool IsOneLetter => Text.Length == 1 && char.IsLetter(Text[0]);

    /// <summary>Whether both are signs of one upright word, as 无 is in 无法提供.</summary>
    public bool IsStackedOn(TextRun word) =>
        !word.IsValue && Math.Abs(word.X - X) <= Gap * Size && Math.Abs(word.Y - Y) <= 2 * Size && word.Y != Y;

    public static IReadOnlyList<TextRun> Of(GlyphLine line)
    {
        var runs = new List<TextRun>();
        var glyphs = line.Glyphs.AsSpan();
        for (var i = 0; i < glyphs.Length;)
        {
            var j = i + 1;
            while (j < glyphs.Length && GoesOn(glyphs[j - 1], glyphs[j])) j++;
            runs.Add(Of(glyphs[i..j]));
            i = j;
        }
        return runs;
    }

    /// <summary>The two values that stand here if a gap parts two columns; null without a gap.</summary>
    public (TextRun Left, TextRun Right)? Parted()
    {
        var widest = Enumerable.Range(1, Math.Max(0, Glyphs.Count - 1)).Select(i => (At: i, Gap: Glyphs[i].Box.Left - Glyphs[i - 1].Box.Right)).OrderByDescending(g => g.Gap).FirstOrDefault();
        return widest.Gap < ColumnGap * Size ? null : (Of(Glyphs.AsSpan()[..widest.At]), Of(Glyphs.AsSpan()[widest.At..]));
    }

    static bool GoesOn(Glyph left, Glyph right) =>
        right.Box.Left - left.Box.Right <= (left.IsDigit || right.IsDigit ? DigitGap : Gap) * Math.Min(left.Size, right.Size);

    static TextRun Of(ReadOnlySpan<Glyph> glyphs)
    {
        var text = GlyphLines.Text(glyphs);
        var (box, size) = GlyphLines.Around(glyphs);
        var isValue = IsValueText(text);
        return new TextRun(text, box, size, isValue) { Glyphs = isValue ? [.. glyphs] : [] };
    }

    static bool IsValueText(string text) =>
        text.Length <= LongestValue && Numbers.Read(Folding.Fold(text)).State is CellState.Number or CellState.Mark;
}

/// <summary>A line of the page as runs, from left to right.</summary>
sealed record TextLine(Box Box, double Size, IReadOnlyList<TextRun> Runs)
{
    public double Y => (Box.Top + Box.Bottom) / 2;

    public IEnumerable<TextRun> Values => Runs.Where(r => r.IsValue);

    public bool HasValue => Runs.Any(r => r.IsValue);

    public static IReadOnlyList<TextLine> Of(IEnumerable<Glyph> glyphs)
    {
        List<TextLine> lines = [.. GlyphLines.Of(glyphs).Select(l => new TextLine(l.Box, l.Size, TextRun.Of(l)))];
        var signs = lines.SelectMany(l => l.Runs).Where(r => r.IsOneLetter).ToList();
        return signs.Exists(s => s.IsValue)
            ? lines.ConvertAll(l => l with { Runs = [.. l.Runs.Select(r => r.IsOneLetter && r.IsValue && signs.Exists(r.IsStackedOn) ? r with { IsValue = false } : r)] })
            : lines;
    }
}
