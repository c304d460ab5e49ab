namespace ReportHarvester.App;

/// <summary>What the reading of one document may cost before it is given up.</summary>
sealed record ReadingLimits
{
    /// <summary>The time that processors work on it: a busy machine must not fail a document.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the moment it is handed over to the answer, for what hangs without working.</summary>
    public TimeSpan Patience => Time * 6;

    /// <summary>Bytes of memory of the whole reading process.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>What objects may take of it; the rest is for the runtime itself and what it compiles.</summary>
    public long Heap => Memory / 4 * 3;
}
