using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Turns the placed cells of one row into figures, and says what is doubtful or could not be placed.</summary>
sealed class RowFigures(TableReading reading, RowClaim claim, bool inPlace)
{
    readonly IReadOnlyList<string>?[] units = new IReadOnlyList<string>?[claim.Block.Width];

    public void Place()
    {
        var placement = claim.Placement;
        for (var c = 0; c < placement.Cells.Count; c++)
            if (placement.Cells[c] is { } cell)
            {
                reading.Place(Key(c), cell, Units(c) is [var unit, ..] ? unit : null, IsSure(c));
                if ((claim.Heads[c]?.Cell ?? claim.OtherHead) is { } head) reading.PutUnder(head, Key(c), known: claim.Heads[c] is not null);
            }
        if (Keys(HasDoubtfulUnit) is { Count: > 0 } doubtful) reading.Report(ReadingIssues.DoubtfulUnit(claim, doubtful));
        // Numbers that stand together in one cell may be those of the columns beside it.
        if (placement.Cells.Any(cell => cell?.Value.State == CellState.Text && HasSeveralNumbers(cell.Value.Raw)) && Keys(c => placement.Cells[c]?.Value.State == CellState.Blank) is { Count: > 0 } beside)
            reading.Report(ReadingIssues.NumbersTogether(claim.Row, beside));
        // A row without values under a label that is not whole may be the upper part of one that a page cuts.
        if (claim.Slip is not null) reading.Report(ReadingIssues.LabelSlip(claim, IsKnownLabel ? [] : Keys(_ => true)));
        if (claim.Again is { } again) reading.Report(ReadingIssues.PrintedAgain(claim, again, Keys(c => Differs(c, again))));
        if (Keys(IsJoinedDown) is { Count: > 0 } joined) reading.Report(ReadingIssues.JoinedDown(claim, joined));
        if (claim.HasDoubtfulLabel) reading.Report(ReadingIssues.DoubtfulLabel(claim, Keys(_ => true)));
        if (placement.Placing == Placing.ByTurn && !claim.Heads.IsWhole && claim.OtherHead is null) ReportHeads();
        if (placement.Placing is Placing.SurplusAlike or Placing.BySum) reading.Report(ReadingIssues.Surplus(claim.Row, Keys(_ => true), placement.Placing));
        if (placement.Placing == Placing.Undecided) reading.Report(ReadingIssues.Undecided(claim, Keys(_ => true)));
    }

    // Of the head, of the column of units, of the label, of rows, of a line over the table and of notes to it; they ought to be one.
    IReadOnlyList<string> Units(int column) => units[column] ??= [.. PrintedUnits(column, IsAmount(column)).OfType<string>().Where(u => u.Length > 0).Distinct()];

    IEnumerable<string?> PrintedUnits(int column, bool isAmount)
    {
        yield return claim.Heads[column] is { } head ? Numbers.UnitOf(head.Cell.Text, isAmount) : null;
        yield return claim.Unit;
        // A label with a unit of money may stand before a number of purchases and their amount.
        yield return Numbers.UnitOf(claim.Label, isAmount) is { } unit && Numbers.IsMoney(unit) == isAmount ? unit : null;
        if (!isAmount) yield break;
        if (claim.Placement.Cells.ElementAtOrDefault(column) is { } cell)
            foreach (var over in claim.Grid.MoneyUnitsOver(claim.Row, cell.Cell, IsOfBlock)) yield return over;
        foreach (var around in claim.Grid.MoneyUnits) yield return around;
    }

    bool IsOfBlock(RowText row) => reading.Claims.Any(c => c.Row == row && c.Block == claim.Block);

    bool IsAmount(int column) => reading.Form.Indicators[Key(column).Indicator].Kind == "amount";

    // What the cell itself prints goes before all of them.
    bool HasDoubtfulUnit(int column) =>
        claim.Placement.Cells.ElementAtOrDefault(column)?.Value is { State: CellState.Number, Unit: null } && Units(column) is { Count: > 0 } printed
        && (printed.Select(Numbers.Scale).Distinct().Count() > 1 || printed[0] != claim.Unit && !Numbers.IsUnit(printed[0]));

    bool Differs(int column, RowText again) =>
        claim.Placement.Cells.ElementAtOrDefault(column) is not { } value || Array.Find(again.Cells, c => c.Cell.Column == value.Cell.Column)?.Cell.Text != value.Cell.Text;

    // One number for two rows of the form belongs to neither.
    bool IsJoinedDown(int column) =>
        claim.Placement.Cells.ElementAtOrDefault(column) is { Cell.RowSpan: > 1, IsBlank: false } value
        && claim.Grid.Rows.Any(r => r.Row.Number > claim.Row.Row.Number && r.Row.Number < claim.Row.Row.Number + value.Cell.RowSpan && r.Cells.Any(c => c.IsWord && reading.Layout.Exact(c) is not null));

    static bool HasSeveralNumbers(string text) => text.Zip(text.Prepend(' ')).Count(pair => char.IsAsciiDigit(pair.First) && !char.IsAsciiDigit(pair.Second)) > 1;

    bool IsSure(int column) =>
        IsKnownLabel && !claim.HasDoubtfulLabel && (claim.Placement.Placing == Placing.Sure || claim.Placement.Placing == Placing.ByTurn && claim.Heads[column] is not null);

    // A slip leaves no doubt in a long label, or between the rows that the form has before and after.
    bool IsKnownLabel => claim.Slip is null || (inPlace || IsLongLabel) && !claim.IsEmpty;

    bool IsLongLabel => Labels.Key(claim.FormRow.Label).Length >= Labels.LongLabel;

    // Without any head the form's order holds; an unknown head may mean another column, beside known ones and where no sum tests the order.
    void ReportHeads()
    {
        var order = claim.Heads.Count > 0 || claim.HasOtherHeads && claim.Block is { TotalColumn: < 0, Width: > 1 };
        var unknown = order ? Keys(c => claim.Heads[c] is null) : [];
        if (unknown.Count > 0 || reading.Issues.All(i => i.Code != "HEAD-MISSING")) reading.Report(ReadingIssues.MissingHeads(claim.Row, unknown));
    }

    IReadOnlyList<FigureKey> Keys(Func<int, bool> wanted) => [.. claim.Block.KeysOf(claim.FormRow).Where((_, c) => wanted(c))];

    FigureKey Key(int column) => claim.Block.Key(claim.FormRow, column);
}
