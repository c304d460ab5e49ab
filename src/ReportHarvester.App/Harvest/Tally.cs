namespace ReportHarvester.App;

/// <summary>Counts what a run did, by the words under which the run log and the answer of `harvest` show it.</summary>
sealed class Tally(IProgress<HarvestEvent> progress)
{
    readonly SortedDictionary<string, int> total = new(StringComparer.Ordinal);
    readonly List<SourceResult> sources = [];
    SortedDictionary<string, int>? ofSource;

    public IReadOnlyDictionary<string, int> Total => total;

    public IReadOnlyList<SourceResult> Sources => sources;

    string Source => sources.Count == 0 ? "" : sources[^1].Key;

    /// <summary>From now on everything counts for this source too.</summary>
    public void Begin(Harvest.Source source)
    {
        ofSource = new(StringComparer.Ordinal);
        sources.Add(new SourceResult(source.Key, source.Agency, ofSource));
        Count(Counted.Sources);
        Tell(HarvestStep.Source, source.Agency, source.Address.AbsoluteUri);
    }

    public void Count(string what, int by = 1)
    {
        total[what] = total.GetValueOrDefault(what) + by;
        if (ofSource is not null) ofSource[what] = ofSource.GetValueOrDefault(what) + by;
    }

    public void Tell(HarvestStep step, string subject, string detail = "") =>
        progress.Report(new HarvestEvent(step, Source, subject, detail));
}

/// <summary>What a run did at one source.</summary>
sealed record SourceResult(string Key, string Agency, IReadOnlyDictionary<string, int> Counts);

/// <summary>What a run did altogether; stopped where it was asked to end before it was through.</summary>
sealed record HarvestResult(long Run, bool Stopped, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<SourceResult> Sources)
{
    public int this[string what] => Counts.GetValueOrDefault(what);
}
