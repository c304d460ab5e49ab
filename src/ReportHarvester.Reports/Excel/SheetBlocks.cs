using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Excel;

/// <summary>
/// Parts sheets into tables and lines: an empty row ends a table, and rows over or under it that say only one thing are lines of text.
/// </summary>
sealed class SheetBlocks
{
    const int LongestLabel = 40;

    readonly List<Block> blocks = [];
    int grids;

    public IReadOnlyList<Block> All => blocks;

    public void Add(Sheet sheet)
    {
        for (var i = 0; i < sheet.Rows.Count;)
        {
            var first = i++;
            if (IsEmpty(sheet, sheet.Rows[first])) continue;
            while (i < sheet.Rows.Count && !IsEmpty(sheet, sheet.Rows[i])) i++;
            Add(sheet, [.. sheet.Rows.Skip(first).Take(i - first)]);
        }
    }

    public void AddLine(string text) => blocks.Add(new TextBlock(Folding.FoldProse(text), new Origin()));

    static bool IsEmpty(Sheet sheet, SheetRow row) => row.Cells.All(c => c.Text.Length == 0) && !sheet.GoesOn(row.Number);

    void Add(Sheet sheet, List<SheetRow> rows)
    {
        var from = rows.FindIndex(r => !IsLine(sheet, r));
        if (from < 0) from = rows.Count;
        var to = Math.Max(from, rows.FindLastIndex(r => !IsLine(sheet, r)) + 1);
        foreach (var row in rows[..from]) AddLine(row);
        if (to > from) AddGrid(sheet, rows[Above(rows, from)..Below(rows, to)]);
        foreach (var row in rows[to..]) AddLine(row);
    }

    // A short line right over or under a table may be a head over all of it, or a label with a blank behind: it is a row of it as well.
    static int Above(List<SheetRow> rows, int from)
    {
        while (from > 0 && IsShort(rows[from - 1])) from--;
        return from;
    }

    static int Below(List<SheetRow> rows, int to)
    {
        while (to < rows.Count && IsShort(rows[to])) to++;
        return to;
    }

    static bool IsShort(SheetRow row) => row.Cells.Sum(c => c.Text.Length) <= LongestLabel;

    static bool IsLine(Sheet sheet, SheetRow row) => row.Cells.Count(c => c.Text.Length > 0) == 1 && !sheet.GoesOn(row.Number);

    void AddLine(SheetRow row)
    {
        foreach (var line in row.Cells.First(c => c.Text.Length > 0).Text.Split('\n'))
            if (Blanks.Collapse(line) is { Length: > 0 } text) blocks.Add(new TextBlock(text, new Origin()));
    }

    void AddGrid(Sheet sheet, List<SheetRow> rows)
    {
        var number = ++grids;
        var cells = new List<GridCell>();
        var width = Width(sheet, rows);
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < width; c++)
            {
                if (sheet.IsCovered(rows[r].Number, sheet.Columns[c])) continue;
                var merge = sheet.From(rows[r].Number, sheet.Columns[c]);
                var down = merge is null ? 1 : rows.Count(x => x.Number >= merge.Top && x.Number <= merge.Bottom);
                var across = merge is null ? 1 : sheet.Columns.Count(x => x >= merge.Left && x <= merge.Right);
                cells.Add(new GridCell(r + 1, c + 1, down, across, rows[r].Cells[c].Text, new Origin { Grid = number, Row = r + 1, Column = c + 1 }) { Doubtful = rows[r].Cells[c].Doubtful });
            }
        blocks.Add(new Grid { Number = number, Cells = cells });
    }

    // A sheet is as wide as its widest table.
    static int Width(Sheet sheet, List<SheetRow> rows)
    {
        var width = sheet.Columns.Count;
        while (width > 1 && rows.TrueForAll(r => r.Cells[width - 1].Text.Length == 0 && !sheet.IsCovered(r.Number, sheet.Columns[width - 1]))) width--;
        return width;
    }
}
