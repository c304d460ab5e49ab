namespace ReportHarvester.Reports.Documents;

/// <summary>Lays cells with spans into rows and columns, the way HTML does: a cell takes the first place not taken from above.</summary>
sealed class GridBuilder
{
    // HTML's own limits for spans.
    const int MaxColumnSpan = 1000, MaxRowSpan = 65534;

    readonly List<GridCell> cells = [];
    readonly List<int> takenUntilRow = [];
    int row, column;

    public IReadOnlyList<GridCell> Cells => cells;

    public void StartRow()
    {
        row++;
        column = 0;
    }

    public void Add(string text, int rowSpan, int columnSpan, Func<int, int, Origin> origin)
    {
        rowSpan = Math.Clamp(rowSpan, 1, MaxRowSpan);
        columnSpan = Math.Clamp(columnSpan, 1, MaxColumnSpan);
        while (column < takenUntilRow.Count && takenUntilRow[column] >= row) column++;
        for (var c = column; c < column + columnSpan; c++)
        {
            while (takenUntilRow.Count <= c) takenUntilRow.Add(0);
            takenUntilRow[c] = Math.Max(takenUntilRow[c], row + rowSpan - 1);
        }
        cells.Add(new GridCell(row, column + 1, rowSpan, columnSpan, text, origin(row, column + 1)));
        column += columnSpan;
    }
}
