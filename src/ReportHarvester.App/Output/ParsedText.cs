using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>A parsed document for a person to read.</summary>
static class ParsedText
{
    public static void Write(ParsedDocument parsed, TextWriter output)
    {
        var report = parsed.Report ?? new Report();
        output.WriteLine($"{parsed.Document.Name}: {Word(parsed.Outcome)}");
        output.WriteLine($"  机关 agency   {report.Agency ?? "—"}");
        output.WriteLine($"  年度 year     {report.Year?.ToString() ?? "—"}    版式 edition {report.Edition ?? "—"}    落款 dated {report.Dated?.ToString("yyyy-MM-dd") ?? "—"}");
        var proven = report.Figures.Count(f => f.Proven);
        var blank = report.Figures.Count(f => f.State != CellState.Number);
        output.WriteLine($"  数据 figures  {report.Figures.Count}（勾稽证实 proven {proven}，非数字 no number {blank}）");
        foreach (var figure in report.Figures.Where(f => f.Applicant is null or "total"))
            output.WriteLine($"    {figure.Key,-48} {Shown(figure)}");
        foreach (var issue in parsed.Issues)
            output.WriteLine($"  {Word(issue.Severity)} {issue.Code}{(issue.Table is null ? "" : $" 表{issue.Table}")}{Fault(issue)}: {issue.Message}");
        output.WriteLine();
    }

    static string Shown(Figure figure) => figure.State switch
    {
        CellState.Blank => "（空 blank）",
        CellState.Number => $"{figure.Value}{figure.Unit}",
        _ => $"“{figure.Raw}”",
    };

    static string Word(Outcome outcome) => outcome switch { Outcome.Complete => "完整 complete", Outcome.Partial => "部分 partial", _ => "失败 failed" };

    static string Word(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };

    static string Fault(Issue issue) => issue.Fault switch { Reports.Fault.Publisher => "（发布方 publisher）", Reports.Fault.Reading => "（读取 reading）", _ => "" };
}
