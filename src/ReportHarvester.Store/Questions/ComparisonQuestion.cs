using System.Text.Json.Serialization;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Which figures to set side by side; no years or no agencies means all in the store.</summary>
public sealed record ComparisonQuestion
{
    /// <summary>In table 3 an indicator without applicant asks for the total.</summary>
    public required IReadOnlyList<FigureKey> Figures { get; init; }

    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Codes, or names that agencies bear or bore.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Reads `indicator` or `indicator|applicant`; null where the codebook has no such figure.</summary>
    public static FigureKey? KeyOf(string text)
    {
        var parts = text.Split('|');
        if (parts.Length > 2 || Codebook.Find(parts[0]) is not { } indicator) return null;
        if (indicator.Table != "3") return parts.Length == 1 ? new FigureKey(indicator.Id) : null;
        var applicant = parts.Length == 2 ? parts[1] : "total";
        return Codebook.Applicants.Any(known => known.Id == applicant) ? new FigureKey(indicator.Id, applicant) : null;
    }
}

/// <summary>Why an answer has no number, where it has none and no words either.</summary>
public enum Missing { NoReport, NotInEdition, NotPlaced, Blank, Mark }

/// <summary>One answer: a figure of an agency's report on a year, or why there is none.</summary>
public sealed record ComparedFigure
{
    public string Agency { get; init; } = "";
    public int Year { get; init; }

    /// <summary>Null where there is no report.</summary>
    public Scope? Scope { get; init; }

    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }
    public decimal? Value { get; init; }
    public CellState? State { get; init; }
    public string? Raw { get; init; }
    public string? Unit { get; init; }

    /// <summary>The edition of the table that the figure stands in or would have to stand in; null where it is not known.</summary>
    public string? Edition { get; init; }

    public Missing? Missing { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Codes of the issues that name this figure, with commas; null if none does.</summary>
    public string? Issues { get; init; }

    /// <summary>Id of the current reading; null where there is no report.</summary>
    public long? Reading { get; init; }

    [JsonIgnore]
    public FigureKey Key => new(Indicator, Applicant);
}

/// <summary>
/// Two reports of an agency, one after the other, that follow different editions where an asked figure stands. OnlyIn: the one
/// edition that has the indicator; null where both print it, or neither.
/// </summary>
public sealed record EditionBreak(
    string Agency, FigureKey Figure, int FromYear, string FromEdition, int ToYear, string ToEdition, string? OnlyIn);
