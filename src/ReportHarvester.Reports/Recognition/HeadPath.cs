using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The head cells over one column of a grid, from the lowest to the highest.</summary>
sealed record HeadPath(int Column, List<CellText> Own, List<CellText> Inherited)
{
    // More columns than any statutory table has are not looked at.
    const int MostColumns = 200;

    public static IReadOnlyList<HeadPath> Of(IReadOnlyList<RowText> headRows, bool hasSpans)
    {
        if (headRows.Count == 0) return [];
        var last = Math.Min(MostColumns, headRows.Max(r => r.Cells.Max(c => c.Cell.LastColumn)));
        return [.. Enumerable.Range(1, last).Select(column => OfColumn(column, headRows, hasSpans))];
    }

    /// <summary>The head cell that bears one of the names, alone or written over two cells, with a slip at most; own cells before inherited ones.</summary>
    public (GridCell Cell, bool IsSlip)? Find(HashSet<string> keys, FormBlock block, string head) =>
        (Bearing(Own, keys) ?? OverTwoCells(keys) ?? Bearing(Inherited, keys)) is { } bearing ? (bearing, false) : WithSlip(keys, block, head) is { } slip ? (slip, true) : null;

    static GridCell? Bearing(List<CellText> cells, HashSet<string> keys)
    {
        foreach (var cell in cells)
            if (cell.Matches(keys)) return cell.Cell;
        return null;
    }

    GridCell? OverTwoCells(HashSet<string> keys)
    {
        for (var i = 1; i < Own.Count; i++)
            foreach (var key in keys)
                if (key.Length == Own[i].Key.Length + Own[i - 1].Key.Length && key.StartsWith(Own[i].Key, StringComparison.Ordinal) && key.EndsWith(Own[i - 1].Key, StringComparison.Ordinal))
                    return Own[i - 1].Cell;
        return null;
    }

    GridCell? WithSlip(HashSet<string> keys, FormBlock block, string head)
    {
        foreach (var cell in Own)
            foreach (var key in keys)
                if ((Labels.IsSlip(cell.Key, key) || IsShortSlip(cell.Key, key)) && !block.Columns.Where(c => c.Head != head).SelectMany(c => c.Keys).Any(other => IsShortSlip(cell.Key, other)))
                    return cell.Cell;
        return null;
    }

    // Among heads, which are few and stand side by side, one other character in four leaves no doubt if no other head is as near.
    static bool IsShortSlip(string printed, string head) =>
        printed.Length == head.Length && head.Length >= 4 && Labels.Distance(printed, head) <= 1 && !Labels.IsTurned(printed, head);

    /// <summary>The group named nearest above the column; where one name holds another, the longer one.</summary>
    public string? GroupOf(FormBlock block) =>
        block.GroupKeys.Count == 0 ? null : Own.Concat(Inherited).Select(c => GroupIn(c.Key, block)).FirstOrDefault(g => g is not null);

    /// <summary>The group that words name; none where they name several: 行政复议、行政诉讼.</summary>
    public static string? GroupIn(string key, FormBlock block)
    {
        foreach (var (group, name) in block.GroupKeys)
            if (key.Contains(name, StringComparison.Ordinal)) return block.OuterGroups.Contains(name) && block.OuterGroups.Count(g => key.Contains(g, StringComparison.Ordinal)) > 1 ? null : group;
        foreach (var (group, name) in block.GroupKeys)
            if (Labels.IsSlip(key, name)) return group;
        return null;
    }

    static HeadPath OfColumn(int column, IReadOnlyList<RowText> headRows, bool hasSpans)
    {
        var own = new List<CellText>();
        var inherited = new List<CellText>();
        for (var i = headRows.Count - 1; i >= 0; i--)
        {
            var row = headRows[i];
            var cell = Over(column, row.Cells);
            if (cell is { IsBlank: false }) own.Add(cell);
            // Where no head spans more than one of those below it, a group stands over its first column only and blanks follow.
            else if ((!hasSpans || cell is not null && own.Count > 0 && (row.Cells.All(c => c.Cell.ColumnSpan == 1) || i + 1 < headRows.Count && HaveSameColumns(row, headRows[i + 1]))) && row.Cells.LastOrDefault(c => c.Cell.Column < column && !c.IsBlank) is { } left) inherited.Add(left);
        }
        return new HeadPath(column, own, inherited);
    }

    static bool HaveSameColumns(RowText row, RowText below) =>
        row.Cells.Length == below.Cells.Length && row.Cells.Zip(below.Cells).All(c => c.First.Cell.Column == c.Second.Cell.Column && c.First.Cell.ColumnSpan == c.Second.Cell.ColumnSpan);

    static CellText? Over(int column, CellText[] cells)
    {
        for (var i = cells.Length - 1; i >= 0; i--)
            if (cells[i].Cell.Column <= column && cells[i].Cell.LastColumn >= column) return cells[i];
        return null;
    }
}
