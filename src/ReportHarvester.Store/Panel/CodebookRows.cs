using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>The rows of the codebook: indicators, applicants, series, metrics, and why something is missing.</summary>
public static class CodebookRows
{
    const string AllEditions = "all";

    public static IEnumerable<object?[]> All => Indicators.Concat(Applicants).Concat(OfSeries).Concat(Metrics).Concat(Reasons).Select(PanelRows.Plain);

    static IEnumerable<object?[]> Indicators => Codebook.Indicators.Select(i => Row("indicator", i.Id, i.Edition, i.Label, i.English,
        variable: PanelWords.Variable(new FigureKey(i.Id)), table: i.Table, group: i.Group, unit: i.Unit, measure: i.Kind));

    static IEnumerable<object?[]> Applicants => Codebook.Applicants.Select(a => Row("applicant", a.Id, AllEditions, a.Label, a.English,
        variable: PanelWords.Variable(new FigureKey("", a.Id)), table: "3"));

    static IEnumerable<object?[]> OfSeries => from series in Series.All
                                              from member in series.Members
                                              from edition in member.Editions
                                              select Row("series", series.Id, edition, series.Chinese, series.English, unit: series.Unit, formula: member.Formula,
                                                  comparability: Word.Of(member.Comparability), year: member.Break?.Year, definition: member.Break?.Chinese, meaning: member.Break?.English);

    static IEnumerable<object?[]> Metrics => Metric.All.Select(m => Row("metric", m.Id, AllEditions, m.Chinese, m.English, unit: m.Unit,
        formula: m.Denominator is null ? m.Numerator : $"{m.Scale} * ({m.Numerator}) / ({m.Denominator})", guard: m.Denominator is null ? null : m.Guard,
        onBase: $"{Metric.Bases[m.Base].Chinese}；{Metric.Bases[m.Base].English}", definition: m.Definition, meaning: m.Meaning));

    static IEnumerable<object?[]> Reasons => MissingWords.All.Select(reason => Row("missing", PanelRows.Snake(reason.Key), AllEditions, reason.Value.Chinese, reason.Value.English));

    static object?[] Row(string kind, string id, string edition, string label, string english, string? variable = null, string? table = null, string? group = null,
        string? unit = null, string? measure = null, string? formula = null, string? onBase = null, int? guard = null, string? comparability = null, int? year = null,
        string? definition = null, string? meaning = null) =>
        [kind, id, edition, variable, table, group, label, english, unit, measure, formula, onBase, guard, comparability, year, definition, meaning];
}
