using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Lists of every family with pieces of them changed, cut, doubled and put elsewhere: whatever comes of it, nothing is thrown.</summary>
public class MangledListTests
{
    const int Times = 400;

    static readonly string[] addresses =
    [
        "http://czj.donghu.gov.cn/gknb/", "http://czj.donghu.gov.cn/searchList/a1a0?_isJson=true&_pageSize=20&page=1", "http://czj.donghu.gov.cn/gkmlpt/api/all/5?page=1&sid=2",
        "http://czj.donghu.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime=2024", "http://czj.donghu.gov.cn/module/jpage/dataproxy.jsp?startrecord=1&endrecord=60&perpage=20",
        "http://czj.donghu.gov.cn///gkmlpt/index#7", "http://czj.donghu.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?paramJson=%7B%22pageNo%22%3A1%7D", "http://[fe80::1]/eportal/ui?pageId=1",
    ];

    static readonly string[] lists =
    [
        """{"data":{"results":[{"title":"东湖市2023年政府信息公开年报","url":"/c1/62cf.shtml","publishedTimeStr":"2024-01-09 10:00:00","create_time":1704758400}],"total":41,"totalPages":3,"page":1,"rows":20},"html":"<ul><a href='/a'>2022年</a></ul><div count='101'>"}""",
        """<title>政府信息公开年报</title><base href="/a/"><a href="./201901/t1.htm" title="2018年政府信息公开年报">…</a><a href="?page=2">下一页</a><a href="javascript:next(3)">尾页</a><script>function next(n) { location.href = 'list_' + n + '.html'; }</script>""",
        """<meta name="ChnlId" content="1813"><script>require(["list2.trsapi"], function() { ({ maxStaticIndex: 1, listArgs: { channelid: 229, classsql: "chnlid=1813" }, pagebar: { prepage: 10, recordCount: '20' } }); });</script>""",
        """<script>createPageHTML(3, 0, "index", "html"); var countPage = 3; var currentPage = 0;</script><a href="http://[fe80::1%25eth0]/searchList/a1a078ee?x=1">二〇一九年年报</a><iframe src="x.htm"></iframe><a href="//x:99999/">2</a>""",
        """<script type="text/xml"><datastore><totalrecord>45</totalrecord><recordset><record><![CDATA[<li><a href="/art/3.html">2023年</a></li>]]></record></recordset></datastore></script><script>{ proxyUrl:'/module/jpage/dataproxy.jsp', perPage:20, totalRecord:97, ajaxParam:{unitid:'3',webname:'东湖'} }</script>""",
        """<div queryData="{'webId':'3077','tplSetId':'XY4xf','tagId':'当前栏目_list'}"></div><script>window._CONFIG = { SID: '755031', TREE: [{"id":2811,"name":"政府信息公开年报"}] }; var url = '/searchList/a1a078ee0bc54721?page='; var channelId = 'a1a078ee';</script>""",
    ];

    static readonly string[] pieces =
    [
        "-1", "0", "2147483647", "99999999999999999999", "٣", "\\ud800", "\ud83d\ude00", "\0", "'", "\"", "<", ">", "{", "}", "[", "]", "http://[fe80::1%25eth0]/", "//", "///", "http://", ":", "%", "%zz", "?", "#", "null", "共", "<![CDATA[", "javascript:",
    ];

    [Fact]
    public void Nothing_leaves_discovery_but_what_it_found()
    {
        var chance = new Random(20260119);
        foreach (var list in lists)
            for (var time = 0; time < Times; time++)
            {
                var text = Mangled(list, chance);
                var request = new PageRequest(new Uri(addresses[chance.Next(addresses.Length)])) { ForScript = chance.Next(2) == 0 };
                var trouble = Record.Exception(() => Follow(text, request));
                Assert.True(trouble is null, $"{request.Address} gave {text}: {trouble}");
            }
    }

    static void Follow(string text, PageRequest request)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.All(Discovery.ReadList(bytes, null, request, new ListPlace(true) { Names = ["东湖市财政局"] }).NextPages, next => Discovery.NextWhenMissing(next));
        Discovery.Attachments(bytes, null, request.Address);
    }

    static string Mangled(string list, Random chance)
    {
        var text = new StringBuilder(list);
        for (var changes = chance.Next(1, 6); changes > 0; changes--)
        {
            var (at, length) = (chance.Next(text.Length), chance.Next(12));
            if (chance.Next(2) == 0) text.Remove(at, Math.Min(length, text.Length - at));
            text.Insert(Math.Min(at, text.Length), chance.Next(3) == 0 ? list[..chance.Next(list.Length)] : pieces[chance.Next(pieces.Length)]);
        }
        return text.ToString();
    }
}
