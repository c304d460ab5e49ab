using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// How a measure spreads over those who have it in a year; reports of regions apart from those of organs.
/// </summary>
public sealed record Distribution
{
    public required FigureKey Figure { get; init; }
    public required int Year { get; init; }
    public required bool OfRegions { get; init; }

    /// <summary>How many have a value.</summary>
    public required int Count { get; init; }

    /// <summary>How many of these do not say whether they speak for one organ.</summary>
    public required int ScopeUnknown { get; init; }

    /// <summary>The edition of the form that most of them are of; null if none has a value.</summary>
    public string? Edition { get; init; }

    public required IReadOnlyDictionary<string, int> Missing { get; init; }

    /// <summary>How many answers are not counted in any of this, by why.</summary>
    public required IReadOnlyDictionary<string, int> Aside { get; init; }
    public decimal? Least { get; init; }
    public decimal? LowerQuartile { get; init; }
    public decimal? Median { get; init; }
    public decimal? UpperQuartile { get; init; }
    public decimal? Greatest { get; init; }

    internal static IReadOnlyList<Distribution> Of(IEnumerable<ComparedFigure> figures) =>
        [.. from f in figures group f by (f.Key, f.Year, f.IsOfRegion) into all select Of(all.Key.Key, all.Key.Year, all.Key.IsOfRegion, [.. all])];

    static Distribution Of(FigureKey figure, int year, bool ofRegions, IReadOnlyList<ComparedFigure> answers)
    {
        var all = answers.Where(f => f.Aside is null).ToList();
        var values = all.Select(f => f.Value).OfType<decimal>().Order().ToList();
        return new Distribution
        {
            Figure = figure, Year = year, OfRegions = ofRegions, Count = values.Count,
            ScopeUnknown = all.Count(f => f.Value is not null && f.Scope is Scope.Unknown), Edition = MixedForms.MainOf(all.Where(f => f.Value is not null).Select(f => f.Edition)),
            Missing = Counted(all.Select(f => f.Missing)), Aside = Counted(answers.Select(f => f.Aside)),
            Least = Quantile(values, 0), LowerQuartile = Quantile(values, 0.25m), Median = Quantile(values, 0.5m),
            UpperQuartile = Quantile(values, 0.75m), Greatest = Quantile(values, 1),
        };
    }

    static decimal? Quantile(List<decimal> sorted, decimal share) => Quantiles.Of(sorted.Count, share, i => sorted[i]);

    static Dictionary<string, int> Counted<T>(IEnumerable<T?> reasons) where T : struct, Enum => reasons.OfType<T>().GroupBy(reason => reason).OrderBy(g => g.Key)
        .ToDictionary(g => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(g.Key.ToString()), g => g.Count());
}
