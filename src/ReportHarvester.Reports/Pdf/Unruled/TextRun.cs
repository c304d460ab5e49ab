using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Glyphs that stand close together on one line, or one below the other in one cell, and whether they read as the value of a cell.</summary>
/// <param name="Box">Where it stands on the strip that pages make together; its glyphs keep their places on the page.</param>
sealed record TextRun(string Text, Box Box, double Size, bool IsValue, int Page, IReadOnlyList<Glyph> Glyphs)
{
    // In sizes of the font: a wider gap parts two runs. Programs set a little space between ideographs and digits, and between groups of digits;
    // and a blank that was written belongs to the words on both sides of it.
    const double Gap = 0.25, DigitGap = 0.5, BlankGap = 1.2, PieceGap = 0.75, WordGap = 1, NumberGap = 2;

    // Signs of （十一）.
    const int LongestNumber = 4;

    // In sizes too: signs of an upright word stand no farther apart.
    const double StackGap = 1.5;

    // In sizes too: two columns may come as near as that.
    const double ColumnGap = 0.2;

    const char Dash = '—';

    // In sizes too: what is wider is more than one sign, and how far it may stick out on each side.
    const double LongDash = 1.5, Overhang = 0.35;

    // Points.
    const double SamePlace = 2;

    // No value is printed with more characters.
    const int LongestValue = 24;

    public double X => (Box.Left + Box.Right) / 2;
    public double Y => (Box.Top + Box.Bottom) / 2;
    public double Width => Box.Right - Box.Left;

    /// <summary>Its box without what may stick out of its cell: dashes do not wrap.</summary>
    public Box Core => IsValue && Text[0] == Dash && Width > LongDash * Size && Math.Min(Width / 3, Overhang * Size) is var over ? Box with { Left = Box.Left + over, Right = Box.Right - over } : Box;

    /// <summary>Whether one stands over the other, if only by a part of their widths.</summary>
    public bool IsInLineWith(TextRun other) => Core.Left < other.Core.Right && Core.Right > other.Core.Left;

    /// <summary>Whether a page ends between the two, and nothing else stands there.</summary>
    public bool IsRightAfterPage(TextRun above) => Page > above.Page && Box.Top - above.Box.Bottom <= Size;

    /// <summary>Whether both stand at one height of the page, if only by a part of it.</summary>
    public bool IsBeside(TextRun other) => Box.Top < other.Box.Bottom && Box.Bottom > other.Box.Top;

    /// <summary>A single sign; of upright words each is.</summary>
    public bool IsOneSign => Text.Length == 1;

    /// <summary>A mark that is a word too.</summary>
    public bool IsLetterMark => IsValue && Text.All(char.IsLetter);

    /// <summary>A long dash, or half of a longer one.</summary>
    public bool IsDash => Text is [Dash];

    /// <summary>Letters that are a mark each, of cells that touch.</summary>
    public bool AreMarks => !IsValue && char.IsLetter(Text[0]) && Text.All(c => c == Text[0]) && IsValueText(Text[..1]);

    /// <summary>Whether both are signs of one upright word, as 无 is in 无法提供.</summary>
    public bool IsStackedOn(TextRun other) =>
        other.IsOneSign && !other.IsValue && Math.Abs(other.X - X) <= Gap * Size && Math.Abs(other.Y - Y) <= StackGap * Size && other.Y != Y;

    /// <summary>Whether both say the same at the same place, if on different pages.</summary>
    public bool Repeats(TextRun other) => Text == other.Text && Math.Abs(X - other.X) <= SamePlace;

    /// <summary>Whether this and what stands under it may be the lines of one number, or its beginning: no 0 over 0, no mark over a mark.</summary>
    public bool MayBeOver(TextRun below) => (Text + below.Text).TrimEnd(',', '.') is var both && both.Any(char.IsDigit) && IsValueText(both);

    /// <summary>Whether what stands under it may be the rest of a number whose first digits it has.</summary>
    public bool MayGoOnIn(TextRun below) => char.IsAsciiDigit(Text[^1]) && Numbers.IsPart(below.Text[0]) && MayBeOver(below);

    public TextRun Lower(double by) => this with { Box = Box with { Top = Box.Top + by, Bottom = Box.Bottom + by } };

    /// <summary>Both as one cell's text.</summary>
    public TextRun With(TextRun below)
    {
        var text = Text + below.Text;
        return new(text, Around([this, below]), Math.Max(Size, below.Size), IsValueText(text), Page, [.. Glyphs, .. below.Glyphs]);
    }

    public static Box Around(IReadOnlyCollection<TextRun> runs) =>
        new(runs.Min(r => r.Box.Left), runs.Min(r => r.Box.Top), runs.Max(r => r.Box.Right), runs.Max(r => r.Box.Bottom));

    /// <summary>The runs of one line, from left to right.</summary>
    public static IReadOnlyList<TextRun> Of(ReadOnlySpan<Glyph> glyphs, int page)
    {
        var runs = new List<TextRun>();
        for (var i = 0; i < glyphs.Length;)
        {
            var j = i + 1;
            while (j < glyphs.Length && (GoesOn(glyphs[j - 1], glyphs[j]) || IsBehindNumber(glyphs[i..j], glyphs[j]))) j++;
            j = i + GroupEnd(glyphs[i..j]);
            runs.Add(One(glyphs[i..j], page));
            i = j;
        }
        return runs;
    }

    /// <summary>The two values that may stand here, or words of two cells, which are not written in one piece: parted at the widest gap, where marks touch, or a number touches the unit of another.</summary>
    public IEnumerable<(TextRun Left, TextRun Right)> Parted() => Parts().Distinct().Select(PartedAt);

    (TextRun Left, TextRun Right) PartedAt(int at)
    {
        // Glyphs keep their places on the page.
        var down = Box.Top - GlyphLines.Around(Glyphs.AsSpan()).Box.Top;
        var (left, right) = (One(Glyphs.AsSpan()[..at], Page).Lower(down), One(Glyphs.AsSpan()[at..], Page).Lower(down));
        // Marks may be wider than their cells.
        return (left with { Box = left.Box with { Right = Math.Min(left.Box.Right, right.Box.Left) } }, right);
    }

    IEnumerable<int> Parts()
    {
        var (at, widest) = (0, ColumnGap * Size);
        for (var i = 1; i < Glyphs.Count; i++)
            if (Glyphs[i].Box.Left - Glyphs[i - 1].Box.Right is var gap && gap >= widest && (IsValue || Glyphs[i].Piece != Glyphs[i - 1].Piece && !Glyphs[i].AfterBlank)) (at, widest) = (i, gap);
        if (at > 0) yield return at;
        if (Text.Length != Glyphs.Count) yield break;
        if (FirstMark() is > 0 and var mark) yield return mark;
        for (var i = 1; i < Glyphs.Count; i++)
            if (IsEnd(i)) yield return i;
    }

    // Dashes fill a narrow cell from border to border: —— and —— beside it look like one mark, —— and 1 like none.
    int FirstMark()
    {
        if (!Text.Contains("——", StringComparison.Ordinal) || !Text.All(c => c == Dash || Numbers.IsPart(c))) return 0;
        var first = Text[0] == Dash ? Text.Length > 1 && Text[1] == Dash ? 2 : 0 : Text.IndexOf(Dash);
        return first < Glyphs.Count ? first : 0;
    }

    // A dash, which may be the one sign of a longer one, that is no part of what stands beside it; a unit; or 无 beside 无.
    bool IsEnd(int at) => Glyphs[at].Piece != Glyphs[at - 1].Piece
        && (AreMarks || (Text[at - 1] == Dash || Text[at] == Dash ? Text.All(c => c == Dash || Numbers.IsPart(c)) : char.IsLetter(Text[at - 1]) && char.IsAsciiDigit(Text[at]) && IsValueText(Text[..at])));

    // The name of a group may touch the label beside it: （四）无法提供2.没有现成信息.
    static int GroupEnd(ReadOnlySpan<Glyph> run)
    {
        for (var i = 2; i + 1 < run.Length; i++)
            if (run[i].IsDigit && run[i + 1].Text is "." or "、" or "．" && char.IsLetter(run[i - 1].Text[0]) && Vocabulary.IsInRowGroup(GlyphLines.Text(run[..i]))) return i;
        return run.Length;
    }

    // 7. and, after blanks as wide as they like, its words.
    static bool IsBehindNumber(ReadOnlySpan<Glyph> number, Glyph glyph) =>
        glyph.AfterBlank && char.IsLetter(glyph.Text[0]) && number.Length <= LongestNumber && glyph.Box.Left - number[^1].Box.Right <= NumberGap * glyph.Size
        && GlyphLines.Text(number) is var text && Labels.NumberingOf(text) != Numbering.None && Labels.Key(text).Length == 0;

    static bool GoesOn(Glyph left, Glyph right)
    {
        var gap = right.Box.Left - left.Box.Right;
        return gap <= Widest(left, right) * Math.Min(left.Size, right.Size);
    }

    // A blank at the end of another cell's text comes before the next one's too.
    static double Widest(Glyph left, Glyph right) =>
        left.Piece == right.Piece ? right.AfterBlank ? BlankGap : left.IsDigit || right.IsDigit ? DigitGap : Gap
        : right.AfterBlank && right.Piece > left.Piece && right.Piece <= left.Piece + 2 ? char.IsLetter(right.Text[0]) && !left.IsDigit ? WordGap : PieceGap : Gap;

    static TextRun One(ReadOnlySpan<Glyph> glyphs, int page)
    {
        var text = GlyphLines.Text(glyphs);
        var (box, size) = GlyphLines.Around(glyphs);
        return new TextRun(text, box, size, IsValueText(text), page, glyphs.ToArray());
    }

    static bool IsValueText(string text) =>
        text.Length <= LongestValue && Numbers.Read(Folding.Fold(text)) is { State: CellState.Number or CellState.Mark } or { IsTakenBack: true };
}
