namespace ReportHarvester.Publisher.Tables;

/// <summary>Takes joined cells apart: the text stays in the first cell, the others are empty or repeat it.</summary>
static class Fillers
{
    public static Table Apart(Table table, Func<Cell, bool> which, bool repeated = false) => Apart(table, which, (_, first) => first || repeated);

    /// <summary>Groups lose their last row: below the joined cell stands an empty one.</summary>
    public static Table Shortened(Table table)
    {
        var grid = Grid.Of(table).SelectMany(p => p.Cell.Kind == CellKind.Group && p.Cell.Rows > 1
            ? [p with { Cell = p.Cell with { Rows = p.Cell.Rows - 1 } }, new(p.Cell with { Rows = 1, Text = "" }, p.Row + p.Cell.Rows - 1, p.Column)]
            : new[] { p });
        return Rebuilt(table, grid);
    }

    static Table Apart(Table table, Func<Cell, bool> which, Func<Cell, bool, bool> says) =>
        Rebuilt(table, Grid.Of(table).SelectMany(p => which(p.Cell) ? Singles(p, says) : [p]));

    static IEnumerable<PlacedCell> Singles(PlacedCell placed, Func<Cell, bool, bool> says)
    {
        var (cell, row, column) = placed;
        for (var r = 0; r < cell.Rows; r++)
            for (var c = 0; c < cell.Columns; c++)
            {
                var first = r + c == 0;
                var single = cell with { Rows = 1, Columns = 1, Text = says(cell, first) ? cell.Text : "", Figure = first ? cell.Figure : null };
                yield return new PlacedCell(single, row + r, column + c);
            }
    }

    static Table Rebuilt(Table table, IEnumerable<PlacedCell> grid)
    {
        var rows = grid.ToLookup(p => p.Row);
        return table with { Rows = [.. table.Rows.Select((_, r) => new Row([.. rows[r].OrderBy(p => p.Column).Select(p => p.Cell)]))] };
    }
}
