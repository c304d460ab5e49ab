using System.Collections.Concurrent;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What a source gave when it was looked at.</summary>
/// <param name="Reports">Null where the column itself could not be had.</param>
sealed record SourceSight(Source Source, IReadOnlyList<ReportLink>? Reports, IReadOnlyList<string> Troubles)
{
    public IReadOnlyList<int> Years => [.. (Reports ?? []).Select(link => link.Year).OfType<int>().Distinct().Order()];

    /// <summary>Years that there should be a report on: those that the source expects, else the gaps between those found.</summary>
    public IReadOnlyList<int> Missing(int lastYear)
    {
        if (Reports is null || (Source.Years is null && Years.Count == 0)) return [];
        var (from, to) = Source.Years is { } expected ? (expected.From, expected.To ?? lastYear) : (Years[0], Years[^1]);
        return from > to ? [] : [.. Enumerable.Range(from, to - from + 1).Except(Years)];
    }

    public bool Unexpected => Reports is not null && Source.Expect?.Allows(Reports.Count) == false;
}

/// <summary>
/// Looks at columns as a harvest does, and leaves no trace: what it fetches goes into a folder that is thrown away. Where there is a data folder it is held
/// meanwhile, so that no host is asked from two sides, and hosts are left alone as long as its runs have to.
/// </summary>
sealed class SourceLook : IDisposable, IProgress<HarvestEvent>
{
    readonly DirectoryInfo folder;
    readonly ConcurrentDictionary<string, ConcurrentQueue<string>> troubles = [];
    readonly TimeProvider time;
    readonly ReportStore store;
    readonly ReportStore? held;
    readonly Fetcher fetcher;
    readonly Tally run;
    readonly Acquisition acquisition;

    /// <param name="data">The data folder of the harvest.</param>
    /// <exception cref="DataFolderBusyException">A run, or somebody else who writes, holds it.</exception>
    public SourceLook(FetchOptions options, TimeProvider time, string data)
    {
        this.time = time;
        held = Hold(data);
        folder = Directory.CreateTempSubdirectory("reportharvester-look-");
        store = ReportStore.Open(folder.FullName);
        fetcher = new Fetcher(options, time, rests: held is null ? null : HostRests.Of(held));
        run = new Tally(this);
        acquisition = new Acquisition(store, fetcher, time, run);
    }

    /// <summary>Looks at many: those of different hosts at the same time, those of one host in turn. Answers in the order given.</summary>
    public async Task<IReadOnlyList<SourceSight>> AtAll(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var sights = new ConcurrentDictionary<string, SourceSight>();
        await Parallel.ForEachAsync(sources.GroupBy(source => source.Address.Host),
            new ParallelOptions { MaxDegreeOfParallelism = HarvestRun.HostsAtOnce, CancellationToken = cancellationToken }, async (ofHost, stop) =>
            {
                foreach (var source in ofHost) sights[source.Key] = await At(source, stop);
            });
        return [.. sources.Select(source => sights[source.Key])];
    }

    public async Task<SourceSight> At(Source source, CancellationToken cancellationToken)
    {
        troubles[source.Key] = [];
        var tally = run.Of(source);
        store.SaveSource(source.Key, source.Names, source.Address.AbsoluteUri, time.GetUtcNow());
        var links = await new ColumnWalk(store, acquisition.For(new Allowance(source, time), tally), time, tally, source).Links(cancellationToken);
        return new SourceSight(source, links is null ? null : [.. links.OrderByDescending(link => link.Year)], [.. troubles[source.Key]]);
    }

    /// <summary>The bytes of a report that was found; null if they could not be had.</summary>
    public Task<Original?> Get(ReportLink link, CancellationToken cancellationToken) => acquisition.Get(link.Address, Wanted.Article, cancellationToken);

    public void Report(HarvestEvent value)
    {
        if (value.Step is HarvestStep.Refused or HarvestStep.Unexpected && troubles.TryGetValue(value.Source, out var ofSource)) ofSource.Enqueue($"{value.Subject}  {value.Detail}");
    }

    public void Dispose()
    {
        fetcher.Dispose();
        store.Dispose();
        held?.Dispose();
        folder.Delete(recursive: true);
    }

    // A folder without a database was never harvested into.
    static ReportStore? Hold(string data)
    {
        try
        {
            return ReportStore.OpenExisting(data);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
