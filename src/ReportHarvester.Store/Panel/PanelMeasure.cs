using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A series or metric of one report, all applicants together, or why there is none.</summary>
public sealed record PanelMeasure
{
    public required Measure Measure { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public Missing? Missing { get; init; }
    public bool Corrected { get; init; }
    public string? Edition { get; init; }

    /// <summary>What is lost between its edition and the newest; null where no edition is known.</summary>
    public Crossing? ToNewest { get; init; }
    public IReadOnlyList<string> Issues { get; init; } = [];
}
