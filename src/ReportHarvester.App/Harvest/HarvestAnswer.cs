using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>What `harvest` answers on stdout, and its exit code.</summary>
static class HarvestAnswer
{
    static readonly string[] Troubles =
        [Counted.Refused, Counted.Read(Outcome.Partial), Counted.Read(Outcome.Failed), Counted.SourcesUnexpected, Counted.SourcesEmpty, Counted.SourcesFailed,
            Counted.ListTroubles, Counted.ListsInDoubt, Counted.ManyGone, Counted.RereadFailed, Counted.OriginalsAltered];

    public static void Write(HarvestResult result, string format, TextWriter output)
    {
        if (format == "json")
        {
            output.WriteLine(JsonSerializer.Serialize(result, ReadingJson.Indented));
            return;
        }
        foreach (var source in result.Sources) output.WriteLine($"{source.Key}  {source.Agency}  {Words(source.Counts)}");
        output.WriteLine($"run {result.Run}{(result.Stopped ? " (stopped)" : "")}  {Words(result.Counts)}");
    }

    /// <summary>75 where it was stopped, 69 where no source could be reached at all, 1 where something was refused or not read whole.</summary>
    public static int ExitCodeOf(HarvestResult result) =>
        result.Stopped ? ExitCode.TryAgain
        : result[Counted.Sources] > 0 && result[Counted.SourcesWithoutList] == result[Counted.Sources] ? ExitCode.Unavailable
        : Troubles.Any(trouble => result[trouble] > 0) ? ExitCode.DoneWithTrouble
        : ExitCode.Done;

    static string Words(IReadOnlyDictionary<string, int> counts) => string.Join(" ", counts.Select(c => $"{c.Key}={c.Value}"));
}
