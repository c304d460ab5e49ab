namespace ReportHarvester.Reports.Checks;

/// <summary>Identities of table 4, administrative reconsideration and litigation.</summary>
static class Table4
{
    public static IEnumerable<Finding> Sums(PlacedFigures figures) =>
        (from cases in Parts.Cases
         select new Balance(figures, [.. Parts.Results.Select(r => new FigureKey($"{cases}.{r}"))], [new($"{cases}.total")]).Equal()).OfType<Finding>();
}
