using Microsoft.AspNetCore.Http;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest;

/// <summary>What nights after each other make of reports that go, move and come back.</summary>
public sealed partial class HarvestRunTests
{
    readonly FakeTime nights = new(TimeSpan.Zero);

    async Task<HarvestResult> Night(MemorySites sites)
    {
        nights.Advance(TimeSpan.FromDays(1));
        return await Harvest(sites, time: nights);
    }

    IReadOnlyList<string> Events => Stored("SELECT kind || ' ' || year FROM report_event e JOIN report p ON p.id = e.report WHERE kind NOT IN ('first_seen', 'copy') ORDER BY e.id");

    [Fact]
    public async Task A_report_that_is_gone_for_two_nights_has_vanished_until_it_is_back()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"));
        await Night(sites);
        sites.Remove(Column + "t1.html");
        await Night(sites);
        Assert.Empty(Events);
        // A page that only says so counts as well.
        sites[Column + "t1.html"] = "<html><title>404 您访问的页面不存在</title></html>";
        await Night(sites);
        await Night(sites);
        Assert.Equal(["vanished 2023"], Events);
        Assert.Equal(["2023|gone"], Stored("SELECT p.year, l.tombstone_reason FROM report p JOIN reading r ON r.report = p.id JOIN link l ON l.url = r.article WHERE p.vanished IS NOT NULL"));
        sites[Column + "t1.html"] = Article;
        await Night(sites);
        Assert.Equal(["vanished 2023", "back 2023"], Events);
    }

    [Fact]
    public async Task A_report_that_its_list_holds_no_more_has_vanished_but_not_when_the_list_is_broken()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1.html", "2023年"));
        Assert.Equal(1, (await Night(sites))["lists_in_doubt"]);
        Assert.Empty(Events);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"), ("index_2.html", "下一页"));
        await Night(sites);
        Assert.Empty(Events);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"));
        sites.Remove(Column + "t3.html");
        // It is asked itself every other night, and that it is gone is believed in the second.
        for (var night = 0; night < 2; night++) await Night(sites);
        Assert.Empty(Events);
        await Night(sites);
        Assert.Equal(["vanished 2021"], Events);
    }

    [Fact]
    public async Task What_slid_off_its_list_and_is_not_found_once_has_not_vanished()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"));
        await Night(sites);
        sites.Remove(Column + "t3.html");
        await Night(sites);
        Assert.Equal(["404 " + Column + "t3.html"], sites.Answered.Where(answer => answer.StartsWith("404", StringComparison.Ordinal)));
        sites[Column + "t3.html"] = Article + "2021";
        for (var night = 0; night < 4; night++) await Night(sites);
        Assert.Empty(Events);
        Assert.Equal(["0"], Stored("SELECT count(*) FROM link WHERE gone_since IS NOT NULL OR tombstone IS NOT NULL"));
    }

    [Fact]
    public async Task A_list_of_the_newest_only_lets_go_of_reports_that_are_there_as_before()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"));
        for (var night = 0; night < 5; night++) await Night(sites);
        Assert.Empty(Events);
        // A gate says nothing of what is behind it.
        sites[Column + "t3.html"] = "<html>系统维护中，请与管理员联系</html>";
        for (var night = 0; night < 4; night++) await Night(sites);
        Assert.Empty(Events);
        sites[Column + "t3.html"] = Article.Replace("2", "7");
        for (var night = 0; night < 2; night++) await Night(sites);
        Assert.Equal(["changed 2021"], Events);
        sites.Remove(Column + "t3.html");
        for (var night = 0; night < 4; night++) await Night(sites);
        Assert.Equal(["changed 2021", "vanished 2021"], Events);
    }

    [Fact]
    public async Task A_report_whose_title_was_edited_into_one_that_is_passed_over_is_listed_still()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年政府信息公开年报解读"));
        for (var night = 0; night < 3; night++) Assert.Equal(2, (await Night(sites))["links"]);
        Assert.Equal(["0"], Stored("SELECT max(unlisted_nights) FROM link"));
        Assert.Empty(Events);
    }

    [Fact]
    public async Task A_site_that_is_rebuilt_takes_no_report_with_it()
    {
        var list = (Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年")));
        await using var sites = await MemorySites.Serve(list, (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        foreach (var page in new[] { "t1.html", "t2.html", "t3.html" }) sites.Remove(Column + page);
        for (var night = 0; night < 4; night++) Assert.Equal(1, (await Night(sites))["many_gone"]);
        Assert.Empty(Events);
        foreach (var (page, more) in new[] { ("t1.html", ""), ("t2.html", "2022"), ("t3.html", "2021") }) sites[Column + page] = Article + more;
        Assert.Equal(0, (await Night(sites))["many_gone"]);
        Assert.Equal(["0"], Stored("SELECT count(*) FROM link WHERE gone_since IS NOT NULL"));
    }

    [Fact]
    public async Task A_site_that_is_rebuilt_takes_no_report_off_its_list_before_a_month()
    {
        (string, string)[] items = [("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"), ("t4.html", "2020年")];
        await using var sites = await MemorySites.Serve([(Column, List(items)), .. items.Select(item => (Column + item.Item1, Article + item.Item2))]);
        await Night(sites);
        sites[Column] = List(items[0]);
        foreach (var (page, _) in items[1..]) sites.Remove(Column + page);
        for (var night = 0; night < 6; night++)
        {
            var result = await Night(sites);
            // In the third night the list would be believed, and what it does not list is asked itself.
            Assert.Equal(night < 2 ? (1, 0, 0) : (0, 1, 0), (result["lists_in_doubt"], result["many_gone"], result["links_refused"]));
        }
        Assert.Empty(Events);
        nights.Advance(TimeSpan.FromDays(30));
        var told = new Told();
        Assert.Equal(0, (await Harvest(sites, progress: told, time: nights))["many_gone"]);
        Assert.Equal(["vanished 2020", "vanished 2021", "vanished 2022"], Events.Order());
        Assert.Equal("3 reports were gone again and again, and count as gone from now on", Assert.Single(told.All, e => e.Step == HarvestStep.Unexpected).Detail);
    }

    [Theory]
    [InlineData("<script>var arg1='0A1B';setCookie('acw_sc__v2', x)</script>")]
    [InlineData("<title>滑动验证页面</title><p>{text}</p>")]
    [InlineData("<p>您的访问过于频繁，请稍后再试</p>")]
    [InlineData("<title>Just a moment...</title><div id='challenge'></div>")]
    [InlineData("<h1>请完成安全验证</h1>")]
    [InlineData("<p>您的请求已被拦截，事件编号 1</p>")]
    public async Task A_gate_is_no_article(string page)
    {
        page = page.Replace("{text}", string.Concat(Enumerable.Repeat("请按住滑块，拖动到最右边。", 60)));
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "东湖市财政局2023年年报"))), (Column + "t1.html", $"<html><body>{page}</body></html>"));
        Assert.Equal(1, (await Night(sites))["refused_challenge_page"]);
        Assert.Equal(["0"], Stored("SELECT count(*) FROM reading"));
    }

    [Fact]
    public async Task A_document_over_which_the_reader_stumbles_costs_neither_the_night_nor_the_others()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))), (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"));
        await Night(sites);
        DataFolder.Execute(data.FullName, "UPDATE reading SET reader = '0.0.0'");
        sites[Column] = List(("t3.html", "2021年"));
        sites[Column + "t3.html"] = Article.Replace("2", "5");
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(sites.Port);
        Reading Stumbles(byte[] bytes, string? charset) => System.Text.Encoding.UTF8.GetString(bytes).EndsWith("2022") ? throw new InvalidOperationException("stumbled") : Read(bytes, charset);
        var result = await new HarvestRun(store, fetcher, nights, new Silence(), Stumbles).Run([Source], default);
        Assert.Equal((1, 1, 1), (result["reread_failed"], result["read_again"], result["reports_new"]));
        Assert.Equal(["1"], Stored("SELECT count(*) FROM run WHERE id = 2 AND failure IS NULL"));
        // Where another run is due it waits for a later one.
        Assert.Equal((0, 1), await new HarvestRun(store, fetcher, nights, new Silence(), Stumbles) { Until = nights.GetUtcNow() }.Run([Source], default) is var due ? (due["reread_failed"], due["reread_left"]) : default);
    }

    [Fact]
    public async Task A_report_that_is_taken_down_and_published_again_with_other_figures_has_been_changed()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1b.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"));
        sites[Column + "t1b.html"] = Article.Replace("2", "7");
        await Night(sites);
        await Night(sites);
        Assert.Equal(["replaced 2023"], Events);
        Assert.Equal(["C-CHANGED"], Stored("SELECT code FROM report_issue WHERE settled IS NULL AND code IN ('C-CHANGED', 'C-MULTI')"));
        Assert.Contains("2 / 7", Stored("SELECT message FROM report_issue WHERE code = 'C-CHANGED'").Single());
        Assert.Equal(["7"], Stored("SELECT f.value FROM figure f JOIN reading r ON r.id = f.reading JOIN report p ON p.id = r.report WHERE is_current = 1 AND year = 2023"));
    }

    [Fact]
    public async Task A_site_that_moved_brings_no_new_report()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article.Replace("2", "5")));
        await Night(sites);
        sites[Column] = List(("new/t1.html", "2023年"), ("new/t2.html", "2022年"));
        sites[Column + "new/t1.html"] = Article + "<p>新网站</p>";
        sites[Column + "new/t2.html"] = Article.Replace("2", "5");
        var result = await Night(sites);
        Assert.Equal((0, 0, 2), (result["reports_new"], result["reports_new_version"], result["twins"]));
        Assert.Equal(["moved 2022", "moved 2023"], Events.Order());
        Assert.Equal(["2"], Stored("SELECT count(*) FROM report WHERE vanished IS NULL"));
    }

    [Fact]
    public async Task A_page_without_figures_in_place_of_a_report_is_no_version_of_it()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", "<html>报告尚在整理</html>"));
        await Night(sites);
        var before = Stored("SELECT url, sha256, is_current FROM reading ORDER BY id");
        var (first, third) = (Column + "t1.html", Column + "t3.html");
        sites[first] = sites[third] = "<html><title>门户网站</title>要闻动态</html>";
        Assert.Equal((2, 0), (await Night(sites) is var home ? home["refused_soft_not_found"] : 0, home["reports_new_version"]));
        sites[first] = Article;
        sites[third] = "<html>报告尚在整理</html>";
        await Night(sites);
        Assert.Empty(Events);
        Assert.Equal(before, Stored("SELECT url, sha256, is_current FROM reading ORDER BY id"));
        sites[first] = "<html>报告正在修订</html>";
        await Night(sites);
        Assert.Equal((1, 1), (await Night(sites) is var other ? other["refused_soft_not_found"] : 0, other["links_refused"]));
        Assert.Empty(Events);
        sites["czj.donghu.example/"] = "<html><title>门户网站</title>要闻动态</html>";
        sites[first] = "<html><head><meta http-equiv='refresh' content='0; url=/'></head></html>";
        await Night(sites);
        await Night(sites);
        Assert.Equal(["vanished 2023"], Events);
        Assert.Equal(before, Stored("SELECT url, sha256, is_current FROM reading ORDER BY id"));
    }

    [Fact]
    public async Task A_token_that_changes_every_night_makes_no_other_report_of_one()
    {
        string Signed(int night) => List(($"show?id=1&amp;sign={night}a", "东湖市财政局2023年年报"), ($"show?sign={night}b&amp;id=2", "东湖市财政局2022年年报"), ($"old?t={night}", "2021年"));
        var page = Article;
        await using var server = await Loopback.Serve(async context =>
        {
            var path = context.Request.Path.Value![^4..];
            context.Response.Headers.ETag = $"\"{path}\"";
            context.Response.StatusCode = path == "show" && context.Request.Query["sign"] != $"{nights.GetUtcNow().Day}{(context.Request.Query["id"] == "1" ? "a" : "b")}" ? 403
                : path != "knb/" && context.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            if (context.Response.StatusCode == 200) await context.Response.WriteAsync(path == "knb/" ? Signed(nights.GetUtcNow().Day) : $"{page}{path}{context.Request.Query["id"]}");
        });
        HarvestResult result = null!;
        for (var night = 0; night < 4; night++)
        {
            nights.Advance(TimeSpan.FromDays(1));
            using var store = ReportStore.Open(data.FullName);
            using var fetcher = Loopback.Dialling(server.Port);
            result = await new HarvestRun(store, fetcher, nights, new Silence(), Read).Run([Source], default);
        }
        Assert.Equal((3, 0, 0, 0), (result["links"], result["links_new"], result["refused"], result["reports_new"]));
        Assert.Equal(3, result["not_modified"] - result["list_pages"] + 1);
        Assert.Equal(["3|3|0"], Stored("SELECT (SELECT count(*) FROM link), (SELECT count(*) FROM reading), (SELECT count(*) FROM link WHERE tombstone IS NOT NULL)"));
    }

    [Fact]
    public async Task Two_reports_with_one_title_and_one_path_are_two()
    {
        var items = new List<(string, string)> { ("show?id=1", "东湖市财政局2023年年报") };
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(context.Request.Path.Value!.EndsWith('/') ? List([.. items]) : $"{Article}{context.Request.Query["id"]}"));
        foreach (var id in new[] { 1, 2, 3 })
        {
            if (id > 1) items.Insert(0, ($"show?id={id}", "东湖市财政局2023年年报"));
            nights.Advance(TimeSpan.FromDays(1));
            using var store = ReportStore.Open(data.FullName);
            using var fetcher = Loopback.Dialling(server.Port);
            await new HarvestRun(store, fetcher, nights, new Silence(), Read).Run([Source], default);
            Assert.Equal([$"{id}"], Stored("SELECT count(*) FROM link"));
        }
    }

    [Fact]
    public async Task Listed_reports_that_cannot_be_had_are_counted()
    {
        const string Cover = "<html><body>见附件 <a href='a.pdf'>附件</a></body></html>";
        await using var sites = await MemorySites.Serve(
            (Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"), ("t4.html", "2020年"))),
            (Column + "t1.html", "<html><title>安全验证</title></html>"), (Column + "t2.html", Cover), (Column + "t4.html", Cover.Replace("a.pdf", "b.pdf")), (Column + "b.pdf", Pdf));
        Assert.Equal((4, 3), (await Night(sites) is var first ? first["links"] : 0, first["links_refused"]));
        sites[Column + "b.pdf"] = "<html>安全验证</html>";
        Assert.Equal(4, (await Night(sites))["links_refused"]);
    }

    [Fact]
    public async Task Of_a_collection_each_document_that_cannot_be_had_may_be_a_report()
    {
        const string article = "<html><body>见附件<a href='a.pdf'>一</a><a href='b.pdf'>二</a><a href='http://www.elsewhere.example/c.pdf'>三</a></body></html>", missed = "SELECT missed FROM link";
        var (many, titled) = (Source with { Agency = "", Agencies = ["东湖市财政局", "东湖市审计局"] }, List(("t1.html", "东湖市财政局2023年政府信息公开年报")));
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", article), (Column + "a.pdf", Pdf));
        Assert.Equal(0, (await Harvest(sites, time: nights))["links_refused"]);
        Assert.Equal(["0"], Stored(missed));
        Assert.Equal(1, (await Harvest(sites, many, time: nights))["links_refused"]);
        Assert.Equal(["2"], Stored(missed));
        sites[Column + "b.pdf"] = Pdf.Replace("新收", "新收 3");
        Assert.Equal(0, (await Harvest(sites, many, time: nights))["links_refused"]);
        Assert.Equal(["1"], Stored(missed));
        // What is named for one of them is its.
        sites[Column] = titled;
        await Harvest(sites, many, time: nights);
        Assert.Equal(["0"], Stored(missed));
    }

    [Theory]
    [InlineData(true, "<title>用户中心</title><input name=u><input TYPE='password'>{links}")]
    [InlineData(true, "<title>统一身份认证平台</title><p>请输入账号和口令</p><form><input type=password></form>{links}<p>版权所有 某市人民政府办公室</p>")]
    [InlineData(true, "<title>某市人民政府</title><p>您好，该栏目请先登录再查看。</p>")]
    [InlineData(true, "<title>提示</title>会话已过期 <a href='/login'>返回</a>")]
    [InlineData(false, "<title>某市财政局</title><form>登录<input type=password></form>{links}见附件 <a href='a.pdf'>附件</a>")]
    [InlineData(false, "<title>2023年政府信息公开工作年度报告</title><form>请登录<input type=password></form><img src='1.jpg'>")]
    [InlineData(false, "<title>某市财政局</title><form>登录<input type=password></form>{links}{text}")]
    [InlineData(false, "<title>某市财政局</title>{text}请先登录后发表评论")]
    public async Task A_page_to_log_in_is_no_article_and_a_corner_to_log_in_is_none(bool refused, string page)
    {
        page = page.Replace("{links}", string.Concat(Enumerable.Range(1, 90).Select(n => $"<a href='/n{n}/'>政务动态{n}</a>"))).Replace("{text}", string.Concat(Enumerable.Repeat("一年来，本局", 80)));
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "东湖市财政局2023年年报"))), (Column + "t1.html", $"<html><body>{page}</body></html>"), (Column + "a.pdf", Pdf));
        Assert.Equal(refused ? 1 : 0, (await Night(sites))["refused_challenge_page"]);
    }

    [Fact]
    public async Task A_page_that_asks_for_a_password_is_refused()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", "<html><title>统一身份认证</title><input type=password></html>"));
        Assert.Equal(1, (await Night(sites))["refused_challenge_page"]);
        Assert.Equal(["0"], Stored("SELECT count(*) FROM reading"));
    }
}
