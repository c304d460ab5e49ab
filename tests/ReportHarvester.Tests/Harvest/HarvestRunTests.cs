using Microsoft.AspNetCore.Http;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest;

public sealed partial class HarvestRunTests : IDisposable
{
    const string Column = "czj.donghu.example/gknb/";
    const string Article = "<html><body>报告 本年新收 2</body></html>";
    const string Pdf = "%PDF-1.4 本年新收\n%%EOF";

    static readonly Source Source = new() { Key = "dh", Agency = "东湖市财政局", Address = new Uri("http://" + Column) };

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("harvest-");

    public void Dispose() => data.Delete(recursive: true);

    static string List(params (string Href, string Title)[] items) =>
        "<html><title>政府信息公开年报</title>" + string.Concat(items.Select(i => $"<li><a href='{i.Href}'>{i.Title}</a></li>")) + "</html>";

    // Stands in for the reader: whatever speaks of requests has one figure, 2 if it gives no number.
    static Reading Read(byte[] bytes, string? charset) => new()
    {
        Format = DocumentFormat.Html,
        Report = Said().Match(System.Text.Encoding.UTF8.GetString(bytes)) is { Success: true } said
            ? new Report { Figures = [OneFigure(said.Groups[1].Length > 0 ? said.Groups[1].Value : "2")] } : new Report(),
    };

    [System.Text.RegularExpressions.GeneratedRegex(@"本年新收 ?(\d*)")]
    private static partial System.Text.RegularExpressions.Regex Said();

    static Figure OneFigure(string raw) => new()
    {
        Indicator = "requests.new", Applicant = "total", Edition = "2021", Value = decimal.Parse(raw), State = CellState.Number, Raw = raw, Origin = new Origin(),
    };

    Task<HarvestResult> Harvest(
        MemorySites sites, Source? source = null, IProgress<HarvestEvent>? progress = null, TimeProvider? time = null, CancellationToken stop = default) => Harvest(sites.Port, source, progress, time, stop);

    async Task<HarvestResult> Harvest(int port, Source? source = null, IProgress<HarvestEvent>? progress = null, TimeProvider? time = null, CancellationToken stop = default)
    {
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(port);
        return await new HarvestRun(store, fetcher, time ?? TimeProvider.System, progress ?? new Silence(), Read).Run([source ?? Source], stop);
    }

    IReadOnlyList<string> Stored(string sql) => DataFolder.Query(data.FullName, sql);

    sealed class Silence : IProgress<HarvestEvent>
    {
        public void Report(HarvestEvent value) { }
    }

    [Fact]
    public async Task A_mistake_of_the_program_that_one_source_brings_to_light_leaves_the_others_their_night()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", Article),
            ("b.example/", List(("t2.html", "2023年"))), ("b.example/t2.html", Article + "b"));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(sites.Port);
        Reading Stumbles(byte[] bytes, string? charset) =>
            System.Text.Encoding.UTF8.GetString(bytes).EndsWith('b') ? throw new InvalidOperationException("stumbled") : Read(bytes, charset);
        var other = new Source { Key = "b", Agency = "乙局", Address = new Uri("http://b.example/") };
        var result = await new HarvestRun(store, fetcher, TimeProvider.System, new Silence(), Stumbles).Run([other, Source], default);
        Assert.Equal((1, 1), (result["sources_failed"], result["reports_new"]));
        Assert.Equal(["b|1", "dh|"], Stored("SELECT source, counts ->> 'sources_failed' FROM run_source ORDER BY source"));
        Assert.Equal(["1"], Stored("SELECT ended IS NOT NULL AND failure IS NULL FROM run"));
    }

    [Theory]
    [InlineData("2023年")]
    [InlineData("2023年度")]
    [InlineData("2023年政府信息公开年报")]
    public async Task A_year_is_a_list_or_a_report_by_what_stands_there_and_not_by_its_address(string title)
    {
        var old = ("/c/2.html", title.Replace("2023", "2022"));
        await using var sites = await MemorySites.Serve(
            (Column, List(("/c/1.html", title), old)),
            ("czj.donghu.example/c/1.html", List(("/c/1.html", title), old, ("/c/3.html", "财政局"), ("/c/4.html", "东湖市审计局2023年政府信息公开工作年度报告"))),
            ("czj.donghu.example/c/2.html", Article + List(("/c/1.html", title))),
            ("czj.donghu.example/c/3.html", Article.Replace("2", "3")), ("czj.donghu.example/c/4.html", Article.Replace("2", "4")));
        string[] expected = ["/c/2.html", "/c/3.html", "/c/4.html"];
        for (var night = 0; night < 2; night++)
        {
            await Harvest(sites, Source with { Agency = "", Agencies = ["东湖市财政局", "东湖市审计局", "城关街道办事处", "东湖街道办事处"] });
            Assert.Equal(expected, Stored("SELECT substr(url, 26) FROM reading ORDER BY url"));
        }
        Assert.DoesNotContain("200 czj.donghu.example/c/2.html", sites.Answered.Skip(5));
    }

    [Fact]
    public async Task Years_that_lead_to_ever_more_years_come_to_an_end()
    {
        var made = 0;
        await using var server = await Loopback.Serve(context =>
            context.Response.WriteAsync(List([.. Enumerable.Range(0, 8).Select(_ => ($"/c/{Interlocked.Increment(ref made)}.html", "2023年"))])));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(server.Port);
        var told = new Told();
        var result = await new HarvestRun(store, fetcher, TimeProvider.System, told, Read).Run([Source], default);
        Assert.InRange(result["list_pages"], 1, 200);
        Assert.Contains(told.All, e => e.Detail == "more than 200 list pages");
    }

    [Fact]
    public async Task A_budget_that_opening_the_years_of_a_column_uses_up_leaves_the_reports_to_the_next_nights()
    {
        await using var sites = await MemorySites.Serve([(Column, List([.. Enumerable.Range(2018, 6).Select(year => ($"t{year}.html", $"{year}年"))])),
            .. Enumerable.Range(2018, 6).Select(year => ($"{Column}t{year}.html", $"<html>{year} 依申请公开政府信息情况 存在的主要问题及改进情况 本年新收 {year}</html>"))]);
        var found = 0;
        for (var night = 0; night < 4; night++) found += (await Harvest(sites, Source with { Budget = new SourceBudget(Requests: 5) }))["reports_new"];
        Assert.Equal(6, found);
    }

    [Fact]
    public async Task Stores_what_a_column_lists()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.pdf", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.pdf", Pdf));
        var result = await Harvest(sites);
        Assert.Equal((2, 2, 2), (result["links_new"], result["reports_new"], result["read_complete"]));
        Assert.Equal(["2022|complete|http://czj.donghu.example/gknb/t2.pdf", "2023|complete|http://czj.donghu.example/gknb/t1.html"],
            Stored("SELECT p.year, r.outcome, r.url FROM reading r JOIN report p ON p.id = r.report ORDER BY 1"));
    }

    [Fact, Trait("case", "C12")]
    public async Task A_second_run_fetches_nothing_twice_and_changes_nothing()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article),
            (Column + "t2.html", "<html><body>见附件<a href='x.pdf'>附件</a></body></html>"), (Column + "x.pdf", Pdf));
        await Harvest(sites);
        var before = DataFolder.Dump(data.FullName);
        sites.Answered.Clear();

        var result = await Harvest(sites);

        Assert.Equal(["304 " + Column, $"304 {Column}t1.html", $"304 {Column}t2.html", $"304 {Column}x.pdf"], sites.Answered);
        Assert.Equal((0, 0, 4), (result["links_new"], result["fetched"], result["not_modified"]));
        Assert.Equal(before, DataFolder.Dump(data.FullName));
    }

    [Fact]
    public async Task Links_left_undone_are_found_again_on_a_page_that_did_not_change()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "东湖市财政局2023年年报"), ("t2.html", "东湖市财政局2022年年报"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article));
        using var stop = new CancellationTokenSource();
        var stopped = await Harvest(sites, progress: new StopAt(HarvestStep.Link, stop), stop: stop.Token);
        Assert.True(stopped.Stopped);
        Assert.Empty(Stored("SELECT url FROM reading"));

        await Harvest(sites);

        Assert.Equal($"304 {Column}", sites.Answered.Skip(1).First());
        Assert.Equal(2, Stored("SELECT url FROM reading").Count);
    }

    sealed class StopAt(HarvestStep step, CancellationTokenSource stop) : IProgress<HarvestEvent>
    {
        public void Report(HarvestEvent value)
        {
            if (value.Step == step) stop.Cancel();
        }
    }

    [Fact]
    public async Task A_cover_without_figures_is_left_for_what_it_carries()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", "<html><body><a href='a.pdf'>附件1</a><iframe src='b.pdf'></iframe></body></html>"), (Column + "a.pdf", Pdf));
        var result = await Harvest(sites);
        Assert.Equal(["http://czj.donghu.example/gknb/a.pdf|complete|1", "http://czj.donghu.example/gknb/t1.html|failed|0"],
            Stored("SELECT url, outcome, is_current FROM reading ORDER BY url"));
        Assert.Equal((1, 1, 0), (result["refused_http_status"], result["documents_without_figures"], result["read_failed"]));
    }

    [Fact]
    public async Task A_cover_whose_documents_cannot_be_had_is_stored_as_failed()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", "<html><body><a href='a.pdf'>附件</a></body></html>"));
        await Harvest(sites);
        Assert.Equal(["http://czj.donghu.example/gknb/t1.html|failed"], Stored("SELECT url, outcome FROM reading"));
    }

    [Fact]
    public async Task A_report_with_figures_and_its_twin_are_one_report()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article + "<a href='a.pdf'>全真版</a><a href='b.pdf'>扫描件</a>"), (Column + "a.pdf", Pdf), (Column + "b.pdf", "%PDF-1.4\n%%EOF"));
        var result = await Harvest(sites);
        Assert.Equal((1, 2, 1, 0), (result["reports_new"], result["twins"], result["documents_without_figures"], result["read_failed"]));
        Assert.Equal(["1"], Stored("SELECT count(*) FROM report"));
        Assert.Equal(["3"], Stored("SELECT count(*) FROM reading"));
        Assert.Empty(Stored("SELECT code FROM report_issue"));
    }

    [Fact]
    public async Task Twins_that_differ_are_an_issue_of_the_report()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article + "<a href='a.pdf'>全真版</a>"), (Column + "a.pdf", Pdf.Replace("本年新收", "本年新收 5")));
        await Harvest(sites);
        Assert.Equal(["C-MULTI|requests.new|total"],
            Stored("SELECT code, indicator, applicant FROM report_issue i JOIN report_issue_figure f ON f.issue = i.id WHERE settled IS NULL"));
        Assert.Contains("2 / 5", Stored("SELECT message FROM report_issue").Single());
        var before = DataFolder.Dump(data.FullName);
        await Harvest(sites);
        Assert.Equal(before, DataFolder.Dump(data.FullName));
        sites.Put(Column + "a.pdf", System.Text.Encoding.UTF8.GetBytes(Pdf + "\n"));
        await Harvest(sites);
        Assert.Equal(["C-CHANGED|1", "C-MULTI|0"], Stored("SELECT code, settled IS NULL FROM report_issue ORDER BY code"));
    }

    [Fact]
    public async Task A_document_that_its_article_replaced_stands_no_more_and_what_it_changed_is_told()
    {
        const string cover = "<html><body>见附件</body></html>", current = "SELECT url FROM reading WHERE is_current = 1 AND figures > 0", open = "SELECT code FROM report_issue WHERE settled IS NULL ORDER BY code";
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", cover + "<a href='a.pdf'>全文</a>"),
            (Column + "a.pdf", Pdf.Replace("本年新收", "本年新收 5")), (Column + "b.pdf", Pdf));
        await Night(sites);
        sites[Column + "t1.html"] = cover + "<a href='b.pdf'>全文</a>";
        await Night(sites);
        Assert.Equal(["http://" + Column + "b.pdf"], Stored(current));
        Assert.Equal(["C-CHANGED"], Stored(open));
        sites[Column + "t1.html"] = cover + "<a href='b.pdf'>全文</a><a href='a.pdf'>旧版</a>";
        await Night(sites);
        Assert.Equal(["C-CHANGED", "C-MULTI"], Stored(open));
        sites[Column + "t1.html"] = cover + "<a href='a.pdf'>全文</a>";
        await Night(sites);
        Assert.Equal(["http://" + Column + "a.pdf"], Stored(current));
        Assert.Equal(["C-CHANGED"], Stored(open));
    }

    [Fact]
    public async Task A_document_that_is_not_there_under_another_token_is_not_taken_out()
    {
        var night = 0;
        await using var server = await Loopback.Serve(context => (context.Request.Path.Value!, context.Request.Query["id"].ToString()) switch
        {
            (var path, _) when path.EndsWith("t1.html") => context.Response.WriteAsync($"<html><body>见附件<a href='d.pdf?id=1&t={night}'>甲.pdf</a><a href='d.pdf?id=2&t={night}'>乙.pdf</a></body></html>"),
            (_, "1") => context.Response.WriteAsync(Pdf),
            (_, "2") when night == 1 => context.Response.WriteAsync(Pdf.Replace("本年新收", "本年新收 5")),
            (_, "2") => NotFound(context),
            _ => context.Response.WriteAsync(List(("t1.html", "2023年"))),
        }, NotFound);
        for (night = 1; night <= 3; night++) await Harvest(server.Port);
        Assert.Equal(["1", "2"], Stored("SELECT DISTINCT substr(url, instr(url, 'id=') + 3, 1) FROM reading WHERE url LIKE '%id=%' ORDER BY 1"));
        Assert.Empty(Stored("SELECT url FROM dropped"));
    }

    [Theory]
    [InlineData("财政局2024年政府信息公开工作年度报告", true, 0)]
    [InlineData("财政局2024年政府信息公开工作年度报告", false, 0)]
    [InlineData("各部门2024年政府信息公开工作年度报告", true, 0)]
    [InlineData("各部门2024年政府信息公开工作年度报告", false, 1)]
    [InlineData("各局2024年政府信息公开工作年度报告", false, 1)]
    [InlineData("各街道办事处2024年政府信息公开工作年度报告", false, 1)]
    public async Task A_report_with_a_dead_link_is_no_collection(string title, bool itself, int missed)
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", title))), (Column + "t1.html", $"<html><body>{(itself ? Article : "见附件")}<a href='a.doc'>附件</a></body></html>"));
        await Harvest(sites, Source with { Agency = "", Agencies = ["东湖市财政局", "东湖市审计局"] });
        Assert.Equal([$"{missed}"], Stored("SELECT missed FROM link"));
    }

    [Fact]
    public async Task What_a_frame_gave_before_is_kept()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", "<html><body>2023年<iframe src='body.htm'></iframe></body></html>"), (Column + "body.htm", "一" + new string('字', 300)));
        await Night(sites);
        sites[Column + "body.htm"] = "二" + new string('字', 300);
        await Night(sites);
        Assert.Equal(["2"], Stored("SELECT count(*) FROM publication WHERE url LIKE '%body.htm'"));
    }

    [Fact]
    public async Task A_dead_link_holds_no_document_that_was_taken_out()
    {
        var night = 1;
        await using var server = await Loopback.Serve(context => (context.Request.Path.Value!, context.Request.Query["id"].ToString()) switch
        {
            (var path, _) when path.EndsWith("t1.html") => context.Response.WriteAsync($"<html><body>见附件<a href='d.pdf?id={(night == 1 ? 11 : 12)}'>甲.pdf</a><a href='d.pdf?id=9'>乙.pdf</a></body></html>"),
            (_, "11") => context.Response.WriteAsync(Pdf),
            (_, "12") => context.Response.WriteAsync(Pdf.Replace("本年新收", "本年新收 5")),
            (_, "9") => NotFound(context),
            _ => context.Response.WriteAsync(List(("t1.html", "2023年"))),
        }, NotFound);
        for (; night <= 3; night++) await Harvest(server.Port);
        Assert.Single(Stored("SELECT url FROM dropped WHERE url LIKE '%id=11' AND until IS NULL"));
    }

    static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_link_that_became_another_and_is_dead_takes_no_report_away()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", "<html><body>见附件<a href='a.pdf'>全文</a></body></html>"), (Column + "a.pdf", Pdf));
        await Night(sites);
        sites[Column + "t1.html"] = "<html><body>见附件<a href='b.pdf'>全文</a></body></html>";
        for (var night = 0; night < 3; night++) await Night(sites);
        Assert.Empty(Stored("SELECT url FROM dropped"));
        Assert.Empty(Stored("SELECT vanished FROM report WHERE vanished IS NOT NULL"));
    }

    [Fact]
    public async Task A_dead_link_beside_a_document_hides_no_change_of_it()
    {
        const string cover = "<html><body>见附件<a href='b.doc'>附表</a></body></html>";
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", cover + "<a href='a.pdf'>全文</a>"),
            (Column + "a.pdf", Pdf.Replace("本年新收", "本年新收 5")), (Column + "c.pdf", Pdf));
        await Night(sites);
        sites[Column + "t1.html"] = cover + "<a href='c.pdf'>全文</a>";
        await Night(sites);
        Assert.Equal(["C-CHANGED"], Stored("SELECT code FROM report_issue WHERE settled IS NULL"));
        // A document that is linked and not found is not taken out.
        sites.Remove(Column + "c.pdf");
        for (var night = 0; night < 3; night++) await Night(sites);
        Assert.Equal(["http://" + Column + "a.pdf"], Stored("SELECT url FROM dropped"));
    }

    [Fact]
    public async Task A_document_that_its_article_dropped_for_text_of_its_own_is_held_against_it_and_no_document_that_stood_beside_it_is()
    {
        const string open = "SELECT code FROM report_issue WHERE settled IS NULL ORDER BY code";
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", "<html><body><a href='a.pdf'>全文</a></body></html>"), (Column + "a.pdf", Pdf.Replace("本年新收", "本年新收 5")),
            (Column + "t2.html", "<html><body><a href='c.pdf'>一</a><a href='d.pdf'>二</a></body></html>"), (Column + "c.pdf", Pdf.Replace("2023", "2022")), (Column + "d.pdf", Pdf.Replace("2023", "2022").Replace("本年新收", "本年新收 6")));
        await Night(sites);
        Assert.Equal(["C-MULTI"], Stored(open));
        sites[Column + "t1.html"] = Article;
        sites[Column + "t2.html"] = "<html><body><a href='d.pdf'>二</a></body></html>";
        await Night(sites);
        Assert.Equal(["2023|C-CHANGED"], Stored("SELECT p.year, i.code FROM report_issue i JOIN report p ON p.id = i.report WHERE settled IS NULL"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_stored_with_its_failed_reading()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.doc", "2023年"))),
            (Column + "t1.doc", "{\\rtf1 words}"));
        var result = await Harvest(sites);
        Assert.Equal(1, result["read_failed"]);
        Assert.Equal(["2023|failed"], Stored("SELECT p.year, r.outcome FROM reading r JOIN report p ON p.id = r.report"));
    }

    [Fact]
    public async Task A_refusal_is_logged_and_forgets_nothing()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article));
        await Harvest(sites);
        sites.Remove(Column + "t1.html");
        var result = await Harvest(sites);
        Assert.Equal((1, 1), (result["refused"], result["refused_http_status"]));
        Assert.Equal(["404|1|1"], Stored("SELECT status, sha256 IS NOT NULL, etag IS NOT NULL FROM visit WHERE url LIKE '%t1.html'"));
        sites[Column + "t1.html"] = Article;
        sites.Answered.Clear();
        await Harvest(sites);
        Assert.Contains($"304 {Column}t1.html", sites.Answered);
    }

    [Fact]
    public async Task A_changed_document_is_a_new_version()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article));
        await Harvest(sites);
        sites[Column + "t1.html"] = Article + "<p>访问 2 次</p>";
        Assert.Equal((1, 0), (await Harvest(sites) is var same ? same["fetched"] : 0, same["reports_new_version"]));
        sites[Column + "t1.html"] = Article.Replace("2", "7");
        Assert.Equal(1, (await Harvest(sites))["reports_new_version"]);
        Assert.Equal(["2"], Stored("SELECT count(DISTINCT sha256) FROM reading"));
        Assert.Equal(["first_seen", "changed"], Stored("SELECT kind FROM report_event ORDER BY id"));
        Assert.Contains("2 / 7", Stored("SELECT message FROM report_issue WHERE code = 'C-CHANGED'").Single());
    }

    [Fact]
    public async Task A_page_with_a_counter_and_an_attachment_with_a_token_grow_no_store()
    {
        const string article = Column + "t1.html";
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))));
        for (var night = 1; night <= 5; night++)
        {
            sites[Column + $"{night}.pdf"] = Pdf;
            sites[article] = Article + $"<p>访问 {night} 次</p><a href='{night}.pdf'>附件.pdf</a>";
            await Harvest(sites);
        }
        await Harvest(sites);
        Assert.Equal(["1.pdf|1", "t1.html|1"], Stored("SELECT replace(url, 'http://czj.donghu.example/gknb/', ''), figures FROM reading ORDER BY 1"));
        Assert.Equal(["first_seen", "twin"], Stored("SELECT kind FROM report_event ORDER BY id"));
        // The list, the document, and of the page the bytes that were read and the newest; a week later, the others are gone.
        Assert.Equal(7, Directory.GetFiles(Path.Combine(data.FullName, "originals"), "*", SearchOption.AllDirectories).Length);
        DataFolder.Execute(data.FullName, "UPDATE dropped_original SET at = '2020-01-01T00:00:00.000Z'");
        using (ReportStore.Open(data.FullName)) { }
        Assert.Equal(4, Directory.GetFiles(Path.Combine(data.FullName, "originals"), "*", SearchOption.AllDirectories).Length);
        using (var store = ReportStore.Open(data.FullName)) Assert.Empty(Verification.Of(store, default).Problems);
        sites[article] = Article.Replace("2", "7");
        Assert.Equal(1, (await Harvest(sites))["reports_new_version"]);
        sites[article] = Article + "<p>访问 5 次</p><a href='5.pdf'>附件.pdf</a>";
        await Harvest(sites);
        Assert.Equal(["first_seen", "twin", "changed", "changed"], Stored("SELECT kind FROM report_event ORDER BY id"));
        Assert.Equal(["2"], Stored("SELECT f.value FROM figure f JOIN reading r ON r.id = f.reading WHERE is_current = 1"));
    }

    [Fact]
    public async Task A_list_and_rules_for_robots_with_a_token_grow_no_store()
    {
        var night = 0;
        await using var server = await Loopback.Serve(context => context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("t1.html") ? Article.Replace("2", $"{night}") : List(("t1.html", "2023年")) + $"<!--{night}-->"),
            context => context.Response.WriteAsync($"# {night}"));
        for (night = 1; night <= 4; night++)
        {
            using var store = ReportStore.Open(data.FullName);
            using var fetcher = Loopback.Dialling(server.Port, shelf: RobotsArchive.Of(store, TimeProvider.System));
            await new HarvestRun(store, fetcher, TimeProvider.System, new Silence(), Read).Run([Source], default);
        }
        // Of the article, which says something else each time, all.
        Assert.Equal(["gknb/|1", "gknb/t1.html|4", "robots.txt|1"], Stored("SELECT replace(url, 'http://czj.donghu.example/', ''), count(*) FROM publication GROUP BY url ORDER BY url"));
        using (var store = ReportStore.Open(data.FullName)) Assert.Empty(Verification.Of(store, default).Problems);
        // What it let go of stays for a week.
        Assert.Equal(12, Directory.GetFiles(Path.Combine(data.FullName, "originals"), "*", SearchOption.AllDirectories).Length);
        DataFolder.Execute(data.FullName, "UPDATE dropped_original SET at = '2020-01-01T00:00:00.000Z'");
        using (ReportStore.Open(data.FullName)) { }
        Assert.Equal(6, Directory.GetFiles(Path.Combine(data.FullName, "originals"), "*", SearchOption.AllDirectories).Length);
        Assert.Empty(Stored("SELECT sha256 FROM dropped_original"));
    }

    [Fact]
    public async Task What_ended_because_of_the_machine_is_read_again_and_only_once_a_run()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", Article));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(sites.Port);
        Task<HarvestResult> Run(Func<byte[], string?, Reading> read) => new HarvestRun(store, fetcher, TimeProvider.System, new Silence(), read).Run([Source], default);
        await Run((_, _) => ReportReader.GivenUp("READER-DIED", "killed"));
        Assert.Equal(0, (await Run((_, _) => ReportReader.GivenUp("READER-DIED", "killed")))["read_failed"]);
        Assert.Equal(["failed"], Stored("SELECT outcome FROM reading"));
        Assert.Equal(1, (await Run(Read))["read_complete"]);
        Assert.Equal([$"{ReadingJson.ReaderVersion} READER-DIED|0", $"{ReadingJson.ReaderVersion}|1"], Stored("SELECT reader, is_current FROM reading ORDER BY id"));
        Assert.Equal(0, (await Run((_, _) => throw new InvalidOperationException("read again")))["sources_failed"]);
    }

    [Fact]
    public async Task An_original_that_was_altered_is_fetched_anew()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article));
        await Harvest(sites);
        var before = DataFolder.Dump(data.FullName);
        var sha256 = Stored("SELECT sha256 FROM visit WHERE url LIKE '%t1.html'").Single();
        File.WriteAllText(Path.Combine(data.FullName, "originals", sha256[..2], sha256), "altered");

        Assert.Equal(1, (await Harvest(sites))["originals_altered"]);
        Assert.Equal(before, DataFolder.Dump(data.FullName));
    }

    [Fact]
    public async Task A_new_reader_reads_the_archive_again_without_the_sites()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"));
        await Harvest(sites);
        DataFolder.Execute(data.FullName, "UPDATE reading SET reader = '0.0.0'; UPDATE visit SET content_type = NULL WHERE url LIKE '%t1.html'");
        foreach (var page in new[] { Column, Column + "t1.html", Column + "t2.html" }) sites.Remove(page);

        var result = await Harvest(sites);

        Assert.Equal((2, 2, 0), (result["read_again"], result["read_complete"], result["fetched"]));
        Assert.Equal(["2022|0.0.0|0", $"2022|{ReadingJson.ReaderVersion}|1", "2023|0.0.0|0", $"2023|{ReadingJson.ReaderVersion}|1"],
            Stored("SELECT p.year, r.reader, r.is_current FROM reading r JOIN report p ON p.id = r.report ORDER BY 1, 2"));
    }

    [Fact]
    public async Task An_original_that_is_gone_holds_up_nothing()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article));
        await Harvest(sites);
        DataFolder.Execute(data.FullName, "UPDATE reading SET reader = '0.0.0'");
        var sha256 = Stored("SELECT sha256 FROM reading").Single();
        File.Delete(Path.Combine(data.FullName, "originals", sha256[..2], sha256));

        var result = await Harvest(sites);

        // Missed when it is asked for; then fetched and read.
        Assert.Equal((1, 0, 1), (result["originals_altered"], result["read_again"], result["read_complete"]));
    }

    [Fact]
    public async Task An_unexpected_list_and_a_missing_one_are_counted()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", Article));
        Assert.Equal(1, (await Harvest(sites, Source with { Expect = new Expectation(5, 9) }))["sources_unexpected"]);
        Assert.Equal(1, (await Harvest(sites, Source with { Address = new Uri("http://gone.example/") }))["sources_without_list"]);
    }

    [Fact]
    public async Task A_list_that_changes_while_it_is_read_is_read_again()
    {
        const string pager = "<script>var countPage = 2; var currentPage = 0;</script>";
        await using var sites = await MemorySites.Serve((Column, pager + List(("n1.html", "新闻"), ("t3.html", "2023年"))), (Column + "index_1.html", List(("t2.html", "2022年"), ("t1.html", "2021年"))),
            (Column + "t3.html", Article), (Column + "t2.html", Article + 2), (Column + "t1.html", Article + 1));
        // The news goes as soon as the first page was read, and the report of 2022 with it to that page.
        var taken = new At(HarvestStep.ListPage, () =>
        {
            sites[Column] = pager + List(("t3.html", "2023年"), ("t2.html", "2022年"));
            sites[Column + "index_1.html"] = List(("t1.html", "2021年"));
        });
        Assert.Equal(3, (await Harvest(sites, progress: taken))["links"]);
        Assert.Equal(3, (await Harvest(sites))["links"]);
    }

    [Fact]
    public async Task What_changes_around_a_list_does_not_change_it()
    {
        const string pager = "<script>var countPage = 2; var currentPage = 0;</script>";
        string First(int visit) => pager + $"<a href='/ad?x={visit}'>热点专题{visit}</a>" + List(($"t2.html?t={visit}", "2023年"));
        await using var sites = await MemorySites.Serve((Column, First(1)), (Column + "index_1.html", List(("t1.html", "2022年"))), (Column + "t2.html", Article + 2), (Column + "t1.html", Article + 1));
        var told = new Told();
        await Harvest(sites, progress: new At(HarvestStep.ListPage, () => sites[Column] = First(2)));
        sites[Column] = First(3);
        await Harvest(sites, progress: told);
        Assert.DoesNotContain(told.All, e => e.Step == HarvestStep.Unexpected);
    }

    [Theory]
    [InlineData("2025年公开情况", false)]
    [InlineData("2025年政府信息公开报告", true)]
    [InlineData("2025年政府网站工作年度报表", true)]
    public async Task A_title_that_may_be_that_of_a_report_makes_a_look_no_evidence(string title, bool evidence)
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", title))), (Column + "t1.html", Article), (Column + "t2.html", Article + "t2"));
        var told = new Told();
        var result = await Harvest(sites, progress: told);
        Assert.Equal(evidence ? 0 : 1, result["links_passed_in_doubt"]);
        Assert.Equal(evidence ? 0 : 1, told.All.Count(e => e.Step == HarvestStep.Unexpected && e.Subject == title));
        Assert.Equal([evidence ? "1|0" : "0|1"], Stored("SELECT reached, doubted FROM source_check"));
    }

    [Theory]
    [InlineData(false, "Unreachable")]
    [InlineData(true, "InDoubt")]
    public async Task A_list_that_is_in_doubt_was_reached_all_the_same(bool reached, string state)
    {
        var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2025年公开情况"))), (Column + "t1.html", Article));
        if (!reached) sites.Remove(Column);
        await Harvest(sites, time: nights);
        using var store = ReportStore.Open(data.FullName);
        store.SaveAgencies([new RegisteredAgency { Code = "a", Kind = "department", Owes = true, Periods = [new AgencyPeriod { Name = "东湖市财政局", Region = "321302", Level = "county" }] }], nights.GetUtcNow());
        // The look is after the deadline of 2024's report, which nobody found.
        Assert.Equal(state, $"{Assert.Single(Compliance.Of(store, new ComplianceQuestion(2024), nights.GetUtcNow())).State}");
    }

    [Fact]
    public async Task A_report_that_stands_on_another_site_makes_a_look_no_evidence()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("http://www.elsewhere.example/t2.html", "2025年政府信息公开年报"))), (Column + "t1.html", Article));
        await Harvest(sites);
        Assert.Equal(["0"], Stored("SELECT reached FROM source_check"));
    }

    [Fact]
    public async Task A_year_may_be_a_list_or_a_report_whatever_its_address()
    {
        await using var sites = await MemorySites.Serve((Column, List(("zfxxgknb_2023.html", "2023年"), ("zfxxgknb_2022.html", "2022年"), ("zfxxgknb_2021.html", "2021年"))),
            (Column + "zfxxgknb_2023.html", List(("a/1.html", "东湖市财政局2023年政府信息公开年报"))), (Column + "a/1.html", Article),
            (Column + "zfxxgknb_2022.html", Article + List(("zfxxgknb_2023.html", "上一篇：2023年政府信息公开年报"), ("zfxxgknb_2021.html", "下一篇：2021年政府信息公开年报"))),
            (Column + "zfxxgknb_2021.html", Pdf));
        foreach (var _ in new[] { 1, 2 })
        {
            await Harvest(sites);
            Assert.Equal(["2021|zfxxgknb_2021.html", "2022|zfxxgknb_2022.html", "2023|a/1.html"],
                Stored($"SELECT p.year, replace(r.url, 'http://{Column}', '') FROM reading r JOIN report p ON p.id = r.report ORDER BY 1"));
            Assert.Equal(["3"], Stored("SELECT count(*) FROM reading"));
        }
        Assert.Equal(["1", "1"], Stored("SELECT reached FROM source_check"));
    }

    [Fact]
    public async Task A_column_is_walked_through_year_class_and_unit_and_what_is_deeper_is_said()
    {
        await using var sites = await MemorySites.Serve((Column, List(("2023n/", "2023年"))), (Column + "2023n/", List(("bm/", "部门"))), (Column + "2023n/bm/", List(("czj/", "市财政局"))),
            (Column + "2023n/bm/czj/", List(("a.html", "市财政局2023年政府信息公开工作年度报告"))), (Column + "2023n/bm/czj/a.html", Article));
        Assert.Equal((1, 0), (await Harvest(sites) is var whole ? whole["reports_new"] : 0, whole["list_troubles"]));
        sites[Column + "2023n/bm/czj/"] = List(("a.html", "市财政局2023年政府信息公开工作年度报告"), ("x/", "直属单位"));
        Assert.Equal(1, (await Harvest(sites))["list_troubles"]);
        Assert.Equal(["1", "0"], Stored("SELECT reached FROM source_check ORDER BY at"));
    }

    [Fact]
    public async Task A_report_without_a_year_in_its_title_says_it_itself()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "东湖市财政局政府信息公开工作年度报告"))), (Column + "t1.html", Article));
        var result = await Harvest(sites);
        Assert.Equal((1, 1), (result["links"], result["read_complete"]));
    }

    [Fact]
    public async Task The_year_that_is_asked_for_first_may_be_missing()
    {
        var source = Source with { Address = new Uri("http://czj.donghu.example/module/xxgk/xxgkAnnualReport.jsp?fbtime=2024") };
        await using var server = await Loopback.Serve(context =>
        {
            context.Response.StatusCode = context.Request.Query["fbtime"] == "2023" ? 200 : 404;
            return context.Response.WriteAsync("<p>主动公开政府信息情况</p><p>收到和处理政府信息公开申请情况</p>" + Article);
        });
        using (var store = ReportStore.Open(data.FullName))
        {
            using var fetcher = Loopback.Dialling(server.Port);
            var result = await new HarvestRun(store, fetcher, TimeProvider.System, new Silence(), Read).Run([source], default);
            Assert.Equal((1, 1, 0), (result["links"], result["read_complete"], result["sources_without_list"]));
        }
        Assert.Equal(["2023"], Stored("SELECT year FROM report"));
        Assert.Equal(["1"], Stored("SELECT reached FROM source_check"));
    }

    [Fact]
    public async Task A_report_in_a_frame_of_its_article_is_read()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))),
            (Column + "t1.html", "<html><body>2023年<iframe src='top.htm'></iframe><iframe src='body.htm'></iframe></body></html>"),
            (Column + "top.htm", "<html><body>东湖市财政局</body></html>"), (Column + "body.htm", Article));
        await Harvest(sites);
        Assert.Equal([$"http://{Column}body.htm|1", $"http://{Column}t1.html|0"], Stored("SELECT url, figures FROM reading ORDER BY url"));
    }

    sealed class At(HarvestStep step, Action act) : IProgress<HarvestEvent>
    {
        bool done;

        public void Report(HarvestEvent value)
        {
            if (value.Step != step || done) return;
            done = true;
            act();
        }
    }

    [Fact]
    public async Task A_list_that_pages_in_circles_ends()
    {
        await using var sites = await MemorySites.Serve((Column, List(("index_2.html", "下一页"))), (Column + "index_2.html", List(("index_3.html", "下一页"))),
            (Column + "index_3.html", List(("./", "下一页"), ("index_2.html", "2"), ("t1.html", "2023年"))), (Column + "t1.html", Article));
        Assert.Equal((3, 1), ((await Harvest(sites)) is var result ? result["list_pages"] : 0, result["links"]));
    }
}
