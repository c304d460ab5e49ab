using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class RoundTripTests
{
    [Fact]
    public void WhatIsStoredGivesBackAnEqualReading()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        for (var seed = 1; seed <= 150; seed++)
        {
            var reading = Readings.Random(seed);
            var saved = StoreFolder.Save(store, reading, $"document {seed}");
            AssertSame(reading, store.LoadReading(saved.Id)!, $"seed {seed}");
        }
        Assert.Equal("", folder.Ask("SELECT * FROM pragma_foreign_key_check"));
    }

    [Fact]
    public void EveryFixtureComesBackAsItWasRead()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        foreach (var fixture in Fixtures.Reports)
        {
            var reading = ReportReader.Read(File.ReadAllBytes(Fixtures.Source(fixture)));
            var saved = StoreFolder.Save(store, reading, fixture);
            AssertSame(reading, store.LoadReading(saved.Id)!, fixture);
        }
    }

    [Theory]
    [InlineData("190.457379")]
    [InlineData("693665.123456")]
    [InlineData("-4")]
    [InlineData("52.10")]
    [InlineData("0.000")]
    [InlineData("59237.2449")]
    [InlineData("123456789012345678.123456")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775808")]
    public void ADecimalComesBackDigitByDigit(string printed)
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var reading = Readings.Of(2021, "2021", ("fees.collected", decimal.Parse(printed)));
        var saved = StoreFolder.Save(store, reading, "a");
        Assert.Equal(printed, store.LoadReading(saved.Id)!.Report.Figures[0].Value.ToString());
    }

    [Fact]
    public void NumbersCanBeSummedInSqlAndABlankIsNoZero()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("fees.collected", 1.5m), ("requests.new|total", null), ("requests.closed|total", 0)), "a");
        StoreFolder.Save(store, Readings.Of(2022, "2021", ("fees.collected", 2m)), "b");
        Assert.Equal("3.5", folder.Ask("SELECT sum(value) FROM figure WHERE indicator = 'fees.collected'"));
        Assert.Equal("0", folder.Ask("SELECT total FROM figure_row WHERE indicator = 'requests.closed'"));
        Assert.Equal("blank", folder.Ask("SELECT state FROM figure WHERE indicator = 'requests.new' AND value IS NULL AND raw = ''"));
    }

    [Fact]
    public void AFigureGivenTwiceIsRefusedAndLeavesNothing()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var twice = Readings.Of(2021, "2021", ("requests.new|total", 1), ("requests.new|total", 2));
        Assert.Throws<ArgumentException>(() => StoreFolder.Save(store, twice, "a"));
        Assert.Equal("0", folder.Ask("SELECT count(*) FROM reading"));
    }

    // Records compare their lists by reference; the lists are compared one by one, doubles and decimals to the last digit.
    static void AssertSame(Reading expected, Reading actual, string name)
    {
        Assert.Equal(expected.Report.Figures.Count, actual.Report.Figures.Count);
        foreach (var (one, other) in expected.Report.Figures.Zip(actual.Report.Figures))
            Assert.True(one == other, $"{name}: {one} became {other}");
        Assert.Equal(expected.Report.Figures.Select(f => f.Value.ToString()), actual.Report.Figures.Select(f => f.Value.ToString()));
        Assert.Equal(expected.Report.Statements, actual.Report.Statements);
        Assert.Equal(expected.Report.Sections, actual.Report.Sections);
        Assert.Equal(expected.Issues.Select(Flat), actual.Issues.Select(Flat));
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.Equal(JsonSerializer.Serialize(expected, ReadingJson.Options), JsonSerializer.Serialize(actual, ReadingJson.Options));
    }

    static (Issue, string) Flat(Issue issue) => (issue with { Figures = [] }, string.Join(",", issue.Figures));
}
