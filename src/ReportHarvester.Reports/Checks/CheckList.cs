namespace ReportHarvester.Reports.Checks;

/// <summary>All checks of a single report, in one list.</summary>
static class CheckList
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new("T3-ROW", "每行六类申请人之和等于总计（表式）。In each row the six kinds of applicants add up to 总计.", "3", Table3.RowSums),
        new("T3-COL-FLOW", "第一项加第二项之和，等于第三项加第四项之和（表内勾稽关系）。New plus carried in equals closed plus carried out.", "3", Table3.Flow),
        new("T3-COL-SUM", "第三项各类办理结果之和等于（七）总计（国办公开办函〔2021〕30号表式）。The outcomes add up to （七）总计.", "3", f => Table3.OutcomeSums(f, "2021")),
        new("T3-COL-SUM19", "第三项各类办理结果之和等于（七）总计（国办公开办函〔2019〕60号表式）。The outcomes add up to （七）总计.", "3", f => Table3.OutcomeSums(f, "2019")),
        new("T3-NONNEG", "件数为非负整数（表式）。Counts are whole and not negative.", "3", f => Domain.Counts(f, "3")),
        new("T3-NONNEG", "件数为非负整数，金额可有小数（表式）。Counts are whole and not negative; amounts may have decimals.", "2", f => Domain.Counts(f, "2")),
        new("T3-NONNEG", "件数为非负整数（表式）。Counts are whole and not negative.", "4", f => Domain.Counts(f, "4")),
        new("T3-CARRY-BOUND", "办结数、结转数均不大于新收与上年结转之和（算术）。Closed and carried out are each at most new plus carried in.", "3", Table3.Bounds),
        new("T3-ZERO", "新收与上年结转均为零时，各类结果均为零（算术）。Without requests there are no outcomes.", "3", Table3.NothingFromNothing),
        new("T4-SUM", "维持、纠正、其他、尚未审结之和等于总计（表式）。The four results add up to 总计.", "4", Table4.Sums),
    ];

    /// <summary>Runs all checks: what holds proves its figures, what fails becomes an issue.</summary>
    public static IEnumerable<Issue> Run(PlacedFigures figures)
    {
        foreach (var check in All)
            foreach (var finding in check.Test(figures))
            {
                if (finding.Proves) figures.Prove(finding.Figures);
                if (finding.Fails) yield return Failure(check, finding, figures);
            }
    }

    static Issue Failure(Check check, Finding finding, PlacedFigures figures) => new()
    {
        Code = check.Code, Severity = Severity.Error, Table = check.Table, Figures = finding.Figures,
        Fault = finding.Figures.All(figures.IsSure) ? Fault.Publisher : Fault.Unknown,
        Message = $"{finding.Evidence}。{check.Sentence}",
        Origin = figures[finding.Figures[^1]]!.Origin,
    };
}
