using System.Collections.Concurrent;
using System.Data.Common;
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
    internal const int HostsAtOnce = 32;

    /// <summary>The time of the schedule that the run stands for; null: somebody started it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the next run is due: this one asks for nothing more then, so that one slow host does not hold up all others. Null: it asks for everything.</summary>
    public DateTimeOffset? Until { get; init; }

    readonly Tally tally = new(progress);
    readonly ConcurrentDictionary<string, Tally> begun = [];

    public async Task<HarvestResult> Run(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var run = RunLog.Begin(store, time.GetUtcNow(), Due);
        var acquisition = new Acquisition(store, fetcher, time, tally);
        var stopped = false;
        try
        {
            await Harvest(run, sources, acquisition, cancellationToken);
            Reread(new DocumentIntake(store, acquisition, read, time, tally), cancellationToken);
            tally.Count(Counted.YearIssues, store.CompareReports(time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
            tally.Count(Counted.Stopped);
            tally.Tell(HarvestStep.Stopped, "", "asked to stop; the next run goes on from here");
        }
        catch (Exception trouble)
        {
            RunLog.End(store, run, time.GetUtcNow(), tally.Counts, trouble.Message);
            throw;
        }
        RunLog.End(store, run, time.GetUtcNow(), tally.Counts);
        var results = sources.Where(s => begun.ContainsKey(s.Key)).Select(s => new SourceResult(s.Key, s.Agency, begun[s.Key].Counts));
        return new HarvestResult(run, stopped, tally.Counts, [.. results]);
    }

    Task Harvest(long run, IReadOnlyList<Source> sources, Acquisition acquisition, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(LongestUnreachedFirst(sources).GroupBy(source => source.Address.Host),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellationToken }, async (ofHost, stop) =>
            {
                foreach (var source in ofHost)
                {
                    var counted = begun[source.Key] = tally.Of(source);
                    await HarvestApart(source, acquisition.For(new Allowance(source, time, Until), counted), counted, stop);
                    // A run that asks nobody knows nothing new of sites.
                    if (!acquisition.Offline) RunLog.EndSource(store, run, source.Key, time.GetUtcNow(), counted.Counts);
                }
            });

    // Where not all come to their turn, or a host gives out, the next run begins with what was left.
    IEnumerable<Source> LongestUnreachedFirst(IReadOnlyList<Source> sources)
    {
        var reached = RunLog.LastOfSources(store, listed: true).ToDictionary(last => last.Source, last => last.Ended);
        return sources.OrderBy(source => reached.GetValueOrDefault(source.Key, DateTimeOffset.MinValue));
    }

    // A mistake of the program that one site brings to light must not take the night from all others. What concerns the data folder does.
    async Task HarvestApart(Source source, Acquisition acquisition, Tally tally, CancellationToken cancellationToken)
    {
        try
        {
            await Harvest(source, acquisition, tally, cancellationToken);
        }
        catch (Exception mistake) when (IsOfProgram(mistake))
        {
            tally.Count(Counted.SourcesFailed);
            tally.Tell(HarvestStep.Failed, source.Agency, mistake.ToString());
        }
    }

    static bool IsOfProgram(Exception mistake) => mistake is not (OperationCanceledException or IOException or UnauthorizedAccessException or DbException);

    // When the sites have had their night, and only as long as no other is due: after a new version of the reader it takes hours.
    void Reread(DocumentIntake intake, CancellationToken cancellationToken)
    {
        var left = new Queue<OutdatedReading>(OutdatedReading.Of(store, ReadingJson.ReaderVersion));
        while (!(time.GetUtcNow() >= Until) && left.TryDequeue(out var outdated))
        {
            cancellationToken.ThrowIfCancellationRequested();
            store.RequireRoom();
            tally.Tell(HarvestStep.Reread, outdated.Url);
            try
            {
                intake.Reread(outdated);
            }
            catch (Exception mistake) when (IsOfProgram(mistake))
            {
                tally.Count(Counted.RereadFailed);
                tally.Tell(HarvestStep.Failed, outdated.Url, mistake.ToString());
            }
        }
        if (left.Count > 0) tally.Count(Counted.RereadLeft, left.Count);
    }

    async Task Harvest(Source source, Acquisition acquisition, Tally tally, CancellationToken cancellationToken)
    {
        var intake = new DocumentIntake(store, acquisition, read, time, tally);
        store.SaveSource(source.Key, source.Names, source.Address.AbsoluteUri, time.GetUtcNow());
        if (source.Certificate is { } pin) tally.Tell(HarvestStep.Source, source.Agency, $"believes the certificate {pin}, though it may not verify");
        var walk = new ColumnWalk(store, acquisition, time, tally, source);
        if (await walk.Links(cancellationToken) is not { } links)
        {
            if (!acquisition.Offline && !acquisition.PutOff) store.SaveCheck(source.Key, null, time.GetUtcNow());
            if (!acquisition.PutOff) tally.Count(Counted.SourcesWithoutList);
            return;
        }
        var whole = walk.Whole && links.Count > 0;
        if (links.Count == 0 && !acquisition.PutOff)
        {
            tally.Count(Counted.SourcesEmpty);
            tally.Tell(HarvestStep.Unexpected, source.Agency, "its column lists no report");
        }
        if (!acquisition.PutOff && source.Expect is { } expect && !expect.Allows(links.Count))
        {
            whole = false;
            tally.Count(Counted.SourcesUnexpected);
            tally.Tell(HarvestStep.Unexpected, source.Agency, $"{links.Count} reports listed, {expect.Min} to {expect.Max} expected");
        }
        if (!acquisition.Offline && !acquisition.PutOff) store.SaveCheck(source.Key, links.Count, time.GetUtcNow(), doubted: !whole || walk.InDoubt);
        foreach (var link in InTurn(source, links).TakeWhile(_ => !acquisition.PutOff)) await intake.Take(source, link, cancellationToken);
        if (acquisition.Offline) return;
        HashSet<string>? listed = whole ? [.. links.Select(link => link.Known.AbsoluteUri), .. walk.PassedOver] : null;
        if (listed is not null) await AskMissed(source, listed, intake, cancellationToken);
        Conclude(source, listed, intake.Gone, tally);
    }

    // A list of the newest only lets go of reports that are there as before: the address itself is asked, and what it answers counts, as that of a listed one, in two nights.
    async Task AskMissed(Source source, HashSet<string> listed, DocumentIntake intake, CancellationToken cancellationToken)
    {
        foreach (var missed in store.DueToVanish(source.Key, listed, intake.Gone, time.GetUtcNow()))
        {
            await intake.Take(source, new ReportLink(new Uri(missed.Url), missed.Title, missed.Year, null), cancellationToken, listed: false);
            listed.Add(missed.Url);
        }
    }

    // What is gone with many others waits for its month, whether it is listed or not.
    void Conclude(Source source, IReadOnlySet<string>? listed, IReadOnlySet<string> gone, Tally tally)
    {
        var absences = store.SaveAbsences(source.Key, gone, time.GetUtcNow());
        if (absences.Believed > 0) tally.Tell(HarvestStep.Unexpected, source.Agency, $"{absences.Believed} reports were gone again and again, and count as gone from now on");
        if (absences.InDoubt > 0)
        {
            tally.Count(Counted.ManyGone);
            tally.Tell(HarvestStep.Unexpected, source.Agency, $"{absences.InDoubt} reports are gone at once, more than half of all; nothing is concluded from it");
        }
        if (listed is null || store.SaveListing(source.Key, listed, time.GetUtcNow(), absences.InDoubt > 0 ? gone : null)) return;
        tally.Count(Counted.ListsInDoubt);
        tally.Tell(HarvestStep.Unexpected, source.Agency, "more than half of what was listed before is not listed any more; nothing is concluded from it");
    }

    // A source that may not ask for everything in one run comes to everything in several: first what was fetched and not yet read, then what
    // was never asked for, then what was asked for longest ago.
    IEnumerable<ReportLink> InTurn(Source source, IEnumerable<ReportLink> links)
    {
        var asked = store.LastAsked(source.Key);
        return links.OrderBy(link => asked.GetValueOrDefault(link.Known.AbsoluteUri, DateTimeOffset.MinValue.AddTicks(1)));
    }
}
