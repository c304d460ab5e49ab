using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>
/// Makes a tree of a page, and gives up on pages that no one wrote: for each of its tags the parser looks through all that is open, and each
/// paragraph takes up again every font that was left open, so that a small page can cost hours and gigabytes.
/// </summary>
sealed class PageParser
{
    // The parser, as browsers do, nests no deeper than this and lays what comes below elsewhere: out of its order.
    const int Deepest = 512;

    // Tags times their depth: ten thousand cells of a paste from Word come to a twentieth of this.
    const int MostWork = 8_000_000;

    IDocument? page;
    int work;

    public static IHtmlDocument Parse(string text)
    {
        var parser = new PageParser();
        return new HtmlParser(new HtmlParserOptions { MaximumDepth = Deepest, OnCreated = (element, _) => parser.page ??= element.Owner, OnToken = (_, _) => parser.Weigh() }).ParseDocument(text);
    }

    // What was put in last lies under the last child, and the last child of that.
    void Weigh()
    {
        var depth = 0;
        for (INode? node = page?.DocumentElement; node is not null; node = node.LastChild) depth++;
        if (depth >= Deepest)
            throw new UnreadableDocumentException("TOO-DEEP", $"网页嵌套超过{Deepest}层，未读取。The page is nested deeper than the limit and was not read.");
        if ((work += depth) > MostWork)
            throw new UnreadableDocumentException("TOO-LARGE", "网页元素过多，未读取。The page has more elements than the limit and was not read.");
    }
}
