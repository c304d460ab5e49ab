using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// Lays one table of a form over a grid, row by row: a row of heads sets the columns for what follows, a row with a known label gives its
/// run of values. Heads hold on in a next grid that goes on without its own.
/// </summary>
sealed class TableRecogniser(TableLayout layout)
{
    // Fewer heads than this do not make a row without a label a row of the table.
    const int FewestHeads = 3;

    // No head of a statutory table is written over more rows; of more the lowest count.
    const int MostHeadRows = 8;

    // Labels as short, not numbered, are told by the group that they stand in: 合计, 其他.
    const int LongestBare = 2;

    IReadOnlyList<RowText> headRows = [];
    IReadOnlyList<HeadPath>? paths;
    readonly Dictionary<FormBlock, (HeadMap Map, IReadOnlyList<int>? Order)> maps = [];
    GridText? headGrid;
    RowText? previous, otherHeads;
    FormRow? last;
    bool hasNewGroup;
    CellText? innerGroup;
    GridText? innerGrid;
    readonly HashSet<string> groups = [];

    /// <summary>The rows of all grids that the table may claim, in reading order.</summary>
    public static IReadOnlyList<RowClaim> Claims(TableLayout layout, IReadOnlyList<GridText> grids)
    {
        var recogniser = new TableRecogniser(layout);
        return [.. from grid in grids from row in grid.Rows let claim = recogniser.Visit(grid, row) where claim is not null select claim];
    }

    RowClaim? Visit(GridText grid, RowText row)
    {
        if (Array.Find(row.Cells, c => c.Cell.RowSpan > 1 && layout.InnerGroups.Contains(c.Key)) is { } inner) (innerGroup, innerGrid) = (inner, grid);
        var head = IsHead(grid, row);
        var claim = head ? AddHead(grid, row) : Labelled(grid, row) ?? Unlabelled(grid, row);
        if (!head && claim is null && IsHeadsGoingOn(grid, row))
        {
            head = true;
            AddHead(grid, row);
        }
        // Heads hold on only where a next grid goes on with rows of the table; one that begins with something else has heads of its own.
        if (!head && claim is null && headGrid != grid && !row.IsEmpty) ForgetHeads();
        hasNewGroup = !head && claim is null && IsOverHeads(grid, row) && groups.Add(row.Row.Text);
        if (claim is null) otherHeads = !head && !row.HasNumber && row.Cells.Any(c => c.IsWord && c.Cell.Column > 1) ? row : null;
        previous = row;
        if (claim is not null) last = claim.FormRow;
        return claim;
    }

    // Only lists have rows of the same name, each after its own group.
    (FormBlock, FormRow)? Exact(CellText cell) => layout.Exact(cell, layout.List is null ? null : last);

    // Heads carry no number. A word that is a row's label too (总计, 其他) is a head unless a run of values follows it.
    bool IsHead(GridText grid, RowText row)
    {
        if (row.HasNumber || !row.Cells.Any(c => c.Matches(layout.Heads))) return false;
        return Find(grid, row, Exact) is not { } label || row.Cells.Length - label.Cell - 1 < label.Row.Block.Width
            || layout.Unlabelled is not null && row.Cells.Skip(label.Cell + 1).All(c => c.IsBlank) && !IsLeftOfHeads(grid, row, label.Cell, label.Row.Block);
    }

    // Blanks behind a label are its values where all heads stand over them; over heads of its own, the label is that of a group.
    bool IsLeftOfHeads(GridText grid, RowText row, int label, FormBlock block) =>
        headGrid == grid && Heads(grid, block).Map is { IsWhole: true } map && row.Cells[label].Cell.LastColumn < map.FirstColumn && row.Cells.Length - label - 1 >= block.Width;

    // 商业 and under it, in another row, 企业; or the lower half of a row that a page cuts.
    bool IsHeadsGoingOn(GridText grid, RowText row) =>
        headGrid == grid && headRows.Count > 0 && headRows[^1] == previous && !row.HasNumber
        && (row.Cells.Count(c => c.IsWord) > 1 || row.Origin.Page > previous.Origin.Page) && Find(grid, row, Exact) is null;

    void ForgetHeads()
    {
        headGrid = null;
        headRows = [];
        ClearMaps();
    }

    void ClearMaps()
    {
        paths = null;
        maps.Clear();
    }

    RowClaim? AddHead(GridText grid, RowText row)
    {
        if (headGrid == grid && headRows.Count > 0 && headRows[^1] != previous && !hasNewGroup && Repeats(row)) return null;
        if (headGrid != grid || headRows.Count > 0 && headRows[^1] != previous) headRows = [];
        headGrid = grid;
        // Claims keep the heads that they were made under.
        headRows = [.. headRows.Skip(headRows.Count + 1 - MostHeadRows), row];
        ClearMaps();
        return null;
    }

    // Words over all heads, or over the first of them and nothing over the others, may name another group of them, even where the page has cut these words.
    bool IsOverHeads(GridText grid, RowText row) =>
        headGrid == grid && headRows.Count > 0 && !row.HasValues && row.Cells.LastOrDefault(c => c.IsWord) is { } last
        && (last == row.Cells[0] && IsOverFirstHead(last) ? row.Cells[^1] : last).Cell.LastColumn >= headRows[^1].Cells[^1].Cell.Column;

    // What stands left of all heads names a group of rows.
    bool IsOverFirstHead(CellText cell) => headRows[^1].Cells.FirstOrDefault(c => !c.IsBlank) is { } first && cell.Cell.LastColumn >= first.Cell.Column;

    // A page may print the last of several rows of heads again, and leave empty what stands in the others.
    bool Repeats(RowText row) =>
        row.Cells.Where(c => !c.IsBlank).All(cell => headRows.SelectMany(r => r.Cells).Any(c => c.Cell.Column == cell.Cell.Column && c.Cell.ColumnSpan == cell.Cell.ColumnSpan && c.Cell.Text == cell.Cell.Text));

    RowClaim? Labelled(GridText grid, RowText row)
    {
        if (layout.List is not { } list) return Labelled(grid, row, row);
        var (own, unit) = ListRow.Own(list, row, headGrid == grid || headGrid?.Columns == grid.Columns ? headRows : []);
        return Labelled(grid, row, own) is { } claim ? claim with { Unit = unit } : null;
    }

    // Of a row, the cells that are its label and figures.
    RowClaim? Labelled(GridText grid, RowText printed, RowText row)
    {
        var label = Find(grid, row, Exact);
        var slip = label is null;
        if (slip) label = (row.HasNumber ? Find(grid, row, layout.Slip) ?? Find(grid, row, layout.BehindRest) : null) ?? Find(grid, row, cell => layout.Next(last, cell));
        if (label is not { } found || IsOfOtherGroup(grid, row.Cells[found.Cell], found.Row.Row)) return null;
        var values = row.Cells[(found.Cell + 1)..];
        if ((values.Length < found.Row.Block.Width || layout.Unlabelled is not null && !IsLeftOfHeads(grid, row, found.Cell, found.Row.Block)) && values.All(v => v.IsBlank)) return null;
        // More cells than columns, the first of them words: the label was that of a group.
        if (values.Length > found.Row.Block.Width && values[0].IsWord && values[0].Key.Any(char.IsLetter)) return null;
        var claim = Claim(grid, printed, found.Row.Block, found.Row.Row, values) with { HasDoubtfulLabel = row.Cells[found.Cell].Cell.Doubtful, Label = row.Cells[found.Cell].Cell.Text };
        return slip ? claim with { Slip = row.Cells[found.Cell].Cell.Text.Replace('\n', ' ') } : claim;
    }

    // 合计 right of 不予公开, which goes on beside it, is the sum of that group and not of the table.
    bool IsOfOtherGroup(GridText grid, CellText label, FormRow row) =>
        innerGrid == grid && innerGroup is { Cell: var group } && label is { Key.Length: <= LongestBare, Numbering: Numbering.None }
        && group.Column < label.Cell.Column && group.Row + group.RowSpan > label.Cell.Row && !row.Group.Any(g => Labels.Key(g) == innerGroup.Key);

    // The label is the last word before the values; what stands further left are the groups it is in.
    ((FormBlock Block, FormRow Row) Row, int Cell)? Find(GridText grid, RowText row, Func<CellText, (FormBlock, FormRow)?> match)
    {
        for (var i = row.Cells.Length - 1; i >= 0; i--)
        {
            var cell = row.Cells[i];
            if (!cell.IsWord || !IsLabelPlace(grid, cell)) continue;
            if (match(cell) is { } found) return (found, i);
            // Words among the values are values; a word right before them that is no label makes the row another one.
            if (i + 1 < row.Cells.Length && !row.Cells[i + 1].IsWord && row.FirstNumber >= i && !IsValuePlace(grid, cell)) return null;
        }
        return null;
    }

    // A label stands left of the first head.
    bool IsLabelPlace(GridText grid, CellText cell) =>
        headGrid != grid || !grid.Grid.HasSpans || !IsUnderHeads(cell.Cell.Column);

    // The row may be the first under its heads, of which no block has been asked for yet.
    bool IsValuePlace(GridText grid, CellText cell)
    {
        if (headGrid != grid || !grid.Grid.HasSpans) return false;
        foreach (var block in layout.Table.Blocks) Heads(grid, block);
        return IsUnderHeads(cell.Cell.Column);
    }

    bool IsUnderHeads(int column)
    {
        foreach (var (map, _) in maps.Values)
            if (map.IsWhole && map.FirstColumn <= column) return true;
        return false;
    }

    // The rows under the heads, in their grid or, after a page break, in one that goes on with as many values.
    RowClaim? Unlabelled(GridText grid, RowText row)
    {
        if (layout.Unlabelled is not { } block || headGrid is null || Heads(headGrid, block).Map.Count is var heads && heads < FewestHeads) return null;
        if (headGrid != grid && (row.Cells.Length != heads || row.Row.Number > 1 || grid.Position != headGrid.Position + 1)) return null;
        var values = row.Cells.SkipWhile(c => c.IsWord).ToList();
        if (!row.HasNumber && (values.Count < heads || values.Any(c => c.IsWord))) return null;
        // 1, 2 and 3 among blanks are figures.
        if (row.IsNumbering && values.Count(v => !v.IsBlank) == heads) return null;
        // A row that bears a label and other than as many values belongs to something else.
        if (values.Count < row.Cells.Length && values.Count(v => !v.IsBlank) != heads) return null;
        return Claim(grid, row, block, block.Rows[0], values);
    }

    RowClaim Claim(GridText grid, RowText row, FormBlock block, FormRow formRow, IReadOnlyList<CellText> values)
    {
        var (map, order) = Heads(grid, block);
        var over = headGrid is null ? map : map.Over(values, grid.Columns - headGrid.Columns);
        var headsHold = over is not null;
        map = over ?? map;
        var placement = block.IsList ? ListRow.Place(block.Columns[0], values, map[0], headsHold)
            : RowPlacement.Of(block, values, map, order, headsHold, isShort: row.Cells[^1].Cell.LastColumn < grid.Columns, grid.FilledColumns);
        var place = formRow.Label.Length > 0
            ? layout.PlaceOf(formRow)
            : placement.Cells.TakeWhile(c => c is null).Count();
        var other = map.Count == 0 && block.Width == 1 && placement.Cells is [{ } value] ? WordsOver(grid, row, value, block) : null;
        return new RowClaim(grid, row, block, formRow, headRows, map, placement) { Order = place, HasOtherHeads = otherHeads is not null && map.Count == 0, OtherHead = other };
    }

    // What stands over the only value of a row, right of its label, and is more than a part of the form's head. A list has its heads in one place, other
    // blocks right over them.
    GridCell? WordsOver(GridText grid, RowText row, CellText value, FormBlock block)
    {
        IEnumerable<RowText> rows = block.IsList && headGrid?.Columns == grid.Columns ? headRows : [];
        if (otherHeads is { } near && near.Row.Grid.Number == grid.Grid.Number) rows = rows.Append(near);
        return rows.Reverse().SelectMany(r => r.Cells).FirstOrDefault(c => c.IsWord && c.Cell.Column > row.Cells[0].Cell.Column && c.Cell.Column <= value.Cell.Column && c.Cell.LastColumn >= value.Cell.Column) is { Key: var printed } over
            && !block.Columns[0].Keys.Any(k => k.Contains(printed, StringComparison.Ordinal)) ? over.Cell : null;
    }

    (HeadMap Map, IReadOnlyList<int>? Order) Heads(GridText grid, FormBlock block)
    {
        if (maps.TryGetValue(block, out var known)) return known;
        var map = HeadMap.Of(block, paths ??= HeadPath.Of(headRows, (headGrid ?? grid).Grid.HasSpans), headGrid ?? grid);
        return maps[block] = (map, RowSum.Order(block, map, headGrid ?? grid));
    }
}
