using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>What the three sections of prose have to speak of, by words of which one will do.</summary>
static class SectionContents
{
    // Shorter is no account of anything.
    const int ShortestAccount = 20;

    static readonly FigureKey FeeUnpaid = new("requests.other.fee_unpaid", Parts.Total);

    public static IEnumerable<Finding> Situation(CheckedReport report)
    {
        if (report.Section(1) is not { } text || report.Report.Agency is not { } agency) yield break;
        var words = CheckWords.Current;
        var asked = words.Governments.Any(e => agency.EndsWith(e, StringComparison.Ordinal)) ? words.Aspects.Concat(words.GovernmentAspects) : words.Aspects;
        var missing = asked.Where(a => !Matching.Has(text, a.Value)).Select(a => a.Key).ToList();
        if (missing.Count > 0) yield return Finding.Seems($"总体情况未涉及：{string.Join('、', missing)}");
    }

    public static IEnumerable<Finding> Problems(CheckedReport report)
    {
        if (report.Section(5) is not { } text) yield break;
        var missing = new[] { ("主要问题", CheckWords.Current.Problems), ("改进情况", CheckWords.Current.Improvements) }.Where(p => !Matching.Has(text, p.Item2)).Select(p => p.Item1).ToList();
        if (missing.Count > 0 || Folding.WithoutBlanks(text).Length < ShortestAccount)
            yield return Finding.Seems($"第五部分{(missing.Count > 0 ? $"未写明{string.Join('、', missing)}" : "过于简略")}：“{ProseAgainstTables.Quote(Folding.WithoutBlanks(text))}”");
    }

    public static IEnumerable<Finding> Fees(CheckedReport report)
    {
        if (report.Section(6) is { } text && !Matching.Has(text, CheckWords.Current.Fees))
            yield return Finding.Seems($"第六部分未说明信息处理费收取情况：“{ProseAgainstTables.Quote(Folding.WithoutBlanks(text))}”");
    }

    public static IEnumerable<Finding> FeeNotices(CheckedReport report)
    {
        if (report.Figures[FeeUnpaid]?.Value is > 0 and var unpaid && report.Section(6) is { } text && !Matching.Has(text, CheckWords.Current.Fees))
            yield return new Finding(true, false, [FeeUnpaid], () => $"逾期未缴费的申请{unpaid:0}件，第六部分未提及收费") { Certain = false };
    }
}
