using System.Text.Json;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>What was seen of sources, for people and as JSON.</summary>
static class SourceOutput
{
    public static void Write(IEnumerable<Source> sources, string format, TextWriter output)
    {
        if (format == "json") output.WriteLine(SourceList.Write(sources));
        else foreach (var source in sources)
            output.WriteLine($"{source.Key}  {source.Agency}  {source.Address}  {(source.Verified is { } day ? $"核实 verified {day:O}" : "未核实 not verified")}");
    }

    public static void Write(IReadOnlyList<SourceSight> sights, DateOnly today, string format, TextWriter output)
    {
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(sights.Select(sight => Facts(sight, today)), ReadingJson.Indented));
        else foreach (var sight in sights) WriteText(sight, today, output);
    }

    /// <summary>Whether a person should look at the source.</summary>
    public static bool IsOff(SourceSight sight, DateOnly today) =>
        sight.Reports is null || sight.Reports.Count == 0 || sight.Unexpected || Missing(sight, today).Count > 0 || sight.Troubles.Count > 0;

    static IReadOnlyList<int> Missing(SourceSight sight, DateOnly today) => sight.Missing(Deadline.LastYearDue(today, sight.Source.Scope));

    static object Facts(SourceSight sight, DateOnly today) => new
    {
        sight.Source.Key, sight.Source.Agency, address = sight.Source.Address.AbsoluteUri, reached = sight.Reports is not null,
        reports = sight.Reports?.Count ?? 0, sight.Source.Expect, sight.Unexpected, sight.Years, missing = Missing(sight, today),
        newest = sight.Reports is [var first, ..] ? new { first.Title, address = first.Address.AbsoluteUri, first.Year, first.Listed } : null,
        sight.Troubles, ok = !IsOff(sight, today),
    };

    static void WriteText(SourceSight sight, DateOnly today, TextWriter output)
    {
        var years = sight.Years.Count == 0 ? "" : $"  {sight.Years[0]}–{sight.Years[^1]}";
        output.WriteLine($"{(IsOff(sight, today) ? "!" : " ")} {sight.Source.Key}  {sight.Source.Agency}  "
            + (sight.Reports is null ? "无法访问 not reached" : $"{sight.Reports.Count} 份 reports{years}"));
        if (sight.Unexpected) output.WriteLine($"    应有 expected {sight.Source.Expect!.Min}–{sight.Source.Expect.Max}");
        if (Missing(sight, today) is { Count: > 0 } missing) output.WriteLine($"    缺年度 years missing: {string.Join(", ", missing)}");
        if (sight.Reports is [var newest, ..]) output.WriteLine($"    最新 newest: {newest.Title}  {newest.Address}");
        foreach (var trouble in sight.Troubles) output.WriteLine($"    {trouble}");
    }
}
