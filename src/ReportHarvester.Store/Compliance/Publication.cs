namespace ReportHarvester.Store;

/// <summary>What is known of a report that is owed.</summary>
public enum PublicationState
{
    /// <summary>Seen by the deadline, or dated so with nothing that says otherwise.</summary>
    OnTime,

    /// <summary>First seen after the deadline and dated after it, or looked for after the deadline and not there.</summary>
    Late,

    /// <summary>First seen after the deadline, and nothing says since when it had been there.</summary>
    Undated,

    /// <summary>It stands there, and no figure of it can be read.</summary>
    Unreadable,

    /// <summary>It was published, and no address gives it any more.</summary>
    Vanished,

    /// <summary>The deadline has passed, every list that is asked for it was read after it, and the report is in none.</summary>
    Missing,

    /// <summary>A list was had since the deadline, and whether the report is there cannot be told: it was not had whole, holds a title that nobody knows, or names one that could not be had or of which nobody can tell whose it is. Or the report there prints a name that nobody is known to bear.</summary>
    InDoubt,

    /// <summary>A list could not be reached since the deadline.</summary>
    Unreachable,

    /// <summary>Nobody has looked at a list since the deadline, or no source is known.</summary>
    NotLooked,

    /// <summary>It is not due yet.</summary>
    Awaited,

    /// <summary>The agency ceased before the report was due.</summary>
    Ceased,
}

/// <summary>What shows when a report was published. Times as they were recorded, days as they are printed.</summary>
/// <param name="FirstSeen">When it was first seen where it is published; null where only a person brought it.</param>
/// <param name="AbsentAt">The last look at a list that held it before it was first seen, or the last of all, in which it was not there.</param>
/// <param name="DoubtedAt">The last look at its list from which nothing could be told.</param>
/// <param name="TriedAt">The last look of all, also one that did not reach the list.</param>
sealed record Traces(bool Exists, bool Readable, bool Vanished, DateTimeOffset? FirstSeen, DateOnly? Stated, DateTimeOffset? AbsentAt, DateTimeOffset? DoubtedAt, DateTimeOffset? TriedAt, DateOnly? Ceased)
{
    /// <summary>What is there prints a name that nobody is known to bear.</summary>
    public bool Stranger { get; init; }
}

/// <summary>Tells from the traces how a report stands to its deadline.</summary>
static class Publication
{
    // Deadlines are days in China.
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(China).DateTime);

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), China);

    public static PublicationState Of(Traces traces, DateOnly due, DateOnly today)
    {
        if (traces is { Exists: true, Stranger: true }) return PublicationState.InDoubt;
        if (traces is { Exists: true, Vanished: true }) return PublicationState.Vanished;
        if (traces is { Exists: true, Readable: false }) return PublicationState.Unreadable;
        return traces.Exists ? Published(traces, due) : Absent(traces, due, today);
    }

    /// <summary>What that one of several lists shows which shows least: a report is missing only where each of them shows it.</summary>
    public static Traces Weakest(IEnumerable<Traces> lists, DateOnly due, DateOnly today) => lists.MinBy(list => (Of(list, due, today) switch
    {
        PublicationState.InDoubt => 0,
        PublicationState.Unreachable => 1,
        PublicationState.NotLooked => 2,
        _ => 3,
    }, list.AbsentAt))!;

    static PublicationState Published(Traces traces, DateOnly due)
    {
        if (traces.FirstSeen is { } seen && DayOf(seen) <= due) return PublicationState.OnTime;
        // A date that is displayed can be chosen at will; that it was looked for and not there cannot.
        if (traces.AbsentAt is { } absent && DayOf(absent) > due) return PublicationState.Late;
        return traces.Stated is { } stated ? stated <= due ? PublicationState.OnTime : PublicationState.Late : PublicationState.Undated;
    }

    static PublicationState Absent(Traces traces, DateOnly due, DateOnly today)
    {
        if (traces.Ceased is { } ceased && ceased <= due) return PublicationState.Ceased;
        if (today <= due) return PublicationState.Awaited;
        if (traces.AbsentAt is { } absent && DayOf(absent) > due) return PublicationState.Missing;
        if (traces.DoubtedAt is { } doubted && DayOf(doubted) > due) return PublicationState.InDoubt;
        return traces.TriedAt is { } tried && DayOf(tried) > due ? PublicationState.Unreachable : PublicationState.NotLooked;
    }
}
