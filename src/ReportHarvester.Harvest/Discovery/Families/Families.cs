namespace ReportHarvester.Harvest;

/// <summary>
/// The families of systems that publish lists. Each looks at an answer and says what to ask next; it knows its own by what the page says,
/// never by the site's name, and says nothing of others.
/// </summary>
static class Families
{
    /// <summary>No list of one agency's reports is longer: one page more than a walk turns, so that it is seen and said where one is.</summary>
    public const int MaxPages = 201;

    static readonly Func<ListAnswer, IEnumerable<PageRequest>>[] all =
    [
        ScriptPager.Next, LinkedPager.Next, FunctionPager.Next, TrsInterface.Next, JcmsRecords.Next, JpaasUnit.Next, UcapSearch.Next, GuangdongCatalogue.Next,
        AnsweredPages.Next,
    ];

    /// <summary>How many pages so many records make; none where there are fewer than none.</summary>
    public static int Pages(int records, int size) => records < 1 ? 0 : (records - 1) / size + 1;

    /// <param name="reports">How many reports this page gave.</param>
    public static IReadOnlyList<PageRequest> NextPages(ListAnswer answer, int reports) =>
    [
        .. all.SelectMany(family => family(answer)).Concat(YearByYear.Next(answer.Request, reports))
            .Where(next => next.Key != answer.Request.Key && Site.Same(next.Address, answer.Address)).DistinctBy(next => next.Key).Take(MaxPages),
    ];
}
