using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>How a source stands after the last run that came to it.</summary>
/// <param name="Reports">How many its column listed when it was last reached; null where it never was.</param>
/// <param name="Listed">When that was.</param>
/// <param name="Unexpected">Whether those were more or fewer than expected.</param>
/// <param name="Shut">Whether the schedule never begins a run while its site may be asked.</param>
/// <param name="Missing">The year on which a report of one of its agencies is due and was never found; null if none is.</param>
/// <param name="Stranger">The name that a report on that year prints, where nobody is known to bear it and there is none but such for each.</param>
public sealed record SourceStanding(
    string Key, string Agency, string Host, DateTimeOffset At, int? Reports, DateTimeOffset? Listed, bool Unexpected, Expectation? Expect, bool Shut, int? Missing, string? Stranger, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>A column that cannot be reached for so many days is told.</summary>
    public const int DaysToTell = 3;

    public bool Asleep => Has(Counted.RefusedFor(RefusalReason.Asleep));
    public bool Unreached => Has(Counted.SourcesWithoutList);
    public bool Troubled => Has(Counted.ListTroubles);

    /// <summary>Not reached for so long, or never, that it is no matter of one night.</summary>
    public bool LongUnreached => Unreached && !(At - Listed < TimeSpan.FromDays(DaysToTell));

    /// <summary>Whether none of the reports that its column lists could be had, though its host is not left alone.</summary>
    public bool Refused => !Asleep && Reports > 0 && Counts.GetValueOrDefault(Counted.LinksRefused) >= Reports;

    public bool Failed => Has(Counted.SourcesFailed);

    /// <summary>Whether a person should look at it.</summary>
    public bool IsOff => Asleep || Unexpected || Shut || Failed || Unreached || Troubled || Refused || Reports == 0 || Missing is not null;

    /// <param name="run">The last run that came to it.</param>
    /// <param name="listed">The last one that reached its column.</param>
    /// <param name="missing">Of each agency that it speaks for that owes a report on that year and never gave one: the name on one that may be its, or null.</param>
    internal static SourceStanding Of(Source source, SourceRun run, SourceRun? listed, Schedule schedule, int year, IReadOnlyList<string?> missing)
    {
        var owes = missing.Count > 0 && (source.Years is not { } years || (years.From <= year && (years.To ?? year) >= year));
        var reports = listed?.Counts.GetValueOrDefault(Counted.Links);
        return new SourceStanding(source.Key, source.Agency, source.Address.Host, run.Ended, reports, listed?.Ended,
            reports is { } count && source.Expect?.Allows(count) == false, source.Expect, source.Window is { } window && !schedule.BeginsWithin(window), owes ? year : null, owes && !missing.Contains(null) ? missing[0] : null, run.Counts);
    }

    bool Has(string what) => Counts.GetValueOrDefault(what) > 0;
}
