using Microsoft.Extensions.Logging.Abstractions;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Nights;

/// <summary>Nights by a clock that the tests turn; the runs are real ones over an empty list of sources.</summary>
public sealed class NightlyWorkerTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("nights-");
    readonly FakeTime clock = new(TimeSpan.Zero);
    ScheduleSettings schedule = new() { Seasons = "" };

    public NightlyWorkerTests() => File.WriteAllText(Sources, "[]");

    string Data => Path.Combine(work.FullName, "data");
    string Sources => Path.Combine(work.FullName, "sources.json");

    public void Dispose() => work.Delete(recursive: true);

    void Set(int year, int month, int day, int hour = 0, int minute = 0) =>
        clock.Advance(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero) - clock.GetUtcNow());

    NightlyWorker Worker()
    {
        using (var store = ReportStore.Open(Data)) RunLog.BeginSchedule(store, clock.GetUtcNow());
        var settings = new Settings { Data = Data, Sources = Sources, Schedule = schedule };
        var planned = new Schedule(schedule, clock.GetUtcNow());
        var night = new NightRun(settings, planned, new FetchOptions { Contact = "a@b.example" }, clock, new Progress<HarvestEvent>());
        return new NightlyWorker(settings, planned, night, clock, NullLogger<NightlyWorker>.Instance);
    }

    async Task Pass(NightlyWorker worker, TimeSpan span, int minutes = 10)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromMinutes(minutes))
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await worker.Look(default);
        }
    }

    IReadOnlyList<string> Due(string zone = "Asia/Shanghai") => [.. DataFolder.Query(Data, "SELECT due FROM run ORDER BY id")
        .Select(due => TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(due), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd"))];

    static IEnumerable<string> Nights(DateOnly first, int count) => Enumerable.Range(0, count).Select(day => first.AddDays(day).ToString("yyyy-MM-dd"));

    // New Year and a leap day, where a local date begins at 16:00 of the host; and both changes of clocks elsewhere.
    [Theory]
    [InlineData("Asia/Shanghai", 2027, 12, 29)]
    [InlineData("Asia/Shanghai", 2028, 2, 26)]
    [InlineData("America/New_York", 2028, 3, 9)]
    [InlineData("America/New_York", 2028, 11, 2)]
    public async Task One_run_a_local_date_however_the_clock_jumps_and_whoever_restarts(string zone, int year, int month, int day)
    {
        schedule = schedule with { TimeZone = zone, Cron = "30 1 * * *" };
        Set(year, month, day, 12);
        var random = new Random(day);
        var (worker, end) = (Worker(), clock.GetUtcNow().AddDays(6));
        while (clock.GetUtcNow() < end)
        {
            await Pass(worker, TimeSpan.FromHours(random.Next(1, 14)));
            if (random.Next(3) == 0) worker = Worker();
            clock.Advance(TimeSpan.FromMinutes(random.Next(-60, 61)));
        }
        Assert.Equal(Nights(new DateOnly(year, month, day + 1), Due(zone).Count), Due(zone));
        Assert.InRange(Due(zone).Count, 5, 7);
    }

    [Fact]
    public async Task Nights_that_nobody_was_there_for_are_made_up_for_by_one_run()
    {
        Set(2027, 5, 3);
        await Pass(Worker(), TimeSpan.FromDays(1));
        Assert.Equal(["2027-05-04"], Due());
        clock.Advance(TimeSpan.FromDays(3));
        await Worker().Look(default);
        await Pass(Worker(), TimeSpan.FromHours(12));
        Assert.Equal(["2027-05-04", "2027-05-07"], Due());
        await Pass(Worker(), TimeSpan.FromDays(1));
        Assert.Equal(["2027-05-04", "2027-05-07", "2027-05-08"], Due());
    }

    [Fact]
    public async Task A_new_folder_waits_for_its_first_night_also_if_nobody_is_there_then()
    {
        Set(2027, 5, 3, 1);
        await Pass(Worker(), TimeSpan.FromHours(10));
        Assert.Empty(Due());
        clock.Advance(TimeSpan.FromHours(12));
        await Worker().Look(default);
        Assert.Equal(["2027-05-04"], Due());
    }

    [Fact]
    public async Task A_run_that_fails_is_tried_three_times_and_the_next_night_again()
    {
        Set(2027, 5, 3);
        File.WriteAllText(Sources, "{}");
        var worker = Worker();
        await Pass(worker, TimeSpan.FromDays(1));
        Assert.Equal(["2027-05-04", "2027-05-04", "2027-05-04"], Due());
        Assert.Equal(["3"], DataFolder.Query(Data, "SELECT count(*) FROM run WHERE failure LIKE '%not an array%' AND ended IS NOT NULL"));
        File.WriteAllText(Sources, "[]");
        await Pass(worker, TimeSpan.FromDays(1));
        Assert.Equal("2027-05-05", Due()[^1]);
        Assert.Equal(4, Due().Count);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_made_good_by_the_next_start()
    {
        Set(2027, 5, 3);
        await Pass(Worker(), TimeSpan.FromDays(1));
        DataFolder.Execute(Data, "UPDATE run SET ended = NULL, counts = NULL");
        await Pass(Worker(), TimeSpan.FromHours(2));
        Assert.Equal(["2027-05-04", "2027-05-04"], Due());
        DataFolder.Execute(Data, """UPDATE run SET counts = '{"stopped":1}'""");
        await Pass(Worker(), TimeSpan.FromHours(2));
        Assert.Equal(3, Due().Count);
    }

    [Fact]
    public async Task Being_stopped_uses_up_no_try()
    {
        Set(2027, 5, 3);
        await Pass(Worker(), TimeSpan.FromDays(1));
        for (var stop = 2; stop < 6; stop++)
        {
            DataFolder.Execute(Data, """UPDATE run SET counts = '{"stopped":1}'""");
            await Pass(Worker(), TimeSpan.FromHours(1));
            Assert.Equal(Enumerable.Repeat("2027-05-04", stop), Due());
        }
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_at_the_first_start_stops_nothing()
    {
        Set(2031, 5, 3);
        var worker = Worker();
        await Pass(worker, TimeSpan.FromHours(1));
        Set(2027, 5, 3);
        await Pass(worker, TimeSpan.FromDays(2));
        Assert.Equal(["2027-05-04", "2027-05-05"], Due());
    }

    [Fact]
    public async Task While_somebody_else_writes_the_run_stays_due()
    {
        Set(2027, 5, 3, 17);
        var worker = Worker();
        using (ReportStore.Open(Data)) await Pass(worker, TimeSpan.FromHours(2));
        Assert.Empty(Due());
        await Pass(worker, TimeSpan.FromMinutes(10));
        Assert.Equal(["2027-05-04"], Due());
    }

    [Fact]
    public async Task A_clock_that_was_years_ahead_for_a_night_stops_nothing()
    {
        Set(2027, 5, 3);
        var worker = Worker();
        await Pass(worker, TimeSpan.FromDays(1));
        Set(2031, 1, 1);
        await worker.Look(default);
        Set(2027, 5, 4, 1);
        await Pass(worker, TimeSpan.FromDays(2));
        Assert.Equal(["2027-05-04", "2031-01-01", "2027-05-05", "2027-05-06"], Due());
    }
}
