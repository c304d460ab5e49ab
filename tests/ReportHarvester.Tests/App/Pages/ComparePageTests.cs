using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReportHarvester.App;
using ReportHarvester.App.Pages;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

public sealed class ComparedPages : ServedPages
{
    /// <summary>An agency that never says for whom it reports, on two forms that cannot be compared; and that reports for its region.</summary>
    public const string Unsaid = "某县人民政府";

    private protected override void Fill(ReportStore store)
    {
        base.Fill(store);
        store.SaveAgencies([new RegisteredAgency { Code = "-7", Periods = [new AgencyPeriod { Name = "-7局" }] }, new RegisteredAgency { Code = "c", Periods = [new AgencyPeriod { Name = "甲,乙局" }] }], StoreFolder.Start);
        Save(Readings.Of(2018, "2014", ("stat2014.reconsideration", 7)), Scope.Unknown);
        Save(Readings.Of(2019, "2019", ("reconsideration.total", 8), ("requests.new|total", 12)), Scope.Unknown);
        Save(Readings.Of(2019, "2019", ("requests.new|total", 90)), Scope.Aggregate);
        Save(Readings.Of(2020, "2019", ("requests.new|total", 3)), Scope.Unknown);

        void Save(Reading reading, Scope scope) => StoreFolder.Save(store, reading with { Report = reading.Report with { Scope = scope } }, $"{scope} {reading.Report.Year}", agency: Unsaid, named: true);
    }
}

/// <summary>A store of so many agencies that a country is compared by regions, of which an older program worked out what is kept of each report.</summary>
public sealed class OutdatedPages : ServedPages
{
    private protected override void Fill(ReportStore store)
    {
        store.SaveAgencies([.. Enumerable.Range(0, RegionSpreads.ManyAgencies).Select(i => new RegisteredAgency { Code = $"a{i}", Periods = [new AgencyPeriod { Name = $"局{i}", Region = "320101" }] })], StoreFolder.Start);
        store.Write(transaction => Dapper.SqlMapper.Execute(transaction.Connection!, "UPDATE derived SET rules = 'older' WHERE what = 'measured'; DROP TABLE measured", transaction: transaction));
    }
}

/// <summary>A store of so many agencies that a country is compared by regions; no region of them has as many.</summary>
public sealed class ManyPages : ServedPages
{
    private protected override void Fill(ReportStore store)
    {
        base.Fill(store);
        store.SaveAgencies([.. Enumerable.Range(0, RegionSpreads.ManyAgencies).Select(i => new RegisteredAgency { Code = $"a{i}", Periods = [new AgencyPeriod { Name = $"局{i}", Region = i % 2 == 0 ? "320101" : "330101" }] })], StoreFolder.Start);
    }

    internal ComparePage.Answer Compared(string query)
    {
        using var store = ReportStore.OpenReadOnly(Data);
        using var remembered = new Remembered(new Settings { Data = Data }, TimeProvider.System, NullLogger<Remembered>.Instance);
        using var services = new ServiceCollection().AddSingleton(remembered).BuildServiceProvider();
        return ComparePage.Ask(new PageRequest(new DefaultHttpContext { RequestServices = services, Request = { QueryString = new QueryString(query) } }, store));
    }
}

public sealed class ManyPageTests(ManyPages served) : IClassFixture<ManyPages>
{
    [Theory]
    [InlineData("/compare?m=received&region=32,33", "choose one region")]
    [InlineData("/compare.json?m=received&region=32,33", "choose one region")]
    [InlineData("/compare.svg?m=received&region=32&region=33", "choose one region")]
    [InlineData("/compare.csv?m=received&region=32,33", "compare --format csv")]
    [InlineData("/compare.csv?m=received&region=3", "compare --format csv")]
    [InlineData("/compare.csv?m=received", "compare --format csv")]
    [InlineData("/compare.xlsx?m=received", "compare --format csv")]
    [InlineData("/compare.svg?m=requests.new", "by rates and series only")]
    [InlineData("/workbook.xlsx?year=2021", "workbook on the command line")]
    [InlineData("/workbook.xlsx?year=2021&region=3", "workbook on the command line")]
    [InlineData("/agencies?without=2021", "a region or a name")]
    [InlineData("/agencies.json?without=2021&level=county", "a region or a name")]
    public async Task Nobody_has_a_country_gone_through_agency_by_agency(string path, string instead)
    {
        using var answer = await served.Client.GetAsync(path + "&lang=en");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(instead, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/compare?m=received")]
    [InlineData("/compare?m=received&region=3")]
    [InlineData("/compare?m=received&region=32,3201")]
    [InlineData("/compare.csv?m=received&region=32")]
    [InlineData("/workbook.xlsx?year=2021&region=33")]
    [InlineData("/agencies?without=2021&region=33")]
    [InlineData("/agencies?without=2021&q=局")]
    public async Task What_is_shown_by_its_parts_or_is_small_is_shown(string path) => (await served.Client.GetAsync(path)).EnsureSuccessStatusCode();

    [Fact]
    public void Several_measures_of_a_country_are_worked_out_together()
    {
        var spreads = served.Compared("?m=received,closed").Spreads!;

        Assert.Equal(["received", "closed"], spreads.Select(spread => spread.Measure.Indicator));
        Assert.Same(spreads[0].Names, spreads[1].Names);
    }

    [Fact]
    public async Task No_page_offers_a_file_that_is_refused()
    {
        Assert.Contains(".json", await served.Page("/compare?m=received"));
        Assert.DoesNotContain(".csv", await served.Page("/compare?m=received"));
        Assert.DoesNotContain(".csv", await served.Page("/compare?m=received&region=3"));
        Assert.DoesNotContain("/workbook.xlsx", await served.Page("/problems?year=2021"));
        Assert.Contains("/workbook.xlsx", await served.Page("/problems?year=2021&region=32"));
    }
}

public sealed class OutdatedPageTests(OutdatedPages served) : IClassFixture<OutdatedPages>
{
    [Theory]
    [InlineData("/compare?m=received")]
    [InlineData("/compare.json?m=received")]
    [InlineData("/compare.svg?m=received")]
    public async Task What_is_being_worked_out_anew_is_to_be_asked_for_later(string path)
    {
        using var answer = await served.Client.GetAsync(path);

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("ask again later", await answer.Content.ReadAsStringAsync());
    }
}

public sealed class ComparePageTests(ComparedPages served) : IClassFixture<ComparedPages>
{
    [Theory]
    [InlineData("from=2021", "2021 2022")]
    [InlineData("from=2019", "2019 2020 2021 2022")]
    [InlineData("to=2019", "2018 2019")]
    [InlineData("from=2021&to=2023", "2021 2022 2023")]
    [InlineData("from=2030", "2030")]
    public async Task A_span_of_years_may_be_open_at_one_end(string query, string years)
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/compare?m=received&" + query));

        Assert.Equal(years, string.Join(' ', page.QuerySelector("thead")!.QuerySelectorAll("th").Skip(1).Select(head => head.TextContent)));
    }

    [Theory]
    [InlineData("甲,乙局", "甲,乙局")]
    [InlineData("东莞市金融工作局,甲,乙局,某县人民政府", "东莞市金融工作局 甲,乙局 某县人民政府")]
    [InlineData("-7", "-7局")]
    [InlineData("-7,甲,乙局", "-7局 甲,乙局")]
    public async Task Names_with_commas_and_codes_with_signs_are_found(string query, string agencies)
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/compare?m=received&agency=" + Uri.EscapeDataString(query)));

        Assert.Empty(page.QuerySelectorAll("p.error"));
        Assert.Equal(agencies.Split(' ').Order(StringComparer.Ordinal), page.QuerySelectorAll("tbody tr:not(.spread) th").Select(head => head.TextContent).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_measures_stay_chosen_in_the_form()
    {
        var page = new HtmlParser().ParseDocument(await served.Page("/compare?m=received&m=closed,requests.new|business"));
        var form = page.QuerySelector("select[name=m]")!;

        Assert.True(form.HasAttribute("multiple"));
        Assert.Equal(["closed", "received", "requests.new|business"], form.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")).Order(StringComparer.Ordinal));
        Assert.Equal(3, page.QuerySelectorAll("img.chart").Length);
    }

    [Fact]
    public async Task A_measure_of_one_applicant_is_chosen_as_such()
    {
        var form = new HtmlParser().ParseDocument(await served.Page("/compare?m=received|business")).QuerySelector("select[name=m]")!;

        Assert.Equal("received|business", Assert.Single(form.QuerySelectorAll("option[selected]")).GetAttribute("value"));
    }

    [Theory]
    [InlineData("received,received|total", "received")]
    [InlineData("requests.new&m=requests.new|total", "requests.new")]
    public async Task A_measure_that_is_named_twice_counts_once(string twice, string once) =>
        Assert.Equal(await served.Page("/compare.csv?m=" + once), await served.Page("/compare.csv?m=" + twice));

    [Fact]
    public async Task Reports_are_asked_for_by_scope_and_those_that_do_not_say_are_told_of()
    {
        Assert.Contains("2个数出自未写明口径的报告", await served.Page("/compare?m=requests.new&agency=" + ComparedPages.Unsaid));
        Assert.DoesNotContain("未写明口径的报告。", await served.Page("/compare?m=requests.new&agency=" + Uri.EscapeDataString("东莞市金融工作局")));
        foreach (var (scope, expected) in new[] { ("", "aggregate unknown"), ("&scope=own", "unknown"), ("&scope=aggregate", "aggregate") })
        {
            var rows = (await served.Page($"/compare.csv?m=requests.new&from=2019&to=2019&agency={ComparedPages.Unsaid}{scope}")).TrimEnd().Split('\n').Skip(1);
            Assert.Equal(expected, string.Join(' ', rows.Select(row => row.Split(',')[3])));
        }
    }

    [Fact]
    public async Task An_english_comparison_says_nothing_in_chinese_but_names()
    {
        var query = $"?m=reviews&lang=en&agency={ComparedPages.Unsaid}";
        var page = new HtmlParser().ParseDocument(await served.Page("/compare" + query));
        var picture = await served.Page(page.QuerySelector("img.chart")!.GetAttribute("src")!);

        Assert.NotEmpty(page.QuerySelectorAll(".legend"));
        Assert.Contains($"‖ 2019, {ComparedPages.Unsaid}: form 2014 → 2019. The years cannot be compared", picture);
        Assert.Contains("number", picture);
        foreach (var text in new[] { page.QuerySelector("main")!.TextContent, picture })
            Assert.DoesNotMatch(@"[\u4e00-\u9fff]", text.Replace(ComparedPages.Unsaid, "", StringComparison.Ordinal).Replace("Noto Sans CJK SC, Microsoft YaHei, WenQuanYi Zen Hei", "", StringComparison.Ordinal));
    }
}
