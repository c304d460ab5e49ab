using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// Sorts claimed rows into the tables they make up. A document may print a table in pieces, print last year's beside this year's, or print
/// something else with a row 总计: a row that comes again begins another table, and a piece in another grid goes on only forward in the form.
/// </summary>
static class TableParts
{
    // So many labels that no other form has make a grid a table of this one.
    const int TellingRows = 3;

    // A document with more tables of one kind is no report; the first ones stand for all.
    const int MostTables = 30;

    public static IEnumerable<IReadOnlyList<RowClaim>> Of(TableLayout layout, IReadOnlyList<RowClaim> claims) => All(layout, claims).Take(MostTables);

    static IEnumerable<IReadOnlyList<RowClaim>> All(TableLayout layout, IReadOnlyList<RowClaim> claims)
    {
        var part = new List<RowClaim>();
        foreach (var piece in Pieces(layout, claims))
        {
            if (part.Count > 0 && !GoesOn(part, piece))
            {
                yield return part;
                part = [];
            }
            part.AddRange(piece);
        }
        if (part.Count > 0) yield return part;
    }

    static bool GoesOn(List<RowClaim> part, List<RowClaim> piece) =>
        part[^1].Grid != piece[0].Grid
        && part.Max(c => c.Order) <= piece.Min(c => c.Order)
        && !piece.Any(c => part.Any(c.Repeats));

    // Within a grid, rows up to one that comes again; grids without any evidence of the form are left out.
    static IEnumerable<List<RowClaim>> Pieces(TableLayout layout, IReadOnlyList<RowClaim> claims)
    {
        GridText? accepted = null;
        foreach (var grid in claims.GroupBy(c => c.Grid))
        {
            if (!IsEvident(layout, [.. grid], accepted)) continue;
            accepted = grid.Key;
            var piece = new List<RowClaim>();
            foreach (var claim in grid)
            {
                // A row printed twice, once empty, is the row that is filled.
                if (claim.IsEmpty && piece.Any(claim.Repeats)) continue;
                piece.RemoveAll(c => c.IsEmpty && c.Repeats(claim));
                if (piece is [.., var above] && above.FormRow == claim.FormRow && above.FormRow.Label.Length > 0 && above.Row.Row.Number + 1 == claim.Row.Row.Number)
                {
                    piece[^1] = above with { Again = claim.Row };
                    continue;
                }
                if (piece.Any(claim.Repeats))
                {
                    yield return piece;
                    piece = [];
                }
                piece.Add(claim);
            }
            yield return piece;
        }
    }

    // Heads, telling labels, the section's own title, or the end of a table that began in the grid before.
    static bool IsEvident(TableLayout layout, List<RowClaim> rows, GridText? accepted) =>
        rows.Any(r => r.HasHeads)
        || rows.Where(r => r.IsTelling).DistinctBy(r => r.FormRow).Count() >= TellingRows
        || rows[0].Grid.Section?.ToString() == layout.Table.Number
        || accepted is not null && rows[0].Grid.Position == accepted.Position + 1 && rows.Any(r => r.IsTelling);
}
