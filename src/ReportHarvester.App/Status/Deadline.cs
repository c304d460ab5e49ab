using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>The last year on which the reports of a source are due by law.</summary>
static class Deadline
{
    /// <summary>The last year on which reports of that scope are to be there; of an unknown scope, what holds for regions does: it is later.</summary>
    public static int LastYearDue(DateOnly today, SourceScope? scope)
    {
        var (year, covers) = (today.Year - 1, scope == SourceScope.Own ? DueRule.Organ : DueRule.Region);
        var due = DueRule.OfLaw.Where(rule => year >= rule.FromYear && year <= rule.UntilYear && (rule.Covers ?? covers) == covers).Min(rule => rule.After(year));
        return today > due ? year : year - 1;
    }
}
