using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A row of a list: a label, a unit, one figure, and beside it what is no figure of this report (sums over many years, numbers of rows).</summary>
static class ListRow
{
    static readonly HashSet<string> Units = [.. Wording.Current.Units];

    /// <summary>The row without what stands beside its figure, and the unit printed there.</summary>
    /// <param name="heads">The heads over the row's own columns; none where they are those of another grid.</param>
    public static (RowText Row, string? Unit) Own(FormBlock list, RowText row, IReadOnlyList<RowText> heads)
    {
        var kept = new List<Documents.GridCell>(row.Cells.Length);
        string? unit = null;
        // Sought once for the row: a hostile one has as many cells as its heads have.
        var (units, others) = (HeadsIn(list.UnitKeys, heads), HeadsIn(list.OtherKeys, heads));
        foreach (var cell in row.Cells)
            if (IsUnit(cell, units)) unit ??= cell.IsWord ? cell.Cell.Text.Replace('\n', ' ') : null;
            else if (!IsUnder(others, cell)) kept.Add(cell.Cell);
        return kept.Count == row.Cells.Length ? (row, null) : (new RowText(row.Row with { Cells = kept }), unit);
    }

    // A number among the units is one that has moved; it stays and makes the row doubtful.
    static bool IsUnit(CellText cell, List<CellText> units) =>
        !cell.IsNumber && (cell.IsWord && Units.Contains(Documents.Folding.Simplify(cell.Cell.Text.Trim())) || IsUnder(units, cell));

    static List<CellText> HeadsIn(HashSet<string> keys, IReadOnlyList<RowText> heads) => [.. heads.SelectMany(row => row.Cells).Where(head => head.Matches(keys))];

    static bool IsUnder(List<CellText> heads, CellText cell) =>
        heads.Exists(head => head.Cell.Column <= cell.Cell.Column && cell.Cell.LastColumn <= head.Cell.LastColumn);

    /// <summary>
    /// The figure under the head of the list; without a head the only one. Where more than one number stands there, and they are not all zero,
    /// nothing tells which of them counts but a head 合计 over the one that adds up the rest.
    /// </summary>
    public static RowPlacement Place(FormColumn column, IReadOnlyList<CellText> values, HeadPlace? head, bool headsHold)
    {
        var filled = values.Where(v => !v.IsBlank && !v.IsWord).ToList();
        if (headsHold && head is { } over && new CellText(over.Cell).Matches(column.TotalKeys) && Total(filled, over) is { } total) return new(Placing.Sure, [total]);
        if (filled.Count > 1) return filled.TrueForAll(v => v.Value.Value == 0) ? new(Placing.SurplusAlike, [filled[0]]) : new(Placing.Undecided, []);
        if (head is not { } place) return values.Count == 0 ? new(Placing.Undecided, []) : new(Placing.ByTurn, [filled is [var only] ? only : values[0]]);
        var under = values.Where(v => v.Cell.Column <= place.Last && v.Cell.LastColumn >= place.First).ToList();
        return headsHold && (under.Find(v => !v.IsBlank) ?? under.FirstOrDefault()) is { } figure && filled.TrueForAll(under.Contains)
            ? new(Placing.Sure, [figure]) : new(Placing.Undecided, []);
    }

    static CellText? Total(List<CellText> filled, HeadPlace head) =>
        filled.FindAll(v => v.Cell.Column <= head.Last && v.Cell.LastColumn >= head.First) is [var total] && 2 * total.Value.Value == filled.Sum(v => v.Value.Value ?? 0) ? total : null;
}
