using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Html;

/// <summary>What comes out when a report is pasted from WPS: lengths with four decimals, every side of every cell styled, empty runs.</summary>
static class WpsPaste
{
    const string Run = "font-family:宋体;font-size:12.0000pt;mso-font-kerning:1.0000pt;";
    const string Sides = "padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;border-left:1.0000pt solid windowtext;mso-border-left-alt:0.5000pt solid windowtext;" +
        "\nborder-top:none;mso-border-top-alt:0.5000pt solid windowtext;border-bottom:1.0000pt solid windowtext;";

    public static Markup Markup { get; } = new(
        "<table class=\"Table\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;mso-table-layout-alt:fixed;border:none;\"><tbody>",
        c => $"<td valign=\"center\"{Html.Markup.Spans(c)} style=\"{Sides}\">{string.Concat(c.Text.Split('\n').Select(t => Paragraph(t, "text-align:center;")))}</td>",
        t => Paragraph(t, "text-indent:32.0000pt;mso-char-indent-count:2.0000;"),
        t => Paragraph(t, "text-indent:32.0000pt;line-height:30.0000pt;mso-line-height-rule:exactly;"));

    static string Paragraph(string text, string style) =>
        $"<p class=\"MsoNormal\" style=\"{style}\"><span style=\"mso-spacerun:&#39;yes&#39;;{Run}\">{(text.Length == 0 ? "&nbsp;" : Html.Markup.Escaped(text))}</span>" +
        $"<span style=\"{Run}\"><o:p></o:p></span></p>";
}
