using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>A table of a page: layout, which only arranges the page, or data, which becomes a grid.</summary>
static class HtmlTable
{
    // No cell of a statutory table says so much; a cell that does holds an article.
    const int LongestCell = 1000;

    public static bool IsLayout(IElement table) =>
        table.QuerySelector("table") is not null
        || table.QuerySelectorAll("td, th").Take(2).Count() < 2
        || table.QuerySelectorAll("td, th").Any(cell => cell.TextContent.Length > LongestCell && HtmlText.Collapse(cell.TextContent).Length > LongestCell);

    public static Grid Read(IElement table, int number)
    {
        var builder = new GridBuilder();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            if (HtmlText.IsHidden(row)) continue;
            builder.StartRow();
            foreach (var cell in row.Children)
                if (cell.LocalName is "td" or "th" && !HtmlText.IsHidden(cell))
                    builder.Add(HtmlText.Of(cell), Span(cell, "rowspan"), Span(cell, "colspan"),
                        (r, c) => new Origin { Grid = number, Row = r, Column = c });
        }
        return new Grid { Number = number, Cells = builder.Cells };
    }

    static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) ? span : 1;
}
