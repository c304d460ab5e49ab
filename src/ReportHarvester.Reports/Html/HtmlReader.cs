using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Html;

/// <summary>Reads a web page: every visible paragraph and table of it, portal and all, each with its path in the page.</summary>
static class HtmlReader
{
    // More headings than these are no titles.
    const int MostTitles = 100;

    public static Document Read(byte[] bytes, string? charset)
    {
        using var page = PageParser.Parse(TextDecoding.Decode(bytes, charset));
        var walk = new HtmlWalk(new PageStyles(page));
        if (page.Body is { } body) walk.Visit(body);
        return new Document
        {
            Format = DocumentFormat.Html,
            Blocks = walk.Blocks,
            Titles = [.. Titles(page).Take(MostTitles).Select(Folding.Fold)],
            Published = Meta(page, "PubDate"),
            Column = PageColumn.Of(walk.Blocks, Meta(page, "ColumnName")),
            HasPictures = page.QuerySelector("img[src]") is not null,
            Issues = [.. WrappedFiles.Of(page, alone: !walk.Blocks.OfType<Grid>().Any())],
        };
    }

    static IEnumerable<string> Titles(IDocument page)
    {
        if (Meta(page, "ArticleTitle") is { Length: > 0 } title) yield return title;
        foreach (var heading in page.QuerySelectorAll("ucaptitle, h1")) yield return heading.TextContent.Trim();
        // Portals append the names of column and site to the window's title.
        foreach (var part in (page.Title ?? "").Split('_', '|', '-')) yield return part.Trim();
    }

    static string? Meta(IDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(m => name.Equals(m.GetAttribute("name"), StringComparison.OrdinalIgnoreCase))?.GetAttribute("content")?.Trim();
}
