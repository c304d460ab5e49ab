using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What a measure comes to in one report: a number, or why there is none.</summary>
sealed record Evaluated
{
    public decimal? Value { get; init; }
    public Missing? Missing { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public CellState? State { get; init; }
    public string? Raw { get; init; }
    public string? Unit { get; init; }

    /// <summary>Whether a person put a part of it right.</summary>
    public bool Corrected { get; init; }

    /// <summary>The editions that it was taken from or would have to be, without repetition.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    public IReadOnlyList<SeriesPart> Parts { get; init; } = [];

    /// <summary>The figures that it is made of.</summary>
    public IReadOnlyList<FigureKey> Figures { get; init; } = [];

    /// <summary>Adds up parts; the first that is missing makes the sum missing.</summary>
    public static Evaluated Sum(IReadOnlyList<(int Sign, Evaluated Part)> terms) => new()
    {
        Missing = terms.Select(term => term.Part.Missing).FirstOrDefault(missing => missing is not null),
        Value = terms.Any(term => term.Part.Missing is not null) ? null : terms.Sum(term => term.Sign * term.Part.Value),
        Corrected = terms.Any(term => term.Part.Corrected),
        Editions = [.. terms.SelectMany(term => term.Part.Editions).Distinct()],
        Parts = [.. terms.SelectMany(term => term.Part.Parts).Distinct()],
        Figures = [.. terms.SelectMany(term => term.Part.Figures).Distinct()],
    };
}
