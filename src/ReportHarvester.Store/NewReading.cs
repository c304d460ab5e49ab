using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A reading on its way into the store, with where its document came from.</summary>
public sealed record NewReading
{
    /// <summary>Key of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Names or codes of the agencies that the source speaks for; which of them it is, the document or its title decides.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    public required string Url { get; init; }

    /// <summary>The listed address that led to the document; null where it is its own.</summary>
    public string? Article { get; init; }

    /// <summary>What the list called it.</summary>
    public string? LinkTitle { get; init; }

    /// <summary>One of several documents of its article which print different agencies.</summary>
    public bool OneOfMany { get; init; }

    /// <summary>A person fetched it.</summary>
    public bool Imported { get; init; }

    /// <summary>What the source is known to list, where the document does not say for whom it speaks.</summary>
    public Scope? ScopeHint { get; init; }

    /// <summary>Hash under which the archive keeps the document.</summary>
    public required string Sha256 { get; init; }

    public required string ReaderVersion { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>The year that the link's title names; used when the document names none.</summary>
    public int? YearHint { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// What a document is to its report: known bytes or other bytes that say the same, its first document, a document that says something else
/// than before, or another form of a document that is there.
/// </summary>
public enum Novelty { Unchanged, NewReport, NewVersion, Twin }

/// <summary>The stored reading, and whether its document was new. A document without a year has no report and counts as a new one once.</summary>
public sealed record SavedReading(Novelty Novelty, long Id)
{
    /// <summary>The same was stored before, and nothing was now.</summary>
    public bool WasStored { get; init; }

    /// <summary>What became known to be wrong with its report by it, one a line; null if nothing did.</summary>
    public string? Doubts { get; init; }
}
