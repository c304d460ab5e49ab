namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>How readings did, by format, by border and by trait, as a table in markdown.</summary>
static class LayoutTable
{
    const string Head = "| format | borders | trait | documents | figures | right | flagged | silent | invented | false flags | misnamed |\n|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    /// <summary>Format by border, and format by trait.</summary>
    public static string Short(IReadOnlyList<LayoutResult> results) => Head +
        Lines(results.Select(r => (Key(r, "all", "all"), r))) + Lines(results.Select(r => (Key(r, r.Layout["borders"], "all"), r))) +
        Lines(results.SelectMany(r => r.Layout.Traits.Select(t => (Key(r, "all", $"{t.Key}={t.Value}"), r))));

    /// <summary>Format by border by trait.</summary>
    public static string Whole(IReadOnlyList<LayoutResult> results) => Short(results) +
        Lines(results.SelectMany(r => r.Layout.Traits.Where(t => t.Key != "borders").Select(t => (Key(r, r.Layout["borders"], $"{t.Key}={t.Value}"), r))));

    static string Key(LayoutResult result, string borders, string trait) => $"| {result.Format.Name} | {borders} | {trait} |";

    static string Lines(IEnumerable<(string Key, LayoutResult Result)> results) => string.Concat(results.GroupBy(r => r.Key, r => r.Result.Score)
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()} | {g.Sum(s => s.Figures)} | {g.Sum(s => s.Right)} | {g.Sum(s => s.Flagged.Count)} | " +
            $"{g.Sum(s => s.Silent.Count)} | {g.Sum(s => s.Invented.Count)} | {g.Sum(s => s.FalseFlags.Count)} | {g.Count(s => s.Misnamed.Count > 0)} |\n"));
}
