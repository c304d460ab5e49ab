namespace ReportHarvester.App;

/// <summary>
/// Counts what a run did, by the words under which the run log and the answer of `harvest` show it. Sources that are harvested at the same
/// time count apart, and all of them for the run.
/// </summary>
/// <param name="run">For which all of it counts too; null for the run itself.</param>
sealed class Tally(IProgress<HarvestEvent> progress, Tally? run = null, string source = "")
{
    readonly Lock turn = new();
    readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>What counts for this source from now on; it counts for the run too.</summary>
    public Tally Of(Harvest.Source begun)
    {
        var tally = new Tally(progress, this, begun.Key);
        tally.Count(Counted.Sources);
        tally.Tell(HarvestStep.Source, begun.Agency, begun.Address.AbsoluteUri);
        return tally;
    }

    public void Count(string what, int by = 1)
    {
        lock (turn) counts[what] = counts.GetValueOrDefault(what) + by;
        run?.Count(what, by);
    }

    public void Tell(HarvestStep step, string subject, string detail = "") =>
        progress.Report(new HarvestEvent(step, source, subject, detail));
}

/// <summary>What a run did at one source.</summary>
sealed record SourceResult(string Key, string Agency, IReadOnlyDictionary<string, int> Counts);

/// <summary>What a run did altogether; stopped where it was asked to end before it was through.</summary>
sealed record HarvestResult(long Run, bool Stopped, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<SourceResult> Sources)
{
    public int this[string what] => Counts.GetValueOrDefault(what);
}
