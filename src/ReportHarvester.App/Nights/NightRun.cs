using ReportHarvester.App.Commands;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>One run of the schedule: holds the data folder for as long as it takes, with the list of sources as it stands then.</summary>
sealed class NightRun(Settings settings, Schedule schedule, FetchOptions fetching, TimeProvider time, IProgress<HarvestEvent> progress)
{
    /// <exception cref="DataFolderBusyException">Somebody else writes to the folder; the run stays due.</exception>
    public async Task<HarvestResult> Run(DateTimeOffset due, CancellationToken cancellationToken)
    {
        using var store = ReportStore.Open(settings.Data, settings.DiskFloor);
        var sources = Sources(store, due);
        using var fetcher = new Fetcher(fetching, time, RobotsArchive.Of(store, time), HostRests.Of(store));
        using var reader = new ReadingProcess(new ReadingLimits(), time);
        return await new HarvestRun(store, fetcher, time, progress, reader.Read) { Due = due, Until = schedule.Next(time.GetUtcNow()) }.Run(sources, cancellationToken);
    }

    // A list that somebody broke fails the run, so that it is seen, and is not tried twice a minute.
    IReadOnlyList<Source> Sources(ReportStore store, DateTimeOffset due)
    {
        try
        {
            return HarvestCommand.Chosen(new FileInfo(settings.Sources), []);
        }
        catch (Exception trouble)
        {
            RunLog.End(store, RunLog.Begin(store, time.GetUtcNow(), due), time.GetUtcNow(), new Dictionary<string, int>(), trouble.Message);
            throw;
        }
    }
}
