using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>A report as a web page in the markup, page and encoding of its layout.</summary>
static partial class WebPage
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static byte[] Of(Printout printout)
    {
        var (truth, tables, layout) = printout;
        var article = Article.Of(truth, tables, Dressed(layout));
        var page = Tagged(Surrounded(truth, Nested(article, layout), layout), layout);
        return (layout.Is("charset", "gbk") ? gbk : Encoding.UTF8).GetBytes(page);
    }

    static Markup Dressed(Layout layout)
    {
        var markup = layout["markup"] switch { "editor" => Markup.Editor, "word" => WordPaste.Markup, "wps" => WpsPaste.Markup, _ => Markup.Plain };
        return markup with
        {
            Cell = c => Cells.Dressed(markup.Cell(c), c, layout),
            Heading = t => (layout.Is("chrome", "section-rows") ? "</td></tr>\n<tr><td>" : "") + Heading(markup, t, layout),
        };
    }

    static string Heading(Markup markup, string text, Layout layout) =>
        layout.Is("headings", "bold-line") ? $"<p><b>{Markup.Escaped(text[..1])}</b><b>{Markup.Escaped(text[1..])}</b></p>" : markup.Heading(text);

    static string Nested(string article, Layout layout)
    {
        if (layout.Is("nesting", "outer"))
            article = OpenTable().Replace(article, "<table width=\"98%\"><tr><td>$0").Replace("</table>\n<", "</table></td></tr></table>\n<");
        return layout.Is("chrome", "section-rows") ? $"<table width=\"100%\"><tr><td>\n{article}</td></tr></table>\n" : article;
    }

    static string Surrounded(Truth truth, string article, Layout layout)
    {
        var charset = layout["charset"] switch
        {
            "gbk" => "<meta charset=\"gbk\">",
            "wrong" => "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">",
            "undeclared" => "",
            _ => Page.Utf8,
        };
        return layout["chrome"] switch
        {
            "portal" => Page.Portal(truth, article, charset: charset),
            "layout-tables" => Page.LayoutTables(truth, article, charset),
            _ => Page.Clean(truth, article, charset),
        };
    }

    static string Tagged(string page, Layout layout) => layout["tags"] switch
    {
        "upper" => Tag().Replace(page, m => m.Value.ToUpperInvariant()),
        "unclosed" => page.Replace("</td>", "").Replace("</tr>", "").Replace("</p>", ""),
        "divs" => page.Replace("<p ", "<div ").Replace("<p>", "<div>").Replace("</p>", "</div>"),
        _ => page,
    };

    [GeneratedRegex("<table[^>]*>")]
    private static partial Regex OpenTable();

    [GeneratedRegex("</?[a-z0-9]+")]
    private static partial Regex Tag();
}
