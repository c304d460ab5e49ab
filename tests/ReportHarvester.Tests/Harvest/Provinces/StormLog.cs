using System.Diagnostics;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>Follows a harvest from one life of its program to the next, by what it had committed and what the servers saw.</summary>
sealed class StormLog(ProvinceProgram program, string copy)
{
    readonly List<string> again = [];
    readonly Stopwatch watch = Stopwatch.StartNew();
    Committed committed = Committed.Nothing;
    int lives, requests, unavoidable;

    /// <summary>What was brought again though it had been committed and the site could have been asked whether it is still the same.</summary>
    public IReadOnlyList<string> FetchedAgain => again;

    public async Task Life(Func<Task> run)
    {
        program.Server.Log.Clear();
        await run();
        var seen = program.Server.Log.ToList();
        again.AddRange(committed.FetchedAgain(program.Province, seen));
        unavoidable += committed.AskedAgain(seen);
        committed = Committed.In(program.Data, copy);
        lives++;
        requests += seen.Count;
    }

    public override string ToString() =>
        $"{lives} lives, {requests:#,0} requests, {again.Count} of what was committed fetched again ({unavoidable:#,0} without validators asked again), {watch.Elapsed.TotalSeconds:0} s";
}
