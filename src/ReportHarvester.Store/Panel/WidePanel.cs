using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// The wide panel: a row a report, a column a figure of any edition, numbers only, and only in the unit of the codebook. What is missing there, the tidy table explains.
/// </summary>
public static class WidePanel
{
    static readonly IReadOnlyList<FigureKey> Keys = [.. Codebook.Indicators.DistinctBy(i => i.Id).SelectMany(i =>
        i.Table == "3" ? Codebook.Applicants.Select(a => new FigureKey(i.Id, a.Id)) : [new FigureKey(i.Id)])];

    static readonly HashSet<string> Head = ["report", "agency_code", "agency", "level", "region", "year", "scope", "may_be_anothers", "edition"];

    public static PanelTable Table { get; } = new()
    {
        Name = "panel", Chinese = "宽表：一行一个报告，一列一个数，单位如 codebook；空为缺或所印单位不同，见 figures。",
        English = "The wide panel: a row a report, a column a figure in the unit of the codebook; empty is missing or printed in another unit, and figures says which.",
        Key = ["report"], Links = [new PanelLink(["report"], "reports")],
        Columns = [.. PanelTable.Reports.Columns.Where(c => Head.Contains(c.Name)), .. Keys.Select(Column)],
    };

    public static object?[] Row(PanelReport report)
    {
        var values = report.Figures.Where(figure => Codebook.IsSameUnit(figure.PrintedUnit, Codebook.Find(figure.Indicator)!.Unit)).ToDictionary(figure => figure.Key, figure => figure.Value);
        return PanelRows.Plain(
        [
            report.Key, .. PanelRows.Who(report), report.Edition,
            .. Keys.Select(key => (object?)values.GetValueOrDefault(key)),
        ]);
    }

    static PanelColumn Column(FigureKey key)
    {
        var measure = Measure.Find(key.ToString())!;
        return new PanelColumn { Name = PanelWords.Variable(key), Type = ColumnType.Number, Chinese = measure.Chinese, English = measure.English };
    }
}
