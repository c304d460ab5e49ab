using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Excel;

/// <summary>What a cell shows, and whether it may be another number: parts of it are raised, struck out, white.</summary>
readonly record struct SheetCell(string Text, bool Doubtful);

/// <summary>A row that shows: its number in the sheet, from 0, and what its cells show, by the columns that show.</summary>
sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells);

/// <summary>Cells joined into one, by rows and columns of the sheet, from 0.</summary>
sealed record SheetMerge(int Top, int Bottom, int Left, int Right);

/// <summary>What shows of a sheet: rows, the numbers of columns, joined cells.</summary>
sealed class Sheet
{
    // Joined cells do not overlap: together they have no more places than the sheet.
    const int MostCovered = 400_000;

    readonly Dictionary<(int, int), SheetMerge> byFirst = [];
    readonly HashSet<(int, int)> covered = [];
    readonly HashSet<int> goesOn = [];

    /// <param name="rows">All rows with all their cells; those that are hidden say what joined cells show that begin there.</param>
    public Sheet(IReadOnlyList<(SheetRow Row, bool Shows)> rows, List<int> columns, IEnumerable<SheetMerge> merges)
    {
        Columns = columns;
        var shown = rows.Where(r => r.Shows).Select(r => r.Row.Number).ToList();
        var said = new Dictionary<(int, int), SheetCell>();
        foreach (var merge in merges)
        {
            List<int> down = [.. Within(shown, merge.Top, merge.Bottom)], across = [.. Within(columns, merge.Left, merge.Right)];
            if (down.Count == 0 || across.Count == 0) continue;
            byFirst.TryAdd((down[0], across[0]), new SheetMerge(down[0], down[^1], across[0], across[^1]));
            if (merge.Top < rows.Count && merge.Left < rows[merge.Top].Row.Cells.Count) said.TryAdd((down[0], across[0]), rows[merge.Top].Row.Cells[merge.Left]);
            Cover(down, across);
        }
        Rows = [.. rows.Where(r => r.Shows).Select(r => new SheetRow(r.Row.Number, [.. columns.Select(c => said.TryGetValue((r.Row.Number, c), out var cell) ? cell : r.Row.Cells[c])]))];
    }

    public IReadOnlyList<SheetRow> Rows { get; }
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The joined cell that begins at a place.</summary>
    public SheetMerge? From(int row, int column) => byFirst.GetValueOrDefault((row, column));

    /// <summary>Whether a place is the inner part of a joined cell.</summary>
    public bool IsCovered(int row, int column) => covered.Contains((row, column));

    /// <summary>Whether a joined cell goes on from the row above into this one.</summary>
    public bool GoesOn(int row) => goesOn.Contains(row);

    void Cover(List<int> rows, List<int> columns)
    {
        if (covered.Count + (long)rows.Count * columns.Count > MostCovered) throw Unpacking.TooLarge("合并单元格过多。A sheet has too many joined cells.");
        foreach (var row in rows)
            foreach (var column in columns)
                if ((row, column) != (rows[0], columns[0])) covered.Add((row, column));
        goesOn.UnionWith(rows.Skip(1));
    }

    // The numbers are in order.
    static IEnumerable<int> Within(List<int> numbers, int from, int to)
    {
        var first = numbers.BinarySearch(from);
        for (var i = first < 0 ? ~first : first; i < numbers.Count && numbers[i] <= to; i++) yield return numbers[i];
    }
}
