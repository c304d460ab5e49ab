using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Checks;

/// <summary>Whether a report follows the form that was in force for its year, and fills it in.</summary>
static class FormInUse
{
    const string Replaced = "2019";
    static readonly Regex OldNotice = new(CheckWords.Current.OldNotice, RegexOptions.CultureInvariant), NewNotice = new(CheckWords.Current.NewNotice, RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Tables(CheckedReport report)
    {
        if (report.Edition("2") == Replaced)
            yield return Finding.Wrong(EvidenceWords.Write("old table 2", report.Report.Year!)) with { Table = "2" };
        if (report.Edition("3") == Replaced)
            yield return Finding.Wrong(EvidenceWords.Write("old table 3", report.Report.Year!)) with { Table = "3", Severity = Severity.Info };
    }

    public static IEnumerable<Finding> Cited(CheckedReport report)
    {
        var old = report.Text.FirstOrDefault(t => OldNotice.IsMatch(t.Text));
        if (old is not null && !report.Text.Any(t => NewNotice.IsMatch(t.Text)))
            yield return Finding.Wrong(EvidenceWords.Write("cites", OldNotice.Match(old.Text).Value), old.Origin);
    }

    public static IEnumerable<Finding> Blanks(PlacedFigures figures, string table)
    {
        var blank = figures.All.Where(f => f.State is CellState.Blank or CellState.Mark && Domain.TableOf(f) == table).ToList();
        if (blank.Count > 0) yield return Finding.Wrong(EvidenceWords.Write("empty cells", blank.Count), blank[0].Origin);
    }
}
