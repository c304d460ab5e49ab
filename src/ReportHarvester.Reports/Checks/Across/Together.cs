namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Whether the reports of two years stand in one column.</summary>
static class Together
{
    // Before, nothing said where reports belong.
    const int First = 2019;

    public static IEnumerable<Broken> Columns(YearPair pair)
    {
        if (pair.Now.Year < First || pair.Before.Columns.Count == 0 || pair.Now.Columns.Count == 0 || pair.Before.Columns.Intersect(pair.Now.Columns).Any()) yield break;
        yield return new Broken("years", EvidenceWords.Write("columns apart", pair.Before.Year, pair.Before.Columns, pair.Now.Year, pair.Now.Columns), []);
    }
}
