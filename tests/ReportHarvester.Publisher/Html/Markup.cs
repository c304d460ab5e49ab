using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Html;

/// <summary>How an editor writes paragraphs, headings and cells.</summary>
sealed record Markup(string TableOpen, Func<Cell, string> Cell, Func<string, string> Paragraph, Func<string, string> Heading)
{
    /// <summary>What a person would write by hand.</summary>
    public static Markup Plain { get; } = new(
        "<table border=\"1\" cellspacing=\"0\">", c => $"<td{Spans(c)}>{Broken(c.Text)}</td>",
        t => $"<p>{Escaped(t)}</p>", t => $"<h3>{Escaped(t)}</h3>");

    /// <summary>The online editor of a site: every text in a paragraph, indents by full-width spaces, blanks by &amp;nbsp;.</summary>
    public static Markup Editor { get; } = new(
        "<table class=\"ke-zeroborder\" border=\"1\" width=\"100%\"><tbody>",
        c => $"<td{Spans(c)} align=\"center\"><p style=\"text-align:center\">{(c.Text.Length == 0 ? "&nbsp;" : Broken(c.Text))}</p></td>",
        t => $"<p style=\"text-indent:2em;\">　　{Escaped(t)}</p>", t => $"<p style=\"text-indent:2em;\"><strong>{Escaped(t)}</strong></p>");

    public static string Spans(Cell cell) =>
        (cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "") + (cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "");

    public static string Broken(string text) => Escaped(text).Replace("\n", "<br>");

    public static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
