using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// Lays one table of a form over the document, row by row: a row of heads sets the columns for what follows,
/// a row with a known label gives its run of values. A table may stand in several grids, cut anywhere, with or without its heads.
/// </summary>
sealed class TableRecogniser
{
    readonly TableReading reading;
    readonly IReadOnlyList<LabelledRow> labelled;
    readonly HashSet<string> heads;
    readonly FormBlock? unlabelled;
    readonly List<RowText> headRows = [];
    readonly Dictionary<FormBlock, HeadMap> maps = [];
    GridText? headGrid;
    RowText? previous;

    // Fewer heads than this do not make a row without a label a row of the table.
    const int FewestHeads = 3;

    TableRecogniser(Form form, FormTable table)
    {
        reading = new TableReading(form, table);
        labelled = [.. from block in table.Blocks from row in block.Rows where row.Label.Length > 0 select new LabelledRow(block, row)];
        unlabelled = table.Blocks.FirstOrDefault(b => b.Rows.Any(r => r.Label.Length == 0));
        heads = [.. table.Blocks.SelectMany(b => b.Columns).SelectMany(c => (string[])[c.Head, .. c.Aliases, .. c.Group]).Select(Labels.Key)];
    }

    public static TableReading Read(Form form, FormTable table, IReadOnlyList<GridText> grids)
    {
        var recogniser = new TableRecogniser(form, table);
        foreach (var grid in grids)
            foreach (var row in grid.Rows)
                recogniser.Visit(grid, row);
        return recogniser.reading;
    }

    void Visit(GridText grid, RowText row)
    {
        var label = Find(grid, row);
        if (IsHead(row, label)) AddHead(grid, row);
        else if (label is { } found) Place(grid, row, found.Row.Block, found.Row.Row, [.. row.Cells.Skip(found.Cell + 1)], found.Printed);
        else if (unlabelled is not null && IsData(grid, row)) PlaceUnlabelled(grid, row);
        previous = row;
    }

    // Heads carry no number. A word that is a row's label too (总计, 其他) is a head unless a run of values follows it.
    bool IsHead(RowText row, (LabelledRow Row, int Cell, string Printed)? label)
    {
        if (row.HasNumber || !row.Cells.Any(c => c.Matches(heads))) return false;
        return label is not { } found || row.Cells.Count - found.Cell - 1 < found.Row.Block.Columns.Count;
    }

    void AddHead(GridText grid, RowText row)
    {
        if (headGrid != grid || headRows.Count > 0 && headRows[^1] != previous) headRows.Clear();
        headGrid = grid;
        headRows.Add(row);
        maps.Clear();
    }

    (LabelledRow Row, int Cell, string Printed)? Find(GridText grid, RowText row)
    {
        for (var i = row.Cells.Count - 1; i >= 0; i--)
            if (!row.Cells[i].IsBlank && !row.Cells[i].IsNumber && IsLabelPlace(grid, row.Cells[i]) && Exact(row.Cells[i]) is { } found)
                return (found, i, "");
        if (!row.HasNumber) return null;
        for (var i = row.Cells.Count - 1; i >= 0; i--)
            if (!row.Cells[i].IsBlank && !row.Cells[i].IsNumber && IsLabelPlace(grid, row.Cells[i]) && Slip(row.Cells[i]) is { } found)
                return (found, i, row.Cells[i].Cell.Text);
        return null;
    }

    // A label stands left of the first head.
    bool IsLabelPlace(GridText grid, CellText cell) =>
        headGrid != grid || !grid.Grid.HasSpans || !maps.Values.Any(m => m.IsWhole && m.FirstColumn <= cell.Cell.Column);

    LabelledRow? Exact(CellText cell) => labelled.FirstOrDefault(l => cell.Matches(l.Keys));

    LabelledRow? Slip(CellText cell)
    {
        var near = labelled.Where(l => l.Keys.Any(k => Labels.IsSlip(cell.Key, k))).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    // The rows under the heads, in their grid or, after a page break, in one that goes on with as many values.
    bool IsData(GridText grid, RowText row)
    {
        if (headGrid is null || Heads(grid, unlabelled!).Count is var heads && heads < FewestHeads) return false;
        if (headGrid != grid && (row.Cells.Count != heads || row.Row.Number > 1)) return false;
        return row.HasNumber || row.Cells.Count >= heads && row.Cells.All(c => c.Value.State is CellState.Blank or CellState.Mark);
    }

    void PlaceUnlabelled(GridText grid, RowText row) =>
        Place(grid, row, unlabelled!, unlabelled!.Rows[0], [.. row.Cells.SkipWhile(c => c.Value.State == CellState.Text)], "");

    void Place(GridText grid, RowText row, FormBlock block, FormRow formRow, IReadOnlyList<CellText> values, string printed)
    {
        if (values.All(v => v.IsBlank) && values.Count < block.Columns.Count) return;
        var map = Heads(grid, block);
        var placement = RowPlacement.Of(block, values, map);
        reading.Take([.. headRows, row]);
        reading.HeadsFound += map.Count;
        if (printed.Length > 0) reading.Report(ReadingIssues.LabelSlip(row, printed, formRow, reading.Table.Number));
        new RowFigures(reading, row, block, formRow, map).Place(placement);
    }

    HeadMap Heads(GridText grid, FormBlock block)
    {
        if (!maps.TryGetValue(block, out var map))
            maps[block] = map = HeadMap.Of(block, headRows, grid.Grid.HasSpans);
        return map;
    }
}

/// <summary>A row of the form with the keys it is known by.</summary>
sealed record LabelledRow(FormBlock Block, FormRow Row)
{
    public HashSet<string> Keys { get; } = [.. ((string[])[Row.Label, .. Row.Aliases]).SelectMany(l => (string?[])[Labels.Key(l), Labels.KeyWithoutRemarks(l)]).OfType<string>()];
}
