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

    /// <summary>More values than columns; only one choice closes the row's sum.</summary>
    SurplusBySum,

    /// <summary>Too few values; those under a head of their own are placed.</summary>
    Short,

    /// <summary>No reading is better than another.</summary>
    Undecided,
}

/// <summary>The cells of one row by column of the form; null where none was placed.</summary>
sealed record RowPlacement(Placing Placing, IReadOnlyList<CellText?> Cells)
{
    // With more surplus values than this nobody could tell them apart.
    const int MostSurplus = 3;

    /// <summary>Lays the cells after a row's label under the columns of its block.</summary>
    public static RowPlacement Of(FormBlock block, IReadOnlyList<CellText> values, HeadMap heads)
    {
        var columns = block.Columns.Count;
        var byHead = ByHead(columns, values, heads);
        var byTurn = ByTurn(columns, values, heads);
        if (byTurn is null && byHead is not null) return new(Placing.Sure, byHead);
        if (byTurn is not null && byHead is null) return new(heads.IsWhole && values.Count == columns ? Placing.Sure : Placing.ByTurn, byTurn);
        if (byTurn is not null && byHead is not null)
            return Agree(byHead, byTurn) ? new(heads.IsWhole ? Placing.Sure : Placing.ByTurn, byTurn)
                : Rivals(block, [byHead, byTurn]) ?? new(Placing.Undecided, []);
        var filled = values.Where(v => !v.IsBlank).ToList();
        if (filled.Count > columns && filled.Count - columns <= MostSurplus)
            return Rivals(block, [.. Choices(filled, columns)]) ?? new(Placing.Undecided, []);
        return UnderHeads(columns, values, heads) is { } some ? new(Placing.Short, some) : new(Placing.Undecided, []);
    }

    // Every printed head has one value under it, and no other value stands in the row but beyond the last head of a whole block.
    static List<CellText?>? ByHead(int columns, IReadOnlyList<CellText> values, HeadMap heads)
    {
        if (heads.Count == 0 || UnderHeads(columns, values, heads) is not { } cells) return null;
        if (Enumerable.Range(0, columns).Any(c => heads[c] is not null && cells[c] is null)) return null;
        var last = heads.IsWhole ? heads.Printed.Max(c => heads[c]!.Value.Last) : int.MaxValue;
        return values.Any(v => !v.IsBlank && v.Cell.Column <= last && !cells.Contains(v)) ? null : cells;
    }

    static bool Agree(List<CellText?> byHead, List<CellText?> byTurn) => byHead.Zip(byTurn).All(x => x.First is null || x.First == x.Second);

    // As many values as columns, after blanks that only fill the row are left out.
    static List<CellText?>? ByTurn(int columns, IReadOnlyList<CellText> values, HeadMap heads)
    {
        var printed = heads.IsWhole ? heads.Printed : [.. Enumerable.Range(0, columns)];
        IReadOnlyList<CellText> run = values;
        if (run.Count != printed.Count) run = [.. values.SkipWhile(v => v.IsBlank).Reverse().SkipWhile(v => v.IsBlank).Reverse()];
        if (run.Count != printed.Count) return null;
        var cells = new CellText?[columns];
        for (var i = 0; i < printed.Count; i++) cells[printed[i]] = run[i];
        return [.. cells];
    }

    static List<CellText?>? UnderHeads(int columns, IReadOnlyList<CellText> values, HeadMap heads)
    {
        var cells = new CellText?[columns];
        for (var c = 0; c < columns; c++)
        {
            if (heads[c] is not { } head) continue;
            var under = values.Where(v => v.Cell.Column <= head.Last && v.Cell.LastColumn >= head.First).ToList();
            if (under.Count > 1) under = [.. under.Where(v => !v.IsBlank).DefaultIfEmpty(under[0])];
            if (under.Count > 1 || under.Count == 1 && cells.Contains(under[0])) return null;
            cells[c] = under.FirstOrDefault();
        }
        return cells.Any(c => c is { IsBlank: false }) || cells.All(c => c is not null) ? [.. cells] : null;
    }

    static IEnumerable<List<CellText?>> Choices(List<CellText> filled, int columns)
    {
        if (filled.Count == columns) return [[.. filled]];
        return Enumerable.Range(0, filled.Count).SelectMany(drop => Choices([.. filled.Where((_, i) => i != drop)], columns));
    }

    // The reading that all choices share, or the only one whose parts add up to its total.
    static RowPlacement? Rivals(FormBlock block, IReadOnlyList<List<CellText?>> choices)
    {
        var distinct = choices.DistinctBy(c => string.Join('\t', c.Select(x => x?.Value.Raw))).ToList();
        if (distinct.Count == 1) return new(Placing.SurplusAlike, distinct[0]);
        var closing = distinct.Where(c => Closes(block.TotalColumn, c)).ToList();
        return closing.Count == 1 ? new(Placing.SurplusBySum, closing[0]) : null;
    }

    static bool Closes(int total, List<CellText?> cells) =>
        total >= 0
        && cells.All(c => c is { IsNumber: true })
        && cells.Where((_, i) => i != total).Sum(c => c!.Value.Value) == cells[total]!.Value.Value;
}
