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

    public static void Write(IReadOnlyList<SourceSight> sights, int lastYear, string format, TextWriter output)
    {
        if (format == "json") output.WriteLine(JsonSerializer.Serialize(sights.Select(sight => Facts(sight, lastYear)), ReadingJson.Indented));
        else foreach (var sight in sights) WriteText(sight, lastYear, output);
    }

    /// <summary>Whether a person should look at the source.</summary>
    public static bool IsOff(SourceSight sight, int lastYear) =>
        sight.Reports is null || sight.Reports.Count == 0 || sight.Unexpected || sight.Missing(lastYear).Count > 0 || sight.Troubles.Count > 0;

    static object Facts(SourceSight sight, int lastYear) => new
    {
        sight.Source.Key, sight.Source.Agency, address = sight.Source.Address.AbsoluteUri, reached = sight.Reports is not null,
        reports = sight.Reports?.Count ?? 0, sight.Source.Expect, sight.Unexpected, sight.Years, missing = sight.Missing(lastYear),
        newest = sight.Reports is [var first, ..] ? new { first.Title, address = first.Address.AbsoluteUri, first.Year, first.Listed } : null,
        sight.Troubles, ok = !IsOff(sight, lastYear),
    };

    static void WriteText(SourceSight sight, int lastYear, TextWriter output)
    {
        var years = sight.Years.Count == 0 ? "" : $"  {sight.Years[0]}–{sight.Years[^1]}";
        output.WriteLine($"{(IsOff(sight, lastYear) ? "!" : " ")} {sight.Source.Key}  {sight.Source.Agency}  "
            + (sight.Reports is null ? "无法访问 not reached" : $"{sight.Reports.Count} 份 reports{years}"));
        if (sight.Unexpected) output.WriteLine($"    应有 expected {sight.Source.Expect!.Min}–{sight.Source.Expect.Max}");
        if (sight.Missing(lastYear) is { Count: > 0 } missing) output.WriteLine($"    缺年度 years missing: {string.Join(", ", missing)}");
        if (sight.Reports is [var newest, ..]) output.WriteLine($"    最新 newest: {newest.Title}  {newest.Address}");
        foreach (var trouble in sight.Troubles) output.WriteLine($"    {trouble}");
    }
}
