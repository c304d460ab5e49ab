namespace ReportHarvester.Reports.Checks;

/// <summary>Identities of table 4, administrative reconsideration and litigation.</summary>
static class Table4
{
    public static IEnumerable<Finding> Sums(PlacedFigures figures) =>
        (from cases in Parts.Cases
         select new Balance(figures, [.. Parts.Results.Select(r => new FigureKey($"{cases}.{r}"))], [new($"{cases}.total")]).Equal()).OfType<Finding>();

    /// <summary>Cases in a year in which there was no request to quarrel about.</summary>
    public static IEnumerable<Finding> WithoutRequests(PlacedFigures figures)
    {
        FigureKey[] requests = [new(Parts.New, Parts.Total), new(Parts.CarriedIn, Parts.Total)];
        if (requests.Any(k => figures[k]?.Value != 0)) yield break;
        var cases = Parts.Cases.Select(c => new FigureKey($"{c}.total")).Where(k => figures[k]?.Value > 0).ToList();
        if (cases.Count > 0) yield return new Finding(true, false, [.. requests, .. cases], () => EvidenceWords.Write("from nothing", cases.Select(k => EvidenceWords.Write("figure", Codebook.Called(k.Indicator), $"{figures[k]!.Value:0}"))));
    }
}
