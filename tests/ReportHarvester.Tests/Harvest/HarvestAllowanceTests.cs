using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Sources that may be asked only at night, or only so much in one run.</summary>
public sealed partial class HarvestRunTests
{
    static Source Within(string from, string to) => Source with { Window = new NightWindow(from, to) };

    sealed class Told(Action<HarvestEvent>? then = null) : IProgress<HarvestEvent>
    {
        public List<HarvestEvent> All { get; } = [];

        public void Report(HarvestEvent value)
        {
            All.Add(value);
            then?.Invoke(value);
        }
    }

    static Task<MemorySites> Five() => MemorySites.Serve(
        [(Column, List([.. Enumerable.Range(1, 5).Select(n => ($"t{n}.html", $"东湖市财政局{2024 - n}年年报"))])), .. Enumerable.Range(1, 5).Select(n => ($"{Column}t{n}.html", $"{Article} {n}"))]);

    static IEnumerable<string> Documents(IEnumerable<string> answered) => answered.Where(a => !a.EndsWith('/')).Select(a => $"{a[..3]} {a[(a.LastIndexOf('/') + 1)..]}");

    [Fact]
    public async Task A_site_of_which_too_much_was_kept_waits_for_the_next_run()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"))), (Column + "t1.html", Article));
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(sites.Port);
        var allowance = new Allowance(Source, TimeProvider.System);
        allowance.CountKept(Allowance.MostKept - 1);
        var acquisition = new Acquisition(store, fetcher, TimeProvider.System, new ReportHarvester.App.Tally(new Silence())).For(allowance, new ReportHarvester.App.Tally(new Silence()));
        Assert.NotNull(await acquisition.Get(Source.Address, Wanted.ListPage, default));
        Assert.Null(await acquisition.Get(new Uri(Source.Address, "t1.html"), Wanted.Article, default));
        Assert.True(acquisition.PutOff);
    }

    [Theory]
    [InlineData("22:00", "06:00", "23:00", true)]
    [InlineData("22:00", "06:00", "05:59", true)]
    [InlineData("22:00", "06:00", "06:00", false)]
    [InlineData("22:00", "06:00", "21:59", false)]
    [InlineData("01:00", "05:00", "01:00", true)]
    [InlineData("01:00", "05:00", "05:00", false)]
    [InlineData("01:00", "05:00", "23:00", false)]
    [InlineData("00:00", "00:00", "13:00", true)]
    public void A_window_has_its_hours_over_midnight_too(string from, string to, string time, bool within) =>
        Assert.Equal(within, new NightWindow(from, to).Has(new DateTimeOffset(DateOnly.Parse("2026-01-20").ToDateTime(TimeOnly.Parse(time)), TimeSpan.FromHours(8))));

    [Fact]
    public async Task Outside_its_window_a_source_is_not_asked_and_that_is_said()
    {
        await using var sites = await Five();
        // The clock stands at midnight in London, which is eight in the morning in China.
        var (time, told) = (new FakeTime(TimeSpan.Zero), new Told());
        var result = await Harvest(sites, Within("22:00", "06:00"), told, time);
        Assert.Empty(sites.Answered);
        Assert.Equal((1, 0, 0), (result["sources_put_off"], result["sources_without_list"], result["refused"]));
        Assert.Equal("Window: its site may be asked from 22:00 to 06:00 in Asia/Shanghai, where it is 08:00; the next run goes on from here",
            Assert.Single(told.All, e => e.Step == HarvestStep.PutOff).Detail);
        Assert.Equal(ExitCode.Done, HarvestAnswer.ExitCodeOf(result));

        time.Advance(TimeSpan.FromHours(15));
        Assert.Equal(5, (await Harvest(sites, Within("22:00", "06:00"), time: time))["reports_new"]);
    }

    [Fact]
    public async Task At_the_end_of_its_window_a_source_stops_and_the_next_night_goes_on_from_there()
    {
        await using var sites = await Five();
        var time = new FakeTime(TimeSpan.Zero);
        time.Advance(TimeSpan.FromHours(21));
        // The morning comes while the second report is fetched.
        var told = new Told(e => { if (e.Step == HarvestStep.Fetched && e.Subject.EndsWith("t2.html", StringComparison.Ordinal)) time.Advance(TimeSpan.FromHours(1)); });
        var result = await Harvest(sites, Within("22:00", "06:00"), told, time);
        Assert.Equal((2, 1, 0), (result["reports_new"], result["sources_put_off"], result["refused"]));

        sites.Answered.Clear();
        time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(3, (await Harvest(sites, Within("22:00", "06:00"), time: time))["reports_new"]);
        Assert.Equal(["200 t3.html", "200 t4.html", "200 t5.html", "304 t1.html", "304 t2.html"], Documents(sites.Answered));
        Assert.Empty(Stored("SELECT url FROM visit WHERE status NOT IN (200, 304)"));
    }

    [Fact]
    public async Task A_budget_of_requests_is_kept_robots_included_and_each_night_goes_on_from_there()
    {
        await using var sites = await Five();
        // robots.txt, the list, and two reports.
        var source = Source with { Budget = new SourceBudget(Requests: 4) };
        var told = new Told();
        var result = await Harvest(sites, source, told);
        Assert.Equal((2, 1), (result["reports_new"], result["sources_put_off"]));
        Assert.Equal("Budget: its budget of 4 requests for one run is spent; the next run goes on from here", Assert.Single(told.All, e => e.Step == HarvestStep.PutOff).Detail);
        Assert.Equal(2, (await Harvest(sites, source))["reports_new"]);
        Assert.Equal(1, (await Harvest(sites, source))["reports_new"]);
        Assert.Equal(["200 t1.html", "200 t2.html", "200 t3.html", "200 t4.html", "200 t5.html", "304 t1.html"], Documents(sites.Answered));
    }

    [Fact]
    public async Task What_a_list_gave_before_its_source_was_put_off_is_not_how_many_it_lists()
    {
        await using var sites = await MemorySites.Serve((Column, "<script>var countPage = 2; var currentPage = 0;</script>" + List(("t1.html", "2023年"))), (Column + "index_1.html", List(("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + 2));
        var source = Source with { Expect = new Expectation(2, 9) };
        Assert.Equal((2, 0), await Harvest(sites, source) is var whole ? (whole["links"], whole["sources_unexpected"]) : default);
        // robots.txt, and the first page of the list.
        var cut = await Harvest(sites, source with { Budget = new SourceBudget(Requests: 2) });
        Assert.Equal((1, false), (cut["sources_put_off"], cut.Counts.ContainsKey("links")));
        Assert.Equal(["1"], Stored("SELECT listed FROM source_standing"));
    }

    [Fact]
    public async Task A_report_is_not_judged_before_all_it_carries_was_fetched()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "东湖市财政局2023年年报"), ("t2.html", "东湖市财政局2022年年报"))),
            (Column + "t1.html", "<html><body>见附件 <a href='a.pdf'>附件</a> <a href='b.pdf'>附件</a></body></html>"), (Column + "a.pdf", Pdf), (Column + "b.pdf", Pdf + "\n"),
            (Column + "t2.html", Article));
        Assert.Equal(0, (await Harvest(sites, Source with { Budget = new SourceBudget(Requests: 4) }))["reports_new"]);
        Assert.Empty(Stored("SELECT id FROM reading"));
        Assert.Equal(1, (await Harvest(sites, Source with { Budget = new SourceBudget(Requests: 5) }))["reports_new"]);
        Assert.Equal(["2023"], Stored("SELECT year FROM report"));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(null, 1)]
    public async Task A_budget_of_bytes_or_minutes_ends_with_what_goes_beyond_it(int? bytes, int? minutes)
    {
        await using var sites = await Five();
        var time = new FakeTime(TimeSpan.Zero);
        var told = new Told(e => { if (e.Step == HarvestStep.ListPage) time.Advance(TimeSpan.FromMinutes(1)); });
        var result = await Harvest(sites, Source with { Budget = new SourceBudget(Bytes: bytes, Minutes: minutes) }, told, time);
        Assert.Equal((5, 0, 1), (result["links"], result["reports_new"], result["sources_put_off"]));
        Assert.Single(sites.Answered);
    }

    [Fact]
    public async Task What_is_left_when_the_next_run_is_due_waits_for_it_and_comes_first_then()
    {
        await using var sites = await Five();
        var time = new FakeTime(TimeSpan.Zero);
        using var store = ReportStore.Open(data.FullName);
        async Task<HarvestResult> Run(DateTimeOffset? until, Told told)
        {
            using var fetcher = Loopback.Dialling(sites.Port, time);
            return await new HarvestRun(store, fetcher, time, told, Read) { Until = until }.Run([Source, Source with { Key = "other", Address = new Uri(Source.Address, "?other") }], default);
        }
        var due = time.GetUtcNow().AddHours(1);
        var first = await Run(due, new Told(e => { if (e.Step == HarvestStep.ListPage) time.Advance(TimeSpan.FromHours(1)); }));
        Assert.Equal((0, 2), (first["reports_new"], first["sources_put_off"]));
        var begun = new List<string>();
        await Run(null, new Told(e => { if (e.Step == HarvestStep.Source) begun.Add(e.Source); }));
        Assert.Equal(["other", Source.Key], begun);
    }

    [Fact]
    public async Task What_one_source_may_not_ask_another_may()
    {
        await using var sites = await Five();
        using var store = ReportStore.Open(data.FullName);
        using var fetcher = Loopback.Dialling(sites.Port);
        var result = await new HarvestRun(store, fetcher, TimeProvider.System, new Silence(), Read).Run(
            [Source with { Budget = new SourceBudget(Requests: 1) }, Source with { Key = "other" }], default);
        Assert.Equal((5, 1), (result["reports_new"], result["sources_put_off"]));
    }
}
