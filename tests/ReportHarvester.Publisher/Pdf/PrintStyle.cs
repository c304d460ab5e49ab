using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>How a report is set for printing: style rules of the page, and whether heads of tables are repeated on each page.</summary>
sealed record PrintStyle(string Font, string Page, string Rules, bool RepeatsHeads = false, string TableAttributes = "")
{
    public const string Portrait = "size: A4 portrait; margin: 25mm 20mm;";
    public const string Landscape = "size: A4 landscape; margin: 20mm 25mm;";
    public const string PageNumbers = "@bottom-center { content: \"- \" counter(page) \" -\"; font-size: 10pt; }";

    public static string RunningHead(string text) => $"@top-center {{ content: \"{text}\"; font-size: 9pt; }}";

    public string Document(Truth truth, ReportTables tables) => $$"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>{{truth.Title}}</title>
        <style>
        @page { {{Page}} }
        body { font: 12pt/1.7 "{{Font}}"; margin: 0; }
        h1 { font-size: 18pt; font-weight: normal; text-align: center; }
        h3 { font-size: 13pt; font-weight: normal; margin: 8pt 0; }
        p { text-indent: 2em; margin: 4pt 0; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 10pt; line-height: 1.4; }
        td { border: 0.75pt solid #000; padding: 2pt 3pt; text-align: center; }
        td.label { text-align: left; }
        {{Rules}}
        </style></head>
        <body>
        <h1>{{truth.Title}}</h1>
        {{Article.Of(truth, tables, Markup.Plain, Printed)}}
        </body>
        </html>
        """;

    string Printed(Table table)
    {
        var columns = string.Concat(table.Widths.Select(w => $"<col style=\"width:{w * 100:0.##}%\">"));
        var head = RepeatsHeads ? table.HeadRows : 0;
        var rows = table.Rows.Select(RowOf).ToList();
        var first = head > 0 ? $"<thead>{string.Concat(rows.Take(head))}</thead>" : "";
        return $"<table class=\"c{table.Widths.Count}\"{TableAttributes}><colgroup>{columns}</colgroup>" +
            $"{first}<tbody>{string.Concat(rows.Skip(head))}</tbody></table>";
    }

    static string RowOf(Row row) => $"<tr>{string.Concat(row.Cells.Select(CellOf))}</tr>\n";

    // On paper, Chromium gives upright words no height of their own: they would run over the rows below.
    static string CellOf(Cell cell) => $"<td class=\"{cell.Kind.ToString().ToLowerInvariant()}\"{Markup.Spans(cell)}>{Set(Markup.Broken(cell.Text), cell.Setting)}</td>";

    static string Set(string text, Setting setting) => setting == Setting.Upright ? $"<div class=\"upright\" style=\"height:{text.Length + 1}em\">{text}</div>" : text;
}
