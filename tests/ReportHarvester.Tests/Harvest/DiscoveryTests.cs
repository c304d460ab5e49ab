using System.Text;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

public class DiscoveryTests
{
    static readonly Uri Column = new("http://czj.donghu.gov.cn/zfxxgk/zfxxgknb/");
    static readonly Uri Elsewhere = new("http://czj.donghu.gov.cn/zwgk/");

    static ListPage Read(string html, Uri? address = null) => Discovery.ReadList(Encoding.UTF8.GetBytes(html), null, new PageRequest(address ?? Elsewhere));

    [Theory]
    [InlineData("东湖市财政局2023年政府信息公开工作年度报告", 2023)]
    [InlineData("2021年政府信息公开年报", 2021)]
    [InlineData("关于东湖市财政局２０２２年度政府信息公开工作的年度报告", 2022)]
    [InlineData("东湖市二〇一九年政府信息公开年度报告", 2019)]
    [InlineData("市交通局信息公开工作报告（2015年）", 2015)]
    public void Takes_the_titles_of_reports(string title, int year)
    {
        var link = Assert.Single(Read($"<li><a href='t1.html'>{title}</a></li>").Reports);
        Assert.Equal((title, year), (link.Title, link.Year));
    }

    [Theory]
    [InlineData("2023年政府网站工作年度报表", PassReason.OtherTitle)]
    [InlineData("东湖市财政局2023年法治政府建设年度报告", PassReason.OtherTitle)]
    [InlineData("东湖市财政局政府信息公开指南", PassReason.OtherTitle)]
    [InlineData("政府信息公开制度", PassReason.OtherTitle)]
    [InlineData("我局召开2023年度工作会议", PassReason.OtherTitle)]
    [InlineData("关于做好2023年政府信息公开工作年度报告编制发布工作的通知", PassReason.OtherKind)]
    [InlineData("图解：2023年政府信息公开工作年度报告", PassReason.OtherKind)]
    [InlineData("政府信息公开年报", PassReason.NoYear)]
    [InlineData("2023年", PassReason.OtherTitle)]
    public void Passes_over_what_stands_beside_them(string title, PassReason reason)
    {
        var page = Read($"<li><a href='t1.html'>{title}</a></li>");
        Assert.Empty(page.Reports);
        Assert.Equal(reason, Assert.Single(page.Passed).Reason);
    }

    [Theory]
    [InlineData("<title>政府信息公开年报-东湖市财政局</title>", "http://czj.donghu.gov.cn/zwgk/c1/")]
    [InlineData("<meta name='ColumnName' content='政府信息公开年报'>", "http://czj.donghu.gov.cn/zwgk/c1/")]
    [InlineData("", "http://czj.donghu.gov.cn/zfxxgk/zfxxgknb/")]
    public void Takes_bare_years_within_the_column(string head, string address)
    {
        var page = Read($"{head}<li><a href='t1.html'>2023年</a></li><li><a href='t2.pdf'>2022年度报告</a></li><li><a href='t3.html'>2021年部门决算</a></li>", new Uri(address));
        Assert.Equal([2023, 2022], page.Reports.Select(r => r.Year));
    }

    [Theory]
    [InlineData("2023年度政府信息公开报告", 2023)]
    [InlineData("东湖市财政局2022年政府信息公开报告", 2022)]
    [InlineData("2021年度政务公开工作年度报告", 2021)]
    [InlineData("二O二O年政府信息公开工作年度报告", 2020)]
    [InlineData("二0一九年政府信息公开工作年度报告", 2019)]
    [InlineData("二〇一八年年报", 2018)]
    [InlineData("2019年政府信息公开工作总结", 2019)]
    [InlineData("2018年信息公开工作情况报告", 2018)]
    [InlineData("东湖市财政局2017年度报告（政府信息公开）", 2017)]
    [InlineData("2016年政府信息公开情况年报", 2016)]
    [InlineData("东湖市培训中心2015年政府信息公开工作年度报告", 2015)]
    [InlineData("政府信息公开工作2014年度报告（汇编）.pdf", 2014)]
    [InlineData("东湖市财政局政府信息公开工作年度报告", null)]
    public void Within_the_column_reports_are_known_by_many_wordings(string title, int? year) =>
        Assert.Equal((title, year), Assert.Single(Read($"<li><a href='t1.html'>{title}</a></li>", Column).Reports) is var link ? (link.Title, link.Year) : default);

    [Theory]
    [InlineData("2024年政府信息公开工作计划")]
    [InlineData("2024年政务公开工作要点")]
    [InlineData("2023年政务公开工作总结")]
    [InlineData("2023年上半年政府信息公开工作总结")]
    [InlineData("2023年第三季度政府信息公开情况报告")]
    [InlineData("2023年政府信息公开第三方评估报告")]
    [InlineData("关于报送2023年政府信息公开工作总结的通知")]
    [InlineData("东湖市财政局2023年法治政府建设年度报告")]
    [InlineData("2023年政府网站工作年度报表")]
    [InlineData("2023年政府工作报告")]
    [InlineData("一图读懂东湖市财政局2023年政府信息公开工作年度报告")]
    [InlineData("图解东湖市财政局2023年政府信息公开工作年度报告")]
    [InlineData("培训：2023年政府信息公开工作年度报告怎么写")]
    [InlineData("政府信息公开指南")]
    [InlineData("政府信息公开")]
    [InlineData("我局召开2023年度工作会议")]
    [InlineData("东湖市财政局2023年部门预算")]
    public void Within_the_column_other_things_are_passed_without_doubt(string title)
    {
        var page = Read($"<li><a href='t1.html'>{title}</a><span>2024-01-19</span></li>", Column);
        Assert.Empty(page.Reports);
        Assert.InRange(Assert.Single(page.Passed).Reason, PassReason.OtherTitle, PassReason.OtherKind);
    }

    [Theory]
    [InlineData("<li><a href='t1.html'>东湖市财政局2025年公开情况</a></li>")]
    [InlineData("<li><a href='/art/1.html'>2025年信息公开工作情况</a></li>")]
    [InlineData("<li><a href='/art/1.html'>2025年度材料</a><span>2026-01-19</span></li>")]
    [InlineData("<li><a href='/art/1.html'>政府信息公开情况</a><span>2026-01-19</span></li>")]
    [InlineData("<li><a href='t1.html'>财政局</a></li>")]
    [InlineData("<li><a href='2021-2025/'>2021年至2025年</a></li>")]
    [InlineData("<li><a href='http://www.elsewhere.example/1.html'>2025年政府信息公开情况</a></li>")]
    public void What_may_be_a_report_by_an_unknown_title_is_said(string item)
    {
        var page = Discovery.ReadList(Encoding.UTF8.GetBytes(item), null, new PageRequest(Column), new ListPlace { Names = ["东湖市财政局"] });
        Assert.Empty(page.Reports);
        Assert.Equal(PassReason.InDoubt, Assert.Single(page.Passed).Reason);
    }

    [Theory]
    [InlineData("<a href='/zfxxgk/'>政府信息公开</a>")]
    [InlineData("<a href='/'>东湖市财政局</a>")]
    [InlineData("<a href='http://www.donghu.gov.cn/'>东湖市人民政府</a>")]
    [InlineData("<a href='/zt/2025/'>2025年两会</a>")]
    [InlineData("<a href='./'>政府信息公开年报</a>")]
    public void What_surrounds_a_list_raises_no_doubt(string item)
    {
        var page = Discovery.ReadList(Encoding.UTF8.GetBytes(item), null, new PageRequest(Column), new ListPlace { Names = ["东湖市财政局"] });
        Assert.DoesNotContain(page.Passed, p => p.Reason == PassReason.InDoubt);
    }

    [Fact]
    public void A_year_with_a_folder_for_an_address_may_be_a_list_of_its_own()
    {
        var page = Read("<li><a href='2023n/'>2023年</a></li><li><a href='gknb2022/index.html'>2022年</a></li>", Column);
        Assert.Empty(page.Reports);
        Assert.Equal([new Uri(Column, "2023n/"), new Uri(Column, "gknb2022/index.html")], page.Folders.Select(f => f.Address));
    }

    [Fact]
    public void The_title_attribute_is_whole_where_the_text_is_cut()
    {
        var link = Assert.Single(Read("<li><a href='t1.html' title='东湖市财政局2023年政府信息公开工作年度报告'>东湖市财政局2023年政府信息公…</a></li>").Reports);
        Assert.Equal("东湖市财政局2023年政府信息公开工作年度报告", link.Title);
    }

    [Theory]
    [InlineData("<li><a href='t1.html'>2023年政府信息公开年报</a><span>2024-01-19</span></li>")]
    [InlineData("<li><span>[2024-01-19]</span><a href='t1.html'>2023年政府信息公开年报</a></li>")]
    [InlineData("<tr><td>1</td><td><a href='t1.html'>2023年政府信息公开年报</a></td><td>2024年1月19日</td></tr>")]
    [InlineData("<div><a href='t1.html'>2023年政府信息公开年报<i>2024/01/19</i></a></div><div><a href='t2.html'>其他</a><i>2020-01-01</i></div>")]
    [InlineData("<dl><dd><a href='t1.html'>2023年政府信息公开年报</a></dd><dd> 2024.01.19 </dd></dl><dl><dd>2020-01-01</dd></dl>")]
    public void Reads_the_date_beside_the_title(string item)
    {
        var link = Assert.Single(Read(item).Reports);
        Assert.Equal((new DateOnly(2024, 1, 19), "2023年政府信息公开年报"), (link.Listed, link.Title));
    }

    [Fact]
    public void Addresses_are_resolved_once_and_stay_on_the_site()
    {
        var page = Read("""
            <base href="http://czj.donghu.gov.cn/a/">
            <a href=" t1.html#top ">2023年政府信息公开年报</a>
            <a href="/a/t1.html">2023年政府信息公开年报</a>
            <a href="http://www.donghu.gov.cn/t2.html">2022年政府信息公开年报</a>
            <a href="http://www.other.gov.cn/t3.html">2021年政府信息公开年报</a>
            <a href="javascript:open(1)">2020年政府信息公开年报</a>
            <!-- <a href="t9.html">2019年政府信息公开年报</a> -->
            """);
        Assert.Equal(["http://czj.donghu.gov.cn/a/t1.html", "http://www.donghu.gov.cn/t2.html"], page.Reports.Select(r => r.Address.AbsoluteUri));
        Assert.Equal([PassReason.OtherSite, PassReason.NeedsBrowser], page.Passed.Select(p => p.Reason));
    }

    [Theory, Trait("case", "C16")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", null)]
    [InlineData("gb18030", "iso-8859-1")]
    [InlineData("utf-8", "gbk")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", null)]
    public void Reads_pages_whatever_charset_is_declared(string real, string? declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(real);
        byte[] mark = real.StartsWith("utf-16", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        byte[] html = [.. mark, .. encoding.GetBytes("<li><a href='t1.html'>东湖市2023年政府信息公开年报</a></li>")];
        Assert.Equal("东湖市2023年政府信息公开年报", Assert.Single(Discovery.ReadList(html, declared, new PageRequest(Elsewhere)).Reports).Title);
    }

    [Theory]
    [InlineData("""{"totalPages":-1,"data":[{"title":"2023年政府信息公开年报","url":"/a.html"}]}""")]
    [InlineData("""{"total":2147483647,"rows":-1,"data":[{"title":"2023年政府信息公开年报","url":"/a.html"}]}""")]
    [InlineData("""{"total":2147483647,"rows":2,"x":"\ud800","data":[{"title":"2023年政府信息公开年报","url":"/a.html","date":"\ud800"}]}""")]
    [InlineData("<a href='http://[fe80::1%25eth0]/'>友情链接</a><a href='/a.html'>2023年政府信息公开年报</a>")]
    [InlineData("<a href='/a.html'>2023年政府信息公开年报</a><a href='/b.html'>20٢٣年政府信息公开年报</a>共٢٣")]
    public void One_thing_gone_wrong_costs_nothing_else(string text) =>
        Assert.Equal(2023, Assert.Single(Discovery.ReadList(Encoding.UTF8.GetBytes(text), null, new PageRequest(new Uri(Elsewhere, "list?page=1")) { ForScript = text[0] == '{' }).Reports).Year);

    [Fact]
    public void Hostile_pages_are_read_in_one_pass()
    {
        foreach (var hostile in new[] { "<div>", "<p><font size=1>x", "<a href=x title=y>", "<table><tr><td>", "<script><!--<script>" })
            Assert.Empty(Read(string.Concat(Enumerable.Repeat(hostile, 100_000))).Reports);
    }

    [Fact]
    public void A_link_that_nobody_closed_has_no_page_for_its_title()
    {
        var page = "<title>政府信息公开年报</title><a href='/b.html'>" + new string(' ', 900) + "2022年政府信息公开年报</a><a href='/a.html'>2023年政府信息公开年报" + new string('字', 100_000);
        var list = Discovery.ReadList(System.Text.Encoding.UTF8.GetBytes(page), null, new PageRequest(new Uri("http://czj.donghu.gov.cn/gknb/")));
        Assert.Contains(list.Reports, report => report is { Year: 2022, Title: "2022年政府信息公开年报" });
        Assert.All(list.Reports.Select(report => report.Title).Concat(list.Passed.Select(passed => passed.Title)), title => Assert.InRange(title.Length, 1, 500));
    }

    [Theory]
    [InlineData("<record><![CDATA[<a href='/1.html'>2023年政府信息公开年报</a>]]></record><record><![CDATA[<a href='/2.html'>2022年政府信息公开年报</a>", 1)]
    [InlineData("<record><![CDATA[<a href='/1.html'>2023年政府信息公开年报</a>]]><![CDATA[<a href='/2.html'>2022年政府信息公开年报</a>]]>", 2)]
    public void Records_are_taken_up_to_the_one_that_is_cut_off(string text, int reports)
    {
        var list = Discovery.ReadList(System.Text.Encoding.UTF8.GetBytes(text), null, new PageRequest(new Uri("http://czj.donghu.gov.cn/gknb/")) { ForScript = true });
        Assert.Equal(reports, list.Reports.Count(report => report.Address.AbsolutePath is "/1.html" or "/2.html"));
    }
}
