namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>How readings did, by format, by border and by trait, as tables in markdown.</summary>
static class LayoutTable
{
    const string Head = "| format | borders | trait | documents | figures | right | flagged | silent | invented | false flags | misnamed |\n|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    const string SummaryHead = "| format | borders | documents | figures | right % | flagged | silent | invented | false flags % | misnamed | least right, % |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n";

    // Traits in fewer documents tell little; so many of the least right are named.
    const int FewestDocuments = 20, MostNamed = 3;

    /// <summary>Format by border, with the traits that are read worst: for the README.</summary>
    public static string Summary(IReadOnlyList<LayoutResult> results) =>
        SummaryHead + Summary("all", results) + string.Concat(results.GroupBy(r => r.Layout["borders"]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Summary(g.Key, [.. g])));

    /// <summary>Format by border, and format by trait.</summary>
    public static string Short(IReadOnlyList<LayoutResult> results) => Summary(results) + "\n" + Head +
        Lines(results.SelectMany(r => r.Layout.Traits.Select(t => (Key(r, "all", $"{t.Key}={t.Value}"), r))));

    /// <summary>Format by border by trait.</summary>
    public static string Whole(IReadOnlyList<LayoutResult> results) => Short(results) +
        Lines(results.SelectMany(r => r.Layout.Traits.Where(t => t.Key != "borders").Select(t => (Key(r, r.Layout["borders"], $"{t.Key}={t.Value}"), r))));

    static string Summary(string borders, IReadOnlyList<LayoutResult> results)
    {
        var scores = results.Select(r => r.Score).ToList();
        var figures = scores.Sum(s => s.Figures);
        return $"| {results[0].Format.Name} | {borders} | {scores.Count:N0} | {figures:N0} | {Share(results):N2} | {scores.Sum(s => s.Flagged.Count):N0} | {scores.Sum(s => s.Silent.Count)} | " +
            $"{scores.Sum(s => s.Invented.Count)} | {100.0 * scores.Sum(s => s.FalseFlags.Count) / figures:N2} | {scores.Count(s => s.Misnamed.Count > 0)} | {Least(results)} |\n";
    }

    static double Share(IEnumerable<LayoutResult> results) => 100.0 * results.Sum(r => r.Score.Right) / results.Sum(r => r.Score.Figures);

    static string Least(IReadOnlyList<LayoutResult> results)
    {
        var least = from result in results
                    from trait in result.Layout.Traits
                    where trait.Key != "borders"
                    group result by $"{trait.Key}={trait.Value}" into same
                    let share = Share(same)
                    where same.Count() >= FewestDocuments && share < 100
                    orderby share
                    select $"{same.Key} {share:N1}";
        return string.Join(", ", least.Take(MostNamed));
    }

    static string Key(LayoutResult result, string borders, string trait) => $"| {result.Format.Name} | {borders} | {trait} |";

    static string Lines(IEnumerable<(string Key, LayoutResult Result)> results) => string.Concat(results.GroupBy(r => r.Key, r => r.Result.Score)
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()} | {g.Sum(s => s.Figures)} | {g.Sum(s => s.Right)} | {g.Sum(s => s.Flagged.Count)} | " +
            $"{g.Sum(s => s.Silent.Count)} | {g.Sum(s => s.Invented.Count)} | {g.Sum(s => s.FalseFlags.Count)} | {g.Count(s => s.Misnamed.Count > 0)} |\n"));
}
