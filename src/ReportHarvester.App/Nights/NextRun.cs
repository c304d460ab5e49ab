using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>The next run of a schedule.</summary>
/// <param name="Due">The time of the schedule that it stands for.</param>
/// <param name="At">When it begins; now or earlier: at once.</param>
sealed record NextRun(DateTimeOffset Due, DateTimeOffset At)
{
    /// <summary>A run that did not come through is tried again so often at most: what ends it may well end it again.</summary>
    public const int Tries = 3;

    static readonly TimeSpan BeforeNextTry = TimeSpan.FromMinutes(15);

    /// <summary>What is stored of times further ahead was written by a clock that was wrong.</summary>
    public static readonly TimeSpan ClockMayBeBehind = TimeSpan.FromDays(1);

    /// <summary>
    /// Told from what is stored alone, so that neither a restart nor a clock that jumps makes a run twice or leaves it out. Of times that
    /// passed while nobody was there, the last is made up for, and only that.
    /// </summary>
    public static NextRun Of(Schedule schedule, ScheduleState stored, DateTimeOffset now)
    {
        var last = stored.Due ?? (stored.Since < now ? stored.Since : now);
        if (schedule.Latest(last, now) is { } missed) return new NextRun(missed, now);
        if (stored.Due is { } due && !stored.Done && stored.Tries < Tries) return new NextRun(due, stored.Started + BeforeNextTry);
        var next = schedule.Next(last);
        return new NextRun(next, next);
    }

    /// <summary>What is stored of the schedule; of a folder for which none holds yet, as if it began now.</summary>
    public static ScheduleState Stored(ReportStore store, DateTimeOffset now) => RunLog.Schedule(store, now + ClockMayBeBehind) ?? new ScheduleState(now);
}
