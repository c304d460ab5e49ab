using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Statistics;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Publisher.Fixtures;

/// <summary>Reports of before 2019 with their statistics tables.</summary>
static class StatisticsReports
{
    public static IEnumerable<Fixture> All() =>
    [
        Of("donghu-finance-2016-national-statistics", "2014", 3, "东湖市财政局", 2016, "html", [], WebPage.Of),
        Of("donghu-ecology-2017-docx-national-statistics", "2014", 5, "东湖市生态环境局", 2017, "docx", new() { ["wordNumbers"] = "generated", ["zeros"] = "slash" }, WordReport.Of),
        Of("qingping-county-2015-fujian-statistics", "fujian", 8, "青屏县人民政府", 2015, "html", new() { ["markup"] = "word", ["chrome"] = "portal" }, WebPage.Of),
    ];

    static Fixture Of(string folder, string edition, int seed, string agency, int year, string extension, Dictionary<string, string> traits, Func<Printout, byte[]> print)
    {
        var printout = Printout.OfStatistics(StatisticsForm.Truth(seed, edition, agency, year), edition, new Layout(seed, traits));
        return new Fixture(folder, printout.Truth, extension, _ => Task.FromResult(print(printout)));
    }
}
