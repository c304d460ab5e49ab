namespace ReportHarvester.Reports.Documents;

/// <summary>Lays cells with spans into rows and columns, the way HTML does: a cell takes the first place not taken from above.</summary>
sealed class GridBuilder
{
    // No statutory table comes near these; HTML's own limits (1000 columns, 65534 rows) let a page of a few lines ask for gigabytes.
    const int MostColumns = 200, MostRowSpan = 500;

    readonly List<GridCell> cells = [];
    readonly List<int> takenUntilRow = [];
    int row, column;

    public IReadOnlyList<GridCell> Cells => cells;

    public void StartRow()
    {
        row++;
        column = 0;
    }

    public void Add(string text, int rowSpan, int columnSpan, Func<int, int, Origin> origin, bool doubtful = false)
    {
        while (column < takenUntilRow.Count && takenUntilRow[column] >= row) column++;
        rowSpan = Math.Clamp(rowSpan, 1, MostRowSpan);
        columnSpan = Math.Clamp(columnSpan, 1, Math.Max(1, MostColumns - column));
        for (var c = column; c < column + columnSpan; c++)
        {
            while (takenUntilRow.Count <= c) takenUntilRow.Add(0);
            takenUntilRow[c] = Math.Max(takenUntilRow[c], row + rowSpan - 1);
        }
        cells.Add(new GridCell(row, column + 1, rowSpan, columnSpan, text, origin(row, column + 1)) { Doubtful = doubtful });
        column += columnSpan;
    }
}
