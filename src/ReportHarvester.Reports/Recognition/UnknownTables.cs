using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Tables of figures in a report that follow no edition of the form: they are not lost, an issue holds them as printed.</summary>
static class UnknownTables
{
    // A table of figures has a few labels with numbers behind them; of a longer one the beginning is kept.
    const int FewestRows = 4, MostRows = 120, LongestTitle = 60;

    public static IEnumerable<Issue> Of(Document document, IReadOnlyList<GridText> grids, IReadOnlyList<TableReading> found)
    {
        if (found.Count == 0 && !IsReport(document)) yield break;
        var claimed = found.SelectMany(t => t.Rows).ToHashSet();
        foreach (var grid in grids)
            if (!grid.Rows.Any(claimed.Contains) && grid.Rows.Count(IsFigure) >= FewestRows)
                yield return ReadingIssues.UnknownTable(grid, grid.Rows.Take(MostRows), known: found.Count > 0);
    }

    static bool IsReport(Document document) =>
        document.Titles.Concat(document.Blocks.OfType<TextBlock>().Select(t => t.Text)).Any(t => t.Length <= LongestTitle && ReportTitle.Of(t) is not null);

    static bool IsFigure(RowText row) => row.FirstNumber > 0 && row.HasNumber && row.Cells[..row.FirstNumber].Any(c => c.IsWord && c.Key.Length > 1);
}
