namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// What a list prints beside a year's figure as the sum since the first year: no figure of the report, but a number that it states. Taken only
/// where one head says what it is and one number stands under it.
/// </summary>
static class Cumulative
{
    public const string Prefix = "cumulative.";

    public static IEnumerable<Statement> Of(IReadOnlyList<TableReading> tables) =>
        from table in tables
        from claim in table.Claims
        where claim.Block.CumulativeHeads.Count > 0 && claim.Heads.HasSpans
        let heads = claim.HeadRows.SelectMany(row => row.Cells).Where(cell => cell.Matches(claim.Block.CumulativeKeys)).ToList()
        where heads.Count == 1
        let under = claim.Row.Cells.Where(cell => cell.Cell.Column <= heads[0].Cell.LastColumn && cell.Cell.LastColumn >= heads[0].Cell.Column).ToList()
        where under.Count == 1 && under[0].Value is { State: CellState.Number, Value: not null, Apart: false }
        select new Statement
        {
            Subject = Prefix + claim.Block.Key(claim.FormRow, 0).Indicator, Value = under[0].Value.Value!.Value, Unit = under[0].Value.Unit ?? claim.Unit,
            Raw = under[0].Value.Raw, Sentence = claim.Row.Row.Text, Origin = under[0].Cell.Origin,
        };
}
