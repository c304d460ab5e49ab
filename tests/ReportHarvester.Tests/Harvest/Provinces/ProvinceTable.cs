using System.Globalization;
using ReportHarvester.App;
using ReportHarvester.Publisher.Sites.Province;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What a harvest of a province came to, as a table.</summary>
static class ProvinceTable
{
    const int Shown = 12;

    public static string Of(Province province, ProvinceScore score, Night first, Night second)
    {
        string Row(string name, Func<Night, double> value) => string.Format(CultureInfo.InvariantCulture, "| {0} | {1:#,0.#} | {2:#,0.#} |", name, value(first), value(second));
        return string.Join('\n',
        [
        $"{province.Agencies} agencies on {province.Sites.Count} hosts, {Province.FamilyNames.Count} kinds of sites, {score.Reports} reports, {score.Traps} traps",
        "",
        "| | first night | second night |",
        "|---|---|---|",
        $"| reports found / missed / wrong | {score.Found} / {score.Missed.Count} / {score.Wrong.Count} | nothing new: {second.Result["reports_new"] + second.Result["reports_new_version"]} |",
        Row("requests", n => n.Seen.Count),
        Row("of these answered whole (200)", n => n.Seen.Count(s => s.Status == 200)),
        Row("of these answered 304", n => n.Seen.Count(s => s.Status == 304)),
        Row("asked without a validator", n => n.Seen.Count(s => !s.Conditional)),
        .. first.Seen.Concat(second.Seen).Where(s => !s.Conditional).Select(Kind).Distinct().Order().Select(kind => Row($"of these {kind}", n => n.Seen.Count(s => !s.Conditional && Kind(s) == kind))),
        Row("megabytes", n => n.Seen.Sum(s => s.Bytes) / 1e6),
        Row("seconds", n => n.Taken.TotalSeconds),
        Row("two requests at once to a host", n => Politeness.Overlapping(n).Count),
        Row("shortest time between two requests to a host, ms", Politeness.Shortest),
        "",
        .. Some("missed", score.Missed), .. Some("wrong", score.Wrong), .. Some("caught", score.Caught), .. Some("misfiled", score.Misfiled),
            .. Some("unexpected", [.. first.Events.Where(e => e.Step == HarvestStep.Unexpected).Select(e => $"{e.Source} {e.Subject}: {e.Detail}")]),
        .. Some("counts", [.. first.Result.Counts.Select(c => $"{c.Key}={c.Value}")], 99),
        $"faults: {string.Join(", ", province.Sites.GroupBy(s => s.Fault).Select(g => $"{g.Key} {g.Count()}"))}",
        ]);
    }

    // Why nobody could ask whether an answer still holds.
    static string Kind(Seen seen) =>
        seen.Target == "/robots.txt" ? seen.Validated ? "robots.txt with a validator" : "robots.txt without"
        : seen.Status != 200 ? $"answered {seen.Status}: {(seen.Status == 302 ? "a cookie, or a trap" : "nothing to keep")}"
        : seen.Validated ? "pages with a validator" : "pages made by a program, without a validator";

    static IEnumerable<string> Some(string name, IReadOnlyList<string> lines, int most = Shown) =>
        lines.Count == 0 ? [] : [$"{name}: {lines.Count}", .. lines.Take(most).Select(l => "  " + l)];
}
