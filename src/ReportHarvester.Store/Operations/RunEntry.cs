using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>How a run stands: it goes on, is through, was asked to stop, gave up over a failure, or was cut off without a word.</summary>
public enum RunState { Running, Done, Stopped, Failed, CutOff }

/// <summary>An entry of the harvest log.</summary>
public sealed record RunEntry
{
    public long Id { get; init; }

    /// <summary>The time of the schedule that it stands for; null: somebody started it.</summary>
    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset Started { get; init; }
    public DateTimeOffset? Ended { get; init; }
    public string? Failure { get; init; }
    public RunState State { get; init; }

    /// <summary>Sources that it is through with.</summary>
    public int SourcesDone { get; init; }

    public IReadOnlyDictionary<string, int> Counts => CountsOf(Counted);

    [System.Text.Json.Serialization.JsonIgnore]
    public string? Counted { get; init; }

    internal static IReadOnlyDictionary<string, int> CountsOf(string? json) =>
        json is null ? new Dictionary<string, int>() : JsonSerializer.Deserialize<SortedDictionary<string, int>>(json)!;
}

/// <summary>What a run did at a source, when it was through with it.</summary>
public sealed record SourceRun
{
    public long Run { get; init; }
    public string Source { get; init; } = "";
    public DateTimeOffset Ended { get; init; }

    /// <summary>When the first ended of the runs that have put it off, all of them until now; null: the last did not.</summary>
    public DateTimeOffset? PutOffSince { get; init; }

    /// <summary>The same of those that were refused some of its reports.</summary>
    public DateTimeOffset? RefusedSince { get; init; }

    /// <summary>The same of those that could not read its list whole.</summary>
    public DateTimeOffset? TroubledSince { get; init; }

    public IReadOnlyDictionary<string, int> Counts => RunEntry.CountsOf(Counted);

    [System.Text.Json.Serialization.JsonIgnore]
    public string Counted { get; init; } = "{}";
}

/// <summary>What is stored of the schedule: since when it holds, and what became of its last time.</summary>
/// <param name="Due">Its last time for which a run began; null: there was none yet.</param>
/// <param name="Tries">Runs that began for that time, without those that somebody stopped.</param>
/// <param name="Started">When the last of them began.</param>
/// <param name="Done">Whether one of them came through.</param>
/// <param name="Through">The last time of all for which one came through; null: there was none yet.</param>
public sealed record ScheduleState(DateTimeOffset Since, DateTimeOffset? Due = null, int Tries = 0, DateTimeOffset Started = default, bool Done = false, DateTimeOffset? Through = null);
