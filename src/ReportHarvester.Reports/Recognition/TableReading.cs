using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A figure with how far its place is beyond doubt: under its own label and head. Apart: its digits may not belong together.</summary>
sealed record PlacedFigure(Figure Figure, bool Sure, bool Apart = false)
{
    /// <summary>The year that the cell says its number is of.</summary>
    public int? Year { get; init; }
}

/// <summary>One table of the document read as one edition has it: its figures, what could not be placed, and the rows taken for it.</summary>
sealed class TableReading
{
    readonly Dictionary<FigureKey, PlacedFigure> figures = [];
    readonly List<Issue> issues = [];
    readonly Dictionary<GridCell, List<FigureKey>> heads = new(ReferenceEqualityComparer.Instance), otherHeads = new(ReferenceEqualityComparer.Instance);
    readonly IReadOnlyList<RowClaim> claims;
    IReadOnlyList<(FormRow Row, IReadOnlyList<FigureKey> Keys)>? missing;
    int? fit;

    public TableReading(TableLayout layout, IReadOnlyList<RowClaim> claims)
    {
        (Layout, this.claims) = (layout, claims);
        DataRows = claims.Select(c => c.Row).ToHashSet();
        Rows = claims.SelectMany(c => c.HeadRows.Append(c.Row).Concat(c.Again is { } again ? [again] : [])).ToHashSet();
        for (var i = 0; i < claims.Count; i++) new RowFigures(this, claims[i], IsInPlace(i)).Place();
        foreach (var (head, keys) in otherHeads) Report(ReadingIssues.OtherHead(head, keys));
        var told = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var claim in claims.DistinctBy(c => c.Heads))
            foreach (var (column, head) in claim.Heads.Slips)
                if (heads.TryGetValue(head, out var keys) && told.Add(head)) Report(ReadingIssues.HeadSlip(head, claim.Block.Columns[column].Head, IsCertain(claim.Heads, column) ? [] : keys));
        JoinSurplus();
    }

    // A column that the form does not have makes every row too long: that is one thing to be told, of the rows that could be read, and of those that could not.
    void JoinSurplus()
    {
        var all = issues.Where(i => i.Code == ReadingIssues.RowSurplus).ToList();
        if (all.Count < FewestAlike) return;
        foreach (var alike in all.GroupBy(i => i.Severity).Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            issues[issues.IndexOf(alike[0])] = ReadingIssues.SurplusColumn(alike);
            issues.RemoveAll(alike.Contains);
        }
    }

    public TableLayout Layout { get; }
    public Form Form => Layout.Form;
    public FormTable Table => Layout.Table;
    public IReadOnlyCollection<PlacedFigure> Figures => figures.Values;
    public IReadOnlyList<Issue> Issues => issues;

    /// <summary>The rows taken for the table's.</summary>
    public IReadOnlyList<RowClaim> Claims => claims;

    /// <summary>Data rows and head rows that belong to the table.</summary>
    public IReadOnlySet<RowText> Rows { get; }

    public IReadOnlySet<RowText> DataRows { get; }

    /// <summary>Data rows whose labels no other form has.</summary>
    public IEnumerable<RowText> TellingRows => claims.Where(c => c.IsTelling).Select(c => c.Row);

    public GridText FirstGrid => claims[0].Grid;

    /// <summary>How much the document bears the edition out: figures under their own heads count double, and rows and heads count too.</summary>
    public int Fit => fit ??= 2 * figures.Values.Count(f => f.Sure) + claims.Sum(c => 1 + c.Heads.Count);

    /// <summary>How many of the edition's figures were not found: a table that ends early lacks more of the edition that has more rows.</summary>
    public int Lacking => Missing().Sum(m => m.Keys.Count);

    /// <summary>The share of the table's figures that were found.</summary>
    public double Coverage => (double)figures.Count / (figures.Count + Lacking);

    /// <summary>Whether anything but blanks stands in it.</summary>
    public bool IsFilled => figures.Values.Any(f => f.Figure.State != CellState.Blank);

    public bool HasNumbers => figures.Values.Any(f => f.Figure.State == CellState.Number);

    // Between the rows that the form has before and after it, in a table that prints every row with its sum.
    bool IsInPlace(int i) =>
        claims[i].Block.TotalColumn >= 0
        && i > 0 && claims[i - 1] is { Slip: null } above && above.Order == claims[i].Order - 1
        && i + 1 < claims.Count && claims[i + 1] is { Slip: null } below && below.Order == claims[i].Order + 1;

    /// <summary>The heads of the form, as printed, with the figures under each.</summary>
    public IEnumerable<(GridCell Head, IReadOnlyList<FigureKey> Figures)> Heads => heads.Select(h => (h.Key, (IReadOnlyList<FigureKey>)h.Value));

    // Where many heads stand in the order of the form, or only the end of one is missing, a slip leaves no doubt.
    static bool IsCertain(HeadMap map, int column) =>
        map.IsInOrder && map.Count >= ManyHeads || map[column] is { } head && Labels.Key(head.Cell.Text) is var printed && map.Keys(column).Any(k => k.StartsWith(printed, StringComparison.Ordinal));

    const int ManyHeads = 5, FewestAlike = 3;

    /// <summary>Notes the head that a figure stands under.</summary>
    /// <param name="known">Whether it is a head of the form.</param>
    public void PutUnder(GridCell head, FigureKey key, bool known)
    {
        var all = known ? heads : otherHeads;
        if (!all.TryGetValue(head, out var keys)) all[head] = keys = [];
        keys.Add(key);
    }

    public void Report(Issue issue) => issues.Add(issue with { Table = Table.Number });

    public void Place(FigureKey key, CellText cell, string? headUnit, bool sure)
    {
        var value = cell.Value;
        // 增84 says how many more there are, of which only some columns tell.
        if (value.IsMore && Form.Indicators[key.Indicator].Kind != "signed") value = new(CellState.Text, value.Raw);
        var figure = new Figure
        {
            Indicator = key.Indicator, Applicant = key.Applicant, Edition = Form.Edition,
            Value = value.Value, State = value.State, Raw = value.Raw, Unit = value.Unit ?? headUnit, Origin = cell.Cell.Origin,
        };
        figures.Add(key, new PlacedFigure(figure, sure && !value.Apart, value.Apart) { Year = value.Year });
        if (value.State == CellState.Text) Report(ReadingIssues.NotANumber(key, cell));
    }

    /// <summary>Figures of the form of which nothing was placed, by row; optional rows do not count.</summary>
    public IReadOnlyList<(FormRow Row, IReadOnlyList<FigureKey> Keys)> Missing() => missing ??=
        [.. from block in Table.Blocks
            from row in block.Rows
            where !row.Optional
            let keys = block.KeysOf(row).Where(k => !figures.ContainsKey(k)).ToList()
            where keys.Count > 0
            select (row, (IReadOnlyList<FigureKey>)keys)];
}
