using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// One run over the sources: list pages, links, documents, readings. Every step can be done again and changes nothing then, so a run
/// that ended in any way is made good by the next one.
/// </summary>
sealed class HarvestRun(
    ReportStore store, Fetcher? fetcher, TimeProvider time, IProgress<HarvestEvent> progress, Func<byte[], string?, Reading> read)
{
    readonly Tally tally = new(progress);

    public async Task<HarvestResult> Run(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var run = store.BeginRun(time.GetUtcNow());
        var acquisition = new Acquisition(store, fetcher, time, tally);
        var intake = new DocumentIntake(store, acquisition, read, time, tally);
        var stopped = false;
        try
        {
            Reread(intake, cancellationToken);
            foreach (var source in sources) await Harvest(source, acquisition, intake, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
            tally.Count(Counted.Stopped);
            tally.Tell(HarvestStep.Stopped, "", "asked to stop; the next run goes on from here");
        }
        store.EndRun(run, time.GetUtcNow(), tally.Total);
        return new HarvestResult(run, stopped, tally.Total, tally.Sources);
    }

    void Reread(DocumentIntake intake, CancellationToken cancellationToken)
    {
        foreach (var outdated in OutdatedReading.Of(store, ReadingJson.ReaderVersion))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Tell(HarvestStep.Reread, outdated.Url);
            intake.Reread(outdated);
        }
    }

    async Task Harvest(Source source, Acquisition acquisition, DocumentIntake intake, CancellationToken cancellationToken)
    {
        tally.Begin(source);
        store.SaveSource(source.Key, source.Names, source.Address.AbsoluteUri, time.GetUtcNow());
        var walk = new ColumnWalk(store, acquisition, time, tally, source);
        if (await walk.Links(cancellationToken) is not { } links)
        {
            tally.Count(Counted.SourcesWithoutList);
            return;
        }
        var whole = walk.Whole && links.Count > 0;
        if (source.Expect is { } expect && (links.Count < expect.Min || links.Count > expect.Max))
        {
            whole = false;
            tally.Count(Counted.SourcesUnexpected);
            tally.Tell(HarvestStep.Unexpected, source.Agency, $"{links.Count} reports listed, {expect.Min} to {expect.Max} expected");
        }
        foreach (var link in links) await intake.Take(source, link, cancellationToken);
        if (!whole || acquisition.Offline || store.SaveListing(source.Key, links.Select(link => link.Address.AbsoluteUri).ToHashSet(), time.GetUtcNow())) return;
        tally.Count(Counted.ListsInDoubt);
        tally.Tell(HarvestStep.Unexpected, source.Agency, "more than half of what was listed before is not listed any more; nothing is concluded from it");
    }
}
