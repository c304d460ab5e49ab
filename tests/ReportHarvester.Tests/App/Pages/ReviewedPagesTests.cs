using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>The pages of reports of which persons decided and put right something.</summary>
public sealed class ReviewedPages : ServedPages
{
    private protected override void Fill(ReportStore store)
    {
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 25), ("requests.closed|total", 11), ("requests.granted|total", 7));
        Issue Issue(string code, Fault fault, string figure) => new() { Code = code, Severity = Severity.Error, Fault = fault, Table = "3", Message = "11 ≠ 12", Figures = [new FigureKey(figure, "total")] };
        StoreFolder.Save(store, reading with { Issues = [Issue("T3-ROW", Fault.Publisher, "requests.closed")] }, "a", agency: "甲局", named: true);
        StoreFolder.Save(store, reading with { Issues = [Issue("CELL-TEXT", Fault.Reading, "requests.closed")] }, "b", agency: "乙局", named: true);
        StoreFolder.Save(store, reading with { Issues = [Issue("T3-ROW", Fault.Publisher, "requests.closed")] }, "c", agency: "丙局", named: true);
        store.SaveReview("R1.0", Decision.Dismissed, "张三", "核对原件无误", StoreFolder.Start);
        store.SaveCorrection(new Correction("甲局", 2021, new FigureKey("requests.new", "total"), 52, "来函", "李四", "误填"), StoreFolder.Start);
        store.SaveCorrection(new Correction("甲局", 2021, new FigureKey("requests.granted", "total"), 8, "来函", "李四", "误填"), StoreFolder.Start);
        store.SaveCorrection(new Correction("甲局", 2021, new FigureKey("requests.granted", "total"), null, "来函", "李四", "撤销"), StoreFolder.Start);
    }
}

public sealed class ReviewedPagesTests(ReviewedPages served) : IClassFixture<ReviewedPages>
{
    [Fact]
    public async Task A_report_shows_what_persons_decided_and_put_right()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/agencies/1/2021/own"));

        Assert.Equal(["25 → 52 *", "11", "7"], new[] { "new", "closed", "granted" }.Select(id => page.GetElementById($"requests.{id}|total")!.TextContent.Trim()));
        Assert.DoesNotContain("error", page.GetElementById("requests.closed|total")!.ClassName);
        Assert.Contains("排除 张三 2022-01-25 核对原件无误", Assert.Single(page.QuerySelectorAll(".issues li")).TextContent);
        Assert.Contains("error", new HtmlParser().ParseDocument(await served.Page("/agencies/3/2021/own")).GetElementById("requests.closed|total")!.ClassName);

        var right = Assert.Single(page.QuerySelectorAll("#corrections + ul li"));
        Assert.Contains("52 李四 2022-01-25 来函 误填", right.TextContent);
        Assert.Equal("#requests.new|total", right.QuerySelector("a")!.GetAttribute("href"));

        using var twin = JsonDocument.Parse(await served.Page("/agencies/1/2021/own.json"));
        var sheet = twin.RootElement.GetProperty("sheet");
        Assert.Equal("dismissed", sheet.GetProperty("problems")[0].GetProperty("review").GetProperty("decision").GetString());
        Assert.Equal((1, 52), (sheet.GetProperty("corrections").GetArrayLength(), sheet.GetProperty("corrections")[0].GetProperty("value").GetInt32()));
    }

    [Theory]
    [InlineData(1, "0", false)]
    [InlineData(2, "1", false)]
    [InlineData(3, "1", true)]
    public async Task An_agency_counts_what_is_open_and_offers_a_notice_only_where_one_says_something(int agency, string problems, bool notice)
    {
        var page = new HtmlParser().ParseDocument(await served.Page($"/agencies/{agency}"));

        Assert.StartsWith(problems, page.QuerySelector("tbody td.n")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(notice, page.QuerySelectorAll("a[href^='/notices/']").Length == 1);
        Assert.Equal(notice ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await served.Client.GetAsync($"/notices/{agency}.docx?year=2021")).StatusCode);
    }
}

/// <summary>The pages over a store that a newer program wrote.</summary>
public sealed class NewerStorePages : ServedPages
{
    private protected override void Fill(ReportStore store) => store.Read(connection => Dapper.SqlMapper.Execute(connection, "PRAGMA user_version = 99"));
}

public sealed class NewerStoreTests(NewerStorePages served) : IClassFixture<NewerStorePages>
{
    [Theory]
    [InlineData("/agencies", "text/html")]
    [InlineData("/agencies.json", "application/problem+json")]
    public async Task A_store_that_cannot_be_opened_is_told_as_one_that_cannot_answer(string path, string type)
    {
        var answer = await served.Client.GetAsync(path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("99", await answer.Content.ReadAsStringAsync());
    }
}
