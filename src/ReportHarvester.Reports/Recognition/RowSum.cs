using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The sum that a row prints of itself, where its block has a column that adds up the others.</summary>
static class RowSum
{
    public static bool Closes(FormBlock block, IReadOnlyList<CellText?> cells) =>
        block.TotalColumn is >= 0 and var total
        && cells.All(c => c is { IsNumber: true })
        && cells.Where((_, i) => i != total).Sum(c => c!.Value.Value) == cells[total]!.Value.Value;

    /// <summary>Whether the row's numbers close its sum if its blanks add nothing.</summary>
    public static bool ClosesOver(FormBlock block, IReadOnlyList<CellText?> cells) =>
        block.TotalColumn is >= 0 and var total
        && cells[total] is { IsNumber: true } sum
        && cells.Where((_, i) => i != total).Sum(c => c?.Value.Value ?? 0) == sum.Value.Value;

    /// <summary>
    /// The order in which a grid prints the values of a block's columns. Heads say so; but a span that is off by one puts a head over its
    /// neighbour's values, so where they are not in the order of the form, the rows' own sums decide, and null means that they cannot.
    /// </summary>
    public static IReadOnlyList<int>? Order(FormBlock block, HeadMap heads, GridText grid)
    {
        int[] ofForm = [.. Enumerable.Range(0, block.Width)];
        if (!heads.IsWhole || heads.Printed.SequenceEqual(ofForm)) return heads.IsWhole || heads.Count == 0 ? ofForm : Partly(heads, ofForm);
        if (block.TotalColumn < 0) return heads.HasPlaces ? heads.Printed : ofForm;
        var runs = grid.Rows.Where(r => r.HasNumber).Select(r => r.Cells.TakeLast(block.Width).ToList()).Where(r => r.Count == block.Width).ToList();
        int asPrinted = runs.Count(r => Closes(block, r, heads.Printed)), asForm = runs.Count(r => Closes(block, r, ofForm));
        return asPrinted > asForm ? heads.Printed : asForm > asPrinted ? ofForm : null;
    }

    // Part of the columns, each under its head (table 4 in pieces), or a head row of which some heads were not recognised.
    static IReadOnlyList<int> Partly(HeadMap heads, int[] ofForm) =>
        heads.LastColumn - heads.FirstColumn + 1 == heads.Printed.Sum(c => heads[c]!.Value.Last - heads[c]!.Value.First + 1) ? heads.Printed : ofForm;

    static bool Closes(FormBlock block, List<CellText> run, IReadOnlyList<int> order) => Closes(block, RowPlacement.InOrder(block.Width, run, order));
}
