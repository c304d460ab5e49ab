using System.Text.RegularExpressions;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>The year that title, period and text speak of.</summary>
static partial class Years
{
    public static IEnumerable<Finding> Compare(CheckedReport report)
    {
        if (report.Frame is { Title: { Agency: not null, Year: { } titled }, PeriodYear: { } period } && titled != period)
            yield return Finding.Wrong(EvidenceWords.Write("other year", titled, period));
        if (report.Report.Year is not { } year) yield break;
        foreach (var sentence in Sentences(report.Section(1)).Where(s => IsStale(s, year)))
            yield return Stale(report, sentence, year);
        foreach (var sentence in Sentences(report.Section(5)).Where(s => IsStalePlan(s, year)))
            yield return Stale(report, sentence, year);
    }

    /// <summary>A period that is stated and is not the whole year.</summary>
    public static IEnumerable<Finding> Period(CheckedReport report)
    {
        foreach (var text in report.Text)
            if (Stated().Match(text.Text.Replace(" ", "", StringComparison.Ordinal)) is { Success: true } match && (match.Groups["from"].Value, match.Groups["to"].Value) != ("1月1日", "12月31日"))
                yield return Finding.Wrong(EvidenceWords.Write("is", "统计期限", match.Groups["period"].Value), text.Origin);
    }

    static Finding Stale(CheckedReport report, string sentence, int year) =>
        Finding.Seems(EvidenceWords.Write("stale", year, ProseAgainstTables.Quote(sentence)), report.PlaceOf(sentence))
            with { Severity = Severity.Warning };

    static string[] Sentences(string? text) => (text ?? "").Split(['。', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // 2022年，我局…: what is told of the whole year before, in no comparison and of nothing that began then.
    static bool IsStale(string sentence, int year) =>
        WholeYear().Match(sentence) is { Success: true } match && int.Parse(match.Groups["year"].Value) == year - 1
        && !sentence.Contains($"{year}", StringComparison.Ordinal) && !Matching.Has(sentence, CheckWords.Current.OtherYear);

    static bool IsStalePlan(string sentence, int year) =>
        Plan().Match(sentence) is { Success: true } match && int.Parse(match.Groups["year"].Value) is var planned && planned <= year && planned > year - 3;

    [GeneratedRegex(@"^(?<year>20\d\d)年度?(?:[，,]|我|本|全[市县区镇乡省局年]|[\u4e00-\u9fff]{2,16}(?:局|委|办|镇|乡|街道|政府|中心)(?:坚持|认真|深入|严格|积极|全面|始终|以|围绕))")]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"(?:统计期限|统计期间|数据期限)[^。0-9]{0,8}(?<period>20\d\d年(?<from>\d{1,2}月\d{1,2}日)(?:起)?[至到\-—~～]+(?:20\d\d年)?(?<to>\d{1,2}月\d{1,2}日))")]
    private static partial Regex Stated();

    [GeneratedRegex(@"(?:下一步|今后|接下来)[^0-9]{0,12}(?<year>20\d\d)年")]
    private static partial Regex Plan();
}
