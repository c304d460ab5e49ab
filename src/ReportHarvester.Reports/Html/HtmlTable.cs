using System.Globalization;
using AngleSharp.Dom;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Html;

/// <summary>A table of a page: layout, which only arranges the page, or data, which becomes a grid.</summary>
static class HtmlTable
{
    // No cell of a statutory table says more; a cell that does holds an article. A table within a cell that says more than a label is one of its own.
    const int LongestCell = 1000, LongestWithin = 60;

    public static bool IsLayout(IElement table)
    {
        var cells = table.QuerySelectorAll("td, th").ToList();
        var own = cells.Count(cell => Table(cell) == table);
        return own < 2 || cells.Count - own > own
            || table.QuerySelectorAll("table").Any(inner => IsLonger(inner, LongestWithin))
            || cells.Any(cell => IsLonger(cell, LongestCell));
    }

    public static Grid Read(IElement table, int number, PageStyles styles)
    {
        var builder = new GridBuilder();
        var own = table.QuerySelectorAll("tr").Where(row => Table(row) == table).ToList();
        var (head, foot) = (Part(own, "thead"), Part(own, "tfoot"));
        // As they are shown, wherever they are written.
        foreach (var row in own.OrderBy(row => row.ParentElement == head ? 0 : row.ParentElement == foot ? 2 : 1))
        {
            if (styles.IsGone(row) || styles.IsGone(row.ParentElement!)) continue;
            builder.StartRow();
            foreach (var cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || styles.IsGone(cell)) continue;
                var (text, doubtful) = HtmlCell.Read(cell, styles);
                builder.Add(text, Span(cell, "rowspan"), Span(cell, "colspan"), (r, c) => new Origin { Grid = number, Row = r, Column = c }, doubtful);
            }
        }
        return new Grid { Number = number, Cells = builder.Cells };
    }

    static bool IsLonger(IElement element, int length) =>
        element.TextContent.Length > length && Blanks.Collapse(element.TextContent).Length > length;

    // Of several only the first is shown apart from the other rows.
    static IElement? Part(List<IElement> rows, string name) => rows.Select(row => row.ParentElement!).FirstOrDefault(part => part.LocalName == name);

    static IElement? Table(IElement? inside)
    {
        do inside = inside!.ParentElement; while (inside is not null && inside.LocalName != "table");
        return inside;
    }

    // As browsers read it: the digits that it begins with, whatever follows.
    static int Span(IElement cell, string name)
    {
        var text = cell.GetAttribute(name).AsSpan().TrimStart();
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
    }
}
