using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Parts a grid in which the same table stands twice, one beside the other: its rows have the same labels again, always as far to the right.</summary>
static class SideBySide
{
    // One row may repeat a word.
    const int FewestRows = 2;

    public static IEnumerable<Block> Parted(Block block)
    {
        if (block is not Grid grid || Border(grid) is not { } border) return [block];
        Grid Part(Func<GridCell, bool> within) => new() { Number = grid.Number, Cells = [.. grid.Cells.Where(within)], HasSpans = grid.HasSpans, Path = grid.Path };
        return [Part(c => c.Column < border), .. Parted(Part(c => c.LastColumn >= border))];
    }

    /// <summary>Whether a cell bears the label of a row of some form.</summary>
    public static bool IsLabel(GridCell cell) =>
        MayBeLabel(cell) && new CellText(cell) is { IsWord: true } text && TableLayout.All.Any(layout => layout.Exact(text) is not null);

    static bool MayBeLabel(GridCell cell) => cell.Text.Length > 1 && cell.Text.Any(char.IsLetter);

    // The first column of the right one; what is written over both alone in its row goes with both.
    static int? Border(Grid grid)
    {
        var rows = grid.Rows.Select(row => (Row: row, By: Shift(row))).Where(r => r.By is not null).GroupBy(r => r.By!.Value).MaxBy(same => same.Count());
        if (rows is null || rows.Count() < FewestRows) return null;
        var border = rows.Min(r => r.Row.Cells.First(c => c.Text.Length > 0).Column) + rows.Key;
        return grid.Rows.All(row => row.Cells.All(c => c.LastColumn < border || c.Column >= border) || row.Cells.Count(c => c.Text.Length > 0) <= 1) ? border : null;
    }

    // How far right of a label, with a value behind it, the same label stands with a value of its own.
    static int? Shift(GridRow row)
    {
        if (row.Cells.Where(MayBeLabel).Select(c => c.Text).ToList() is var words && words.Distinct().Count() == words.Count) return null;
        var labels = row.Cells.SkipLast(1).Where((c, i) => IsLabel(c) && !new CellText(row.Cells[i + 1]).IsWord).ToList();
        return labels.GroupBy(c => c.Text).FirstOrDefault(same => same.Count() > 1) is { } twice ? twice.ElementAt(1).Column - twice.First().Column : null;
    }
}
