using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>A region or country by its parts: what comes out is what a comparison of its agencies one by one gives.</summary>
public sealed class RegionSpreadTests : IDisposable
{
    static readonly string[] Places = ["320101", "320101", "320102", "320102", "330101", "330101", "330101"];

    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, "received")]
    [InlineData(null, "disclosure_rate")]
    [InlineData("32", "closed")]
    [InlineData("3201", "disclosure_rate")]
    public void TheSpreadOfAPartIsThatOfItsAgencies(string? region, string measure)
    {
        using var store = Filled();
        var (key, spreads) = (ComparisonQuestion.KeyOf(measure)!, RegionSpreads.Of(store, [ComparisonQuestion.KeyOf(measure)!], region, null)[0]);
        foreach (var spread in spreads.Spreads)
        {
            var question = new ComparisonQuestion { Figures = [key], Years = [spread.Year], Regions = (spread.Region ?? region) is { } within ? [within] : [] };
            var expected = Comparison.Ask(store, question).Distributions.Single(d => d.OfRegions == spread.OfRegions);
            Assert.Equal((expected.Count, expected.LowerQuartile, expected.Median, expected.UpperQuartile), (spread.Count, spread.LowerQuartile, spread.Median, spread.UpperQuartile));
        }

        Assert.Equal(region is null ? ["", "32", "33"] : region == "32" ? ["", "3201"] : ["", "320101", "320102"], spreads.Spreads.Select(spread => spread.Region ?? "").Distinct());
    }

    [Fact]
    public void WhatDoesNotCountBesideTheOthersIsNotCountedInAPartEither()
    {
        using var store = Filled();
        Reading Of(string edition, Scope scope, params (string, decimal?)[] figures) => Readings.Of(2023, edition, figures) is var reading ? reading with { Report = reading.Report with { Scope = scope } } : null!;
        void Save(int agency, Reading reading) => StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = $"局{agency}" } }, $"more {agency} {reading.Report.Scope}", agency: $"a{agency}");
        Save(0, Of("2021", Scope.Own, ("requests.new|total", 10), ("reconsideration.total", 2)));
        Save(0, Of("2021", Scope.Unknown, ("requests.new|total", 7000), ("reconsideration.total", 7000)));
        Save(1, Of("2021", Scope.Own, ("requests.new|total", 11), ("reconsideration.total", 3)));
        Save(2, Of("2014", Scope.Own, ("stat2014.requests.received", 12), ("stat2014.reconsideration", 900)));
        Save(3, Of("2021", Scope.Own, ("requests.new|total", 11), ("reconsideration.total", 4)));
        foreach (var measure in new[] { "received", "reviews" })
        {
            var (key, question) = (ComparisonQuestion.KeyOf(measure)!, new ComparisonQuestion { Figures = [ComparisonQuestion.KeyOf(measure)!], Years = [2023] });
            var (all, expected) = (RegionSpreads.Of(store, [key], null, null)[0].On([2023]), Comparison.Ask(store, question));
            var spread = expected.Distributions.Single();
            Assert.Equal((spread.Count, spread.Median, spread.Aside.GetValueOrDefault("otherForm")), (all.Spreads[0].Count, all.Spreads[0].Median, all.Spreads[0].Aside));
            Assert.Equal(expected.Mixed.Select(m => (m.Edition, m.Main, m.Count, m.Comparability)), all.Mixed.Select(m => (m.Edition, m.Main, m.Count, m.Comparability)));
            Assert.Equal(measure == "received" ? Comparability.Close : Comparability.Broken, Assert.Single(all.Mixed).Comparability);
        }
    }

    [Fact]
    public void AReportThatMayBeAnothersIsNotCountedInAPartEither()
    {
        using var store = Filled();
        var key = ComparisonQuestion.KeyOf("received")!;
        void Save(int agency, string printed, decimal? value) => store.SaveReading(new NewReading
        {
            Source = $"a{agency}", Agencies = [$"a{agency}"], Url = $"https://a{agency}.example/2023", ReaderVersion = "1.0.0", At = StoreFolder.Start,
            Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"{agency} 2023 {value}")), Reading = Readings.Of(2023, "2021", ("requests.new|total", value)) is var read ? read with { Report = read.Report with { Agency = printed } } : null!,
        });
        Save(0, "局0", 10);
        Save(4, "某国库处", 9000);
        (int, decimal?) Counted() => RegionSpreads.Of(store, [key], null, null)[0].On([2023]).Spreads[0] is var all ? (all.Count, all.Median) : default;
        Assert.Equal(Aside.MayBeAnothers, Assert.Single(Comparison.Ask(store, new ComparisonQuestion { Figures = [key], Years = [2023] }).Figures, f => f.Value == 9000).Aside);
        Assert.Equal((1, 10m), Counted());
        // Once the name is registered, it is the agency's.
        store.SaveAgencies([new RegisteredAgency { Code = "a4", Periods = [new AgencyPeriod { Name = "某国库处", Region = "330101" }] }], StoreFolder.Start);
        Assert.Equal((2, 4505m), Counted());
    }

    [Fact]
    public void AnOwnReportThatCouldNotBeReadDoesNotPushOutTheOneThatCould()
    {
        using var store = Filled();
        var key = ComparisonQuestion.KeyOf("received")!;
        void Save(int value, Scope scope) => StoreFolder.Save(store, Readings.Of(2023, "2021", ("requests.new|total", value)) is var reading ? reading with { Report = reading.Report with { Scope = scope, Agency = "局0" } } : null!, $"{scope}", agency: "a0");
        Save(11, Scope.Own);
        Save(10, Scope.Unknown);
        // As where all of the report that could be read was found to be another agency's.
        store.Write(transaction => Dapper.SqlMapper.Execute(transaction.Connection!, "UPDATE reading SET outcome = 'failed', is_current = 1 WHERE is_current = 1 AND report = (SELECT id FROM report WHERE year = 2023 AND scope = 'own')", transaction: transaction));
        Assert.NotNull(Assert.Single(Comparison.Ask(store, new ComparisonQuestion { Figures = [key], Years = [2023] }).Figures, f => f.Value == 10).Rank);
        Assert.Contains("10", folder.Ask("SELECT received FROM measured WHERE year = 2023").Split('|'));
    }

    [Fact]
    public void WhatAnOlderProgramWorkedOutIsNotAnsweredFrom()
    {
        using var store = Filled();
        folder.Ask("UPDATE derived SET rules = 'older' WHERE what = 'measured'");
        folder.Ask("ALTER TABLE measured DROP COLUMN edition");
        Assert.Contains("ask again later", Assert.Throws<SchemaException>(() => RegionSpreads.Of(store, [ComparisonQuestion.KeyOf("received")!], null, null)).Message);
    }

    [Fact]
    public void AnAgencyCountsWhereItStoodInTheYear()
    {
        using var store = Filled();
        store.SaveAgencies([new RegisteredAgency
        {
            Code = "a0", Periods =
            [
                new AgencyPeriod { Name = "局0", Region = "320101", Until = new DateOnly(2021, 12, 31) }, new AgencyPeriod { Name = "局0", Region = "330101", Since = new DateOnly(2022, 1, 1) },
            ],
        }], StoreFolder.Start);
        var counts = RegionSpreads.Of(store, [ComparisonQuestion.KeyOf("received")!], null, null)[0].Spreads.Where(spread => spread.Region == "33").Select(spread => spread.Count);

        Assert.Equal([3, 4], counts);
    }

    [Theory]
    [InlineData(null, null, 7)]
    [InlineData("32", null, 3)]
    [InlineData("33", null, 4)]
    [InlineData(null, "county", 1)]
    public void WhoMovedWithinTheYearCountsWhereItWentAsInAComparison(string? region, string? level, int count)
    {
        using var store = Filled();
        store.SaveAgencies([new RegisteredAgency
        {
            Code = "a0", Periods =
            [
                new AgencyPeriod { Name = "局0", Level = "city", Region = "320101", Until = new DateOnly(2022, 6, 30) }, new AgencyPeriod { Name = "局0", Level = "county", Region = "330101", Since = new DateOnly(2022, 7, 1) },
            ],
        }], StoreFolder.Start);
        int Counted(int year, string? level) => RegionSpreads.Of(store, [ComparisonQuestion.KeyOf("received")!], region, level)[0].On([year]).Spreads.Where(spread => spread.Region is null).Sum(spread => spread.Count);
        int Compared(int year, string? level) => Comparison.Ask(store, new ComparisonQuestion { Figures = [ComparisonQuestion.KeyOf("received")!], Years = [year], Regions = region is null ? [] : [region], Level = level }).Figures.Count;

        Assert.Equal((count, count), (Counted(2022, level), Compared(2022, level)));
        Assert.All(new[] { 2021, 2022 }, year => Assert.All(new[] { null, "city", "county" }, level => Assert.Equal(Compared(year, level), Counted(year, level))));
    }

    [Fact]
    public void WhatAPersonPutRightAndWhatIsDoubtfulIsMeasuredAgain()
    {
        using var store = Filled();
        decimal? Most() => RegionSpreads.Of(store, [ComparisonQuestion.KeyOf("received")!], "320102", null)[0].On([2021]).Spreads[0].UpperQuartile;
        var before = Most();
        store.SaveCorrection(new Correction("a3", 2021, new FigureKey("requests.new", "total"), 1000, "letter", "reviewer", "misprint"), StoreFolder.Start);
        Assert.True(Most() > before);
        store.SaveCorrection(new Correction("a3", 2021, new FigureKey("requests.new", "total"), null, "letter", "reviewer", "withdrawn"), StoreFolder.Start);
        Assert.Equal(before, Most());
    }

    ReportStore Filled()
    {
        var store = folder.Open();
        store.SaveAgencies([.. Places.Select((region, i) => new RegisteredAgency { Code = $"a{i}", Periods = [new AgencyPeriod { Name = $"局{i}", Region = region }] })], StoreFolder.Start);
        foreach (var i in Enumerable.Range(0, Places.Length))
            foreach (var year in new[] { 2021, 2022 })
            {
                var reading = Readings.Of(year, "2021", ("requests.new|total", 10 + i * i), ("requests.granted|total", 7 + i), ("requests.partly_granted|total", 3), ("requests.closed|total", 30 + 2 * i), ("requests.other.misc|total", i == 4 ? null : 1));
                store.SaveReading(new NewReading
                {
                    Source = $"a{i}", Agencies = [$"a{i}"], Url = $"https://a{i}.example/{year}", Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"{i} {year}")), ReaderVersion = "1.0.0",
                    At = StoreFolder.Start, Reading = reading with { Report = reading.Report with { Agency = $"局{i}" } },
                });
            }
        return store;
    }
}
