using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// In a grid that holds a table of the report, every row with numbers must have found its place there or in a table that is named as another; that an
/// edition which was not taken has a row like it says nothing. Those that have none are told, with the figures that theirs may be mixed with.
/// </summary>
sealed class StrayRows
{
    readonly IReadOnlyList<GridText> grids;
    readonly List<RowText> rows;
    readonly Dictionary<RowText, string> tableOf = [], tableOfData = [];
    readonly HashSet<RowText> claimed;
    readonly IReadOnlyList<TableReading> tables;

    /// <param name="tables">The tables that were taken.</param>
    /// <param name="others">Those that are named as others.</param>
    /// <param name="grids">All grids of the document.</param>
    public StrayRows(IReadOnlyList<TableReading> tables, IReadOnlyList<TableReading> others, IReadOnlyList<GridText> grids)
    {
        (this.tables, this.grids) = (tables, grids);
        rows = [.. grids.SelectMany(g => g.Rows)];
        foreach (var table in tables)
        {
            foreach (var row in table.Rows) tableOf.TryAdd(row, table.Table.Number);
            foreach (var row in table.DataRows) tableOfData.TryAdd(row, table.Table.Number);
        }
        claimed = [.. others.SelectMany(r => r.Rows)];
    }

    // Few documents have stray rows.
    ILookup<Origin, FigureKey> Figures => field ??= tables.SelectMany(t => t.Figures).ToLookup(f => f.Figure.Origin, f => f.Figure.Key);

    public IEnumerable<Issue> Issues()
    {
        var at = -1;
        foreach (var grid in grids)
        {
            var table = FirstTable(grid);
            foreach (var row in grid.Rows)
            {
                at++;
                if (tableOf.TryGetValue(row, out var owner)) table = owner;
                else if (table is not null && (row.HasValues || row.Cells.Any(c => c.IsCutRemark)) && !row.IsNumbering && (!claimed.Contains(row) || IsRightUnder(at)))
                {
                    if (row.HasValues && !claimed.Contains(row)) yield return ReadingIssues.UnknownRow(row, table);
                    if (Beside(at) is { Count: > 0 } beside) yield return ReadingIssues.BesideUnknown(row, table, beside);
                }
            }
        }
    }

    // A page may cut values off from a row that it begins with.
    string? FirstTable(GridText grid) =>
        grid.Rows.TakeWhile(r => !r.Cells.Any(c => c.IsWord && c.Key.Any(char.IsLetter)) || tableOfData.ContainsKey(r)).Select(r => tableOfData.GetValueOrDefault(r)).FirstOrDefault(t => t is not null);

    // Numbers without a word right under those of a table, taken for another table of its kind, may be the ends of these.
    bool IsRightUnder(int at) => !rows[at].Cells.Any(c => c.IsWord) && at > 0 && rows[at - 1].Origin.Grid == rows[at].Origin.Grid && tableOfData.ContainsKey(rows[at - 1]);

    // On a page, the numbers of a row that has no place may belong to the rows over and under it, be it over the edge of the page: rows are cut
    // where no mark tells.
    List<FigureKey> Beside(int at)
    {
        var row = rows[at];
        if (row.Origin.Page is null) return [];
        var numbers = row.Cells.Where(c => !c.IsBlank && (!c.IsWord || c.IsPartOfNumber || c.IsSign || c.IsCutRemark)).ToList();
        // A page may repeat its heads in between.
        var beside = new[] { Enumerable.Range(0, at).Reverse(), Enumerable.Range(at + 1, rows.Count - at - 1) }
            .SelectMany(way => way.Select(r => rows[r]).Where(tableOfData.ContainsKey).Take(1)).Where(r => AreNeighbours(row.Origin, r.Origin));
        return [.. beside.SelectMany(r => Under(numbers, r)).SelectMany(c => Figures[c.Cell.Origin])];
    }

    // Where a number stands over a blank that was left out of a row, as one column too many, every value of the row may have come to the wrong place.
    List<CellText> Under(List<CellText> numbers, RowText row)
    {
        var under = row.Cells.Where(c => numbers.Exists(n => Overlap(n.Cell, c.Cell))).ToList();
        var behind = row.Cells.SkipWhile(c => !Figures.Contains(c.Cell.Origin)).ToList();
        return under.Exists(c => c.IsBlank && !Figures.Contains(c.Cell.Origin) && behind.Contains(c)) ? behind : under;
    }

    static bool AreNeighbours(Origin row, Origin other) => row.Grid == other.Grid || row.Page - other.Page is 1 or -1;

    // On paper, columns may have other numbers under heads that are printed again.
    static bool Overlap(GridCell a, GridCell b) =>
        a.Origin.Grid == b.Origin.Grid && a.Column <= b.LastColumn && a.LastColumn >= b.Column
        || a.Origin.Box is { } one && b.Origin.Box is { } other && one.Left < other.Right && one.Right > other.Left;
}
