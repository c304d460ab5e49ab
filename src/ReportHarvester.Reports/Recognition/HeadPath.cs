using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The head cells over one column of a grid, from the lowest to the highest.</summary>
sealed record HeadPath(int Column, IReadOnlyList<CellText> Own, IReadOnlyList<CellText> Inherited)
{
    // More columns than any statutory table has are not looked at.
    const int MostColumns = 200;

    public static IReadOnlyList<HeadPath> Of(IReadOnlyList<RowText> headRows, bool hasSpans)
    {
        var last = Math.Min(MostColumns, headRows.Max(r => r.Cells.Max(c => c.Cell.LastColumn)));
        return [.. Enumerable.Range(1, last).Select(column => OfColumn(column, headRows, hasSpans))];
    }

    /// <summary>The head cell that bears one of the names, alone or written over two cells, with a slip at most; own cells before inherited ones.</summary>
    public GridCell? Find(HashSet<string> keys, IReadOnlyList<string> others) =>
        Own.FirstOrDefault(c => c.Matches(keys))?.Cell
        ?? Own.Zip(Own.Skip(1)).Where(x => keys.Contains(x.Second.Key + x.First.Key)).Select(x => x.First.Cell).FirstOrDefault()
        ?? Inherited.FirstOrDefault(c => c.Matches(keys))?.Cell
        ?? Own.FirstOrDefault(c => keys.Any(k => Labels.IsSlip(c.Key, k) || IsShortSlip(c.Key, k)) && !others.Any(o => IsShortSlip(c.Key, o)))?.Cell;

    // Among heads, which are few and stand side by side, one other character in four leaves no doubt if no other head is as near.
    static bool IsShortSlip(string printed, string head) =>
        printed.Length == head.Length && head.Length >= 4 && Labels.Distance(printed, head) <= 1;

    /// <summary>The group named nearest above the column; where one name holds another, the longer one.</summary>
    public string? GroupOf(IReadOnlyList<(string Group, string Key)> groups) =>
        Own.Concat(Inherited).Select(c => GroupIn(c.Key, groups)).FirstOrDefault(g => g is not null);

    public static string? GroupIn(string key, IReadOnlyList<(string Group, string Key)> groups) =>
        groups.FirstOrDefault(g => key.Contains(g.Key, StringComparison.Ordinal)).Group ?? groups.FirstOrDefault(g => Labels.IsSlip(key, g.Key)).Group;

    static HeadPath OfColumn(int column, IReadOnlyList<RowText> headRows, bool hasSpans)
    {
        var own = new List<CellText>();
        var inherited = new List<CellText>();
        foreach (var row in headRows.Reverse())
        {
            var cell = row.Cells.LastOrDefault(c => c.Cell.Column <= column && c.Cell.LastColumn >= column);
            if (cell is { IsBlank: false }) own.Add(cell);
            // Where no head has a span, a group stands over its first column only and blanks follow.
            else if ((!hasSpans || own.Count > 0 && row.Cells.All(c => c.Cell.ColumnSpan == 1)) && row.Cells.LastOrDefault(c => c.Cell.Column < column && !c.IsBlank) is { } left) inherited.Add(left);
        }
        return new HeadPath(column, own, inherited);
    }
}
