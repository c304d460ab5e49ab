using System.Collections.Concurrent;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// One run over the sources: list pages, links, documents, readings. Every step can be done again and changes nothing then, so a run
/// that ended in any way is made good by the next one. Sources of different hosts are harvested at the same time, those of one host in turn.
/// </summary>
sealed class HarvestRun(
    ReportStore store, Fetcher? fetcher, TimeProvider time, IProgress<HarvestEvent> progress, Func<byte[], string?, Reading> read)
{
    // Nearly all the time of a run is waiting between two requests to one host.
    const int HostsAtOnce = 32;

    readonly Tally tally = new(progress);
    readonly ConcurrentDictionary<string, Tally> begun = [];

    public async Task<HarvestResult> Run(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var run = store.BeginRun(time.GetUtcNow());
        var acquisition = new Acquisition(store, fetcher, time, tally);
        var stopped = false;
        try
        {
            Reread(new DocumentIntake(store, acquisition, read, time, tally), cancellationToken);
            await Harvest(sources, acquisition, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
            tally.Count(Counted.Stopped);
            tally.Tell(HarvestStep.Stopped, "", "asked to stop; the next run goes on from here");
        }
        if (!stopped) tally.Count(Counted.YearIssues, store.CompareYears(time.GetUtcNow()));
        store.EndRun(run, time.GetUtcNow(), tally.Counts);
        var results = sources.Where(s => begun.ContainsKey(s.Key)).Select(s => new SourceResult(s.Key, s.Agency, begun[s.Key].Counts));
        return new HarvestResult(run, stopped, tally.Counts, [.. results]);
    }

    Task Harvest(IReadOnlyList<Source> sources, Acquisition acquisition, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(sources.GroupBy(source => source.Address.Host),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellationToken }, async (ofHost, stop) =>
            {
                foreach (var source in ofHost)
                {
                    var counted = begun[source.Key] = tally.Of(source);
                    await Harvest(source, acquisition.For(source, counted), counted, stop);
                }
            });

    void Reread(DocumentIntake intake, CancellationToken cancellationToken)
    {
        foreach (var outdated in OutdatedReading.Of(store, ReadingJson.ReaderVersion))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Tell(HarvestStep.Reread, outdated.Url);
            intake.Reread(outdated);
        }
    }

    async Task Harvest(Source source, Acquisition acquisition, Tally tally, CancellationToken cancellationToken)
    {
        var intake = new DocumentIntake(store, acquisition, read, time, tally);
        store.SaveSource(source.Key, source.Names, source.Address.AbsoluteUri, time.GetUtcNow());
        if (source.Certificate is { } pin) tally.Tell(HarvestStep.Source, source.Agency, $"believes the certificate {pin}, though it may not verify");
        var walk = new ColumnWalk(store, acquisition, time, tally, source);
        if (await walk.Links(cancellationToken) is not { } links)
        {
            if (!acquisition.PutOff) tally.Count(Counted.SourcesWithoutList);
            return;
        }
        var whole = walk.Whole && links.Count > 0;
        if (!acquisition.PutOff && source.Expect is { } expect && !expect.Allows(links.Count))
        {
            whole = false;
            tally.Count(Counted.SourcesUnexpected);
            tally.Tell(HarvestStep.Unexpected, source.Agency, $"{links.Count} reports listed, {expect.Min} to {expect.Max} expected");
        }
        foreach (var link in InTurn(source, links).TakeWhile(_ => !acquisition.PutOff)) await intake.Take(source, link, cancellationToken);
        if (!whole || acquisition.Offline || store.SaveListing(source.Key, links.Select(link => link.Address.AbsoluteUri).ToHashSet(), time.GetUtcNow())) return;
        tally.Count(Counted.ListsInDoubt);
        tally.Tell(HarvestStep.Unexpected, source.Agency, "more than half of what was listed before is not listed any more; nothing is concluded from it");
    }

    // A source that may not ask for everything in one run comes to everything in several: first what was fetched and not yet read, then what
    // was never asked for, then what was asked for longest ago.
    IEnumerable<ReportLink> InTurn(Source source, IEnumerable<ReportLink> links)
    {
        var asked = store.LastAsked(source.Key);
        return links.OrderBy(link => asked.GetValueOrDefault(link.Address.AbsoluteUri, DateTimeOffset.MinValue.AddTicks(1)));
    }
}
