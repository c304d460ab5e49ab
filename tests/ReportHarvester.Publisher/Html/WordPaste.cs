using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Html;

/// <summary>What comes out when a report is pasted from a word processor into a site's editor.</summary>
static class WordPaste
{
    const string Border =
        "border-width:1pt;border-style:solid;border-color:windowtext;mso-border-alt:.5pt solid windowtext;padding:0cm 5.4pt;";
    const string Run = "font-family:仿宋_GB2312;mso-hansi-font-family:宋体;mso-bidi-font-family:宋体;font-size:10.5pt;mso-font-kerning:0pt;";
    const string Empty = "<span lang=\"EN-US\" style=\"font-size:10.5pt;\"><o:p>&nbsp;</o:p></span>";

    public static Markup Markup { get; } = new(
        "<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\" " +
        "style=\"border-collapse:collapse;mso-yfti-tbllook:1184;\"><tbody>",
        CellOf, t => Paragraph(t, "text-indent:32pt;mso-char-indent-count:2.0;"),
        t => Paragraph(t, "text-indent:32pt;mso-outline-level:1;"));

    /// <summary>Heads break into paragraphs, figures carry an empty run behind them, some labels were retyped as bare text.</summary>
    static string CellOf(Cell cell)
    {
        var bare = cell.Kind == CellKind.Label && cell.Text.Length % 3 == 0;
        var content = bare ? Html.Markup.Broken(cell.Text)
            : string.Concat(cell.Text.Split('\n').Select(t => Paragraph(t, "text-align:center;")));
        return $"<td{Html.Markup.Spans(cell)} valign=\"center\" style=\"{Border}\">{content}</td>\n";
    }

    static string Paragraph(string text, string style) => text.Length == 0
        ? $"<p class=\"MsoNormal\" style=\"{style}\">{Empty}</p>"
        : $"<p class=\"MsoNormal\" style=\"{style}\">{string.Concat(Runs(text).Select(Span))}<span style=\"{Run}\"></span></p>";

    static string Span(string text) =>
        $"<span{(char.IsAscii(text[0]) ? " lang=\"EN-US\"" : "")} style=\"mso-spacerun:'yes';{Run}\">{Html.Markup.Escaped(text)}</span>";

    /// <summary>Word begins a new run where the script changes between digits and characters.</summary>
    static IEnumerable<string> Runs(string text)
    {
        var from = 0;
        for (var at = 1; at <= text.Length; at++)
            if (at == text.Length || char.IsAscii(text[at]) != char.IsAscii(text[from]))
            {
                yield return text[from..at];
                from = at;
            }
    }
}
