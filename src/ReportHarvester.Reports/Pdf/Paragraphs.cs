using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Joins lines into paragraphs: a line that reaches the right margin goes on in a next line that is not indented.</summary>
sealed partial class Paragraphs
{
    // In sizes of the font: how near to a margin is at the margin.
    const double AtMargin = 1.5, Indent = 1;

    // Lines of one paragraph are of one size, by this part.
    const double SameSize = 0.9;

    readonly Dictionary<int, Margins> margins = [];
    readonly StringBuilder text = new();
    LineBlock? first, last;

    sealed record Margins(double Left, double Right);

    // The margins are those of all pages of a size, since a page's longest line may be a title. One line alone makes no margin: the tables do then.
    public Paragraphs(IReadOnlyList<PageBlock> blocks, IReadOnlyList<PageContent> pages)
    {
        foreach (var size in pages.GroupBy(p => (int)p.Width))
        {
            var numbers = size.Select(p => p.Number).ToHashSet();
            var here = blocks.Where(b => numbers.Contains(b.Page)).ToList();
            var lines = here.OfType<LineBlock>().ToList();
            if (lines.Count == 0) continue;
            var found = new Margins(lines.Min(l => l.Box.Left), lines.Max(l => l.Box.Right));
            if (lines.Count(l => IsAtRight(l, found)) < 2) found = found with { Right = here.Max(b => b.Box.Right) };
            foreach (var number in numbers) margins[number] = found;
        }
    }

    /// <summary>Takes the next line; the paragraph that it ends, if any.</summary>
    public TextBlock? Add(LineBlock line)
    {
        var ended = last is null || GoesOn(last, line) ? null : End();
        first ??= line;
        last = line;
        text.Append(line.Line.Text);
        return ended;
    }

    public TextBlock? End()
    {
        if (first is null) return null;
        var block = new TextBlock(text.ToString(), new Origin { Page = first.Page, Box = first.Box.Round() });
        text.Clear();
        (first, last) = (null, null);
        return block;
    }

    bool GoesOn(LineBlock above, LineBlock line) =>
        !Numbered().IsMatch(line.Line.Text) && ReportDates.WholeLine(line.Line.Text) is null
        && Math.Min(above.Line.Size, line.Line.Size) >= SameSize * Math.Max(above.Line.Size, line.Line.Size)
        && IsAtRight(above, margins[above.Page]) && line.Box.Left <= margins[line.Page].Left + Indent * line.Line.Size;

    static bool IsAtRight(LineBlock line, Margins margins) => line.Box.Right >= margins.Right - AtMargin * line.Line.Size;

    // 一、 and （一） begin a heading or a paragraph, indented or not.
    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十]{1,3}[)）、]")]
    private static partial Regex Numbered();
}
