using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A figure with how far its place is beyond doubt: under its own label and head, its digits together.</summary>
sealed record PlacedFigure(Figure Figure, bool Sure, bool Apart = false);

/// <summary>One table of one edition laid over the document: what was placed, and which rows were taken for it.</summary>
sealed class TableReading(Form form, FormTable table)
{
    readonly Dictionary<FigureKey, PlacedFigure> figures = [];
    readonly List<Issue> issues = [];
    readonly HashSet<RowText> rows = [];

    public Form Form => form;
    public FormTable Table => table;
    public IReadOnlyCollection<PlacedFigure> Figures => figures.Values;

    /// <summary>What could not be read, less the complaints about rows whose figures were found elsewhere.</summary>
    public IEnumerable<Issue> Issues => issues.Where(i => i.Code is not "ROW-SHORT" || i.Figures.Any(k => !figures.ContainsKey(k)));

    /// <summary>Data rows and head rows that belong to the table.</summary>
    public IReadOnlySet<RowText> Rows => rows;

    public int HeadsFound { get; set; }

    /// <summary>How well the edition fits: figures under their own heads count double, figures that it lacks count against it.</summary>
    public int Fit => figures.Values.Sum(f => f.Sure ? 2 : 1) - Missing().Sum(m => m.Keys.Count) + HeadsFound;

    public void Take(IEnumerable<RowText> taken) => rows.UnionWith(taken);

    public void Report(Issue issue) => issues.Add(issue with { Table = table.Number });

    /// <summary>Says once that values were taken in the order of the form.</summary>
    public void ReportMissingHeads(RowText row)
    {
        if (issues.All(i => i.Code != "HEAD-MISSING")) Report(ReadingIssues.MissingHeads(row, table.Number));
    }

    public void Place(FigureKey key, CellText cell, string? headUnit, bool sure)
    {
        var value = cell.Value;
        var figure = new Figure
        {
            Indicator = key.Indicator, Applicant = key.Applicant, Edition = form.Edition,
            Value = value.Value, State = value.State, Raw = value.Raw, Unit = value.Unit ?? headUnit, Origin = cell.Cell.Origin,
        };
        var placed = new PlacedFigure(figure, sure && !value.Apart, value.Apart);
        if (figures.TryAdd(key, placed)) Judge(key, cell);
        else if (figures[key].Figure is var first && (first.State, first.Value) != (figure.State, figure.Value))
        {
            figures[key] = figures[key] with { Sure = false };
            Report(ReadingIssues.TwoReadings(key, first, figure));
        }
    }

    // A number whose digits stand apart is judged after the checks: an identity may prove that it is one number.
    void Judge(FigureKey key, CellText cell)
    {
        if (cell.Value.State == CellState.Text) Report(ReadingIssues.NotANumber(key, cell));
    }

    /// <summary>Rows of the form of which nothing was placed, with their figures; optional rows do not count.</summary>
    public IEnumerable<(FormRow Row, IReadOnlyList<FigureKey> Keys)> Missing() =>
        from block in table.Blocks
        from row in block.Rows
        where !row.Optional
        let keys = Enumerable.Range(0, block.Columns.Count).Select(c => block.Key(row, c)).Where(k => !figures.ContainsKey(k)).ToList()
        where keys.Count > 0
        select (row, (IReadOnlyList<FigureKey>)keys);
}
