using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>A comparison as an address asks for it.</summary>
static class ComparisonRequest
{
    // What a page can show; a file or the command line can do more.
    public const int MeasuresAtMost = 6;

    const int FirstYear = 2000, SpanAtMost = 40;

    static readonly string[] Usual = ["disclosure_rate"];

    /// <summary>The whole question; without agencies and regions it is about the whole country.</summary>
    public static ComparisonQuestion Question(PageRequest request) => new()
    {
        Figures = Measures(request), Years = Years(request), Agencies = request.QueryAgencies("agency"), Regions = Regions(request), Level = request.Query("level"), Scope = ScopeOf(request),
    };

    /// <summary>Whether there are few enough to be shown one by one.</summary>
    public static bool IsOfFew(ReportStore store, ComparisonQuestion question) => question.Agencies.Count > 0 || !RegionSpreads.AreMany(store, question.Regions);

    static List<FigureKey> Measures(PageRequest request)
    {
        var asked = request.QueryAll("m") is { Count: > 0 } given ? given : Usual;
        if (asked.Count > MeasuresAtMost) throw new UsageException(request.In($"最多比较{MeasuresAtMost}项。", $"At most {MeasuresAtMost} measures at once."));
        // One may be named twice, with its applicant and without.
        return [.. asked.Select(text => ComparisonQuestion.KeyOf(text)
            ?? throw new UsageException(request.In($"没有指标 {text}。", $"There is no measure {text}."))).Distinct()];
    }

    static List<string> Regions(PageRequest request)
    {
        var regions = request.QueryAll("region");
        foreach (var region in regions) request.RequireRegion(region);
        return [.. regions];
    }

    static List<int> Years(PageRequest request)
    {
        var (from, to) = (request.QueryNumber("from"), request.QueryNumber("to"));
        if (from is null && to is null) return [];
        if (from < FirstYear || to < FirstYear || to < from || to - from > SpanAtMost) throw new UsageException(request.In("年度范围不对。", "That is no span of years."));
        if (from is { } first && to is { } last) return [.. Enumerable.Range(first, last - first + 1)];
        // Open at one end: as far as there are reports; where there are none, the year itself, of which that is said.
        return Coverage.Years(request.Store).Where(year => from <= year || year <= to).ToList() is { Count: > 0 } some ? some : [from ?? to!.Value];
    }

    static Scope? ScopeOf(PageRequest request) => request.Query("scope") switch { "own" => Scope.Own, "aggregate" => Scope.Aggregate, _ => null };
}
