using System.Text;
using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>Walks a page in reading order and gathers its blocks. Layout tables are walked through, tables of data become grids.</summary>
sealed class HtmlWalk(PageStyles styles)
{
    static readonly HashSet<string> Skipped = ["script", "style", "rp", "noscript", "template", "head", "select", "button", "object", "iframe", "svg"];

    static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "big", "code", "del", "em", "font", "i", "ins", "label", "mark", "o:p", "q", "rb", "ruby", "rt", "s", "small", "span", "strike",
         "strong", "sub", "sup", "tt", "u", "wbr", "st1:chsdate"];

    const int LongestNumber = 20;

    readonly JoinedDigits joined = new(styles);
    readonly List<Block> blocks = [];
    readonly List<int> path = [];
    readonly StringBuilder text = new();
    int grids;

    public IReadOnlyList<Block> Blocks => blocks;

    public void Visit(IElement element)
    {
        Children(element);
        Flush();
    }

    void Children(IElement parent)
    {
        var ordinal = 0;
        foreach (var node in parent.ChildNodes)
        {
            ordinal++;
            if (node is IText run)
            {
                if (joined.AreParted(run, text.Length > 0 ? text[^1] : '\0')) text.Append(TextBlock.Doubt);
                text.Append(run.Data);
            }
            else if (node is IElement child) Element(child, ordinal);
        }
    }

    void Element(IElement element, int ordinal)
    {
        var name = element.LocalName;
        var style = styles.Of(element);
        if (Skipped.Contains(name) || style is TextStyle.Gone) return;
        // Only a run of text is left out for not showing: whole pieces of a page are often brought in by a script as the reader comes to them.
        if (Inline.Contains(name))
        {
            if (style is TextStyle.Apart or TextStyle.Invisible) return;
            var doubtful = IsDoubtful(element, style);
            if (doubtful) text.Append(TextBlock.Doubt);
            Children(element);
            if (doubtful) text.Append(TextBlock.Doubt);
        }
        else if (name == "br") Flush();
        else
        {
            Flush();
            path.Add(ordinal);
            if (name == "table" && !HtmlTable.IsLayout(element)) AddGrid(element);
            else Children(element);
            Flush();
            path.RemoveAt(path.Count - 1);
        }
    }

    // Digits that may not show: nobody reads a number there.
    bool IsDoubtful(IElement element, TextStyle style) =>
        (style is TextStyle.Unsure || styles.HasMore(element)) && element.TextContent is { Length: > 0 and <= LongestNumber } digits && digits.Any(char.IsAsciiDigit) && digits.All(Catalogue.Numbers.IsPart);

    // A table of which nothing shows is none.
    void AddGrid(IElement table)
    {
        if (HtmlTable.Read(table, grids + 1, styles) is not { Cells.Count: > 0 } grid) return;
        if (table.Children.FirstOrDefault(c => c.LocalName == "caption") is { } caption && styles.Of(caption) is not TextStyle.Gone)
        {
            Children(caption);
            Flush();
        }
        blocks.Add(grid with { Path = [.. path] });
        grids++;
    }

    void Flush()
    {
        var line = Blanks.Collapse(Folding.FoldProse(text.ToString()));
        text.Clear();
        if (line.Length > 0) blocks.Add(new TextBlock(line, new Origin()) { Path = [.. path] });
    }
}
