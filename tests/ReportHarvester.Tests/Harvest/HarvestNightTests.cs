using ReportHarvester.App;

namespace ReportHarvester.Tests.Harvest;

/// <summary>What nights after each other make of reports that go, move and come back.</summary>
public sealed partial class HarvestRunTests
{
    readonly FakeTime nights = new(TimeSpan.Zero);

    async Task<HarvestResult> Night(MemorySites sites)
    {
        nights.Advance(TimeSpan.FromDays(1));
        return await Harvest(sites, time: nights);
    }

    IReadOnlyList<string> Events => Stored("SELECT kind || ' ' || year FROM report_event e JOIN report p ON p.id = e.report WHERE kind NOT IN ('first_seen', 'copy') ORDER BY e.id");

    [Fact]
    public async Task A_report_that_is_gone_for_two_nights_has_vanished_until_it_is_back()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"));
        await Night(sites);
        sites.Remove(Column + "t1.html");
        await Night(sites);
        Assert.Empty(Events);
        // A page that only says so counts as well.
        sites[Column + "t1.html"] = "<html><title>404 您访问的页面不存在</title></html>";
        await Night(sites);
        await Night(sites);
        Assert.Equal(["vanished 2023"], Events);
        Assert.Equal(["2023|gone"], Stored("SELECT p.year, l.tombstone_reason FROM report p JOIN reading r ON r.report = p.id JOIN link l ON l.url = r.article WHERE p.vanished IS NOT NULL"));
        sites[Column + "t1.html"] = Article;
        await Night(sites);
        Assert.Equal(["vanished 2023", "back 2023"], Events);
    }

    [Fact]
    public async Task A_report_that_its_list_holds_no_more_has_vanished_but_not_when_the_list_is_broken()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"), ("t3.html", "2021年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article + "2022"), (Column + "t3.html", Article + "2021"));
        await Night(sites);
        sites[Column] = List(("t1.html", "2023年"));
        Assert.Equal(1, (await Night(sites))["lists_in_doubt"]);
        Assert.Empty(Events);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"), ("index_2.html", "下一页"));
        await Night(sites);
        Assert.Empty(Events);
        sites[Column] = List(("t1.html", "2023年"), ("t2.html", "2022年"));
        await Night(sites);
        Assert.Equal(["vanished 2021"], Events);
    }

    [Fact]
    public async Task A_site_that_moved_brings_no_new_report()
    {
        await using var sites = await MemorySites.Serve((Column, List(("t1.html", "2023年"), ("t2.html", "2022年"))),
            (Column + "t1.html", Article), (Column + "t2.html", Article.Replace("2", "5")));
        await Night(sites);
        sites[Column] = List(("new/t1.html", "2023年"), ("new/t2.html", "2022年"));
        sites[Column + "new/t1.html"] = Article + "<p>新网站</p>";
        sites[Column + "new/t2.html"] = Article.Replace("2", "5");
        var result = await Night(sites);
        Assert.Equal((0, 0, 2), (result["reports_new"], result["reports_new_version"], result["twins"]));
        Assert.Equal(["moved 2022", "moved 2023"], Events.Order());
        Assert.Equal(["2"], Stored("SELECT count(*) FROM report WHERE vanished IS NULL"));
    }
}
