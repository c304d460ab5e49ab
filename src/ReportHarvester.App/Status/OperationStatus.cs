using Microsoft.Extensions.DependencyInjection;
using ReportHarvester.App.Pages;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>How the harvest stands: what an operator looks at once a month, and what alerts are drawn from.</summary>
/// <param name="NextRun">When the schedule's next run begins; null where no schedule was ever begun.</param>
/// <param name="OverdueSince">The first time of the schedule for which a run should long have come through; null: none.</param>
/// <param name="SourceListTrouble">Why the list of sources cannot be read, and nothing is said of them; null where it can.</param>
/// <param name="Sources">Sources in the list.</param>
/// <param name="NotYetHarvested">Those of them that no run came to.</param>
/// <param name="SourcesOff">Those that a person should look at.</param>
/// <param name="CorrectionsAsleep">Figures that a person put right, and that the report prints otherwise by now: the correction counts no more.</param>
public sealed record OperationStatus(
    DateTimeOffset At, DateTimeOffset? NextRun, DateTimeOffset? OverdueSince, IReadOnlyList<RunEntry> Runs, string? SourceListTrouble, int Sources, int NotYetHarvested,
    IReadOnlyList<SourceStanding> SourcesOff, IReadOnlyList<string> HostsAsleep, long DiskFreeBytes, KeptAmount Kept, int CorrectionsAsleep, IReadOnlyList<Alert> Alerts)
{
    public bool Running => Runs is [{ State: RunState.Running }, ..];
}

/// <summary>Tells how the harvest stands, for the verb, the page, the metrics and the alerts alike.</summary>
sealed class Operations(Settings settings, Schedule schedule, TimeProvider time)
{
    const int RunsShown = 14;

    public Settings Settings => settings;

    public static void AddTo(IServiceCollection services, Settings settings) => services.AddSingleton(TimeProvider.System).AddSingleton(settings)
        .AddSingleton(new Schedule(settings.Schedule, TimeProvider.System.GetUtcNow())).AddSingleton<Operations>().AddSingleton<HarvestMetrics>();

    /// <summary>How it stands, or stood a little before where a large store takes long to tell.</summary>
    public OperationStatus Lately(Remembered remembered, ReportStore store) => remembered.Of("operations", store, Now).Value;

    public OperationStatus Now(ReportStore store)
    {
        var now = time.GetUtcNow();
        var stored = RunLog.Schedule(store, now + NextRun.ClockMayBeBehind);
        var (sources, trouble) = SourcesNow();
        var standings = Standings(store, sources, now);
        var runs = RunLog.Last(store, RunsShown, FolderHold.IsHeld(settings.Data));
        return new OperationStatus(now, stored is null ? null : Next(stored, runs, now), stored is null ? null : Overdue(stored, runs, now), runs, trouble, sources.Count, sources.Count - standings.Count,
            [.. standings.Where(standing => standing.IsOff)],
            [.. standings.Where(standing => standing.Asleep).Select(standing => standing.Host).Distinct().Order(StringComparer.Ordinal)],
            DiskRoom.Free(settings.Data), KeptAmount.Of(store, ReadingJson.ReaderVersion), Corrections.Of(store).Count(c => c.Asleep), AlertBook.Open(store));
    }

    /// <summary>The first time of the schedule for which a run should long have come through, without the rest of the status, which looks at all that is kept.</summary>
    public DateTimeOffset? OverdueSince(ReportStore store)
    {
        var now = time.GetUtcNow();
        return RunLog.Schedule(store, now + NextRun.ClockMayBeBehind) is { } stored ? Overdue(stored, RunLog.Last(store, 1, FolderHold.IsHeld(settings.Data)), now) : null;
    }

    List<SourceStanding> Standings(ReportStore store, IReadOnlyList<Source> sources, DateTimeOffset now)
    {
        var today = BeijingTime.Date(now);
        var runs = RunLog.LastOfSources(store).ToDictionary(run => run.Source);
        var listed = RunLog.LastOfSources(store, listed: true).ToDictionary(run => run.Source);
        var missing = sources.GroupBy(source => Deadline.LastYearDue(today, source.Scope)).ToDictionary(due => due.Key, due => MissingReports.On(store, due.Key, due.SelectMany(source => source.Names)));
        return [.. from source in sources
            where runs.ContainsKey(source.Key)
            let year = Deadline.LastYearDue(today, source.Scope)
            select SourceStanding.Of(source, runs[source.Key], listed.GetValueOrDefault(source.Key), schedule, year, [.. source.Names.Where(missing[year].ContainsKey).Select(name => missing[year][name])], now)];
    }

    // One that goes on is taken to come through.
    DateTimeOffset Next(ScheduleState stored, IReadOnlyList<RunEntry> runs, DateTimeOffset now) =>
        NextRun.Of(schedule, runs is [{ State: RunState.Running, Due: not null }, ..] ? stored with { Done = true } : stored, now).At;

    // One that goes on past the next time of the schedule, as that of a whole night may, is given as long again.
    DateTimeOffset? Overdue(ScheduleState stored, IReadOnlyList<RunEntry> runs, DateTimeOffset now)
    {
        var due = schedule.Next(stored.Through ?? (stored.Since < now ? stored.Since : now));
        var hours = runs is [{ State: RunState.Running, Due: { } its }, ..] && its >= due ? 2 * settings.Alerts.OverdueHours : settings.Alerts.OverdueHours;
        return due.AddHours(hours) < now ? due : null;
    }

    // People edit the list; a mistake in it must not silence everything else.
    (IReadOnlyList<Source> Sources, string? Trouble) SourcesNow()
    {
        try
        {
            return (SourceFile.Load(new FileInfo(settings.Sources)), null);
        }
        catch (Exception trouble) when (trouble is SourceListException or IOException or UnauthorizedAccessException)
        {
            return ([], trouble.Message);
        }
    }
}
