namespace ReportHarvester.Publisher.Tables;

/// <summary>Finds the column in which each cell of a table stands.</summary>
static class Grid
{
    public static IReadOnlyList<PlacedCell> Of(Table table)
    {
        var taken = new HashSet<(int, int)>();
        var placed = new List<PlacedCell>();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in table.Rows[row].Cells)
            {
                while (taken.Contains((row, column)))
                    column++;
                placed.Add(new PlacedCell(cell, row, column));
                Take(taken, cell, row, column);
            }
        }
        return placed;
    }

    static void Take(HashSet<(int, int)> taken, Cell cell, int row, int column)
    {
        for (var r = 0; r < cell.Rows; r++)
            for (var c = 0; c < cell.Columns; c++)
                taken.Add((row + r, column + c));
    }
}
