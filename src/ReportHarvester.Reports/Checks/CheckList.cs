using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>All checks of a single report, in one list: the words in Checks.json, the functions here, joined by their codes.</summary>
static class CheckList
{
    public static IReadOnlyList<Check> All { get; } = Resource.Read<IReadOnlyList<Check>>("Checks.json");

    static readonly Dictionary<string, Func<PlacedFigures, string, IEnumerable<Finding>>> Tests = new()
    {
        ["T3-ROW"] = (figures, _) => Table3.RowSums(figures),
        ["T3-COL-FLOW"] = (figures, _) => Table3.Flow(figures),
        ["T3-COL-SUM"] = (figures, _) => Table3.OutcomeSums(figures, "2021"),
        ["T3-COL-SUM19"] = (figures, _) => Table3.OutcomeSums(figures, "2019"),
        ["T3-NONNEG"] = Domain.Counts,
        ["T3-CARRY-BOUND"] = (figures, _) => Table3.Bounds(figures),
        ["T3-ZERO"] = (figures, _) => Table3.NothingFromNothing(figures),
        ["STAT-SUM"] = (figures, _) => Statistics.Sums(figures),
        ["T4-SUM"] = (figures, _) => Table4.Sums(figures),
    };

    /// <summary>Runs all checks: what holds proves its figures, what fails becomes an issue.</summary>
    public static IReadOnlyList<Issue> Run(PlacedFigures figures)
    {
        var findings = All.SelectMany(check => Tests[check.Code](figures, check.Table).Select(finding => (Check: check, Finding: finding))).ToList();
        foreach (var (_, finding) in findings.Where(f => f.Finding.Proves)) figures.Prove(finding.Figures);
        var failing = findings.Where(f => f.Finding.Fails).ToList();
        foreach (var (_, finding) in failing) figures.Doubt(finding);
        return [.. failing.Select(f => Failure(f.Check, f.Finding, figures))];
    }

    // Where some figures are in doubt, it is they that the failure speaks of: the others would be accused for their company. The evidence shows all.
    static Issue Failure(Check check, Finding finding, PlacedFigures figures)
    {
        var doubtful = finding.Figures.Where(k => !figures.IsSure(k)).ToList();
        return new()
        {
            Code = check.Code, Severity = check.Severity, Table = check.Table, Figures = doubtful.Count > 0 ? doubtful : finding.Figures,
            Fault = doubtful.Count > 0 ? Fault.Unknown : Fault.Publisher,
            Message = $"{finding.Evidence()}。{check.Rule}",
            Origin = figures[finding.Figures[^1]]!.Origin,
        };
    }
}
