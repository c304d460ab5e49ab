namespace ReportHarvester.Reports.Checks;

/// <summary>Identities of table 3, requests received and handled.</summary>
static class Table3
{
    // Fewer rows than this are a slip of the publisher, not another order of the columns.
    const int FewestSwapped = 2;

    static readonly FigureKey[] New = Parts.Row(Parts.New), CarriedIn = Parts.Row(Parts.CarriedIn), Closed = Parts.Row(Parts.Closed), CarriedOut = Parts.Row(Parts.CarriedOut);

    static IEnumerable<int> Columns => Enumerable.Range(0, Parts.Columns.Count);

    public static IEnumerable<Finding> RowSums(PlacedFigures figures)
    {
        var indicators = figures.All.Where(f => f.Applicant is not null).Select(f => f.Indicator).Distinct().ToList();
        var findings = Findings(indicators.Select(Parts.Row).Select(row => new Balance(figures, row[..^1], row[^1..]).Equal())).ToList();
        // The neighbour of 总计 first: where several would do, as in 5 0 0 0 0 5 0, it is the likely one.
        var swapped = Parts.Applicants.Reverse().MaxBy(column => Closing(column, figures, findings))!;
        return IsSwapped(swapped, figures, findings) ? findings.Select(f => f.Fails && ClosesWith(swapped, figures, f) ? WithRival(f, swapped) : f) : findings;
    }

    // 总计 may have been printed before 其他: then most rows in which the two differ fail as they were read, and close with the two changed about.
    static bool IsSwapped(string column, PlacedFigures figures, List<Finding> findings) =>
        Closing(column, figures, findings) is >= FewestSwapped and var closing
        && 2 * closing > findings.Count(f => figures[Key(f, column)]!.Value != figures[Key(f, Parts.Total)]!.Value);

    static int Closing(string column, PlacedFigures figures, List<Finding> findings) => findings.Count(f => f.Fails && ClosesWith(column, figures, f));

    static bool ClosesWith(string column, PlacedFigures figures, Finding row)
    {
        var total = figures[Key(row, column)]!.Value;
        return row.Figures.All(k => figures[k]!.Value is not null) && row.Figures.Sum(k => figures[k]!.Value) - total == total;
    }

    static Finding WithRival(Finding row, string column) => row with
    {
        Rivals = [Key(row, column), Key(row, Parts.Total)],
        Evidence = () => EvidenceWords.Write("all", new List<string> { row.Evidence(), EvidenceWords.Write("swapped", Column(column), Column(Parts.Total)) }),
    };

    static string Column(string applicant) => Codebook.Applicants.First(a => a.Id == applicant).Label;

    static FigureKey Key(Finding row, string column) => row.Figures[0] with { Applicant = column };

    public static IEnumerable<Finding> Flow(PlacedFigures figures) =>
        Findings(from c in Columns select new Balance(figures, [New[c], CarriedIn[c]], [Closed[c], CarriedOut[c]]).Equal());

    public static IEnumerable<Finding> OutcomeSums(PlacedFigures figures, string edition) =>
        Findings(from c in Columns select new Balance(figures, [.. Parts.Outcomes(edition).Select(o => Parts.Row(o)[c])], [Closed[c]]).Equal());

    public static IEnumerable<Finding> Bounds(PlacedFigures figures) =>
        Findings(from c in Columns
                 from bounded in (FigureKey[][])[CarriedOut, Closed]
                 select new Balance(figures, [bounded[c]], [New[c], CarriedIn[c]]).AtMost());

    public static IEnumerable<Finding> NothingFromNothing(PlacedFigures figures)
    {
        FigureKey received = New[^1], carried = CarriedIn[^1];
        if (figures[received]?.Value != 0 || figures[carried]?.Value != 0) return [];
        return from figure in figures.All
               where figure.Applicant == Parts.Total && Parts.IsOutcome(figure.Indicator) && figure.Value > 0
               select new Finding(true, false, [received, carried, figure.Key], () => EvidenceWords.Write("from nothing", new List<string> { EvidenceWords.Write("figure", Codebook.Called(figure.Indicator), figure.Value!) }));
    }

    static IEnumerable<Finding> Findings(IEnumerable<Finding?> findings) => findings.OfType<Finding>();
}
