using System.Diagnostics;
using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>Reads damaged documents in the reading process and gathers what must not be.</summary>
/// <param name="convert">Convert what has to be; each costs seconds.</param>
sealed class FuzzRun(IReadOnlyList<Whole> corpus, int seed, string? keepIn = null, bool convert = false) : IDisposable
{
    // More than this is a finding, though far from the limit.
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    // One in so many is read in a second process too: what one read before must change nothing.
    const int Compared = 50;

    static readonly string[] Walls = ["READER-DIED", "TOOK-TOO-LONG", ReportReader.TooMuchMemory];

    readonly ReadingProcess reader = Reader(convert), second = Reader(convert);

    public List<string> Findings { get; } = [];
    public Dictionary<string, int> Outcomes { get; } = [];
    public (TimeSpan Time, string Name) Slowest { get; private set; } = (default, "");
    public (long Bytes, string Name) Largest { get; private set; } = (0, "");

    static ReadingProcess Reader(bool convert) => new(new ReadingLimits(), TimeProvider.System, convert ? OfficeProgram.Find : () => null);

    public void Dispose()
    {
        reader.Dispose();
        second.Dispose();
    }

    public void Try(int number)
    {
        var fuzzed = FuzzCase.Of(corpus, seed, number);
        var reading = Read(fuzzed, out var time);
        if (time > Slowest.Time) Slowest = (time, fuzzed.Name);
        Count(reading);
        if (Wall(reading) is { } wall) Find(fuzzed, wall);
        else if (time > Slow) Find(fuzzed, $"takes {time.TotalSeconds:F1} s");
        else if (Contract.Breach(reading) is { } breach) Find(fuzzed, breach);
        else if (number % Compared == 0 && Json(second.Read(fuzzed.Bytes, null)) != Json(reading)) Find(fuzzed, "another reading in another process");
    }

    // The time that the process worked: on a busy machine anything may wait.
    Reading Read(FuzzCase fuzzed, out TimeSpan time)
    {
        reader.Start();
        var before = Cost(reader.Id);
        var reading = reader.Read(fuzzed.Bytes, null);
        var after = Cost(reader.Id);
        time = after.Time - before.Time;
        if (after.Memory > Largest.Bytes) Largest = (after.Memory, fuzzed.Name);
        return reading;
    }

    void Count(Reading reading)
    {
        var outcome = $"{reading.Format} {(reading.Outcome == Outcome.Failed ? reading.Issues[^1].Code : reading.Outcome)}";
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
    }

    void Find(FuzzCase fuzzed, string what)
    {
        Findings.Add($"{fuzzed.Name}: {what}");
        if (keepIn is not null) File.WriteAllBytes(Path.Combine(keepIn, $"finding-{Findings.Count}"), fuzzed.Bytes);
    }

    static string? Wall(Reading reading) => reading.Issues.FirstOrDefault(i => Walls.Contains(i.Code)) is { } issue ? $"{issue.Code}: {issue.Message}" : null;

    static string Json(Reading reading) => JsonSerializer.Serialize(reading, ReadingJson.Options);

    // Nothing where the process is gone.
    static (TimeSpan Time, long Memory) Cost(int? id)
    {
        if (id is null) return default;
        using var process = Process.GetProcessById(id.Value);
        return (process.TotalProcessorTime, process.PeakWorkingSet64);
    }
}
