using System.Globalization;

namespace ReportHarvester.App;

/// <summary>Times as offices in China read them, wherever the program runs.</summary>
static class BeijingTime
{
    public static DateTimeOffset At(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(8));

    public static DateOnly Date(DateTimeOffset time) => DateOnly.FromDateTime(At(time).DateTime);

    public static string Minute(DateTimeOffset time) => At(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => At(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
