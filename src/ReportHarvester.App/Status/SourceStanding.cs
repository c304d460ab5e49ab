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

    /// <summary>One that no run comes through with for so many days is told.</summary>
    public const int DaysToTellPutOff = 7;

    /// <summary>When the first ended of the runs that have put it off, were refused some of its reports, or could not read its list whole, all of them until now.</summary>
    public DateTimeOffset? PutOffSince { get; init; }
    public DateTimeOffset? RefusedSince { get; init; }
    public DateTimeOffset? TroubledSince { get; init; }

    /// <summary>When it stands so.</summary>
    public DateTimeOffset Now { get; init; }

    public bool Asleep => Has(Counted.RefusedFor(RefusalReason.Asleep));
    public bool Unreached => Has(Counted.SourcesWithoutList);
    public bool Troubled => Has(Counted.ListTroubles) || Has(Counted.ListsInDoubt);

    /// <summary>Its list could not be read whole for so long that it is no matter of one night.</summary>
    public bool LongTroubled => Troubled && IsLong(TroubledSince, DaysToTell);

    /// <summary>Whether more than half of its reports were gone at once, from which nothing is concluded.</summary>
    public bool ManyGone => Has(Counted.ManyGone);

    /// <summary>How many of the reports that its column lists could not be had.</summary>
    public int NotHad => Counts.GetValueOrDefault(Counted.LinksRefused);

    /// <summary>Some of its reports could not be had for so long.</summary>
    public bool LongRefused => NotHad > 0 && !Refused && IsLong(RefusedSince, DaysToTell);

    /// <summary>No run came through with it for so long: what it allows is too little.</summary>
    public bool LongPutOff => IsLong(PutOffSince, DaysToTellPutOff);

    /// <summary>Not reached for so long, or never, that it is no matter of one night.</summary>
    public bool LongUnreached => Unreached && !(At - Listed < TimeSpan.FromDays(DaysToTell));

    /// <summary>Whether none of the reports that its column lists could be had, though its host is not left alone.</summary>
    public bool Refused => !Asleep && Reports > 0 && Counts.GetValueOrDefault(Counted.LinksRefused) >= Reports;

    public bool Failed => Has(Counted.SourcesFailed);

    /// <summary>Whether a person should look at it.</summary>
    public bool IsOff => Asleep || Unexpected || Shut || Failed || Unreached || Troubled || ManyGone || NotHad > 0 || LongPutOff || Reports == 0 || Missing is not null;

    /// <param name="run">The last run that came to it.</param>
    /// <param name="listed">The last one that reached its column.</param>
    /// <param name="missing">Of each agency that it speaks for that owes a report on that year and never gave one: the name on one that may be its, or null.</param>
    internal static SourceStanding Of(Source source, SourceRun run, SourceRun? listed, Schedule schedule, int year, IReadOnlyList<string?> missing, DateTimeOffset now)
    {
        var owes = missing.Count > 0 && (source.Years is not { } years || (years.From <= year && (years.To ?? year) >= year));
        var reports = listed?.Counts.GetValueOrDefault(Counted.Links);
        return new SourceStanding(source.Key, source.Agency, source.Address.Host, run.Ended, reports, listed?.Ended,
            reports is { } count && source.Expect?.Allows(count) == false, source.Expect, source.Window is { } window && !schedule.BeginsWithin(window), owes ? year : null, owes && !missing.Contains(null) ? missing[0] : null, run.Counts)
        {
            PutOffSince = run.PutOffSince, RefusedSince = run.RefusedSince, TroubledSince = run.TroubledSince, Now = now,
        };
    }

    bool IsLong(DateTimeOffset? since, int days) => Now - since >= TimeSpan.FromDays(days);

    bool Has(string what) => Counts.GetValueOrDefault(what) > 0;
}
