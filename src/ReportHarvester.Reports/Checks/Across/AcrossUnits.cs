using ReportHarvester.Reports.Checks.Across;

namespace ReportHarvester.Reports;

/// <summary>A unit whose own report may be among those that a region's report adds up.</summary>
/// <param name="Name">What it was called at the end of the year.</param>
/// <param name="Names">That, and what it is called within its region.</param>
/// <param name="Report">Null where there is none, or none that can be read.</param>
public sealed record UnitReport(string Name, IReadOnlyList<string> Names, YearReport? Report)
{
    /// <summary>It governs a part of the region.</summary>
    public bool IsBelow { get; init; }

    /// <summary>It belongs to the region no more than in part: directed from above, or no organ.</summary>
    public bool IsApart { get; init; }

    /// <summary>The government's own office, or the government for itself.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>Holds a report that adds up a region against the reports of its units.</summary>
public static class AcrossUnits
{
    public const string Code = "H-SUM";

    static readonly AcrossCheck Check = AcrossCheck.All.Single(c => c.Code == Code);

    /// <summary>What does not add up. Silent where a unit's number is not known: a sum of some says nothing of the whole.</summary>
    public static IReadOnlyList<AcrossFinding> Compare(YearReport whole, IReadOnlyList<UnitReport> units)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return whole.Scope != Scope.Aggregate ? []
            : [.. Units.Compare(whole, units).Select(broken => Check.Of(broken))];
    }
}
