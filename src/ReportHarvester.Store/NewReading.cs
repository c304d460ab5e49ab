using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A reading on its way into the store, with where its document came from.</summary>
public sealed record NewReading
{
    /// <summary>Key of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The registered name that the source carries, whatever name the document prints.</summary>
    public required string Agency { get; init; }

    public required string Url { get; init; }

    /// <summary>Hash under which the archive keeps the document.</summary>
    public required string Sha256 { get; init; }

    public required string ReaderVersion { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>The year that the link's title names; used when the document names none.</summary>
    public int? YearHint { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a document is to its report: bytes known before, its first document, or other bytes than before.</summary>
public enum Novelty { Unchanged, NewReport, NewVersion }

/// <summary>The stored reading, and whether its document was new. A document without a year has no report and counts as a new one once.</summary>
public sealed record SavedReading(Novelty Novelty, long Id);
