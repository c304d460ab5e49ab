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
        if (missing.Count > 0) yield return Finding.Seems(EvidenceWords.Write("section 1 lacks", missing));
    }

    public static IEnumerable<Finding> Problems(CheckedReport report)
    {
        if (report.Section(5) is not { } text) yield break;
        var missing = new[] { ("主要问题", CheckWords.Current.Problems), ("改进情况", CheckWords.Current.Improvements) }.Where(p => !Matching.Has(text, p.Item2)).Select(p => p.Item1).ToList();
        var said = ProseAgainstTables.Quote(Folding.WithoutBlanks(text));
        if (missing.Count > 0) yield return Finding.Seems(EvidenceWords.Write("section 5 lacks", missing, said));
        else if (said.Length < ShortestAccount) yield return Finding.Seems(EvidenceWords.Write("section 5 short", said));
    }

    public static IEnumerable<Finding> Fees(CheckedReport report)
    {
        if (report.Section(6) is { } text && !Matching.Has(text, CheckWords.Current.Fees))
            yield return Finding.Seems(EvidenceWords.Write("section 6 lacks", ProseAgainstTables.Quote(Folding.WithoutBlanks(text))));
    }

    public static IEnumerable<Finding> FeeNotices(CheckedReport report)
    {
        if (report.Figures[FeeUnpaid]?.Value is > 0 and var unpaid && report.Section(6) is { } text && !Matching.Has(text, CheckWords.Current.Fees))
            yield return new Finding(true, false, [FeeUnpaid], () => EvidenceWords.Write("unpaid", unpaid)) { Certain = false };
    }
}
