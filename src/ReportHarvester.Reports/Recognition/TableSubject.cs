using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>What a table says that it is about; nothing said is the report's own.</summary>
enum Subject { Own, OtherTime, OtherOrgan, Sample }

/// <summary>Tells from the lines over a table, and from the years in its heads, whether its figures are those of the report's agency and year.</summary>
static partial class TableSubject
{
    // A longer line is a sentence.
    const int LongestTitle = 40;

    public static Subject Of(GridText grid, string? agency, int? year)
    {
        foreach (var title in grid.Titles)
            if (Of(title, agency, year) is not Subject.Own and var other) return other;
        return Subject.Own;
    }

    /// <summary>The figures that were taken though what stands over them says another year or part of a year, or another organ.</summary>
    public static IEnumerable<Issue> Issues(IReadOnlyList<TableReading> tables, Report report)
    {
        foreach (var table in tables)
        {
            var subject = Of(table.FirstGrid, report.Agency, report.Year);
            if (subject != Subject.Own) yield return ReadingIssues.OtherSubject(table, subject, string.Join('；', table.FirstGrid.Titles), [.. table.Figures.Select(f => f.Figure.Key)]);
            else
                foreach (var (head, keys) in table.Heads)
                    if (new CellText(head).IsYearly && IsOtherTime(Folding.WithoutBlanks(head.Text), report.Year)) yield return ReadingIssues.OtherSubject(table, Subject.OtherTime, head.Text, keys);
        }
    }

    static Subject Of(string title, string? agency, int? year)
    {
        var text = Folding.WithoutBlanks(Folding.Simplify(title));
        if (text.Length > LongestTitle || Sentence().IsMatch(text)) return Subject.Own;
        return Sample().IsMatch(text) ? Subject.Sample : IsOtherTime(text, year) ? Subject.OtherTime : IsOtherOrgan(text, agency) ? Subject.OtherOrgan : Subject.Own;
    }

    static bool IsOtherTime(string text, int? year) =>
        PartOfYear().IsMatch(text) || LastYear().IsMatch(text)
        || year is not null && Years(text) is { Count: > 0 } years && !years.Contains(year.Value);

    /// <summary>The years that a line names; days and numbers of documents aside.</summary>
    public static IReadOnlyList<int> Years(string text) => [.. Year().Matches(Folding.WithoutBlanks(text)).Select(m => int.Parse(m.Groups[1].Value))];

    static bool IsOtherOrgan(string text, string? agency)
    {
        if (Under().IsMatch(text)) return !Whole().IsMatch(text);
        var named = AroundOrgan().Replace(text, "");
        return agency is not null && named.Length >= ShortestOrgan && OrganName.IsName(named) && Wording.Current.OrganEndings.Any(e => named.EndsWith(e, StringComparison.Ordinal))
            && Folding.Simplify(agency) is var own && (!OrganName.MayBeShort(named, own) || IsOfAbove(named, own)) && !OrganName.AreAlike(named, own);
    }

    // 苏州市教育局 is not short for 苏州市吴江区教育局: it is the one above.
    static bool IsOfAbove(string named, string own)
    {
        var region = named.Zip(own).TakeWhile(pair => pair.First == pair.Second).Count();
        var kind = named.Skip(region).Reverse().Zip(own.Skip(region).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return RegionEnd().IsMatch(named[..region]) && RegionEnd().IsMatch(own[region..^kind]);
    }

    [GeneratedRegex("(?:[省市县区州旗镇]|(?<!城)乡)$")]
    private static partial Regex RegionEnd();

    const int ShortestOrgan = 4;

    [GeneratedRegex("[，。；,;！？]|较|比|相较|增加|减少")]
    private static partial Regex Sentence();

    [GeneratedRegex("示例|样例|范例|样表")]
    private static partial Regex Sample();

    [GeneratedRegex(@"[上下]半年|[一二三四1-4]季度|(?<!\d)1月?[至到~—–-](?:[2-9]|10|11)月")]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"^[(（]?(?:上一?年度?|去年)(?:数据|情况|.*表)?[)）]?$")]
    private static partial Regex LastYear();

    // 2022年, 表三2022, 2022年1月1日至12月31日; not the day 2024年1月15日.
    [GeneratedRegex(@"(?<!\d)(20\d\d)(?:年1月(?:0?1日)?[至到~—–-]|年(?!\d{1,2}月)|(?![\d年.\-/〕\]号]))")]
    private static partial Regex Year();

    [GeneratedRegex("下属|所属单位|直属单位")]
    private static partial Regex Under();

    [GeneratedRegex("汇总|合计|含|包括|及|全|本级")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^附[件表录]?[\d一二三四五六七八九十]*[:：.、]?|^.{0,6}(?:单位|机关|部门|名称)[:：]|20\d\d年度?|(?:因?政府信息|主动公开|收到|依申请|申请|行政复议|数据|情况|统计|报表).*$")]
    private static partial Regex AroundOrgan();
}
