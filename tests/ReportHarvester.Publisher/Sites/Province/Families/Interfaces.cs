using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportHarvester.Publisher.Sites.Province.Families;

/// <summary>TRS with trsapi: the first page in the HTML, the others from an interface, dates there as text or milliseconds.</summary>
sealed class TrsApi(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/zwgk/zfxxgknb/";
    public override string Article(int number, DateOnly date) => $"/zwgk/zfxxgknb/{date:yyyyMM}/t{date:yyyyMMdd}_{number}.htm";
    protected override int PerPage => 10;

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == Column) return Reply.Html(Shell($$"""
            <div>{{string.Join('\n', On(1).Select(i => $"<dl><dd><a href=\"{i.Path}\" title=\"{i.Title}\">{i.Title}</a></dd><dd>{i.Date:yyyy-MM-dd}</dd></dl>"))}}</div>
            <div ms-visible="!showStatic" style="display: none"><dl ms-repeat="list"><dd><a ms-attr-href="el.chnldocurl" ms-text="el.doctitle|html"></a></dd></dl></div>
            <script>var SiteInfo = { searchId: 200210, };</script><script>require(["list2.trsapi", "tools"], function(listModel, tools) { listModel({
            quickMode: "动静结合", maxStaticIndex: 1, listArgs: { channelid: SiteInfo.searchId, classsql: "" || "chnlid=1813", sortfield: "-docorderpri,-docreltime" },
            pagebar: { prepage: 10, recordCount: '{{Items.Count}}', pgTemp: "pgBar_xxgk.html" } }); });</script>
            """, "<meta name='ChnlId' content='1813'>"));
        if (request.Path != "/fjdzapp/search" || request.Method != "POST" || request["classsql"] != "chnlid=1813" || request["channelid"] != "200210") return null;
        var docs = On(request.Number("page", 1)).Select(i => new { doctitle = i.Title, chnldocurl = Site.Address(i.Path), docreltime = Time(i) });
        return Reply.Json(JsonSerializer.Serialize(new { data = docs, pageCount = Pages }));
    }

    static object Time(Listed item) => item.Date.Day % 2 == 0 ? $"{item.Date:yyyy-MM-dd} 09:00:00" : new DateTimeOffset(item.Date.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero).ToUnixTimeMilliseconds();
}

/// <summary>JCMS: the first records in a datastore of the page, the rest for a POST of three pages at a time.</summary>
sealed class JcmsPost(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/col/col77278/index.html";
    public override string Article(int number, DateOnly date) => $"/art/{date.Year}/{date.Month}/{date.Day}/art_77278_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == Column) return Reply.Html(Shell($$"""
            <div id="303271"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>{{Records(Items.Take(PerPage))}}</recordset></datastore></script></div>
            <script>$(function(){ $('#303271').jpage({ totalRecord:{{Items.Count}}, perPage:{{PerPage}}, groupSize:3, proxyUrl:'/module/jpage/dataproxy.jsp',
            ajaxParam:{col:1,appid:1,webid:1756,path:'/',columnid:77278,sourceContentType:1,unitid:'303271',webname:'{{Site.Agency}}',permissiontype:0} }); });</script>
            """));
        if (request.Path != "/module/jpage/dataproxy.jsp" || request.Method != "POST" || request["unitid"] != "303271" || request["webid"] != "1756") return null;
        var (from, to) = (request.Number("startrecord"), Math.Min(request.Number("endrecord"), request.Number("startrecord") + 3 * PerPage - 1));
        return Xml($"<datastore><totalrecord>{Items.Count}</totalrecord><totalpage>{Pages}</totalpage><recordset>{Records(Items.Skip(from - 1).Take(to - from + 1))}</recordset></datastore>");
    }

    public static Reply Xml(string text) => new(200, "text/xml;charset=UTF-8", System.Text.Encoding.UTF8.GetBytes(text)) { Dynamic = true };

    public static string Records(IEnumerable<Listed> items) => string.Concat(items.Select(i => $"<record><![CDATA[{Li(i)}]]></record>\n"));
}

/// <summary>JCMS of Jiangsu: each answer names the next group of records by an address.</summary>
sealed class JcmsGroups(ProvinceSite site) : ListFamily(site)
{
    public override string Column => "/col/col57703/index.html";
    public override string Article(int number, DateOnly date) => $"/art/{date.Year}/{date.Month}/{date.Day}/art_57703_{number}.html";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == Column) return Reply.Html(Shell($"<script type=\"text/xml\"><datastore>{Group(1)}<recordset>{JcmsPost.Records(On(1))}</recordset></datastore></script>"));
        if (request.Path != "/module/web/jpage/dataproxy.jsp" || request["columnid"] != "57703") return null;
        var page = request.Number("page");
        return JcmsPost.Xml($"<datastore>{Group(page + 1)}<recordset>{JcmsPost.Records(On(page + 1))}</recordset></datastore>");
    }

    string Group(int page) => page >= Pages ? "<nextgroup></nextgroup>"
        : $"<nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page={page}&amp;appid=1&amp;webid=67&amp;path=/&amp;columnid=57703&amp;unitid=303271&amp;permissiontype=0\"></a>]]></nextgroup>";
}

/// <summary>JPaaS: an empty page, and a piece of one in JSON for who asks with the header of a script.</summary>
sealed class Jpaas(ProvinceSite site) : ListFamily(site)
{
    const string Query = "{'parseType':'bulidstatic','webId':'3077','tplSetId':'XY4xf9Yl4IKd7uKwPD0zP','pageType':'column','tagId':'当前栏目_list','editType':'null','pageId':'1562308'}";

    public override string Column => "/col/col1562308/index.html";
    public override string Article(int number, DateOnly date) => $"/art/{date.Year}/art_{Hex(number, 32)}.html";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == Column) return Reply.Html(Shell($"<div id=\"unit\" queryData=\"{Query}\"></div><script src=\"/script/unitbuild.js\"></script>"));
        if (request.Path != "/api-gateway/jpaas-publish-server/front/page/build/unit" || request["tplSetId"] != "XY4xf9Yl4IKd7uKwPD0zP") return null;
        if (!request.ByScript) return new Reply(403, "text/html", "<html>403</html>"u8.ToArray());
        using var param = JsonDocument.Parse(request["paramJson"] is { Length: > 0 } given ? given : "{\"pageNo\":1,\"pageSize\":15}");
        var (page, size) = (param.RootElement.GetProperty("pageNo").GetInt32(), Math.Min(20, param.RootElement.GetProperty("pageSize").GetInt32()));
        var html = $"<ul>{Lis(Items.Skip((page - 1) * size).Take(size))}</ul><div class='pagination' count='{Items.Count}'></div>";
        return Reply.Json(JsonSerializer.Serialize(new { success = true, data = new { html } }));
    }
}

/// <summary>UCAP's interface: JSON, or a piece of a page.</summary>
sealed class UcapInterface(ProvinceSite site, bool pieces) : ListFamily(site)
{
    const string Channel = "a1a078ee0bc54721ab6b148884c784a8";

    string Interface => pieces ? $"/es-search/search/{Channel}" : $"/searchList/{Channel}";

    public override string Column => "/c101935/common_list.shtml";
    public override string Article(int number, DateOnly date) => $"/c101935/{date:yyyyMM}/{Hex(number, 32)}.shtml";

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == Column) return Reply.Html(Shell($$"""
            <ul id="list"></ul><script>var websiteId = 'x'; function load(n) { $.get('{{Interface}}?{{(pieces ? "_template=ucap/list_ejs&_isAgg=1&_pageSize=20" : "_isAgg=true&_isJson=true&_pageSize=20&_template=index&_rangeTimeGte=&_channelName=")}}&page=' + n, show); } load(1);</script>
            """));
        if (request.Path != Interface) return null;
        var (page, size) = (request.Number("page", 1), request.Number("_pageSize", 20));
        var items = Items.Skip((page - 1) * size).Take(size);
        return pieces ? Reply.Html($"<ul>{Lis(items)}</ul>") with { Dynamic = true } : Reply.Json(JsonSerializer.Serialize(new
        {
            data = new { results = items.Select(i => new { title = i.Title, url = i.Path, publishedTimeStr = $"{i.Date:yyyy-MM-dd} 10:00:00" }), total = Items.Count, page, rows = size },
        }));
    }
}

/// <summary>Guangdong's catalogue; some hosts count pages from 0.</summary>
sealed class Gkmlpt(ProvinceSite site, int first) : ListFamily(site)
{
    static readonly JsonSerializerOptions loose = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A host counts from one or the other, and both are named in the address of the category or found in the tree.
    public override string Column => first == 0 ? "/hyhpgzz/gkmlpt/index#2811" : "/hyhpgzz/gkmlpt/index";
    public override string Article(int number, DateOnly date) => $"/hyhpgzz/gkmlpt/content/0/{number}/post_{number}.html";
    protected override int PerPage => 100;

    public override Reply? Answer(SiteRequest request)
    {
        if (request.Path == "/hyhpgzz/gkmlpt/index") return Reply.Html(Shell("""
            <div id="app"></div><script>window._CONFIG = { SID: '755031', TREE: [{"id":11,"name":"机构职能"},{"id":2811,"pid":0,"name":"政府信息公开年报"},{"id":12,"name":"政策文件"}] };</script>
            """));
        if (request.Path != "/hyhpgzz/gkmlpt/api/all/2811" || request["sid"] != "755031") return null;
        var articles = On(request.Number("page", 1) + 1 - first).Select((i, n) => new
        {
            id = n, title = i.Title, url = Site.Address(i.Path), created_at = $"{i.Date:yyyy-MM-dd} 08:00:00",
            create_time = new DateTimeOffset(i.Date.ToDateTime(default), TimeSpan.Zero).ToUnixTimeSeconds(), publisher = Site.Agency,
        });
        return Reply.Json(JsonSerializer.Serialize(new { total = Items.Count, articles }, loose));
    }
}
