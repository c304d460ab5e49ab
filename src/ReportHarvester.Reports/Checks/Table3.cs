namespace ReportHarvester.Reports.Checks;

/// <summary>Identities of table 3, requests received and handled.</summary>
static class Table3
{
    public static IEnumerable<Finding> RowSums(PlacedFigures figures) =>
        Findings(from indicator in figures.All.Where(f => f.Applicant is not null).Select(f => f.Indicator).Distinct()
                 select new Balance(figures, [.. Parts.Applicants.Select(a => new FigureKey(indicator, a))], [new(indicator, Parts.Total)]).Equal());

    public static IEnumerable<Finding> Flow(PlacedFigures figures) =>
        Findings(from column in Parts.Columns
                 select new Balance(figures, [new(Parts.New, column), new(Parts.CarriedIn, column)], [new(Parts.Closed, column), new(Parts.CarriedOut, column)]).Equal());

    public static IEnumerable<Finding> OutcomeSums(PlacedFigures figures, string edition) =>
        figures[new(Parts.Closed, Parts.Total)]?.Edition != edition ? []
        : Findings(from column in Parts.Columns
                   select new Balance(figures, [.. Parts.Outcomes(edition).Select(o => new FigureKey(o, column))], [new(Parts.Closed, column)]).Equal());

    public static IEnumerable<Finding> Bounds(PlacedFigures figures) =>
        Findings(from column in Parts.Columns
                 from bounded in (string[])[Parts.CarriedOut, Parts.Closed]
                 select new Balance(figures, [new(bounded, column)], [new(Parts.New, column), new(Parts.CarriedIn, column)]).AtMost());

    public static IEnumerable<Finding> NothingFromNothing(PlacedFigures figures)
    {
        FigureKey received = new(Parts.New, Parts.Total), carried = new(Parts.CarriedIn, Parts.Total);
        if (figures[received]?.Value != 0 || figures[carried]?.Value != 0) return [];
        return from figure in figures.All
               where figure.Applicant == Parts.Total && Parts.IsOutcome(figure.Indicator) && figure.Value > 0
               select new Finding(true, false, [received, carried, figure.Key], $"0 + 0 = 0，{figure.Indicator} = {figure.Value}");
    }

    static IEnumerable<Finding> Findings(IEnumerable<Finding?> findings) => findings.OfType<Finding>();
}
