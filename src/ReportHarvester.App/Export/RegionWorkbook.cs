using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>What an oversight office asks of its region on a year, as one workbook: who has published, what is wrong with whose tables, and how the rates compare.</summary>
sealed class RegionWorkbook(ReportStore store, ComplianceQuestion question, DateTimeOffset now)
{
    const int RegionDigits = 6;

    static readonly IReadOnlyList<Metric> Rates = [.. Metric.All.Where(m => m.Denominator is not null)];
    static readonly string[] Tables = ["2", "3", "4", "stat"];

    readonly IReadOnlyList<Obligation> owed = Compliance.Of(store, question, now);
    readonly IReadOnlyList<Problem> problems = Problems.Of(store, new ProblemQuestion { Agency = question.Agency, Year = question.Year, Region = question.Region });

    /// <param name="target">Stays open.</param>
    public void Write(Stream target)
    {
        using var book = new Workbook(target, printed: true);
        book.Add("覆盖 coverage", ["地区 region", "级别 level", "应报告 owed", .. States.Select(state => ComplianceOutput.Words[state]), "已到期 due", "可断定 known", "已公布 published", "公布率 share published"], Coverage());
        book.Add("各机关 agencies", ["地区 region", "代码 code", "机关 agency", "级别 level", "状态 state", "期限 due", "首次见到 first seen", "所载日期 stated", "查看时没有 absent at", "最近查看 tried at", "不符的署名 printed name", "原件 address", "依据 basis"], Agencies());
        book.Add("问题汇总 problems by table", ["地区 region", "代码 code", "机关 agency", .. Tables.Select(table => $"表 table {table}"), "文字 text", "合计 all", "发布方 publisher's fault"], ProblemsByTable());
        book.Add("问题 problems", ["地区 region", "代码 code", "机关 agency", "表 table", "行列 row and column", "规则 rule", "程度 severity", "责任 fault", "事实 evidence", "依据 ground", "页 page", "原件 address", "人工意见 decided"], ProblemList());
        book.Add("排名 ranking", ["指标 metric", "id", "代码 code", "机关 agency", "口径 scope", "名次 rank", "参加排名 of", "比率 rate", "单位 unit", "分子 numerator", "分母 denominator", "无数原因 missing", "问题 issues", "表样 form", "说明 note"], Ranking());
        book.Add("说明 notes", ["说明", "notes"], RegionNotes.Rows(question, now, ReaderVersions.Of(store, Compared.Select(f => f.Reading).OfType<long>())));
    }

    // Every report that is owed stands in one of the columns.
    IReadOnlyList<PublicationState> States => field ??= [.. ComplianceOutput.Words.Keys.Where(state => owed.Any(o => o.State == state))];

    IEnumerable<object?[]> Coverage() => Compliance.Count(owed, RegionDigits).Select(line => (object?[])
        [line.Region, line.Level, line.Owed, .. States.Select(state => (object?)line.Count(state)), line.Due, line.Known, line.Present, line.Published is { } share ? new Percentage(share) : null]);

    IEnumerable<object?[]> Agencies() => owed.Select(o => (object?[])
        [o.Region, o.Code, o.Agency, o.Level, ComplianceOutput.Words[o.State], o.Due, Minute(o.FirstSeen), o.Stated, Minute(o.AbsentAt), Minute(o.TriedAt), o.Stranger, o.Url, o.Basis]);

    static string? Minute(DateTimeOffset? time) => time is { } at ? BeijingTime.Minute(at) : null;

    IEnumerable<object?[]> ProblemsByTable() => ByRegion().GroupBy(p => (p.Region, p.AgencyCode, p.Agency)).Select(agency => (object?[])
        [agency.Key.Region, agency.Key.AgencyCode, agency.Key.Agency, .. Tables.Select(table => (object?)agency.Count(p => p.Table == table)), agency.Count(p => p.Table is null), agency.Count(), agency.Count(p => p.Fault == Fault.Publisher)]);

    IEnumerable<object?[]> ProblemList() => ByRegion().Select(p => (object?[])
        [p.Region, p.AgencyCode, p.Agency, p.Table, ProblemOutput.Row(p), p.Code, p.Severity.ToString().ToLowerInvariant(), p.Fault.ToString().ToLowerInvariant(), p.EvidenceEnglish is { } english ? $"{p.Evidence} {english}" : p.Evidence, p.Rule, p.Origin?.Page, p.Url, p.Review is { } review ? ProblemOutput.Told(review) : null]);

    IReadOnlyList<ComparedFigure> Compared => field ??= Comparison.Ask(store, new ComparisonQuestion
    {
        Figures = [.. Rates.Select(m => new FigureKey(m.Id))], Years = [question.Year], Level = question.Level, Regions = question.Region is { } region ? [region] : [], Agencies = question.Agency is { } agency ? [agency] : [],
    }).Figures;

    IEnumerable<object?[]> Ranking()
    {
        // The other sheets call it as it was called at the end of the year.
        var then = owed.DistinctBy(o => o.AgencyId).ToDictionary(o => o.AgencyId, o => o.Agency);
        return from rate in Rates
               from f in Compared.Where(f => f.Indicator == rate.Id).OrderBy(f => f.Rank ?? int.MaxValue).ThenBy(f => f.Agency, StringComparer.Ordinal)
               select (object?[])[$"{rate.Chinese} {rate.English}", rate.Id, f.Code, then.GetValueOrDefault(f.AgencyId, f.Agency), ComparisonTable.Word(f.Scope), f.Rank, f.Ranked, f.Value, f.Unit, f.Numerator, f.Denominator,
                   f.Missing is { } missing ? $"{MissingWords.All[missing].Chinese} {MissingWords.All[missing].English}" : null, f.Issues, f.Edition, ComparisonWords.Note(f, before: null)];
    }

    IEnumerable<Problem> ByRegion() => problems.OrderBy(p => p.Region, StringComparer.Ordinal).ThenBy(p => p.AgencyCode ?? p.Agency, StringComparer.Ordinal);
}
