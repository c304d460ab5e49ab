using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using ReportHarvester.App;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Alerts;

/// <summary>What is told of a stored state, by a real webhook and a real mail server on loopback.</summary>
public sealed class AlertWatchTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("alerts-");
    readonly FakeTime clock = new(TimeSpan.FromMinutes(1));
    readonly ConcurrentQueue<JsonElement> posted = [];
    readonly ScheduleSettings schedule = new() { Seasons = "" };
    int answer = 200;

    public AlertWatchTests()
    {
        File.WriteAllText(Sources, """
            [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "scope": "own", "expect": {"min": 3, "max": 9}},
             {"key": "b", "agency": "青屏县人民政府", "address": "http://b.example/"}]
            """);
        using var store = ReportStore.Open(Data);
        RunLog.BeginSchedule(store, clock.GetUtcNow());
    }

    string Data => Path.Combine(work.FullName, "data");
    string Sources => Path.Combine(work.FullName, "sources.json");

    public void Dispose() => work.Delete(recursive: true);

    Task<Loopback> Receiver() => Loopback.Serve(async context =>
    {
        Assert.NotNull(context.Request.ContentLength);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        posted.Enqueue(body.RootElement.Clone());
        Assert.Equal("Bearer x", context.Request.Headers.Authorization);
        context.Response.StatusCode = answer;
    });

    AlertWatch Watch(int port, int floor = 0)
    {
        var alerts = new AlertSettings { Webhook = $"http://127.0.0.1:{port}/hook", WebhookAuthorization = "Bearer x" };
        var settings = new Settings { Data = Data, Sources = Sources, Alerts = alerts, DiskFloorMiB = floor, Schedule = schedule };
        var operations = new Operations(settings, new Schedule(schedule, clock.GetUtcNow()), clock);
        return new AlertWatch(operations, AlertChannels.Of(alerts), clock, NullLogger<AlertWatch>.Instance);
    }

    void Run(string source, params (string What, int Count)[] counts) => Run(null, source, counts);

    void Run(string? failure, string source, params (string What, int Count)[] counts)
    {
        using var store = ReportStore.Open(Data);
        var now = clock.GetUtcNow();
        var run = RunLog.Begin(store, now, now);
        RunLog.EndSource(store, run, source, now, counts.ToDictionary(count => count.What, count => count.Count));
        RunLog.End(store, run, now, new Dictionary<string, int>(), failure);
    }

    // kind subject of what was told last, over after a bar.
    string Told()
    {
        var last = posted.ToArray()[^1];
        string Of(string list) => string.Join(", ", last.GetProperty(list).EnumerateArray().Select(alert => $"{alert.GetProperty("kind")} {alert.GetProperty("subject")}"));
        return $"{Of("alerts")} | {Of("over")}";
    }

    [Fact]
    public async Task Each_thing_is_told_once_until_it_changes_and_then_that_it_is_over()
    {
        await using var receiver = await Receiver();
        var watch = Watch(receiver.Port);
        await watch.Look(default);
        Assert.Empty(posted);

        Run("a", ("links", 2), ("sources_unexpected", 1), ("refused_asleep", 1));
        await watch.Look(default);
        // It is January: neither the reports of last year nor, for governments, those before are told missing unless they are due.
        Assert.Equal("asleep a.example, missing a, unexpected a | ", Told());
        Assert.Contains("东湖市财政局", posted.ToArray()[^1].GetProperty("text").GetString(), StringComparison.Ordinal);
        await watch.Look(default);
        await Watch(receiver.Port).Look(default);
        Assert.Single(posted);

        // A night on which the site was down says nothing of what it lists, and neither does one that put it off.
        Run("a", ("sources_without_list", 1), ("refused_asleep", 1));
        Run("a", ("sources_put_off", 1));
        await watch.Look(default);
        Assert.Single(posted);

        Run("a", ("links", 1), ("sources_unexpected", 1));
        await watch.Look(default);
        Assert.Equal("unexpected a | asleep a.example", Told());

        Run("a", ("links", 5));
        await watch.Look(default);
        Assert.Equal(" | unexpected a", Told());
        await watch.Look(default);
        Assert.Equal(3, posted.Count);

        Run("a", ("links", 1), ("sources_unexpected", 1));
        await watch.Look(default);
        Assert.Equal("unexpected a | ", Told());
    }

    [Fact]
    public async Task A_report_is_missed_when_its_deadline_has_passed_and_not_before()
    {
        await using var receiver = await Receiver();
        void Report(int year, string agency = "东湖市财政局")
        {
            using var store = ReportStore.Open(Data);
            var reading = Tests.Store.Readings.Of(year, "2021", ("requests.new|total", 1));
            store.SaveReading(new NewReading
            {
                Source = "a", Agencies = ["东湖市财政局"], Url = $"http://a.example/{year}/{agency}", ReaderVersion = "1", Reading = reading with { Report = reading.Report with { Agency = agency } }, YearHint = year,
                Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"{year} {agency}")), At = clock.GetUtcNow(),
            });
        }
        Report(2024);
        Run("a", ("links", 5));
        Run("b", ("sources_without_list", 1));
        // 30 January 2026, by the clock of Beijing.
        clock.Advance(new DateTimeOffset(2026, 1, 31, 15, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        Run("a", ("links", 5));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("missing b, unreached b | ", Told());
        clock.Advance(TimeSpan.FromHours(2));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("missing a | ", Told());
        Report(2025, "东湖市国库局");
        await Watch(receiver.Port).Look(default);
        Assert.Equal("missing a | ", Told());
        Assert.Contains("2025 年度报告署名“东湖市国库局”，与登记名称不符，未能断定是否其报告", posted.ToArray()[^1].GetProperty("text").GetString());
        Report(2025);
        await Watch(receiver.Port).Look(default);
        Assert.Equal(" | missing a", Told());
    }

    [Fact]
    public async Task What_a_full_disk_lets_nobody_write_down_is_told_once_all_the_same()
    {
        await using var receiver = await Receiver();
        DataFolder.Execute(Data, "CREATE TRIGGER full BEFORE INSERT ON alert BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        var watch = Watch(receiver.Port, floor: int.MaxValue);
        answer = 400;
        await watch.Look(default);
        answer = 200;
        posted.Clear();
        await watch.Look(default);
        await watch.Look(default);
        Assert.Contains("磁盘剩余不足", Assert.Single(posted).GetProperty("text").GetString());
        DataFolder.Execute(Data, "DROP TRIGGER full");
        await watch.Look(default);
        Assert.Equal(2, posted.Count);
    }

    [Fact]
    public void A_run_that_goes_on_past_the_next_time_is_overdue_a_day_later()
    {
        var times = new Schedule(schedule, clock.GetUtcNow());
        var operations = new Operations(new Settings { Data = Data, Sources = Sources, Schedule = schedule }, times, clock);
        var due = times.Next(clock.GetUtcNow());
        clock.Advance(due.AddHours(25) - clock.GetUtcNow());
        using var store = ReportStore.Open(Data);
        Assert.Equal(due, operations.OverdueSince(store));
        RunLog.Begin(store, due, due);
        Assert.Null(operations.OverdueSince(store));
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(due, operations.OverdueSince(store));
    }

    [Fact]
    public async Task A_full_disk_a_failed_run_and_one_that_never_came_are_told()
    {
        await using var receiver = await Receiver();
        Run("3 is not\n a source", "a", ("links", 5));
        await Watch(receiver.Port, floor: int.MaxValue).Look(default);
        Assert.Contains("disk data, failed run", Told(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n a source", posted.ToArray()[^1].GetProperty("text").GetString(), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(3));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("overdue schedule | disk data", Told());
        Run("a", ("links", 5));
        await Watch(receiver.Port).Look(default);
        Assert.Equal(" | failed run, overdue schedule", Told());
    }

    [Fact]
    public async Task A_column_that_lists_nothing_or_is_not_reached_for_days_is_told()
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, """
            [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "years": {"from": 2030}}]
            """);
        Run("a", ("links", 0), ("sources_empty", 1));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("empty a | ", Told());
        Run("a", ("links", 5));
        await Watch(receiver.Port).Look(default);
        Assert.Equal(" | empty a", Told());
        foreach (var day in Enumerable.Range(1, 3))
        {
            clock.Advance(TimeSpan.FromDays(1));
            Run("a", ("sources_without_list", 1));
            await Watch(receiver.Port).Look(default);
            Assert.Equal(day < 3 ? " | empty a" : "unreached a | ", Told());
        }
    }

    [Theory]
    [InlineData("links_refused", 3, "partial a")]
    [InlineData("list_troubles", 3, "list a")]
    [InlineData("sources_put_off", 7, "put_off a")]
    [InlineData("many_gone", 0, "gone a")]
    public async Task What_is_no_matter_of_one_night_is_told(string what, int days, string told)
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, """
            [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "years": {"from": 2030}}]
            """);
        Run("a", ("links", 5));
        for (var day = 0; day <= days; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            Run("a", ("links", 5), (what, 1));
            await Watch(receiver.Port).Look(default);
            Assert.Equal(day < days ? 0 : 1, posted.Count);
        }
        Assert.Equal($"{told} | ", Told());
        // A night on which the column was not reached says nothing of it.
        if (days == 3) Run("a", ("sources_without_list", 1));
        Run("a", ("links", 5));
        await Watch(receiver.Port).Look(default);
        Assert.Equal($" | {told}", Told());
    }

    [Fact]
    public async Task A_column_of_which_no_report_can_be_had_is_told()
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, """
            [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "years": {"from": 2030}}]
            """);
        Run("a", ("links", 5), ("links_refused", 5));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("refused a | ", Told());
        Run("a", ("links", 5), ("links_refused", 4));
        await Watch(receiver.Port).Look(default);
        Assert.Equal(" | refused a", Told());
        // A host that is left alone is told as such.
        Run("a", ("links", 5), ("links_refused", 5), ("refused_asleep", 2));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("asleep a.example | ", Told());
    }

    [Fact]
    public async Task Nights_that_are_cut_off_again_and_again_are_told()
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, "[]");
        for (var night = 0; night < 4; night++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            var due = clock.GetUtcNow();
            using (var store = ReportStore.Open(Data))
                for (var tries = 0; tries < 3; tries++) RunLog.Begin(store, due.AddMinutes(15 * tries), due);
            clock.Advance(TimeSpan.FromHours(1));
            await Watch(receiver.Port).Look(default);
            Assert.Contains("failed run", Told(), StringComparison.Ordinal);
        }
        Assert.Contains(posted, message => message.GetRawText().Contains("overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nights_that_leave_no_time_to_read_again_are_told()
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, "[]");
        for (var night = 0; night < 8; night++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            using (var store = ReportStore.Open(Data))
                RunLog.End(store, RunLog.Begin(store, clock.GetUtcNow(), clock.GetUtcNow()), clock.GetUtcNow(), night < 7 ? new Dictionary<string, int> { ["reread_left"] = 9 - night } : []);
            await Watch(receiver.Port).Look(default);
            Assert.Equal(night switch { < 6 => 0, 6 => 1, _ => 2 }, posted.Count);
            if (night == 6) Assert.Equal("reread reader | ", Told());
        }
        Assert.Equal(" | reread reader", Told());
    }

    [Fact]
    public async Task A_source_that_no_run_may_ask_is_told()
    {
        await using var receiver = await Receiver();
        await File.WriteAllTextAsync(Sources, """
            [{"key": "a", "agency": "东湖市财政局", "address": "http://a.example/", "years": {"from": 2030}, "window": {"from": "08:00", "to": "18:00"}}]
            """);
        Run("a", ("sources_put_off", 1));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("window a | ", Told());
    }

    [Fact]
    public async Task A_list_of_sources_that_cannot_be_read_is_told_and_ends_no_other_alert()
    {
        await using var receiver = await Receiver();
        Run("a", ("links", 2));
        await Watch(receiver.Port).Look(default);
        Assert.Equal("missing a, unexpected a | ", Told());
        var list = File.ReadAllText(Sources);
        File.WriteAllText(Sources, "[{}]");
        await Watch(receiver.Port).Look(default);
        Assert.Equal("sources list | ", Told());
        File.WriteAllText(Sources, list);
        await Watch(receiver.Port).Look(default);
        Assert.Equal(" | sources list", Told());
    }

    [Fact]
    public async Task What_could_not_be_told_is_tried_again_and_told_later()
    {
        await using var receiver = await Receiver();
        Run("a", ("refused_asleep", 1), ("links", 5));
        answer = 503;
        await Watch(receiver.Port).Look(default);
        Assert.Equal(3, posted.Count);
        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)], clock.Jumps);
        answer = 204;
        await Watch(receiver.Port).Look(default);
        Assert.Equal(4, posted.Count);
        await Watch(receiver.Port).Look(default);
        Assert.Equal(4, posted.Count);
    }

    [Fact]
    public async Task While_a_run_holds_the_folder_alerts_are_told_as_well()
    {
        await using var receiver = await Receiver();
        Run("a", ("refused_asleep", 1), ("links", 5));
        using var held = ReportStore.Open(Data);
        await Watch(receiver.Port).Look(default);
        Assert.Single(posted);
    }
}
