using ReportHarvester.Publisher.Html;

namespace ReportHarvester.Publisher.Sites;

/// <summary>List pages in the families of systems that bureaus use.</summary>
static class ListPages
{
    /// <summary>TRS: entries in a list, page turning by script only; page is 0 for index.html, 1 for index_1.html.</summary>
    public static string Trs(string agency, IEnumerable<Entry> entries, int page, int pages) => Shell(agency, Page.Utf8, $"""
        <ul class="list">
        {Lines(entries, e => $"<li><span>[{e.Date:yyyy-MM-dd}]</span>{Link(e, e.Title)}</li>")}
        </ul>
        <div class="page"><script>
        var currentPage = {page};
        var countPage = {pages};
        createPageHTML({pages}, {page}, "index", "html");
        </script></div>
        """);

    /// <summary>An old list made of table rows: picture, link, date.</summary>
    public static string Rows(string agency, IEnumerable<Entry> entries, string charset) => Shell(agency, charset, $"""
        <table width="682" border="0" cellspacing="0" cellpadding="0" class="gl_list">
        {Lines(entries, e => $"""
            <tr valign="top" style="padding-bottom:10px;">
            <td width="25"><img src="../../images/ico2.jpg"></td>
            <td width="550"><a href="{e.Address}">{e.Title}</a></td>
            <td>{e.Date:yyyy-MM-dd}</td>
            </tr>
            """)}
        </table>
        """);

    /// <summary>UCAP: the text of a link is cut short, its title attribute is whole.</summary>
    public static string Ucap(string agency, IEnumerable<Entry> entries) => Shell(agency, Page.Utf8, $"""
        <ul class="common-list">
        {Lines(entries, e => $"<li>{Link(e, Cut(e.Title))}<span class=\"date\">{e.Date:yyyy-MM-dd}</span></li>")}
        </ul>
        <div class="pagination">共1页 <a href="javascript:void(0)">尾页</a></div>
        """);

    /// <summary>A definition list, title and date in turns.</summary>
    public static string Definitions(string agency, IEnumerable<Entry> entries) => Shell(agency, Page.Utf8, $"""
        <dl class="xxgk">
        {Lines(entries, e => $"<dd>{Link(e, e.Title)}</dd><dd>{e.Date:yyyy-MM-dd}</dd>")}
        </dl>
        """);

    static string Lines(IEnumerable<Entry> entries, Func<Entry, string> line) => string.Join('\n', entries.Select(line));

    static string Link(Entry entry, string text) =>
        $"<a href=\"{entry.Address}\" target=\"_blank\" title=\"{entry.Title}\">{text}</a>";

    static string Cut(string title) => title.Length <= 22 ? title : title[..20] + "…";

    static string Shell(string agency, string charset, string list) => $"""
        <!DOCTYPE html>
        <html>
        <head>{charset}<title>政府信息公开年报_{agency}</title>
        <meta name="ColumnName" content="政府信息公开年报"></head>
        <body>
        <div class="nav"><a href="/">首页</a> <a href="/zfxxgk/zn/">公开指南</a>
        <a href="/zfxxgk/zd/">公开制度</a> <a href="/zfxxgk/ml/">法定主动公开内容</a></div>
        <h2>政府信息公开年报</h2>
        {list}
        <div class="footer">主办：{agency}　网站地图　联系我们</div>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
