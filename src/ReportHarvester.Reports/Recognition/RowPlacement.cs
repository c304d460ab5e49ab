using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>How the values of a row came to their columns.</summary>
enum Placing
{
    /// <summary>Under its own head.</summary>
    Sure,

    /// <summary>By its turn among as many values as the form has columns; no head says otherwise.</summary>
    ByTurn,

    /// <summary>More values than columns; whichever is left out, the figures are the same.</summary>
    SurplusAlike,

    /// <summary>Heads and turns disagree, or there are too many values; only one choice closes the row's sum.</summary>
    BySum,

    /// <summary>No reading is better than another; nothing is placed.</summary>
    Undecided,
}

/// <summary>The cells of one row by column of the form; null where the grid has no such column, empty where nothing was placed.</summary>
sealed record RowPlacement(Placing Placing, IReadOnlyList<CellText?> Cells)
{
    // With more surplus values than this nobody could tell them apart.
    const int MostSurplus = 2;

    /// <summary>Lays the cells after a row's label under the columns of its block.</summary>
    /// <param name="order">The columns of the form in the order that their values are printed in; null if heads and sums do not tell.</param>
    /// <param name="headsHold">Whether the heads' places are those of the row's own grid.</param>
    /// <param name="isShort">Whether the row ends before the grid does.</param>
    /// <param name="filled">Columns of the grid in which some row has a value.</param>
    public static RowPlacement Of(FormBlock block, IReadOnlyList<CellText> values, HeadMap heads, IReadOnlyList<int>? order, bool headsHold, bool isShort, IReadOnlySet<int> filled)
    {
        int[] ofForm = [.. Enumerable.Range(0, block.Width)];
        if (isShort && headsHold && heads.IsWhole && order is not null && values[0].Cell.Column < heads.FirstColumn) return Moved(block, values, heads, order);
        if (order is null) return Either(block, values, heads.Printed, ofForm);
        if (order.Count < block.Width && values.Count >= block.Width) order = ofForm;
        var byHead = headsHold && heads.HasPlaces && order.SequenceEqual(heads.Printed) ? ByHead(block.Width, values, heads) ?? ByHeadInTurn(block.Width, values, heads) : null;
        var byTurn = ByTurn(block.Width, values, order);
        // Where no head says which columns are too many, blanks at the ends may be values as well as those inside, if other rows have some there.
        var leavesOut = byTurn is not null && heads.Count == 0 && LeavesOut(values, byTurn, filled);
        if (byTurn is not null && (!heads.HasSpans || leavesOut) && MayHaveMoved(block, byTurn, values.Count)) return new(Placing.Undecided, []);
        if (leavesOut && block.Width > 1 && !RowSum.ClosesOver(block, byTurn!)) return new(Placing.Undecided, []);
        if (byHead is not null && byTurn is not null)
            return Agree(byHead, byTurn) ? new(HaveHeads(byTurn, heads) ? Placing.Sure : Placing.ByTurn, byTurn) : Rivals(block, [byHead, byTurn]);
        if (byHead is not null) return new(Placing.Sure, byHead);
        if (byTurn is not null && headsHold && Contradicts(byTurn, values, heads)) return new(Placing.Undecided, []);
        if (byTurn is not null) return new(heads.IsWhole && values.Count == block.Width ? Placing.Sure : Placing.ByTurn, byTurn);
        // Whichever of them are the row's, they are blank.
        if (values.Count > block.Width && values.All(v => v.IsBlank)) return new(Placing.ByTurn, InOrder(block.Width, [.. values.Take(block.Width)], ofForm));
        var surplus = values.Count(v => !v.IsBlank) - block.Width;
        return surplus is > 0 and <= MostSurplus ? Rivals(block, [.. Choices([.. values.Where(v => !v.IsBlank)], order)]) : new(Placing.Undecided, []);
    }

    // A label that spans a column too few draws all values under the heads of their neighbours; or the cell before the first head only fills the row.
    static RowPlacement Moved(FormBlock block, IReadOnlyList<CellText> values, HeadMap heads, IReadOnlyList<int> order)
    {
        var byHead = ByHead(block.Width, values, heads);
        var fromFirst = values.Count >= order.Count ? InOrder(block.Width, [.. values.Take(order.Count)], order) : null;
        List<List<CellText?>> choices = [.. new[] { byHead, fromFirst }.OfType<List<CellText?>>()];
        if (choices.Count == 0) return new(Placing.Undecided, []);
        if (choices.DistinctBy(Printed).Count() == 1) return new(Placing.Sure, choices[0]);
        var closing = choices.Where(c => RowSum.ClosesOver(block, c)).ToList();
        return closing is [var only] ? new(Placing.BySum, only) : new(Placing.Undecided, []);
    }

    static string Printed(List<CellText?> cells) => string.Join('\t', cells.Select(c => c?.Value.Raw));

    static RowPlacement Either(FormBlock block, IReadOnlyList<CellText> values, params IReadOnlyList<int>[] orders)
    {
        if (values.Count != block.Width) return new(Placing.Undecided, []);
        var rivals = Rivals(block, [.. orders.Select(o => InOrder(block.Width, values, o))]);
        return rivals.Placing == Placing.SurplusAlike ? rivals with { Placing = Placing.ByTurn } : rivals;
    }

    // A cell as wide as two heads is under both; but where as many cells are under heads as there are heads, each in its turn is under its own.
    static List<CellText?>? ByHeadInTurn(int columns, IReadOnlyList<CellText> values, HeadMap heads)
    {
        if (!heads.IsWhole || values.Count <= columns) return null;
        var under = values.Where(v => heads.Printed.Any(c => IsUnder(v, heads[c]!.Value))).ToList();
        return under.Count == columns && values.All(v => v.IsBlank || under.Contains(v)) && heads.Printed.Zip(under).All(x => IsUnder(x.Second, heads[x.First]!.Value)) ? InOrder(columns, under, heads.Printed) : null;
    }

    static bool IsUnder(CellText value, HeadPlace head) => value.Cell.Column <= head.Last && value.Cell.LastColumn >= head.First;

    // Every printed head has one value under it; a number or a mark under no head makes all places doubtful, words may stand there if all heads are known.
    static List<CellText?>? ByHead(int columns, IReadOnlyList<CellText> values, HeadMap heads)
    {
        if (heads.Count == 0) return null;
        var cells = new CellText?[columns];
        for (var c = 0; c < columns; c++)
        {
            if (heads[c] is not { } head) continue;
            if (Under(head, values) is not { } under || cells.Contains(under)) return null;
            cells[c] = under;
        }
        return values.Any(v => !v.IsBlank && (!heads.IsWhole || !v.IsWord) && !cells.Contains(v)) ? null : [.. cells];
    }

    // The one value under a head, blanks beside it aside; null for none or several.
    static CellText? Under(HeadPlace head, IReadOnlyList<CellText> values)
    {
        CellText? blank = null, filled = null;
        foreach (var value in values)
        {
            if (!IsUnder(value, head)) continue;
            if (value.IsBlank) blank ??= value;
            else if (filled is not null) return null;
            else filled = value;
        }
        return filled ?? blank;
    }

    // As many values as columns, after blanks that only fill the row are left out.
    static List<CellText?>? ByTurn(int columns, IReadOnlyList<CellText> values, IReadOnlyList<int> order)
    {
        IReadOnlyList<CellText> run = values;
        if (run.Count != order.Count) run = [.. values.SkipWhile(v => v.IsBlank).Reverse().SkipWhile(v => v.IsBlank).Reverse()];
        return run.Count == order.Count ? InOrder(columns, run, order) : null;
    }

    /// <summary>A run of values by column of the form.</summary>
    public static List<CellText?> InOrder(int columns, IReadOnlyList<CellText> run, IReadOnlyList<int> order)
    {
        var cells = new CellText?[columns];
        for (var i = 0; i < order.Count; i++) cells[order[i]] = run[i];
        return [.. cells];
    }

    // A blank in a row of turns may be a value that was lost with its place: only a sum that closes around it tells that nothing moved.
    static bool MayHaveMoved(FormBlock block, List<CellText?> cells, int printed) =>
        cells.Any(c => c is { IsBlank: true }) && cells.Any(c => c is { IsBlank: false }) && (printed != block.Width || !RowSum.ClosesOver(block, cells));

    static bool LeavesOut(IReadOnlyList<CellText> values, List<CellText?> cells, IReadOnlySet<int> filled) =>
        values.Any(v => !cells.Contains(v) && filled.Contains(v.Cell.Column));

    // Where some heads are known, no value may come by its turn to a column whose head stands over another value.
    static bool Contradicts(List<CellText?> byTurn, IReadOnlyList<CellText> values, HeadMap heads) =>
        heads.HasPlaces && !heads.IsWhole && Enumerable.Range(0, byTurn.Count).Any(c =>
            heads[c] is { } head && values.FirstOrDefault(v => IsUnder(v, head)) is { } under && under != byTurn[c]);

    static bool HaveHeads(List<CellText?> cells, HeadMap heads) => Enumerable.Range(0, cells.Count).All(c => cells[c] is null || heads[c] is not null);

    static bool Agree(List<CellText?> byHead, List<CellText?> byTurn) => byHead.Zip(byTurn).All(x => x.First is null || x.First == x.Second);

    static IEnumerable<List<CellText?>> Choices(List<CellText> filled, IReadOnlyList<int> order)
    {
        if (filled.Count == order.Count) return [InOrder(order.Count, filled, order)];
        return Enumerable.Range(0, filled.Count).SelectMany(drop => Choices([.. filled.Where((_, i) => i != drop)], order));
    }

    // The reading that all choices share, or the only one whose parts add up to its total.
    static RowPlacement Rivals(FormBlock block, IReadOnlyList<List<CellText?>> choices)
    {
        var distinct = choices.DistinctBy(Printed).ToList();
        if (distinct.Count == 1) return new(Placing.SurplusAlike, distinct[0]);
        var closing = distinct.Where(c => RowSum.Closes(block, c)).ToList();
        return closing.Count == 1 ? new(Placing.BySum, closing[0]) : new(Placing.Undecided, []);
    }
}
