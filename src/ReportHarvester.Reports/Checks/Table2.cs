using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Checks;

/// <summary>What the figures of table 2 say of each other and of their publisher.</summary>
static class Table2
{
    static readonly string[] Documents = ["rules", "normative_documents"], Kept = ["issued", "repealed", "in_force"];
    static readonly Regex WithoutRules = new(CheckWords.Current.WithoutRules, RegexOptions.CultureInvariant);

    // What was issued and repealed in the same year is in force no more.
    public static IEnumerable<Finding> InForce(PlacedFigures figures) =>
        (from kind in Documents select new Balance(figures, [new($"{kind}.issued")], [new($"{kind}.in_force"), new($"{kind}.repealed")]).AtMost()).OfType<Finding>();

    public static IEnumerable<Finding> Disclosed(PlacedFigures figures) =>
        (from kind in Documents select new Balance(figures, [new($"{kind}.newly_disclosed")], [new($"{kind}.disclosed_total")]).AtMost()).OfType<Finding>();

    public static IEnumerable<Finding> Authority(CheckedReport report)
    {
        if (report.Report.Agency is not { } agency || !WithoutRules.IsMatch(agency)) yield break;
        var some = Kept.Select(k => new FigureKey($"rules.{k}")).Where(k => report.Figures[k]?.Value > 0).ToList();
        if (some.Count > 0)
            yield return new Finding(true, false, some, () => EvidenceWords.Write("each", some.Select((k, i) => Has(report.Figures[k]!, i == 0 ? agency : null))));
    }

    static string Has(Figure figure, string? agency) => agency is null
        ? EvidenceWords.Write("figure", Codebook.Called(figure.Indicator), $"{figure.Value:0}") : EvidenceWords.Write("no rules", agency, Codebook.Called(figure.Indicator), figure.Value!);
}
