using System.Globalization;
using System.Text.Json;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What was published and what was not, as lists by state with their evidence, or as CSV.</summary>
static class ComplianceOutput
{
    static readonly string[] Heads = ["code", "agency", "region", "level", "kind", "year", "rule", "due", "state", "first_seen", "stated", "absent_at", "tried_at", "unreadable", "stranger", "url", "basis"];

    /// <summary>Every state in words, those first of which something is to be done.</summary>
    public static readonly IReadOnlyDictionary<PublicationState, string> Words = new Dictionary<PublicationState, string>
    {
        [PublicationState.Missing] = "未公布 missing", [PublicationState.Late] = "逾期公布 late", [PublicationState.InDoubt] = "有无未能断定 in doubt", [PublicationState.Unreachable] = "网站无法访问 unreachable", [PublicationState.Unreadable] = "已公布但无法读取 unreadable",
        [PublicationState.Vanished] = "公布后已消失 vanished", [PublicationState.NotLooked] = "期限后尚未查看 not looked since", [PublicationState.Undated] = "已公布，时间无从证明 undated",
        [PublicationState.Awaited] = "未到期限 awaited", [PublicationState.OnTime] = "按时公布 on time", [PublicationState.Ceased] = "期限前机构已撤并 ceased",
    };

    public static void Text(IReadOnlyList<Obligation> obligations, IReadOnlyList<Fulfilment> coverage, TextWriter output)
    {
        foreach (var (state, words) in Words)
        {
            var these = obligations.Where(o => o.State == state).ToList();
            if (these.Count == 0) continue;
            output.WriteLine($"{words}：{these.Count}");
            foreach (var owed in these) output.WriteLine($"  {owed.Code}  {owed.Agency}  {owed.Rule} {Day(owed.Due)}{Evidence(owed)}");
        }
        // Every report that is owed stands in one of the columns.
        var states = Words.Keys.Where(state => coverage.Any(line => line.Count(state) > 0)).ToList();
        var table = new TextTable(["地区 region / 级别 level", "应报告 owed", .. states.Select(state => Words[state]), "公布率 published", "可断定 known"]);
        foreach (var line in coverage)
            table.Add([$"{line.Region ?? "—"} {line.Level ?? "—"}", $"{line.Owed}", .. states.Select(state => Count(line, state)), line.Published is { } share ? share.ToString("P1", CultureInfo.InvariantCulture) : "—", $"{line.Known}"]);
        table.Write(output);
    }

    public static void Csv(IReadOnlyList<Obligation> obligations, TextWriter output)
    {
        output.Write(App.Csv.Line(Heads) + "\r\n");
        foreach (var o in obligations)
            output.Write(App.Csv.Line(o.Code, o.Agency, o.Region, o.Level, o.Kind, o.Year, o.Rule, Day(o.Due), JsonNamingPolicy.SnakeCaseLower.ConvertName($"{o.State}"), Time(o.FirstSeen), o.Stated is { } stated ? Day(stated) : null,
                Time(o.AbsentAt), Time(o.TriedAt), o.Unreadable, o.Stranger, o.Url, o.Basis) + "\r\n");
    }

    static string Evidence(Obligation owed)
    {
        string?[] shown = [owed.FirstSeen is { } seen ? $"首次见到 {BeijingTime.Minute(seen)}" : null, owed.Stated is { } stated ? $"所载日期 {Day(stated)}" : null,
            owed.AbsentAt is { } absent ? $"{BeijingTime.Minute(absent)} 查看时没有" : null, owed.TriedAt is { } tried ? owed.State switch { _ when owed.Stranger is not null => null, PublicationState.Unreachable => $"{BeijingTime.Minute(tried)} 未能读取列表", PublicationState.InDoubt => $"{BeijingTime.Minute(tried)} 查看，未能断定", _ => null } : null, owed.Unreadable,
            owed.Stranger is { } stranger ? $"文件署名“{ProblemOutput.Plain(stranger)}”与登记名称不符，如系同一机关请登记 {owed.Url}" : null];
        return string.Concat(shown.Where(s => s is not null).Select(s => $"；{s}"));
    }

    static string Count(Fulfilment line, PublicationState state) => line.Count(state) is > 0 and var count ? $"{count}" : "";

    static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

}
