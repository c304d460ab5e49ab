using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Turns the placed cells of one row into figures, and says what could not be placed.</summary>
sealed class RowFigures(TableReading reading, RowText row, FormBlock block, FormRow formRow, HeadMap heads)
{
    public void Place(RowPlacement placement)
    {
        for (var c = 0; c < placement.Cells.Count; c++)
            if (placement.Cells[c] is { } cell)
                reading.Place(block.Key(formRow, c), cell, heads[c] is { } head ? Numbers.UnitOf(head.Cell.Text) : null, placement.Placing == Placing.Sure);
        if (placement.Placing == Placing.ByTurn && !heads.IsWhole) reading.ReportMissingHeads(row);
        if (Issue(placement) is { } issue) reading.Report(issue);
    }

    Issue? Issue(RowPlacement placement) => placement.Placing switch
    {
        Placing.SurplusAlike or Placing.SurplusBySum => ReadingIssues.Surplus(row, Keys(_ => true), placement.Placing),
        Placing.Undecided when row.Cells.Count(c => c.IsNumber) > block.Columns.Count => ReadingIssues.Surplus(row, Keys(_ => true), placement.Placing),
        Placing.Undecided => ReadingIssues.Short(row, Keys(_ => true)),
        Placing.Short => ReadingIssues.Short(row, Keys(c => placement.Cells[c] is null)),
        _ => null,
    };

    IReadOnlyList<FigureKey> Keys(Func<int, bool> wanted) => [.. Enumerable.Range(0, block.Columns.Count).Where(wanted).Select(c => block.Key(formRow, c))];
}
