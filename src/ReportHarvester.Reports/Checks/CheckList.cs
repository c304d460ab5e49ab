using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>All checks of a single report, in one list: the words in Checks.json, the functions here, joined by their codes.</summary>
static class CheckList
{
    public static IReadOnlyList<Check> All { get; } = Resource.Read<IReadOnlyList<Check>>("Checks.json");

    static readonly Dictionary<string, Func<CheckedReport, Check, IEnumerable<Finding>>> Tests = new()
    {
        ["T3-ROW"] = (report, _) => Table3.RowSums(report.Figures),
        ["T3-COL-FLOW"] = (report, _) => Table3.Flow(report.Figures),
        ["T3-COL-SUM"] = (report, check) => Table3.OutcomeSums(report.Figures, check.Editions[0]),
        ["T3-COL-SUM19"] = (report, check) => Table3.OutcomeSums(report.Figures, check.Editions[0]),
        ["T3-NONNEG"] = (report, check) => Domain.Counts(report.Figures, check.Table!),
        ["T3-CARRY-BOUND"] = (report, _) => Table3.Bounds(report.Figures),
        ["T3-ZERO"] = (report, _) => Table3.NothingFromNothing(report.Figures),
        ["T4-SUM"] = (report, _) => Table4.Sums(report.Figures),
        ["T4-EXIST"] = (report, _) => Table4.WithoutRequests(report.Figures),
        ["T2-VALID-GE"] = (report, _) => Table2.InForce(report.Figures),
        ["T2-REG-AUTH"] = (report, _) => Table2.Authority(report),
        ["T2O-OPEN"] = (report, _) => Table2.Disclosed(report.Figures),
        ["O-CH"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["O-CLOSED"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["O-ANS"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["O-REV"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["O-STAFF"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["F-SUM"] = (report, check) => Statistics.Sums(report.Figures, check.Code),
        ["N-T3-NEW"] = ProseAgainstTables.Compare,
        ["N-T3-DONE"] = ProseAgainstTables.Compare,
        ["N-T3-CLASS"] = ProseAgainstTables.Compare,
        ["N-T4"] = ProseAgainstTables.Compare,
        ["N-T2"] = ProseAgainstTables.Compare,
        ["N-RATE"] = (report, _) => Shares.Recompute(report),
        ["N-SUM"] = (report, _) => Breakdowns.OfCounts(report),
        ["N-FEE"] = (report, _) => Breakdowns.OfFees(report),
        ["N-FEE-T3"] = (report, _) => SectionContents.FeeNotices(report),
        ["N-YEAR"] = (report, _) => Years.Compare(report),
        ["C-SIX"] = (report, _) => SectionTitles.Compare(report),
        ["C-FORM"] = (report, _) => FormInUse.Tables(report),
        ["C-BASIS"] = (report, _) => FormInUse.Cited(report),
        ["C-BLANK"] = (report, check) => FormInUse.Blanks(report.Figures, check.Table!),
        ["C-SEC1"] = (report, _) => SectionContents.Situation(report),
        ["C-SEC5"] = (report, _) => SectionContents.Problems(report),
        ["C-SEC6-FEE"] = (report, _) => SectionContents.Fees(report),
        ["C-PERIOD"] = (report, _) => Years.Period(report),
        ["C-TITLE"] = (report, _) => SectionTitles.OfReport(report),
        ["C-COLUMN"] = (report, _) => Publishing.Column(report),
        [Readable.Code] = (report, _) => Readable.Compare(report),
        ["C-NOT-LETTER"] = (report, _) => SectionTitles.Letter(report),
    };

    /// <summary>Runs all checks: what holds proves its figures, what fails becomes an issue.</summary>
    public static IReadOnlyList<Issue> Run(CheckedReport report) =>
        [.. Failing(report).Select(f => Failure(f.Check, f.Check.OverRows ? WithRows(report.UnknownRows[f.Check.Table], f.Finding) : f.Finding, report.Figures))];

    /// <summary>What fails, with every figure in it; what it leaves in doubt is doubted.</summary>
    public static IReadOnlyList<(Check Check, Finding Finding)> Failing(CheckedReport report)
    {
        var figures = report.Figures;
        var findings = All.Where(check => check.HoldsFor(report)).SelectMany(check => Tests[check.Code](report, check).Select(finding => (Check: check, Finding: finding))).ToList();
        foreach (var (_, finding) in findings.Where(f => f.Finding.Proves)) figures.Prove(finding.Figures);
        var failing = findings.Where(f => f.Finding.Fails).ToList();
        foreach (var (_, finding) in failing) figures.Doubt(finding);
        return failing;
    }

    // What a row that the form does not have counts may be part of the sum: then nothing is wrong with it.
    static Finding WithRows(IEnumerable<Issue> unknown, Finding finding) => unknown.ToList() is not { Count: > 0 } rows ? finding : finding with
    {
        Certain = false, Severity = Severity.Warning,
        Evidence = () => EvidenceWords.Write("all", rows.Select(r => r.Message[..r.Message.LastIndexOf('。')]).Prepend(finding.Evidence())),
    };

    // Where some figures are in doubt, it is they that the failure speaks of: the others would be accused for their company. The evidence shows all.
    public static Issue Failure(Check check, Finding finding, PlacedFigures figures)
    {
        var doubtful = finding.Figures.Where(k => !figures.IsSure(k)).ToList();
        return new()
        {
            Code = check.Code, Severity = finding.Severity ?? check.Severity, Table = finding.Table ?? check.Table,
            Figures = doubtful.Count > 0 ? doubtful : finding.Figures, Fault = doubtful.Count > 0 || !finding.Certain || finding.Tried.Any(k => !figures.IsSure(k)) ? Fault.Unknown : Fault.Publisher,
            Message = $"{finding.Evidence()}。{check.Rule}",
            Origin = finding.At ?? (finding.Figures.Count > 0 ? figures[finding.Figures[^1]]!.Origin : null),
        };
    }
}
