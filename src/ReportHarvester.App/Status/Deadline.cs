using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>Until when the reports on a year are to be published: by organs until 31 January, by governments until 31 March (articles 49 and 50).</summary>
static class Deadline
{
    /// <summary>Offices and their deadlines go by the clock of Beijing.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(8));

    /// <summary>The last year on which reports of that scope are to be there; of an unknown scope, the later deadline holds.</summary>
    public static int LastYearDue(DateOnly today, SourceScope? scope) => today.Month > (scope == SourceScope.Own ? 1 : 3) ? today.Year - 1 : today.Year - 2;
}
