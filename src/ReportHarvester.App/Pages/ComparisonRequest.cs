using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>A comparison as an address asks for it.</summary>
static class ComparisonRequest
{
    // What a page can show; a file or the command line can do more.
    public const int MeasuresAtMost = 6;

    static readonly string[] Usual = ["disclosure_rate"];

    /// <summary>The whole question; without agencies and regions it is about the whole country.</summary>
    public static ComparisonQuestion Question(PageRequest request) => new()
    {
        Figures = Measures(request), Years = Years(request), Agencies = request.QueryAll("agency"), Regions = Regions(request), Level = request.Query("level"),
    };

    /// <summary>Whether it says whom to compare; without, it is the whole country.</summary>
    public static bool IsWhole(ComparisonQuestion question) => question.Agencies.Count > 0 || question.Regions.Count > 0;

    /// <summary>Whether there are few enough to be shown one by one.</summary>
    public static bool IsOfFew(ReportStore store, ComparisonQuestion question) =>
        question.Agencies.Count > 0 || question.Regions.Count > 1 || !RegionSpreads.AreMany(store, question.Regions.SingleOrDefault());

    static List<FigureKey> Measures(PageRequest request)
    {
        var asked = request.QueryAll("m") is { Count: > 0 } given ? given : Usual;
        if (asked.Count > MeasuresAtMost) throw new UsageException(request.In($"最多比较{MeasuresAtMost}项。", $"At most {MeasuresAtMost} measures at once."));
        return [.. asked.Select(text => ComparisonQuestion.KeyOf(text)
            ?? throw new UsageException(request.In($"没有指标 {text}。", $"There is no measure {text}.")))];
    }

    static List<string> Regions(PageRequest request)
    {
        var regions = request.QueryAll("region");
        foreach (var region in regions) request.RequireRegion(region);
        return [.. regions];
    }

    static List<int> Years(PageRequest request)
    {
        if (request.QueryNumber("from") is not { } from) return request.QueryNumber("to") is { } only ? [only] : [];
        var to = request.QueryNumber("to") ?? from;
        if (from < 2000 || to < from || to > from + 40) throw new UsageException(request.In("年度范围不对。", "That is no span of years."));
        return [.. Enumerable.Range(from, to - from + 1)];
    }
}
