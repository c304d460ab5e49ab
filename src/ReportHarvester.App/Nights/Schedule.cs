using System.Globalization;
using Cronos;
using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>When runs are due, by the calendar of a time zone: one cron expression for the weeks in which reports appear and one for the rest of the year.</summary>
sealed class Schedule
{
    // Far enough for any expression that ever comes true: a leap day may be eight years away.
    static readonly TimeSpan Horizon = TimeSpan.FromDays(366 * 8 + 2);

    static readonly DateTime LeapYear = new(2024, 1, 1);

    readonly CronExpression cron;
    readonly CronExpression seasonCron;
    readonly TimeZoneInfo zone;
    readonly (MonthDay From, MonthDay To)[] seasons;

    // Whether there are days of the season, and others.
    readonly HashSet<bool> parts;

    // Of the runs that are due within a year, the first at each time of the day.
    readonly Lazy<IReadOnlyList<DateTimeOffset>> times;

    readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
    {
        public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));
    }

    /// <exception cref="SettingsException">A setting cannot be used, or no run would ever be due.</exception>
    public Schedule(ScheduleSettings settings, DateTimeOffset now)
    {
        cron = Expression("schedule:cron", settings.Cron);
        seasonCron = Expression("schedule:seasonCron", settings.SeasonCron);
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var found) ? found
            : throw new SettingsException($"schedule:timeZone {settings.TimeZone}：未知时区。No such time zone; it is a name like Asia/Shanghai, and needs the package tzdata.");
        seasons = [.. settings.Seasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Season)];
        parts = [.. Enumerable.Range(0, 366).Select(day => IsSeason(LeapYear.AddDays(day)))];
        times = new(() => [.. YearFrom(now).DistinctBy(at => at.UtcDateTime.TimeOfDay)]);
        if (NextOrNull(now) is null) throw new SettingsException("schedule:cron：永远不会到点。No run would ever be due.");
    }

    /// <summary>The first time after the given one at which a run is due.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => NextOrNull(after) ?? throw new InvalidOperationException($"No run is due after {after:O}.");

    /// <summary>The last time, later than the one and not later than the other, at which a run is due; null if there is none.</summary>
    public DateTimeOffset? Latest(DateTimeOffset after, DateTimeOffset until)
    {
        // However long nobody was there: of the times that passed, only the last counts.
        for (var days = 1; ; days *= 8)
        {
            var from = until.AddDays(-days) > after ? until.AddDays(-days) : after;
            DateTimeOffset? latest = null;
            for (var at = NextOrNull(from); at <= until; at = NextOrNull(at.Value)) latest = at;
            if (latest is not null || from == after) return latest;
        }
    }

    /// <summary>Whether any run is due, within a year, while a site may be asked.</summary>
    public bool BeginsWithin(NightWindow window) => times.Value.Any(window.Has);

    IEnumerable<DateTimeOffset> YearFrom(DateTimeOffset now)
    {
        for (var at = Next(now); at < now.AddYears(1); at = Next(at)) yield return at;
    }

    DateTimeOffset? NextOrNull(DateTimeOffset after) => (First(cron, after, inSeason: false), First(seasonCron, after, inSeason: true)) switch
    {
        ({ } plain, { } dense) => plain < dense ? plain : dense,
        var (plain, dense) => plain ?? dense,
    };

    DateTimeOffset? First(CronExpression expression, DateTimeOffset after, bool inSeason)
    {
        // Not sought for years where the whole year is season, or none of it.
        if (!parts.Contains(inSeason)) return null;
        var at = expression.GetNextOccurrence(after, zone);
        while (at < after + Horizon && IsSeason(at.Value) != inSeason) at = expression.GetNextOccurrence(at.Value, zone);
        return at < after + Horizon ? at : null;
    }

    bool IsSeason(DateTimeOffset at) => IsSeason(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    bool IsSeason(DateTime local)
    {
        var day = new MonthDay(local.Month, local.Day);
        return seasons.Any(season => season.From.CompareTo(season.To) <= 0
            ? day.CompareTo(season.From) >= 0 && day.CompareTo(season.To) <= 0
            : day.CompareTo(season.From) >= 0 || day.CompareTo(season.To) <= 0);
    }

    static CronExpression Expression(string key, string text) => CronExpression.TryParse(text, out var expression) ? expression
        : throw new SettingsException($"{key} {text}：不是五段 cron 表达式。Not an expression of cron with five fields: minute, hour, day, month, day of the week.");

    static (MonthDay From, MonthDay To) Season(string text)
    {
        var days = text.Split('/').Select(Day).ToList();
        return days is [{ } from, { } to] ? (from, to) : throw new SettingsException($"schedule:seasons {text}：应为 MM-dd/MM-dd。A season is MM-dd/MM-dd, like 01-05/02-10.");
    }

    // In a leap year, so that 29 February is a day.
    static MonthDay? Day(string text) => DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new MonthDay(day.Month, day.Day) : null;
}
