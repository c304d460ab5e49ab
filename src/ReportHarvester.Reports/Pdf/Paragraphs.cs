using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Joins lines into paragraphs: a line that reaches the right margin goes on in a next line that is not indented.</summary>
sealed partial class Paragraphs
{
    // In sizes of the font: how near to a margin is at the margin.
    const double AtMargin = 1.5, Indent = 1;

    readonly Dictionary<int, (double Left, double Right)> margins;
    readonly StringBuilder text = new();
    LineBlock? first, last;

    public Paragraphs(IEnumerable<LineBlock> lines) =>
        margins = lines.GroupBy(l => l.Page).ToDictionary(g => g.Key, g => (g.Min(l => l.Box.Left), g.Max(l => l.Box.Right)));

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
        !Numbered().IsMatch(line.Line.Text)
        && above.Box.Right >= margins[above.Page].Right - AtMargin * above.Line.Size && line.Box.Left <= margins[line.Page].Left + Indent * line.Line.Size;

    // 一、 and （一） begin a heading or a paragraph, indented or not.
    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十]{1,3}[)）、]")]
    private static partial Regex Numbered();
}
