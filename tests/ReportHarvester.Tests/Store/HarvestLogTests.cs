using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class HarvestLogTests
{
    [Fact]
    public void TheLastVisitOfAnAddressIsRemembered()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Assert.Null(store.LastVisit("u"));
        var first = new Visit { Url = "u", Status = 200, ETag = "\"1\"", LastModified = "Tue, 25 Jan 2022 03:00:00 GMT", Sha256 = "ab", ContentType = "text/html", At = StoreFolder.Start };
        store.SaveVisit(first);
        Assert.Equal(first, store.LastVisit("u"));
        var gone = new Visit { Url = "u", Status = 404, At = StoreFolder.Start.AddDays(1) };
        store.SaveVisit(gone);
        Assert.Equal(gone, store.LastVisit("u"));
        Assert.Equal("2022-01-25T19:00:00.000Z", folder.Ask("SELECT at FROM visit"));
    }

    [Fact]
    public void WhatWasToldIsNotToldAgainHoweverTheClockWasSet()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Tell("low", day: 9);
        Tell("lower", day: 1);
        Assert.Empty(AlertBook.Untold(store, "mail"));
        Tell("low", day: 2);
        Assert.Empty(AlertBook.Untold(store, "mail"));

        void Tell(string state, int day)
        {
            AlertBook.Enter(store, [new AlertCondition("disk", "data", state, state)], StoreFolder.Start.AddDays(day));
            AlertBook.Told(store, "mail", AlertBook.Untold(store, "mail"), StoreFolder.Start.AddDays(day));
        }
    }

    [Fact]
    public void ALinkIsNewOnce()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveSource("s", ["东莞市金融工作局"], "http://a/", StoreFolder.Start);
        Assert.True(store.SaveLink("s", "u", "2021年年报", StoreFolder.Start));
        Assert.False(store.SaveLink("s", "u", "2021年年报（更正）", StoreFolder.Start.AddDays(1)));
        Assert.True(store.SaveLink("s", "v", "2020年年报", StoreFolder.Start));
        Assert.Equal("2021年年报|2020年年报", folder.Ask("SELECT title FROM link ORDER BY url"));
    }

    [Fact]
    public void ARunIsLoggedWithItsCounts()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var run = RunLog.Begin(store, StoreFolder.Start);
        RunLog.End(store, run, StoreFolder.Start.AddHours(1), new Dictionary<string, int> { ["new"] = 3, ["refused"] = 1 });
        Assert.Equal("3", folder.Ask("SELECT counts ->> 'new' FROM run WHERE ended > started"));
    }
}
