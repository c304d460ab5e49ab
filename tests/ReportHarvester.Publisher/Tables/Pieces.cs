namespace ReportHarvester.Publisher.Tables;

/// <summary>Cuts tables into pieces, as page turns and editors do.</summary>
static class Pieces
{
    /// <summary>Each block of table 2 as a table of its own.</summary>
    public static IReadOnlyList<Table> Blocks(Table table)
    {
        var titles = Enumerable.Range(0, table.Rows.Count).Where(r => table.Rows[r].Cells[0].Kind == CellKind.Title);
        int[] starts = [.. titles.Where(r => r > 0).Prepend(0), table.Rows.Count];
        return [.. starts.Zip(starts.Skip(1), (from, to) => table with { Rows = [.. table.Rows.Take(to).Skip(from)] })];
    }

    /// <summary>
    /// Cuts a table before a row. The second piece repeats the head if told so, and begins with the groups that go on: with their label
    /// if told so, else with an empty cell.
    /// </summary>
    public static IReadOnlyList<Table> Cut(Table table, int at, bool repeatHead, bool repeatGroups)
    {
        var grid = Grid.Of(table);
        var above = table.Rows.Take(at).Select((r, i) => new Row([.. r.Cells.Select(c => Shortened(c, at - i))]));
        var open = grid.Where(p => p.Row < at && p.Row + p.Cell.Rows > at).OrderBy(p => p.Column)
            .Select(p => p.Cell with { Rows = p.Row + p.Cell.Rows - at, Text = repeatGroups ? p.Cell.Text : "" });
        IEnumerable<Row> head = repeatHead ? table.Rows.Take(table.HeadRows) : [];
        var second = table with
        {
            Rows = [.. head, new Row([.. open, .. table.Rows[at].Cells]), .. table.Rows.Skip(at + 1)],
            HeadRows = repeatHead ? table.HeadRows : 0,
        };
        return [table with { Rows = [.. above] }, second];
    }

    static Cell Shortened(Cell cell, int rowsLeft) => cell.Rows > rowsLeft ? cell with { Rows = rowsLeft } : cell;

    /// <summary>The row at which the figures of an indicator stand.</summary>
    public static int RowOf(Table table, string indicator) =>
        table.Rows.ToList().FindIndex(r => r.Cells.Any(c => c.Figure?.StartsWith(indicator + "|", StringComparison.Ordinal) == true));

    /// <summary>An empty column at the right edge, left over from editing.</summary>
    public static Table TrailingColumn(Table table) => table with
    {
        Rows = [.. table.Rows.Select(r => new Row([.. r.Cells, new Cell("", CellKind.Value)]))],
        Widths = [.. table.Widths.Select(w => w * 0.97), 0.03],
    };

    /// <summary>An empty column at the left edge.</summary>
    public static Table LeadingColumn(Table table) => table with
    {
        Rows = [.. table.Rows.Select(r => new Row([new Cell("", CellKind.Value), .. r.Cells]))],
        Widths = [0.03, .. table.Widths.Select(w => w * 0.97)],
    };

    /// <summary>An empty row at the end.</summary>
    public static Table TrailingRow(Table table) => table with
    {
        Rows = [.. table.Rows, new Row([.. table.Widths.Select(_ => new Cell("", CellKind.Value))])],
    };
}
