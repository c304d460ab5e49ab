using ReportHarvester.App;

namespace ReportHarvester.Tests.Nights;

public sealed class ScheduleTests
{
    static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static Schedule Of(string zone, string cron, string seasons = "", string seasonCron = "30 1,20 * * *") =>
        new(new ScheduleSettings { TimeZone = zone, Cron = cron, SeasonCron = seasonCron, Seasons = seasons }, Start);

    static IEnumerable<DateTimeOffset> Times(Schedule schedule, DateTimeOffset from, int days)
    {
        for (var at = schedule.Next(from); at < from.AddDays(days); at = schedule.Next(at)) yield return at;
    }

    // Zones whose clocks change at 2, at midnight, by half an hour, in the other half of the year, and never.
    public static TheoryData<string, string> Nightly()
    {
        var data = new TheoryData<string, string>();
        foreach (var zone in (string[])["Asia/Shanghai", "UTC", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Kathmandu"])
            foreach (var cron in (string[])["0 0 * * *", "30 1 * * *", "15 2 * * *", "30 2 * * *", "59 23 * * *"]) data.Add(zone, cron);
        return data;
    }

    [Theory, MemberData(nameof(Nightly))]
    public void A_nightly_run_is_due_once_on_every_local_date(string zone, string cron)
    {
        var local = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var dates = Times(Of(zone, cron), Start, 800).Select(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, local).DateTime)).ToList();
        var first = dates[0];
        Assert.Equal(Enumerable.Range(0, dates.Count).Select(first.AddDays), dates);
        Assert.InRange(dates.Count, 799, 801);
    }

    [Fact]
    public void In_the_season_it_is_due_more_often_also_over_New_Year_and_on_a_leap_day()
    {
        var schedule = Of("Asia/Shanghai", "30 1 * * *", "12-31/01-02 02-28/02-29");
        var times = Times(schedule, new DateTimeOffset(2027, 12, 30, 0, 0, 0, TimeSpan.Zero), 62).Select(at => at.ToOffset(TimeSpan.FromHours(8)));
        var twice = times.GroupBy(at => at.ToString("MM-dd")).Where(day => day.Count() == 2).Select(day => day.Key);
        Assert.Equal(["12-31", "01-01", "01-02", "02-28", "02-29"], twice);
    }

    [Fact]
    public void As_it_comes_it_runs_each_night_and_twice_a_day_around_the_two_dates_of_publication()
    {
        var schedule = new Schedule(new ScheduleSettings(), Start);
        var days = Times(schedule, new DateTimeOffset(2027, 12, 31, 16, 0, 0, TimeSpan.Zero), 366)
            .Select(at => at.ToOffset(TimeSpan.FromHours(8))).GroupBy(at => at.ToString("MM-dd")).ToList();
        Assert.Equal(366, days.Count);
        var dense = days.Where(day => day.Count() == 2).Select(day => day.Key).ToList();
        Assert.Equal(["01-05", "02-10", "03-10", "04-10"], new[] { dense[0], dense[36], dense[37], dense[^1] });
        Assert.All(days, day => Assert.Equal("01:30", day.First().ToString("HH:mm")));
    }

    [Theory]
    [InlineData("22:00", "06:00", true)]
    [InlineData("01:31", "20:29", false)]
    [InlineData("20:00", "21:00", true)]
    [InlineData("20:31", "01:30", false)]
    public void Whether_a_run_begins_within_a_window_is_told_by_the_clock_of_the_country(string from, string to, bool within) =>
        Assert.Equal(within, Of("UTC", "30 17 * * *", "01-05/01-06", "30 12,17 * * *").BeginsWithin(new ReportHarvester.Harvest.NightWindow(from, to)));

    [Fact]
    public void Of_the_times_that_passed_the_last_is_told()
    {
        var schedule = Of("Asia/Shanghai", "30 1 * * *");
        DateTimeOffset Night(int day, int hour = 17) => new(2027, 5, day, hour, 30, 0, TimeSpan.Zero);
        Assert.Null(schedule.Latest(Night(1), Night(2, 17).AddSeconds(-1)));
        Assert.Equal(Night(2), schedule.Latest(Night(1), Night(2)));
        Assert.Equal(Night(9), schedule.Latest(Night(1), Night(10, 12)));
        Assert.Equal(Night(9), schedule.Latest(Night(1).AddYears(-7), Night(10, 12)));
        var yearly = Of("Asia/Shanghai", "0 0 29 2 *");
        Assert.Equal(new DateTimeOffset(2028, 2, 28, 16, 0, 0, TimeSpan.Zero), yearly.Latest(Start, Start.AddYears(3)));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "x")]
    [InlineData("Asia/Shanghai", "0 0 30 2 *")]
    [InlineData("Asia/Atlantis", "30 1 * * *")]
    [InlineData("Asia/Shanghai", "30 1 * * *", "01-05")]
    [InlineData("Asia/Shanghai", "30 1 * * *", "02-30/03-01")]
    public void What_cannot_be_used_is_named(string zone, string cron, string seasons = "") =>
        Assert.Contains("schedule:", Assert.Throws<SettingsException>(() => Of(zone, cron, seasons)).Message, StringComparison.Ordinal);
}
