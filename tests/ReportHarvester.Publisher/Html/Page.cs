using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Html;

/// <summary>The page a site puts around a report.</summary>
static class Page
{
    public const string Utf8 = "<meta charset=\"utf-8\">";

    /// <summary>Nothing but the report.</summary>
    public static string Clean(Truth truth, string article, string charset = Utf8) =>
        $"<!DOCTYPE html>\n<html>\n<head>{charset}<title>{truth.Title}</title></head>\n" +
        $"<body>\n<h1>{truth.Title}</h1>\n{article}</body>\n</html>\n";

    /// <summary>A portal of today: statutory meta tags, breadcrumb, a table of metadata, share links, footer.</summary>
    public static string Portal(Truth truth, string article, string attachments = "", string charset = Utf8) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        {charset}
        <title>{truth.Title}_{truth.Agency}</title>
        <meta name="SiteName" content="{truth.Agency}">
        <meta name="ColumnName" content="政府信息公开年报">
        <meta name="ArticleTitle" content="{truth.Title}">
        <meta name="PubDate" content="{Published(truth):yyyy-MM-dd} 09:30">
        <meta name="ContentSource" content="{truth.Agency}办公室">
        <script>var _hit = 0; function share(to) {"{ return false; }"}</script>
        <style>.crumb{"{color:#666}"} .article-content table{"{border-collapse:collapse}"}</style>
        </head>
        <body>
        <div class="top"><a href="/">网站首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/bsfw/">办事服务</a> | <a href="/hdjl/">互动交流</a></div>
        <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zfxxgk/">政府信息公开</a> &gt; <a href="/zfxxgk/zfxxgknb/">政府信息公开年报</a></div>
        {Metadata(truth)}
        <h1 class="title">{truth.Title}</h1>
        <div class="info">来源：{truth.Agency}办公室　发布时间：{Published(truth):yyyy-MM-dd}　浏览次数：<span id="hits">0</span>　字体：[大 中 小]
        分享到：<a href="#" onclick="share(1)">微信</a> <a href="#" onclick="share(2)">微博</a>
        <a href="#" onclick="share(3)">QQ空间</a></div>
        <div id="zoom" class="article-content TRS_Editor">
        {article}</div>
        {attachments}
        {Footer(truth)}
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>A site of the years of layout tables: everything, and the report too, sits in cells of tables.</summary>
    public static string LayoutTables(Truth truth, string article, string charset = Utf8) => $"""
        <html>
        <head>{charset}<title>{truth.Title}</title></head>
        <body>
        <table width="1000" align="center" border="0" cellspacing="0" cellpadding="0">
        <tr><td colspan="2" height="120" background="/images/top.jpg">&nbsp;</td></tr>
        <tr><td colspan="2">您现在的位置：<a href="/">首页</a>&gt;&gt;<a href="/gk/">信息公开</a>&gt;&gt;<a href="/gk/nb/">年度报告</a></td></tr>
        <tr>
        <td width="240" valign="top">
        <table width="100%" border="0"><tr><td><b>相关信息</b></td></tr>
        {string.Join('\n', Related(truth).Select(r => $"<tr><td>·<a href=\"/gk/{r.Path}.html\">{r.Text}</a></td></tr>"))}
        </table>
        </td>
        <td width="760" valign="top">
        {Metadata(truth)}
        <table width="100%" border="0">
        <tr><td align="center"><font size="5"><b>{truth.Title}</b></font></td></tr>
        <tr><td align="center">【字体：大 中 小】　【打印】　【关闭】　分享：<a href="#">微博</a>　<a href="#">微信</a></td></tr>
        <tr><td>
        {article}</td></tr>
        <tr><td align="right">上一篇：<a href="/gk/1107.html">关于节假日值班安排的通知</a><br>下一篇：没有了</td></tr>
        </table>
        </td>
        </tr>
        <tr><td colspan="2" align="center">{Footer(truth)}</td></tr>
        </table>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    public static DateOnly Published(Truth truth) => truth.Dated.AddDays(2);

    static string Metadata(Truth truth) => $"""
        <table class="xxgk" width="100%" border="1">
        <tr><td>索 引 号：</td><td>{truth.Year + 1}-{truth.Agency.Length:00000}</td><td>分　　类：</td><td>年度报告 / 政府信息公开</td></tr>
        <tr><td>发布机构：</td><td>{truth.Agency}</td><td>公开日期：</td><td>{Published(truth):yyyy-MM-dd}</td></tr>
        <tr><td>名　　称：</td><td colspan="3">{truth.Title}</td></tr>
        <tr><td>文　　号：</td><td>无</td><td>有 效 性：</td><td>有效</td></tr>
        </table>
        """;

    static IEnumerable<(string Path, string Text)> Related(Truth truth) =>
    [
        ("1102", $"{truth.Agency}{truth.Year - 1}年政府信息公开工作年度报告"),
        ("1098", $"{truth.Year}年政府网站工作年度报表"),
        ("1091", "关于征集便民服务意见的公告"),
        ("1085", $"{truth.Year}年法治政府建设年度报告"),
    ];

    static string Footer(Truth truth) => $"""
        <div class="footer">主办：{truth.Agency}　承办：{truth.Agency}办公室　联系电话：0000-8765432　传真：0000-8765433<br>
        网站标识码：0000000001　备案号：00000000-1　今日访问：1024　总访问量：2048576</div>
        """;
}
