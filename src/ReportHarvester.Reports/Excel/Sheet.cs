namespace ReportHarvester.Reports.Excel;

/// <summary>A row that shows: its number in the sheet, from 0, and what its cells show, by the columns that show.</summary>
sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Cells joined into one, by rows and columns of the sheet, from 0.</summary>
sealed record SheetMerge(int Top, int Bottom, int Left, int Right);

/// <summary>What shows of a sheet: rows, the numbers of columns, joined cells.</summary>
sealed record Sheet(IReadOnlyList<SheetRow> Rows, IReadOnlyList<int> Columns, IReadOnlyList<SheetMerge> Merges)
{
    readonly Dictionary<(int, int), SheetMerge> byFirst = Merges.GroupBy(m => (m.Top, m.Left)).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The joined cell that begins at a place.</summary>
    public SheetMerge? From(int row, int column) => byFirst.GetValueOrDefault((row, column));

    /// <summary>Whether a place is the inner part of a joined cell.</summary>
    public bool IsCovered(int row, int column) => Merges.Any(m => m.Top <= row && row <= m.Bottom && m.Left <= column && column <= m.Right && (m.Top, m.Left) != (row, column));

    /// <summary>Whether a joined cell goes on from the row above into this one.</summary>
    public bool GoesOn(int row) => Merges.Any(m => m.Top < row && row <= m.Bottom);
}
