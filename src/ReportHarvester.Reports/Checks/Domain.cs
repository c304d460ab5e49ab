using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks;

/// <summary>What numbers a cell may hold at all, by the kind of its indicator.</summary>
static class Domain
{
    static readonly Dictionary<(string Edition, string Indicator), (string Table, string Kind)> Kinds = (
        from form in Form.All
        from table in form.Tables
        from block in table.Blocks
        from row in block.Rows
        from column in Enumerable.Range(0, block.Columns.Count)
        let indicator = block.Key(row, column).Indicator
        select (Key: (form.Edition, indicator), Value: (table.Number, form.Indicators[indicator].Kind)))
        .DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Value);

    /// <summary>The table that a figure stands in.</summary>
    public static string TableOf(Figure figure) => Kinds.TryGetValue((figure.Edition, figure.Indicator), out var kind) ? kind.Table : "";

    /// <summary>Whether a cell of the indicator may hold the number at all.</summary>
    public static bool MayBe(decimal value, string edition, string indicator, string? unit) =>
        IsCount(value) || value >= 0 && Numbers.Scale(unit).Length > 0 || !Kinds.TryGetValue((edition, indicator), out var kind) || IsAllowed(value, kind.Kind);

    public static IEnumerable<Finding> Counts(PlacedFigures figures, string table) =>
        from figure in figures.All
        where figure.Value is { } value && !MayBe(value, figure.Edition, figure.Indicator, figure.Unit) && TableOf(figure) == table
        select new Finding(true, false, [figure.Key], () => EvidenceWords.Write("figure", Codebook.Called(figure.Indicator), figure.Raw));

    static bool IsAllowed(decimal value, string kind) => kind switch
    {
        "signed" => decimal.IsInteger(value),
        "amount" => value >= 0,
        _ => IsCount(value),
    };

    // What a cell of any kind may hold, and most do.
    static bool IsCount(decimal value) => value >= 0 && decimal.IsInteger(value);
}
