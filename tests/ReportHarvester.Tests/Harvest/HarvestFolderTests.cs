namespace ReportHarvester.Tests.Harvest;

/// <summary>Columns that are divided into folders.</summary>
public sealed partial class HarvestRunTests
{
    [Fact]
    public async Task Years_may_have_lists_of_their_own_or_be_reports_under_a_folder()
    {
        await using var sites = await MemorySites.Serve((Column, List(("2023n/", "2023年"), ("2022n/", "2022年"), ("2021n/", "2021年"))),
            (Column + "2023n/", List(("t1.html", "东湖市财政局2023年政府信息公开年报"), ("../2022n/", "2022年"))), (Column + "2023n/t1.html", Article),
            (Column + "2022n/", Article), (Column + "2021n/", List(("cz/", "东湖市财政局2021年政府信息公开年报"))), (Column + "2021n/cz/", Article));
        await Harvest(sites);
        Assert.Equal(
            [
                "2021|http://czj.donghu.example/gknb/2021n/cz/", "2022|http://czj.donghu.example/gknb/2022n/", "2023|http://czj.donghu.example/gknb/2023n/t1.html",
            ],
            Stored("SELECT p.year, r.url FROM reading r JOIN report p ON p.id = r.report ORDER BY 1"));
        Assert.Equal(6, sites.Answered.Count);
    }

    [Theory]
    [InlineData("<li><a href='t1.html'>我局召开工作会议</a></li>")]
    [InlineData("<li><a href='/xw/t1.html'>我局召开工作会议</a><span>2023-02-01</span></li>")]
    public async Task A_year_that_lists_only_news_is_no_report(string news)
    {
        await using var sites = await MemorySites.Serve((Column, List(("t2.html", "2022年"), ("2023n/", "2023年"))), (Column + "t2.html", Article), (Column + "2023n/", news));
        await Harvest(sites);
        Assert.Equal(["http://czj.donghu.example/gknb/t2.html"], Stored("SELECT url FROM link"));
    }
}
