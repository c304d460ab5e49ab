using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Which measures of whom to set side by side; no years or no agencies means all in the store.</summary>
public sealed record ComparisonQuestion
{
    /// <summary>Indicators, series or metrics; in table 3 one without applicant asks for the total.</summary>
    public required IReadOnlyList<FigureKey> Figures { get; init; }

    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Codes, or names that agencies bear or bore.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Codes of divisions or the first digits of them; an agency counts in the years in which it stood there.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>A level of the registry.</summary>
    public string? Level { get; init; }

    /// <summary>Code or name of an agency: it and those of its kind under the same superior.</summary>
    public string? PeersOf { get; init; }

    /// <summary>Only reports of this scope; those of which it is not known count as the organ's own.</summary>
    public Scope? Scope { get; init; }

    /// <summary>The least denominator of a rate, in place of each metric's own.</summary>
    public int? Guard { get; init; }

    /// <summary>Whether series and metrics are made also of figures that an issue of error severity names.</summary>
    public bool WithDoubtful { get; init; }

    /// <summary>Reads `id` or `id|applicant`; null where there is no such measure.</summary>
    public static FigureKey? KeyOf(string text) => Measure.Find(text)?.Key;
}
