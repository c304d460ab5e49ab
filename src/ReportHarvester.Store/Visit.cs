namespace ReportHarvester.Store;

/// <summary>What a server said of an address when it was last asked; the memory of conditional requests.</summary>
public sealed record Visit
{
    public required string Url { get; init; }
    public required int Status { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>Hash of the bytes that the address last gave; null if it never gave any.</summary>
    public string? Sha256 { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Where the bytes were found, if the address sent on to another.</summary>
    public string? FoundAt { get; init; }

    /// <summary>Kept to the millisecond, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
