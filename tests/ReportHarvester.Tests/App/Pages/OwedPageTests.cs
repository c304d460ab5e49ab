using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>The pages over a store with a registry: who owes, who is late, who has nothing; and documents that are not as others.</summary>
public sealed class OwedPages : ServedPages
{
    public const string Office = "某县财政局", Government = "某县人民政府", Zone = "青屏开发区管理委员会", Late = "某县教育局", Free = "某县档案馆", Odd = "某县水利局";

    // After the deadline.
    static readonly DateTimeOffset Looked = StoreFolder.Start.AddMonths(1);

    public string Altered { get; private set; } = "";

    public string Whole { get; private set; } = "";

    private protected override void Fill(ReportStore store)
    {
        store.SaveAgencies([Registered("f", Office), Registered("g", Government), Registered("z", Zone), Registered("l", Late), Registered("o", Odd), Registered("d", Free) with { Owes = false }], StoreFolder.Start);
        store.SaveSource("s", [Office], "http://a/", StoreFolder.Start);
        store.SaveSource(Late, [Late], "http://b/", StoreFolder.Start);
        foreach (var source in new[] { "s", Late }) store.SaveCheck(source, 1, Looked);
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 12));
        StoreFolder.Save(store, reading, "late", agency: Late, named: true, day: 60);
        var wrong = new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = "3 \uFFFE + \u0001 4 ≠ 9" };
        StoreFolder.Save(store, Readings.Of(2021, "2021") with { Format = DocumentFormat.Docx, Issues = [wrong] }, "word", agency: Odd, named: true);
        (Altered, Whole) = (store.Originals.Keep("late"u8), store.Originals.Keep("word"u8));
        File.WriteAllText(Path.Combine(Data, "originals", Altered[..2], Altered), "other");

        RegisteredAgency Registered(string code, string name) => new() { Code = code, Periods = [new AgencyPeriod { Name = name, Level = "county", Region = "321399" }] };
    }

    public async Task<IHtmlDocument> Of(string path) => new HtmlParser().ParseDocument(await Page(path));

    /// <summary>The address of the only agency that is found.</summary>
    public async Task<string> Found(string name) => (await Of("/agencies?q=" + Uri.EscapeDataString(name))).QuerySelectorAll("tbody a").Single().GetAttribute("href")!;
}

/// <summary>The pages over a county and its town, out of which an agency moved after the year.</summary>
public sealed class MovedPages : ServedPages
{
    private protected override void Fill(ReportStore store)
    {
        store.SaveAgencies(
        [
            Registered("m", new AgencyPeriod { Name = "迁走局", Region = "320721", Until = new(2021, 12, 31) }, new AgencyPeriod { Name = "迁走局", Region = "330106", Since = new(2022, 1, 1) }),
            Registered("s", new AgencyPeriod { Name = "县局", Region = "320721" }), Registered("t", new AgencyPeriod { Name = "某镇人民政府", Region = "320721001" }),
        ], StoreFolder.Start);
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 12)), "s", agency: "县局", named: true);

        RegisteredAgency Registered(string code, params AgencyPeriod[] periods) => new() { Code = code, Periods = periods };
    }

    public async Task<string[]> Linked(string path)
    {
        var cells = new HtmlParser().ParseDocument(await Page(path)).QuerySelectorAll(".coverage td a");
        var lists = cells.Select(async cell => $"{cell.TextContent} {string.Join(' ', new HtmlParser().ParseDocument(await Page(cell.GetAttribute("href")!)).QuerySelectorAll("tbody a").Select(agency => agency.TextContent))}");
        return await Task.WhenAll(lists);
    }
}

public sealed class MovedPageTests(MovedPages served) : IClassFixture<MovedPages>
{
    [Theory]
    [InlineData("/", "1/3 某镇人民政府 迁走局")]
    [InlineData("/?region=3207", "1/3 某镇人民政府 迁走局")]
    [InlineData("/?region=320721", "0/1 某镇人民政府")]
    public async Task Who_is_listed_is_who_was_counted_where_it_stood_at_the_end_of_the_year(string path, string linked) => Assert.Equal([linked], await served.Linked(path));

    [Fact]
    public async Task Problems_of_a_region_say_that_they_are_of_who_stands_there_now() => Assert.Contains("stand now", await served.Page("/problems?region=33&lang=en"));
}

public sealed class OwedPageTests(OwedPages served) : IClassFixture<OwedPages>
{
    [Theory]
    [InlineData(OwedPages.Office, "未公布", true)]
    [InlineData(OwedPages.Government, "期限后尚未查看", false)]
    [InlineData(OwedPages.Late, "逾期公布", true)]
    public async Task An_agency_shows_what_it_owes_and_offers_a_notice_where_one_tells_of_it(string agency, string state, bool notice)
    {
        var page = await served.Of(await served.Found(agency));
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        var offered = row.QuerySelector("a[href^='/notices/']")?.GetAttribute("href");

        Assert.StartsWith("2021", row.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(state, row.TextContent);
        Assert.Equal(notice, offered is not null);
        if (offered is not null) (await served.Client.GetAsync(offered)).EnsureSuccessStatusCode();
        Assert.Equal(agency == OwedPages.Late, page.QuerySelector(".multiples") is not null);
        using var twin = JsonDocument.Parse(await served.Page(await served.Found(agency) + ".json"));
        Assert.Equal(2021, Assert.Single(twin.RootElement.GetProperty("owed").EnumerateArray()).GetProperty("year").GetInt32());
    }

    [Fact]
    public async Task Of_whom_there_is_nothing_and_nothing_owed_that_is_said()
    {
        var page = await served.Of(await served.Found(OwedPages.Free));

        Assert.Contains("没有它的报告", page.QuerySelector("main")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main table, main img"));
    }

    [Fact]
    public async Task A_region_and_year_lead_to_those_who_owe_and_have_none()
    {
        var cell = Assert.Single((await served.Of("/")).QuerySelectorAll(".coverage td a"));
        var listed = (await served.Of(cell.GetAttribute("href")!)).QuerySelectorAll("tbody a").Select(agency => agency.TextContent);

        Assert.Equal("2/5", cell.TextContent);
        Assert.Equal([OwedPages.Office, OwedPages.Government, OwedPages.Zone], listed);
    }

    [Theory]
    [InlineData("人民", OwedPages.Government)]
    [InlineData("管理 委员", OwedPages.Zone)]
    [InlineData("开发区管委", OwedPages.Zone)]
    public async Task An_agency_is_found_by_a_part_of_a_word_that_is_often_cut_short(string part, string name) =>
        Assert.Equal(name, (await served.Of("/agencies?q=" + Uri.EscapeDataString(part))).QuerySelectorAll("tbody a").Single().TextContent);

    [Theory]
    [InlineData("/agencies?page=9")]
    [InlineData("/search?q=公开&page=9")]
    public async Task A_page_after_the_last_says_no_more_than_that(string path)
    {
        var page = await served.Of(path);

        Assert.Contains("这一页没有了", page.QuerySelector("main")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("main p a"));
    }

    [Fact]
    public async Task Home_says_that_it_counts_also_what_was_dismissed() => Assert.Contains("含已排除、已说明", (await served.Of("/")).QuerySelector(".columns section:last-child")!.TextContent);

    [Fact]
    public async Task A_document_that_a_browser_would_download_is_a_link_and_no_frame()
    {
        var (shown, other) = (await served.Of(await served.Found(OwedPages.Late) + "/2021/own"), await served.Of(await served.Found(OwedPages.Odd) + "/2021/own"));

        Assert.NotNull(shown.QuerySelector("iframe[src^='/originals/']"));
        Assert.Null(other.QuerySelector("iframe"));
        Assert.NotNull(other.QuerySelector(".original a[href^='/originals/']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/1.svg")]
    public async Task An_original_that_was_altered_is_told_of_and_keeps_nobody_from_the_others(string what)
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var answer = await served.Client.GetAsync($"/originals/{served.Altered}{what}");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Null(answer.Headers.ETag);
            Assert.Contains("verify", await answer.Content.ReadAsStringAsync());
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, (await served.Client.GetAsync($"/originals/{served.Whole}{what}", patience.Token)).StatusCode);
    }

    [Fact]
    public async Task A_notice_leaves_out_what_no_document_can_hold_and_tears_no_letter_in_two()
    {
        var address = $"/notices/{(await served.Found(OwedPages.Odd)).Split('/')[^1]}.docx?year=2021&issuer=";
        var issuer = "局" + string.Concat(Enumerable.Repeat("𠮷", 48));
        using var package = new ZipArchive(await served.Client.GetStreamAsync(address + Uri.EscapeDataString($"\u0001\uFFFE{issuer}")));
        await using var part = await package.GetEntry("word/document.xml")!.OpenAsync();
        var text = string.Concat(XDocument.Load(part).Descendants().Where(e => e.Name.LocalName == "t").Select(t => t.Value));

        Assert.Contains("+   4 ≠ 9", text);
        Assert.Contains(issuer, text);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.GetAsync(address + new string('局', 101))).StatusCode);
    }
}
