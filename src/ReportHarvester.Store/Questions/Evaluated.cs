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
    public static Evaluated Sum(IReadOnlyList<(int Sign, Evaluated Part)> terms)
    {
        if (terms is [(1, var only)]) return only;
        var (value, missing, corrected) = (0m, (Missing?)null, false);
        var (editions, parts, figures) = (new List<string>(), new List<SeriesPart>(), new List<FigureKey>());
        foreach (var (sign, part) in terms)
        {
            (value, missing, corrected) = (value + sign * (part.Value ?? 0), missing ?? part.Missing, corrected || part.Corrected);
            Unite(editions, part.Editions);
            Unite(parts, part.Parts);
            Unite(figures, part.Figures);
        }
        return new() { Value = missing is null ? value : null, Missing = missing, Corrected = corrected, Editions = editions, Parts = parts, Figures = figures };
    }

    // They are few, and this is done for every report of thousands.
    static void Unite<T>(List<T> all, IReadOnlyList<T> some)
    {
        foreach (var one in some)
            if (!all.Contains(one)) all.Add(one);
    }
}
