using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks;

/// <summary>Where on its site a report was published, as far as its page tells.</summary>
static class Publishing
{
    /// <summary>
    /// A page that says it stands among notices or news. The column for reports may be divided by years or units, and what is called otherwise may be it:
    /// only a known column for something else is told, which may still be listed in the right one.
    /// </summary>
    public static IEnumerable<Finding> Column(CheckedReport report)
    {
        if (report.Document.Column is not { } column || report.Figures.Count == 0) yield break;
        var steps = column.Split(['>', '»', '›', '→'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        // The trail may end with the page itself.
        if (report.Report.Title is { } title && steps.Count > 1 && Labels.Key(title).StartsWith(Labels.Key(steps[^1]), StringComparison.Ordinal)) steps.RemoveAt(steps.Count - 1);
        steps.RemoveAll(s => CheckWords.Current.PageItself.Contains(s));
        if (steps.Count > 0 && Matching.Has(steps[^1], CheckWords.Current.OtherColumns) && !steps.Exists(s => Matching.Has(s, CheckWords.Current.ReportColumns)))
            yield return Finding.Seems(EvidenceWords.Write("in column", column));
    }
}
