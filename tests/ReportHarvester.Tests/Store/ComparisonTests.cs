using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class ComparisonTests
{
    [Fact]
    public void EveryGapHasItsReason()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Of(2019, "2019", ("rules.made", 3), ("requests.new|total", 7)), "2019");
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("rules.issued", null), ("requests.closed|total", 5)), "2021");
        StoreFolder.Save(store, Marked(2022), "2022");
        var answer = Ask(store, [2019, 2020, 2021, 2022], "rules.issued", "requests.new");
        Assert.Equal(
            ["2019 NotInEdition 2019", "2020 NoReport ", "2021 Blank 2021", "2022 Mark 2021"],
            answer.Figures.Where(f => f.Indicator == "rules.issued").Select(f => $"{f.Year} {f.Missing} {f.Edition}"));
        Assert.Equal(
            ["2019 7  2019", "2020  NoReport ", "2021  NotPlaced 2021", "2022  NotPlaced 2021"],
            answer.Figures.Where(f => f.Indicator == "requests.new").Select(f => $"{f.Year} {f.Value} {f.Missing} {f.Edition}"));
        Assert.All(answer.Figures.Where(f => f.Indicator == "requests.new"), f => Assert.Equal("total", f.Applicant));
    }

    [Fact]
    public void ABreakOfTheFormIsNamedAndNothingIsMappedOverIt()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Of(2020, "2019", ("rules.made", 3), ("requests.new|total", 7)), "2020");
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("rules.issued", 4), ("requests.new|total", 8)), "2021");
        var answer = Ask(store, [], "rules.made", "requests.new");
        Assert.Equal([3m, null, 7m, 8m], answer.Figures.Select(f => f.Value));
        Assert.Equal(
            [(new FigureKey("rules.made"), "2019"), (new FigureKey("requests.new", "total"), null)],
            answer.Breaks.Select(b => (b.Figure, b.OnlyIn)));
        Assert.All(answer.Breaks, b => Assert.Equal((2020, "2019", 2021, "2021"), (b.FromYear, b.FromEdition, b.ToYear, b.ToEdition)));
    }

    [Fact]
    public void EachTableCarriesItsOwnEdition()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var mixed = Readings.Of(2023, "2021", ("rules.issued", 1));
        StoreFolder.Save(store, mixed with
        {
            Report = mixed.Report with { Figures = [.. mixed.Report.Figures, Readings.Figure("requests.other|total", "2019", 2, 1)] },
        }, "a");
        var answer = Ask(store, [], "requests.other", "requests.other.misc", "rules.made", "reconsideration.total");
        Assert.Equal(["", "NotInEdition 2019", "NotInEdition 2021", "NotPlaced 2021"],
            answer.Figures.Select(f => f.Missing is null ? "" : $"{f.Missing} {f.Edition}"));
    }

    [Fact]
    public void AFailedReadingSaysSoAndAnIssueThatNamesAFigureIsShownBesideIt()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Failed, "a", yearHint: 2020);
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 7), ("requests.closed|total", 7)) with
        {
            Issues = [Issue("T3-ROW", "total"), Issue("T3-ROW", "total"), Issue("T3-FLOW", "business")],
        }, "b");
        var answer = Ask(store, [], "requests.new", "requests.closed", "requests.new|business");
        Assert.Equal([Outcome.Failed, Outcome.Complete], answer.Figures.Take(2).Select(f => f.Outcome!.Value));
        Assert.Equal([null, "T3-ROW", null, null, null, "T3-FLOW"], answer.Figures.Select(f => f.Issues));
        Assert.Equal(3, Overview.Of(store)[1].PublisherErrors);
    }

    [Fact]
    public void AnAgencyThatReportsForItselfAndForItsRegionGivesTwoAnswers()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var own = Readings.Of(2021, "2021", ("requests.new|total", 7));
        StoreFolder.Save(store, own, "a");
        StoreFolder.Save(store, own with { Report = own.Report with { Scope = Scope.Aggregate } }, "b");
        Assert.Equal([Scope.Aggregate, Scope.Own], Ask(store, [], "requests.new").Figures.Select(f => f.Scope!.Value));
    }

    [Fact]
    public void TwoAgenciesOfOneNameAreTwoLinesAndTheirFiguresAreNotHeldAgainstEachOther()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([.. new[] { "320101", "320102" }.Select(region => new RegisteredAgency { Code = $"t{region}", Periods = [new AgencyPeriod { Name = "城关镇人民政府", Region = region }] })], StoreFolder.Start);
        foreach (var (code, year, requests) in new[] { ("t320101", 2021, 5), ("t320102", 2022, 9) })
        {
            var reading = Readings.Of(year, "2021", ("requests.new|total", requests));
            StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = "城关镇人民政府" } }, code, agency: code);
        }
        var answer = Ask(store, [2021, 2022], "requests.new");

        Assert.Equal(["城关镇人民政府（t320101） 2021 5 ", "城关镇人民政府（t320101） 2022  ", "城关镇人民政府（t320102） 2021  ", "城关镇人民政府（t320102） 2022 9 "], answer.Figures.Select(f => $"{f.Agency} {f.Year} {f.Value} {f.Change}"));
    }

    [Fact]
    public void AKnownAgencyWithoutAnyReportIsInTheAnswer()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveSource("x", ["洪泽区人民政府"], "https://www.hongze.gov.cn/", StoreFolder.Start);
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 7)), "a");
        var figures = Ask(store, [], "requests.new").Figures;
        Assert.Equal(Missing.NoReport, Assert.Single(figures, f => f.Agency == "洪泽区人民政府").Missing);
    }

    [Theory]
    [InlineData("requests.new", "requests.new|total")]
    [InlineData("requests.new|business", "requests.new|business")]
    [InlineData("reconsideration.total", "reconsideration.total")]
    [InlineData("reconsideration.total|total", null)]
    [InlineData("requests.new|nobody", null)]
    [InlineData("requests.old", null)]
    public void AFigureIsNamedByItsIndicatorAndApplicant(string text, string? key) => Assert.Equal(key, ComparisonQuestion.KeyOf(text)?.ToString());

    static Comparison Ask(ReportStore store, int[] years, params string[] figures) =>
        Comparison.Ask(store, new ComparisonQuestion { Figures = [.. figures.Select(f => ComparisonQuestion.KeyOf(f)!)], Years = years });

    static Issue Issue(string code, string applicant) => new()
    {
        Code = code, Severity = Severity.Error, Fault = Fault.Publisher, Message = "7 is not 8.", Figures = [new FigureKey("requests.new", applicant)],
    };

    static Reading Marked(int year)
    {
        var reading = Readings.Of(year, "2021", ("rules.issued", null));
        return reading with { Report = reading.Report with { Figures = [reading.Report.Figures[0] with { State = CellState.Mark, Raw = "/" }] } };
    }

    [Fact]
    public void FiguresOfADocumentThatPrintsAnotherNameAreMarked()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 2));
        StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = "洪泽区国库局" } }, "a", agency: "洪泽区财政局");
        StoreFolder.Save(store, reading, "b", agency: "洪泽区审计局", named: true);
        var question = new ComparisonQuestion { Figures = [new FigureKey("requests.new", "total")] };
        Assert.Equal(["洪泽区审计局  1 of 1", "洪泽区财政局 AGENCY-UNREGISTERED  of "], Comparison.Ask(store, question).Figures.Select(f => $"{f.Agency} {f.Issues} {f.Rank} of {f.Ranked}"));
    }

    [Fact]
    public void AnAgencyIsFoundByAnyNameThatItBoreByItsCodeAndWrittenShort()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([new RegisteredAgency
        {
            Code = "hz", Periods = [new AgencyPeriod { Name = "洪泽县人民政府", Until = new DateOnly(2016, 12, 31) }, new AgencyPeriod { Name = "洪泽区人民政府", Since = new DateOnly(2017, 1, 1) }],
        }], StoreFolder.Start);
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 2));
        StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = "洪泽区人民政府" } }, "a", agency: "hz");
        foreach (var name in new[] { "hz", "洪泽县人民政府", "洪泽区人民政府", "洪泽区政府" })
            Assert.Equal("洪泽区人民政府", Assert.Single(Comparison.Ask(store, new ComparisonQuestion { Figures = [new FigureKey("requests.new", "total")], Agencies = [name] }).Agencies));
        Assert.Equal(["淮安市人民政府"], AgencyList.Unknown(store, ["淮安市人民政府", "洪泽县政府"]));
    }
}
