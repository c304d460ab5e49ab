using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Each family of list systems: what its pages and answers say to ask next, and the reports in them.</summary>
public class DiscoveryFamilyTests
{
    const string Host = "http://czj.donghu.gov.cn";

    static ListPage Read(string text, string address, Func<PageRequest, PageRequest>? change = null, ListPlace? place = null) =>
        Discovery.ReadList(Encoding.UTF8.GetBytes(text), null, (change ?? (r => r))(new PageRequest(new Uri(Host + address))), place);

    static ListPage Answer(string text, string address, string? form = null, int misses = 0) =>
        Read(text, address, r => r with { ForScript = true, Form = form, Misses = misses });

    static string[] Next(ListPage page) => [.. page.NextPages.Select(p => p.Key[Host.Length..])];

    static int?[] Years(ListPage page) => [.. page.Reports.Select(r => r.Year)];

    [Fact]
    public void Trs_interface_is_asked_for_the_pages_that_the_html_lacks()
    {
        const string page = """
            <meta name="ChnlId" content="1813"><title>政府信息公开年报</title><a href="./201901/t20190110_1.htm" title="2018年政府信息公开年报">…</a>
            <script>var SiteInfo = { searchId: 200210, };</script>
            <script>require(["list2.trsapi", "tools"], function(listModel) { listModel({ quickMode: "动静结合", maxStaticIndex: 1,
              listArgs: { channelid: SiteInfo.searchId, classsql: "" || "chnlid=1813", sortfield: "-docorderpri,-docreltime" },
              pagebar: { prepage: 10, recordCount: '20' } }); });</script>
            """;
        var next = Assert.Single(Read(page, "/zwgk/zfxxgknb/").NextPages);
        Assert.Equal($"{Host}/fjdzapp/search", next.Address.AbsoluteUri);
        Assert.Equal("channelid=200210&classsql=chnlid%3D1813&sortfield=-docorderpri%2C-docreltime&classcol=publishyear&classnum=100&classsort=0&cache=true&page=2&prepage=10", next.Form);
        Assert.Empty(Read(page.Replace("'20'", "'9'"), "/zwgk/zfxxgknb/").NextPages);
        Assert.Single(Read(page.Replace("recordCount: '20'", ""), "/zwgk/zfxxgknb/").NextPages);
    }

    [Fact]
    public void Trs_interface_answers_with_times_as_text_or_number_and_says_how_many_pages()
    {
        var page = Answer("""{"data":[{"doctitle":"<em>2016</em>年政府信息公开年报","docpuburl":"http://czj.donghu.gov.cn/a/1.htm","docreltime":"2017-01-18 09:00:00"},{"doctitle":"2015年政府信息公开年报","chnldocurl":"/a/2.htm","docreltime":1453046400000}],"pageCount":3}""",
            "/fjdzapp/search", "channelid=1&page=2&prepage=10");
        Assert.Equal([new DateOnly(2017, 1, 18), new DateOnly(2016, 1, 18)], page.Reports.Select(r => r.Listed));
        Assert.Equal(["/fjdzapp/search channelid=1&page=1&prepage=10", "/fjdzapp/search channelid=1&page=3&prepage=10"], Next(page));
    }

    const string Datastore = """
        <title>政府信息公开年报</title><div id="303271"><script type="text/xml"><datastore>{0}<recordset>
        <record><![CDATA[<li><a href="/art/2024/1/9/art_77278_3.html" title="东湖市财政局2023年政府信息公开年报">东湖市…</a><span>2024-01-09</span></li>]]></record>
        <record><![CDATA[<li><a href="/art/2023/1/9/art_77278_2.html" title="东湖市财政局2022年政府信息公开年报">东湖市…</a><span>2023-01-09</span></li>]]></record>
        </recordset></datastore></script></div>
        """;

    [Fact]
    public void Jcms_records_stand_in_a_script_and_the_rest_is_posted_for_three_pages_at_a_time()
    {
        var page = Read(Datastore.Replace("{0}", "") + """
            <script>$('#303271').jpage({ proxyUrl:'/module/jpage/dataproxy.jsp', perPage:20, totalRecord:97,
              ajaxParam:{col:1,appid:1,webid:1756,path:'/',columnid:77278,sourceContentType:1,unitid:'303271',webname:'东湖',permissiontype:0} });</script>
            """, "/col/col77278/index.html");
        Assert.Equal([2023, 2022], Years(page));
        const string form = " col=1&appid=1&webid=1756&path=%2F&columnid=77278&sourceContentType=1&unitid=303271&webname=%E4%B8%9C%E6%B9%96&permissiontype=0";
        Assert.Equal(["/module/jpage/dataproxy.jsp?startrecord=1&endrecord=60&perpage=20" + form, "/module/jpage/dataproxy.jsp?startrecord=61&endrecord=97&perpage=20" + form], Next(page));
    }

    [Fact]
    public void Jcms_with_a_link_to_the_next_group_is_asked_by_it()
    {
        const string group = "<nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&amp;appid=1&amp;columnid=77278\"></a>]]></nextgroup>";
        Assert.Equal(["/module/web/jpage/dataproxy.jsp?page=1&appid=1&columnid=77278"], Next(Read(Datastore.Replace("{0}", group), "/col/col77278/index.html")));
        var answer = Answer("<datastore><nextgroup></nextgroup><totalrecord>4</totalrecord><totalpage>2</totalpage><recordset><record><![CDATA[<li><a href='/art/2022/1/9/art_77278_1.html'>2021年政府信息公开年报</a></li>]]></record></recordset></datastore>",
            "/module/web/jpage/dataproxy.jsp?page=1&columnid=77278");
        Assert.Equal([2021], Years(answer));
    }

    [Fact]
    public void Jpaas_names_its_request_in_the_page_and_answers_with_a_piece_of_one()
    {
        var page = Read("""<div url="/api" queryData="{'parseType':'bulidstatic','webId':'3077','tplSetId':'XY4xf','pageType':'column','tagId':'当前栏目_list','pageId':'1562308'}"></div>""", "/col/col1562308/index.html");
        const string unit = "/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId=3077&tplSetId=XY4xf&pageType=column&tagId=%E5%BD%93%E5%89%8D%E6%A0%8F%E7%9B%AE_list&pageId=1562308&paramJson=";
        Assert.Equal([unit + "%7B%22pageNo%22%3A1%2C%22pageSize%22%3A50%7D"], Next(page));
        var items = string.Concat(Enumerable.Range(0, 50).Select(i => $"<li><a href='/art/2024/art_{i}.html' title='东湖市财政局{1975 + i}年政府信息公开年报'>…</a></li>"));
        var answer = Answer($$"""{"success":true,"data":{"html":"<ul>{{items}}</ul><div class='pagination' count='101'></div>"} }""", unit + "%7B%22pageNo%22%3A1%2C%22pageSize%22%3A50%7D");
        Assert.Equal(25, answer.Reports.Count);
        Assert.Equal([unit + "%7B%22pageNo%22%3A2%2C%22pageSize%22%3A50%7D", unit + "%7B%22pageNo%22%3A3%2C%22pageSize%22%3A50%7D"], Next(answer));
    }

    [Theory]
    [InlineData("var url = '/searchList/a1a078ee0bc54721?_isAgg=true&_isJson=true&_pageSize=20&_channelName=&page=';", "/searchList/a1a078ee0bc54721?_isAgg=true&_isJson=true&_pageSize=20&_channelName=&page=1")]
    [InlineData("var channelId = 'a1a078ee0bc54721'; $.get('/common/search/' + channelId + '?page=' + n)", "/common/search/a1a078ee0bc54721?_isAgg=true&_isJson=true&_pageSize=20&_template=index&_rangeTimeGte=&_channelName=&page=1")]
    [InlineData("$.getJSON('/chinatax/manuscriptList/n810755?_isAgg=0&_pageSize=20&_template=index&page=1', show)", "/chinatax/manuscriptList/n810755?_isAgg=0&_pageSize=20&_template=index&page=1")]
    [InlineData("load('/es-search/search/a1a078ee0bc54721?_template=ucap/list_ejs&_isAgg=1&_pageSize=20&page=1')", "/es-search/search/a1a078ee0bc54721?_template=ucap/list_ejs&_isAgg=1&_pageSize=20&page=1")]
    public void Ucap_names_its_interface_in_a_script(string script, string next) =>
        Assert.Equal([next], Next(Read($"<title>年报</title><script>{script}</script>", "/c101935/common_list.shtml")));

    [Fact]
    public void Ucap_answers_with_json_or_a_piece_of_a_page()
    {
        const string address = "/searchList/a1a0?_isJson=true&_pageSize=20&page=1";
        var json = Answer("""{"data":{"results":[{"title":"东湖市2023年政府信息公开年报","url":"/c1/202401/62cf.shtml","publishedTimeStr":"2024-01-09 10:00:00"}],"total":41,"page":1,"rows":20}}""", address);
        Assert.Equal(["/searchList/a1a0?_isJson=true&_pageSize=20&page=2", "/searchList/a1a0?_isJson=true&_pageSize=20&page=3"], Next(json));
        Assert.Equal((2023, new DateOnly(2024, 1, 9)), (json.Reports[0].Year, json.Reports[0].Listed));
        const string piece = "<li><a href='/c1/202301/62cf.shtml' title='东湖市2022年政府信息公开年报'>…</a><span>2023-01-09</span></li>";
        Assert.Equal(["/es-search/search/a1?page=2"], Next(Answer(piece, "/es-search/search/a1?page=1")));
        Assert.Equal(["/es-search/search/a1?page=3"], Next(Answer("<ul></ul>", "/es-search/search/a1?page=2")));
        Assert.Empty(Next(Answer("<ul></ul>", "/es-search/search/a1?page=3", misses: 1)));
    }

    [Theory]
    [InlineData("{\"name\":\"2023\",\"count\":4}", 0, 1)]
    [InlineData("{\"name\":\"2023年\"},{\"name\":\"市财政局\",\"count\":4}", 0, 1)]
    [InlineData("{\"name\":\"2023年\",\"date\":\"2024-01-09\"}", 1, 2)]
    [InlineData("{\"name\":\"东湖市财政局2023年政府信息公开年报\"}", 1, 1)]
    public void What_data_offer_to_choose_from_is_no_item(string offered, int troubles, int records)
    {
        const string item = "{\"title\":\"东湖市2022年政府信息公开年报\",\"url\":\"/c1/a.shtml\"}";
        var page = Answer($"{{\"docs\":[{item}],\"years\":[{offered}]}}", "/list?page=1");
        Assert.Equal((1, troubles, records), (page.Reports.Count, page.Troubles.Count, page.Records.Count));
        Assert.Empty(Answer("{\"docs\":[],\"years\":[{\"name\":\"2023\",\"count\":4}]}", "/list?page=1").Troubles);
        // Beside an item it is one.
        Assert.Equal((1, 2), Answer($"[{item},{{\"name\":\"2023年\"}}]", "/list?page=1") is var beside ? (beside.Troubles.Count, beside.Records.Count) : default);
    }

    [Theory]
    [InlineData(20000, false)]
    [InlineData(200, false)]
    [InlineData(500, true)]
    [InlineData(-1, true)]
    public void A_code_beyond_those_of_errors_that_comes_with_items_is_none(int code, bool error)
    {
        var page = Answer($"{{\"code\":{code},\"data\":{{\"items\":[{{\"title\":\"东湖市2022年政府信息公开年报\",\"url\":\"/c1/a.shtml\"}}]}}}}", "/list?page=1");
        Assert.Equal(error ? 1 : 0, page.Troubles.Count);
        Assert.Single(Answer("{\"code\":20001,\"data\":{\"items\":[]}}", "/list?page=1").Troubles);
    }

    const string Config = "<script>window._CONFIG = { SID: '755031', TREE: [{\"id\":100,\"name\":\"机构职能\"},{\"id\":2811,\"pid\":0,\"name\":\"政府信息公开年报\"}] };</script>";

    [Theory]
    [InlineData("/szjr/gkmlpt/index#153", "/szjr/gkmlpt/api/all/153?page=1&sid=755031")]
    [InlineData("/gkmlpt/index", "/gkmlpt/api/all/2811?page=1&sid=755031")]
    public void Guangdong_catalogue_gives_a_category_by_its_interface(string address, string next) => Assert.Equal([next], Next(Read(Config, address)));

    [Fact]
    public void Guangdong_catalogue_counts_its_pages_from_0_or_1()
    {
        const string article = """{"id":1,"title":"东湖市财政局2023年政府信息公开年报","url":"/x","post_url":"http://czj.donghu.gov.cn/gkmlpt/content/0/1/post_1.html","create_time":1704758400,"publisher":"东湖市财政局"}""";
        var whole = Answer($$"""{"total":1,"articles":[{{article}}]}""", "/gkmlpt/api/all/5?page=1&sid=2");
        Assert.Equal((2023, "东湖市财政局", new DateOnly(2024, 1, 9)), (whole.Reports[0].Year, whole.Reports[0].Agency, whole.Reports[0].Listed));
        Assert.Empty(Next(whole));
        Assert.Equal(["/gkmlpt/api/all/5?page=0&sid=2"], Next(Answer("""{"total":1,"articles":[]}""", "/gkmlpt/api/all/5?page=1&sid=2")));
    }

    const string Report = "<title>东湖市财政局</title><p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>";

    [Theory]
    [InlineData(Report, 0, false, new[] { "2023", "2025" })]
    [InlineData("<title>东湖市财政局</title>暂无", 0, false, new[] { "2023", "2025" })]
    [InlineData("<title>东湖市财政局</title>暂无", 1, false, new string[0])]
    [InlineData(Report, 1, true, new[] { "2023", "2025" })]
    [InlineData("<title>东湖市财政局</title>暂无", 0, true, new[] { "2025" })]
    [InlineData("<title>东湖市财政局</title>暂无", 1, true, new string[0])]
    public void A_report_by_year_leads_to_the_years_beside_it(string html, int misses, bool upwards, string[] years)
    {
        var page = Read(html, "/module/xxgk/xxgkAnnualReport.jsp?area=002562728&fbtime=2024", r => r with { Misses = misses, Upwards = upwards });
        Assert.Equal(years, page.NextPages.Select(p => p.Key[^4..]));
        Assert.Equal(html == Report ? [2024] : [], Years(page));
    }

    [Theory]
    [InlineData("/InfoPublic.aspx?cid=1019&pid=971&page=1&kw=", "<a href='?cid=1019&pid=971&page=2&kw='>2</a><a href='?cid=1019&pid=971&page=2&kw='>下一页</a>", new[] { "/InfoPublic.aspx?cid=1019&pid=971&page=2&kw=" })]
    [InlineData("/eportal/ui?pageId=77", "<a href='javascript:next(2)'>下一页</a><a href='javascript:next(3)'>尾页</a>", new[] { "/eportal/ui?pageId=77&currentPage=2", "/eportal/ui?pageId=77&currentPage=3" })]
    [InlineData("/a/nb/", "<script>function next(n) { location.href = 'list_' + n + '.html'; }</script><a href='javascript:next(2)'>下一页</a>", new[] { "/a/nb/list_2.html" })]
    [InlineData("/a/nb/1.html", "<script>var totalPage = 3;</script>", new[] { "/a/nb/2.html", "/a/nb/3.html" })]
    [InlineData("/a/nb.htm", "<a href='nb/2.htm'>下页</a>", new[] { "/a/nb/2.htm" })]
    [InlineData("/a/node_301.html", "<script>createPageHTML(3, 0, 'node_301', 'html')</script>", new[] { "/a/node_301_1.html", "/a/node_301_2.html" })]
    [InlineData("/a/index_1.html", "<script>createPageHTML(3, 1, 'index', 'html')</script>", new string[0])]
    [InlineData("/a/nb/", "<a href='/common/list.jsp?col=12&page=2'>下一页</a><a href='/b/2.htm'>2</a>", new[] { "/common/list.jsp?col=12&page=2" })]
    [InlineData("/a/nb/", "<a href='/zwgk/tzgg/'>&gt;&gt;</a><a href='/zwgk/'>next</a>", new string[0])]
    [InlineData("/a/list.shtml", "<script>createPageHTML(2, 0, 'list', 'shtml')</script><a href='list_2.shtml'>2</a>", new[] { "/a/list_2.shtml" })]
    public void Further_pages_are_known_by_links_numbers_and_functions(string address, string html, string[] next) => Assert.Equal(next, Next(Read(html, address)));

    [Theory]
    [InlineData("/list.do?colId=12", "<script>var totalPage = 3;</script>", true)]
    [InlineData("/list.do?colId=12", "<script>var totalPage = 1;</script>", false)]
    [InlineData("/nb/", "<p>共3页 当前第1页</p>", true)]
    [InlineData("/nb/", "<p>1/3页</p>", true)]
    [InlineData("/nb/", "<p>11/3页 共1页 共3条</p>", false)]
    [InlineData("/nb/", "<a href='http://www.elsewhere.example/2.html'>下一页</a>", true)]
    [InlineData("/nb/", "<a href='http://www.elsewhere.example/'>&gt;&gt;</a>", false)]
    [InlineData("/nb/index.html", "<script>createPageHTML(3, 0, 'index', 'html')</script>共3页", false)]
    public void Further_pages_that_cannot_be_found_are_known_to_be_there(string address, string html, bool misses) => Assert.Equal(misses, Read(html, address).MissesPages);

    [Fact]
    public void What_only_a_browser_could_follow_is_said()
    {
        Assert.Equal(["needs a browser: 1 titles of reports lead to no address"], Read("<a href=\"javascript:getMainData('ndbg')\">2023年政府信息公开年报</a>", "/nb/").Troubles);
        Assert.Equal(["needs a browser: a script turns the page, by an address that it does not show"], Read("<a href='a.html'>2023年政府信息公开年报</a><a href='#' onclick='go()'>下一页</a>", "/nb/").Troubles);
        const string pager = "<a href='a.html'>2023年政府信息公开年报</a><script>new Pager({el:'#pg', total:12, size:10, url:'page{n}.html'})</script>";
        Assert.Equal(["needs a browser: a script turns the page, by an address that it does not show"], Read(pager, "/nb/").Troubles);
        Assert.Empty(Read(pager.Replace("12", "9"), "/nb/").Troubles);
        const string counted = "<a href='a.html'>2023年政府信息公开年报</a>共15条 <a href='#' onclick='go()'>下一页</a>";
        Assert.Equal(["needs a browser: a script turns the page, by an address that it does not show"], Read(counted, "/nb/").Troubles);
        Assert.Empty(Read(counted.Replace("15", "1"), "/nb/").Troubles);
        Assert.Single(Read(counted.Replace("15", "0"), "/nb/").Troubles);
        Assert.Single(Read(counted + "<a href='/zwgk/tzgg/'>&gt;&gt;</a><a href='/zwgk/tzgg/2.html'>下一页</a>", "/nb/").Troubles);
        Assert.StartsWith("needs a browser: no report here", Assert.Single(Read("<script>getMainData('ndbg')</script>", "/nb/").Troubles), StringComparison.Ordinal);
        Assert.Equal(["the interface answered with no list"], Answer("<html><body>登录</body></html>", "/searchList/a1a0?x=1").Troubles);
        Assert.Empty(Answer("<datastore><totalrecord>45</totalrecord><recordset></recordset></datastore>", "/module/jpage/dataproxy.jsp?startrecord=46&endrecord=46").Troubles);
        Assert.Empty(Read("<p>暂无</p>", "/nb/").Troubles);
    }

    [Theory]
    [InlineData("<a href='#' onclick=\"window.open('/a/1.html')\">2023年政府信息公开年报</a>")]
    [InlineData("<li onclick=\"location.href='/a/1.html'\"><a>2023年政府信息公开年报</a></li>")]
    [InlineData("<a href=\"javascript:view('/a/1.html')\">2023年政府信息公开年报</a>")]
    public void A_click_leads_where_its_script_opens(string html) => Assert.Equal($"{Host}/a/1.html", Assert.Single(Read(html, "/nb/").Reports).Address.AbsoluteUri);

    [Fact]
    public void Columns_are_divided_by_who_reports()
    {
        var page = Read("<title>政府信息公开年报</title><a href='bmxxgknb/'>部门</a><a href='xzjd/index.html'>乡镇街道</a><a href='czj/'>市财政局</a><a href='/'>首页</a><a href='/zwgk/'>部门信息</a>", "/zfxxgk/gknb/");
        Assert.Equal([("/zfxxgk/gknb/bmxxgknb/", null), ("/zfxxgk/gknb/xzjd/index.html", null), ("/zfxxgk/gknb/czj/", "市财政局")], page.Folders.Select(f => (f.Address.AbsolutePath, f.Agency)));
    }

    [Theory]
    [InlineData("/eportal/ui?pageId=1", "/eportal/ui?pageId=23", "2023年", true)]
    [InlineData("/c1/zfxxgknb/list.shtml", "zfxxgknb_2023.shtml", "2023年", true)]
    [InlineData("/c1/zfxxgknb/", "nb_2023.html", "2023年政府信息公开年报", true)]
    [InlineData("/c1/zfxxgknb/", "t20240115_2023.html", "2023年", false)]
    [InlineData("/c1/zfxxgknb/", "zfxxgknb_2023.shtml", "东湖市财政局2023年政府信息公开年报", false)]
    [InlineData("/c1/zfxxgknb/", "zfxxgknb_2023.pdf", "2023年", false)]
    [InlineData("/module/xxgk/xxgkAnnualReport.jsp?fbtime=2024", "?fbtime=2023", "2023年政府信息公开年报", false)]
    public void What_is_called_like_a_list_may_be_one(string column, string href, string title, bool may) =>
        Assert.Equal(may ? (1, 0) : (0, 1), Read($"<title>政府信息公开年报</title><a href='{href}'>{title}</a>", column) is var page ? (page.Collections.Count, page.Reports.Count) : default);

    [Fact]
    public void A_name_that_the_source_bears_is_a_unit_whatever_it_is()
    {
        const string html = "<a href='1.html'>市12345热线中心</a><a href='2.html'>市大桥指挥</a><a href='3.html'>网站地图</a><a href='4.html'>市烟草专卖局（公司）</a><a href='5.html'>市委党校</a>";
        var place = new ListPlace(true, 2023);
        Assert.Equal(["市烟草专卖局（公司）", "市委党校"], Read(html, "/gknb/2023n/", place: place).Reports.Select(r => r.Agency));
        Assert.Equal(["市12345热线中心", "市大桥指挥", "市烟草专卖局（公司）", "市委党校"],
            Read(html, "/gknb/2023n/", place: place with { Names = ["东湖市12345热线中心", "东湖市大桥指挥"] }).Reports.Select(r => r.Agency));
    }

    [Theory]
    [InlineData("市政务服务和大数据管理局")]
    [InlineData("市委机构编制委员会办公室")]
    [InlineData("市机关事务服务中心")]
    [InlineData("市新闻出版局")]
    [InlineData("市发展和改革委员会（市粮食和物资储备局）")]
    [InlineData("市第一中学")]
    [InlineData("市国有林场")]
    [InlineData("市残联")]
    public void Units_are_known_by_their_names(string name) =>
        Assert.Equal(name, Assert.Single(Read($"<a href='1.html'>{name}</a>", "/gknb/2023n/", place: new ListPlace(true, 2023)).Reports).Agency);

    [Theory]
    [InlineData("新闻中心")]
    [InlineData("便民服务中心")]
    [InlineData("政务服务网")]
    [InlineData("政务动态")]
    [InlineData("机构设置")]
    [InlineData("直属机构")]
    [InlineData("数据开放")]
    [InlineData("政府信息公开目录")]
    [InlineData("新闻发布会")]
    [InlineData("会议")]
    public void Navigation_is_no_unit(string name) => Assert.Empty(Read($"<a href='1.html'>{name}</a>", "/gknb/2023n/", place: new ListPlace(true, 2023)).Reports);

    [Fact]
    public void Within_a_year_a_units_name_is_a_report()
    {
        var page = Read("<a href='t1.html'>市财政局</a><a href='/files/2.pdf'>石渡镇</a><a href='/'>首页</a><a href='/bm/'>市教育局</a>", "/gknb/2023n/", place: new ListPlace(true, 2023));
        Assert.Equal([("市财政局", 2023), ("石渡镇", 2023)], page.Reports.Select(r => (r.Agency, r.Year ?? 0)));
    }

    [Fact]
    public void What_a_column_shows_in_a_frame_is_asked_for_though_folders_stand_beside_it() =>
        Assert.Equal(["/gknb/l.html"], Next(Read("<title>政府信息公开年报</title><a href='czj/'>市财政局</a><iframe src='l.html'></iframe>", "/gknb/")));

    [Fact]
    public void An_article_with_the_reports_of_many_is_opened_as_a_list()
    {
        var page = Read("<a href='t1.html'>2023年度各部门政府信息公开工作年度报告</a><a href='t2.pdf'>青屏县2022年政府信息公开工作年度报告（汇总）</a>", "/gknb/");
        Assert.Equal(2023, Assert.Single(page.Collections).Year);
        Assert.Equal(2022, Assert.Single(page.Reports).Year);
    }
}
