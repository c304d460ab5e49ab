using System.Globalization;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Problems as a list that a person works through, or as CSV.</summary>
static class ProblemOutput
{
    static readonly string[] Heads =
        ["id", "agency", "code", "region", "year", "scope", "table", "row", "rule", "severity", "fault", "evidence", "ground", "page", "grid", "grid_row", "column", "url", "decision", "reviewer", "decided", "reason", "superseded", "evidence_english"];

    static readonly Dictionary<string, string> Tables = new() { ["2"] = "表二", ["3"] = "表三", ["4"] = "表四", ["stat"] = "统计表" };

    public static void Text(IReadOnlyList<Problem> problems, TextWriter output)
    {
        foreach (var report in problems.GroupBy(p => (p.Agency, p.Year)))
        {
            output.WriteLine($"{Plain(report.Key.Agency)} {report.Key.Year}");
            foreach (var problem in report)
            {
                string?[] where = [problem.Code, Table(problem), Row(problem), problem.Origin?.Page is { } page ? $"第{page}页" : null];
                output.WriteLine($"  [{Severity(problem.Severity)}·{Fault(problem.Fault)}] {string.Join(" ", where.Where(w => !string.IsNullOrEmpty(w)))}：{Plain(problem.Evidence)}   ({problem.Id})");
                if (problem.EvidenceEnglish is { } english && english != problem.Evidence) output.WriteLine($"      {Plain(english)}");
                if (problem.Rule is { } rule) output.WriteLine($"      {rule}");
                if (problem.Review is { } review) output.WriteLine($"      {Told(review)}");
            }
        }
        var reports = problems.Select(p => (p.Agency, p.Year)).Distinct().Count();
        output.WriteLine($"{problems.Count} 个问题，涉及 {reports} 份报告。{problems.Count} problems in {reports} reports.");
    }

    public static void Csv(IReadOnlyList<Problem> problems, TextWriter output)
    {
        output.Write(App.Csv.Line(Heads) + "\r\n");
        foreach (var p in problems)
            output.Write(App.Csv.Line(p.Id, p.Agency, p.AgencyCode, p.Region, p.Year, p.Scope is { } scope ? scope.ToString().ToLowerInvariant() : null, p.Table, Row(p), p.Code,
                p.Severity.ToString().ToLowerInvariant(), p.Fault.ToString().ToLowerInvariant(), p.Evidence, p.Rule, p.Origin?.Page, p.Origin?.Grid, p.Origin?.Row, p.Origin?.Column, p.Url,
                p.Review?.Decision.ToString().ToLowerInvariant(), p.Review?.Reviewer, p.Review?.At.ToString("O", CultureInfo.InvariantCulture), p.Review?.Reason,
                p.Review is null ? null : p.Review.Superseded ? "yes" : "no", p.EvidenceEnglish) + "\r\n");
    }

    /// <summary>A line for each correction, those that sleep marked.</summary>
    public static void Text(IReadOnlyList<StandingCorrection> corrections, TextWriter output)
    {
        foreach (var c in corrections)
            output.WriteLine($"{(c.Asleep ? "!" : " ")} {Plain(c.Agency)} {c.Year} {c.Figure} = {c.Value.ToString(CultureInfo.InvariantCulture)}（所印 printed：{Plain(c.Printed)}{(c.Asleep ? $"；现印 now：{(c.PrintedNow is { } now ? Plain(now) : "—")}，不采用 asleep" : "")}）  {Plain(c.Reviewer)} {BeijingTime.Day(c.At)}，{Plain(c.Source)}，{Plain(c.Reason)}");
        output.WriteLine($"{corrections.Count} 处更正，{corrections.Count(c => c.Asleep)} 处因所印已变而不采用。{corrections.Count} corrections, {corrections.Count(c => c.Asleep)} of them asleep.");
    }

    /// <summary>A decision as a line.</summary>
    public static string Told(Review review) => $"{(review.Superseded ? "（证据已变，原决定不再适用 superseded）" : "")}"
        + $"{review.Decision switch { Decision.Confirmed => "已确认 confirmed", Decision.Dismissed => "已排除 dismissed", _ => "已说明 explained" }}：{Plain(review.Reviewer)} {BeijingTime.Day(review.At)}，{Plain(review.Reason)}";

    static string? Table(Problem problem) => problem.Table is { } table ? Tables.GetValueOrDefault(table, table) : null;

    /// <summary>The row or column that all its figures share, or the first of them.</summary>
    public static string Row(Problem problem)
    {
        var rows = problem.Figures.Select(f => f.Indicator).Distinct().ToList();
        var columns = problem.Figures.Select(f => f.Applicant).Distinct().ToList();
        var column = columns is [{ } only] ? Codebook.Applicants.FirstOrDefault(a => a.Id == only)?.Label : null;
        if (rows.Count == 0) return "";
        if (rows.Count == 1) return string.Join("·", new[] { Codebook.Called(rows[0]), columns.Count == 1 ? column : null }.Where(w => w is not null));
        return column is not null ? $"{column}列" : $"{Codebook.Called(rows[^1])}等{rows.Count}项";
    }

    static string Severity(Severity severity) => severity switch { Reports.Severity.Error => "错误", Reports.Severity.Warning => "警告", _ => "提示" };

    static string Fault(Fault fault) => fault switch { Reports.Fault.Publisher => "发布方", Reports.Fault.Reading => "读取", _ => "未定" };

    // What documents print may hold line breaks and terminal codes.
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
