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

    public required IReadOnlyDictionary<string, int> Missing { get; init; }
    public decimal? Least { get; init; }
    public decimal? LowerQuartile { get; init; }
    public decimal? Median { get; init; }
    public decimal? UpperQuartile { get; init; }
    public decimal? Greatest { get; init; }

    internal static IReadOnlyList<Distribution> Of(IEnumerable<ComparedFigure> figures) =>
        [.. from f in figures group f by (f.Key, f.Year, f.IsOfRegion) into all select Of(all.Key.Key, all.Key.Year, all.Key.IsOfRegion, [.. all])];

    static Distribution Of(FigureKey figure, int year, bool ofRegions, IReadOnlyList<ComparedFigure> all)
    {
        var values = all.Select(f => f.Value).OfType<decimal>().Order().ToList();
        return new Distribution
        {
            Figure = figure, Year = year, OfRegions = ofRegions, Count = values.Count,
            ScopeUnknown = all.Count(f => f.Value is not null && f.Scope is Scope.Unknown),
            Missing = all.Where(f => f.Missing is not null).GroupBy(f => f.Missing!.Value).OrderBy(g => g.Key).ToDictionary(g => Camel(g.Key), g => g.Count()),
            Least = Quantile(values, 0), LowerQuartile = Quantile(values, 0.25m), Median = Quantile(values, 0.5m),
            UpperQuartile = Quantile(values, 0.75m), Greatest = Quantile(values, 1),
        };
    }

    static decimal? Quantile(List<decimal> sorted, decimal share) => Quantiles.Of(sorted.Count, share, i => sorted[i]);

    static string Camel(Missing missing) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(missing.ToString());
}
