using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>Series and metrics over stored reports: what they add up to, and every reason why they do not.</summary>
public sealed class MeasuredTests : IDisposable
{
    static readonly (string, decimal?)[] Requests = [("requests.granted|total", 40), ("requests.partly_granted|total", 10), ("requests.closed|total", 80)];

    readonly StoreFolder folder = new();
    ReportStore store;

    public MeasuredTests() => store = folder.Open();

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void ARateHasItsParts()
    {
        Save(2021, Requests);
        var rate = Only("disclosure_rate");
        Assert.Equal((62.5m, 50m, 80m, "%", "2021"), (rate.Value, rate.Numerator, rate.Denominator, rate.Unit, rate.Edition));
        Assert.Equal(40m, Only("granted").Value);
    }

    [Fact]
    public void WhereMeasuringAllAnewWasCutOffTheNextOpeningGoesOn()
    {
        foreach (var year in new[] { 2021, 2022, 2023 }) Save(year, Requests);
        var reports = store.Read(connection => Dapper.SqlMapper.Query<long>(connection, "SELECT id FROM report ORDER BY id").ToList());
        // What is left as it was is known by a number that no figures give.
        void CutOff(string rules) => Dapper.SqlMapper.Execute(store.Connection, "UPDATE measured SET disclosure_rate = 1; DELETE FROM measured WHERE report > @last; UPDATE derived SET rules = @rules WHERE what = 'measured'",
            new { last = reports[0], rules });
        List<double> Reopened()
        {
            store.Dispose();
            store = folder.Open();
            Assert.Equal(Measured.Rules, store.Read(connection => Dapper.SqlMapper.ExecuteScalar<string>(connection, "SELECT rules FROM derived WHERE what = 'measured'")));
            return store.Read(connection => Dapper.SqlMapper.Query<double>(connection, "SELECT disclosure_rate FROM measured ORDER BY report").ToList());
        }
        CutOff($"{Measured.Rules} up to {reports[0]}");
        Assert.Equal([1, 62.5, 62.5], Reopened());
        CutOff($"0 {Measured.Rules} up to {reports[0]}");
        Assert.Equal([62.5, 62.5, 62.5], Reopened());
    }

    [Theory]
    [InlineData("requests.granted|total", null, Missing.Blank)]
    [InlineData("requests.granted|total", -1, Missing.NotPlaced)]
    [InlineData("requests.closed|total", 0, Missing.ZeroBase)]
    [InlineData("requests.closed|total", 29, Missing.UnderGuard)]
    public void ARateThatCannotBeHasItsReason(string key, int? value, Missing reason)
    {
        Save(2021, [.. Requests.Where(r => value != -1 || r.Item1 != key).Select(r => r.Item1 == key ? (key, value) : r)]);
        var rate = Only("disclosure_rate");
        Assert.Equal((null, reason), (rate.Value, rate.Missing!.Value));
        Assert.Null(rate.Rank);
    }

    [Fact]
    public void TheGuardAndTheDoubtAreTheAskersToLift()
    {
        Save(2021, Requests, new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = "", Figures = [new FigureKey("requests.granted", "total")] });
        Assert.Equal((Missing.Doubtful, "T3-ROW"), (Only("disclosure_rate").Missing!.Value, Only("disclosure_rate").Issues));
        var asked = Question("disclosure_rate") with { WithDoubtful = true, Guard = 81 };
        Assert.Equal((Missing.UnderGuard, 50m), (Comparison.Ask(store, asked).Figures[0].Missing!.Value, Comparison.Ask(store, asked).Figures[0].Numerator));
        Assert.Equal(62.5m, Comparison.Ask(store, asked with { Guard = 80 }).Figures[0].Value);
        Assert.Equal(80m, Only("closed").Value);
    }

    [Fact]
    public void WhoseReportItMayBeIsTheDoubtAboutWhatIsCurrentAndOfEveryReadingOfItsAddress()
    {
        Reading Under(string name, int granted) => Readings.Of(2021, "2021", [("requests.granted|total", granted), .. Requests.Skip(1)]) is var reading ? reading with { Report = reading.Report with { Agency = name } } : reading;
        void Save(string source, Reading reading, string document, int day) => store.SaveReading(new NewReading
        {
            Source = source, Agencies = [source[..^1]], Url = $"https://www.dg.gov.cn/{source}", ReaderVersion = "1", Reading = reading,
            Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), At = StoreFolder.Start.AddDays(day),
        });
        void Visit(string source, string document, int day) => store.SaveVisit(new Visit { Url = $"https://www.dg.gov.cn/{source}", Status = 200, At = StoreFolder.Start.AddDays(day), Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)) });
        // Its own column gives one under its name, another source a copy under a name that nobody bears.
        Save("某县财政局1", Under("某县财政局", 40), "own", 0);
        Save("某县财政局2", Under("某县国库管理局", 40), "copy", 1);
        // An address goes back to what it gave first, under such a name each time.
        Save("某县审计局1", Under("某县核算管理局", 20), "first", 0);
        Visit("某县审计局1", "first", 0);
        Save("某县审计局1", Under("某县核算管理局", 30), "second", 1);
        Visit("某县审计局1", "second", 1);
        Visit("某县审计局1", "first", 2);
        var told = Comparison.Ask(store, Question("granted")).Figures;
        Assert.Equal(["某县审计局 20 AGENCY-UNREGISTERED,C-CHANGED MayBeAnothers ", "某县财政局 40   1"], told.Select(f => $"{f.Agency} {f.Value} {f.Issues} {f.Aside} {f.Rank}"));
        Assert.Equal("某县财政局 40", folder.Ask("SELECT g.name || ' ' || m.granted FROM measured m JOIN agency g ON g.id = m.agency"));
    }

    [Fact]
    public void WhatAPersonDismissedMakesNothingDoubtfulUntilItsEvidenceIsAnother()
    {
        Issue Sum(string message) => new() { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = message, Figures = [new FigureKey("requests.granted", "total")] };
        decimal? Kept() => store.Read(connection => Dapper.SqlMapper.ExecuteScalar<decimal?>(connection, "SELECT disclosure_rate FROM measured"));
        Save(2021, Requests, Sum("39 ≠ 40"));
        Assert.Equal((null, null), (Only("disclosure_rate").Value, Kept()));
        store.SaveReview(Assert.Single(Problems.Of(store, new ProblemQuestion { Code = "T3-ROW" })).Id, Decision.Dismissed, "张三", "核对原件无误", StoreFolder.Start);
        Assert.Equal((62.5m, 62.5m), (Only("disclosure_rate").Value, Kept()));
        Assert.Null(Only("disclosure_rate").Issues);
        StoreFolder.Save(store, Readings.Of(2021, "2021", [.. Requests.Select(r => (r.Item1, r.Item2 + 1))]) with { Issues = [Sum("40 ≠ 41")] }, "later", url: "https://www.dg.gov.cn/东莞市金融工作局 2021");
        Assert.Equal((Missing.Doubtful, null, "C-CHANGED,T3-ROW"), (Only("disclosure_rate").Missing!.Value, Kept(), Only("disclosure_rate").Issues));
    }

    [Fact]
    public void WhatAPersonPutRightCountsAsLongAsTheReportPrintsWhatItPrintedThen()
    {
        void Correct(decimal? value) => store.SaveCorrection(
            new Correction("东莞市金融工作局", 2021, new FigureKey("requests.granted", "total"), value, "letter", "reviewer", "misprint"), StoreFolder.Start);
        Save(2021, Requests, new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = "", Figures = [new FigureKey("requests.granted", "total")] });
        Correct(48);
        Correct(46);
        Assert.Equal((70m, true, "T3-ROW"), (Only("disclosure_rate").Value, Only("disclosure_rate").Corrected, Only("disclosure_rate").Issues));
        Assert.Equal((46m, "40", true), (Only("requests.granted").Value, Only("requests.granted").Raw, Only("requests.granted").Corrected));
        Assert.False(Only("requests.closed").Corrected);
        Correct(null);
        Assert.Equal((40m, false), (Only("requests.granted").Value, Only("requests.granted").Corrected));
        Correct(46);
        StoreFolder.Save(store, Readings.Of(2021, "2021", [("requests.granted|total", 45), .. Requests.Skip(1)]), "other bytes", url: "https://www.dg.gov.cn/东莞市金融工作局 2021", day: 3);
        Assert.Equal((45m, false), (Only("requests.granted").Value, Only("requests.granted").Corrected));
    }

    [Fact]
    public void AnErrorThatWhatAPersonPutRightExplainsLeavesItsOtherFiguresBeyondDoubt()
    {
        var row = new[] { "natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total" }.Select(a => new FigureKey("requests.granted", a)).ToArray();
        (string, decimal?)[] printed = [.. row.Select((k, i) => (k.ToString(), (decimal?)(i switch { 0 => 30, 1 => 12, 6 => 40, _ => 0 }))), .. Requests.Skip(1)];
        void Correct(string applicant, decimal? value) => store.SaveCorrection(
            new Correction("东莞市金融工作局", 2021, new FigureKey("requests.granted", applicant), value, "letter", "reviewer", "misprint"), StoreFolder.Start);
        decimal? Kept() => store.Read(connection => Dapper.SqlMapper.ExecuteScalar<decimal?>(connection, "SELECT disclosure_rate FROM measured"));
        Save(2021, printed, new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Message = "", Figures = row });
        // 总计 is as printed: it is in doubt until the kind that was misprinted is put right, and again when another number than the right one is.
        Assert.Equal((Missing.Doubtful, null), (Only("disclosure_rate").Missing!.Value, Kept()));
        Correct("business", 11);
        Assert.Equal((Missing.Doubtful, null), (Only("disclosure_rate").Missing!.Value, Kept()));
        Correct("business", 10);
        Assert.Equal((62.5m, 62.5m, "T3-ROW"), (Only("disclosure_rate").Value, Kept(), Only("disclosure_rate").Issues));
        Correct("business", null);
        Assert.Equal((Missing.Doubtful, null), (Only("disclosure_rate").Missing!.Value, Kept()));
    }

    [Fact]
    public void AnErrorOfReadingIsNotExplainedByAnotherFigureThatWasPutRight()
    {
        Save(2021, Requests, new Issue { Code = "ROW-SHORT", Severity = Severity.Error, Fault = Fault.Reading, Message = "", Figures = [new FigureKey("requests.granted", "total"), new FigureKey("requests.closed", "total")] });
        store.SaveCorrection(new Correction("东莞市金融工作局", 2021, new FigureKey("requests.closed", "total"), 81, "letter", "reviewer", "misprint"), StoreFolder.Start);
        Assert.Equal(Missing.Doubtful, Only("disclosure_rate").Missing!.Value);
    }

    [Fact]
    public void WhatTheYearBeforeCarriedOverPutRightExplainsWhatIsCarriedIn()
    {
        Save(2020, [("requests.carried_in|total", 0), ("requests.new|total", 50), ("requests.closed|total", 45), ("requests.carried_out|total", 5)]);
        Save(2021, [("requests.carried_in|total", 3), ("requests.new|total", 50), ("requests.closed|total", 53), ("requests.carried_out|total", 0)]);
        store.CompareReports(StoreFolder.Start);
        var asked = new ComparisonQuestion { Figures = [new("carried_in")], Years = [2021] };
        Assert.Equal(Missing.Doubtful, Assert.Single(Comparison.Ask(store, asked).Figures).Missing!.Value);
        store.SaveCorrection(new Correction("东莞市金融工作局", 2020, new FigureKey("requests.carried_out", "total"), 3, "letter", "reviewer", "misprint"), StoreFolder.Start);
        Assert.Equal(3m, Assert.Single(Comparison.Ask(store, asked).Figures).Value);
        Assert.Equal(3m, store.Read(connection => Dapper.SqlMapper.ExecuteScalar<decimal?>(connection, "SELECT carried_in FROM measured WHERE year = 2021")));
    }

    [Fact]
    public void ASeriesTakesFromEachEditionWhatItPrintsAndSaysWhereThatIsNotTheSame()
    {
        Save(2018, [("stat2014.requests.answered.already_public", 3), ("stat2014.requests.answered.granted", 4)], "2014");
        Save(2020, [("requests.granted|total", 5), ("requests.other|total", 6)], "2019");
        Save(2021, [("requests.granted|total", 8), ("requests.other.not_corrected|total", 1), ("requests.other.fee_unpaid|total", 2), ("requests.other.misc|total", 4)]);
        var answer = Ask("granted", "other_handling");
        Assert.Equal(["2018 7", "2020 5", "2021 8"], Values(answer, "granted"));
        Assert.Equal(["2018 NotInEdition", "2020 6", "2021 7"], Values(answer, "other_handling"));
        Assert.Equal([("granted", Comparability.Close), ("other_handling", Comparability.Broken)], answer.Breaks.Select(b => (b.Figure.Indicator, b.Comparability!.Value)));
        Assert.All(answer.Breaks, b => Assert.Equal((2018, 2020, 2019), (b.FromYear, b.ToYear, Assert.Single(b.Reasons).Year)));
        Assert.Equal([null, null, 3m, null, null, 1m], answer.Figures.Select(f => f.Change));
    }

    [Fact]
    public void WhatWasDisclosedAndFeeItemsAreNotContinued()
    {
        Save(2020, [("normative_documents.disclosed_total", 90), ("fees.items_last_year", 12), ("fees.items_change", 1)], "2019");
        Save(2021, [("normative_documents.in_force", 30), ("fees.collected", 59.5m)]);
        var answer = Ask("normative_in_force", "fees_collected");
        Assert.Equal(["2020 NotInEdition", "2021 30"], Values(answer, "normative_in_force"));
        Assert.Equal(["2020 NotInEdition", "2021 59.5"], Values(answer, "fees_collected"));
        Assert.All(answer.Breaks, b => Assert.Equal(Comparability.Broken, b.Comparability));
        Assert.Equal(2, answer.Breaks.Count);
        Assert.All(answer.Figures, f => Assert.Null(f.Change));
    }

    [Fact]
    public void AnAmountInAnotherUnitIsNotTakenForOneOfTheSeries()
    {
        var reading = Readings.Of(2021, "2021", ("fees.collected", 251000));
        StoreFolder.Save(store, reading with { Report = reading.Report with { Figures = [reading.Report.Figures[0] with { Unit = "元" }] } }, "a");
        Assert.Equal((Missing.OtherUnit, null), (Only("fees_collected").Missing!.Value, Only("fees_collected").Value));
        Assert.Equal((251000m, "元"), (Only("fees.collected").Value, Only("fees.collected").Unit));
    }

    [Fact]
    public void WhatIsPrintedInAnotherUnitIsShownAndStandsAside()
    {
        void Printed(string agency, int year, string key, decimal value, string? unit, string edition = "2021")
        {
            var reading = Readings.Of(year, edition, (key, value));
            StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = agency, Figures = [reading.Report.Figures[0] with { Unit = unit }] } }, $"{agency} {year} {key}", agency: agency);
        }
        Printed("甲局", 2021, "fees.collected", 25.1m, "万元");
        Printed("乙局", 2021, "fees.collected", 251000, "元");
        Printed("丙局", 2021, "fees.collected", 30, null);
        Printed("甲局", 2022, "fees.collected", 270000, "元");
        Printed("丁局", 2022, "requests.new|total", 3, "万件");
        Printed("戊局", 2022, "requests.new|total", 4, "宗");
        Printed("甲局", 2020, "procurement.amount", 4, "元", "2019");
        var answer = Ask("fees.collected", "requests.new", "procurement.amount");
        IEnumerable<string> Told(string indicator, int year) => answer.Figures.Where(f => f.Indicator == indicator && f.Year == year && f.Value is not null).Select(f => $"{f.Agency} {f.Value} {f.Rank}/{f.Ranked} {f.Aside} {f.Change}").Order(StringComparer.Ordinal);
        Assert.Equal(["丙局 30 1/2  ", "乙局 251000 / OtherUnit ", "甲局 25.1 2/2  "], Told("fees.collected", 2021));
        Assert.Equal(["甲局 270000 / OtherUnit "], Told("fees.collected", 2022));
        Assert.Equal(["丁局 3 / OtherUnit ", "戊局 4 1/1  "], Told("requests.new", 2022));
        // The form leaves its unit open.
        Assert.Equal(["甲局 4 / OtherUnit "], Told("procurement.amount", 2020));
        Assert.Equal((2, 27.55m, 1), answer.Distributions.Where(d => d.Figure.Indicator == "fees.collected" && d.Year == 2021).Select(d => (d.Count, d.Median!.Value, d.Aside["otherUnit"])).Single());
        var lines = ReportHarvester.App.Pages.ComparisonChart.Of(answer, new FigureKey("fees.collected"), "", ReportHarvester.App.Tongue.English).Series.OfType<OxyPlot.Series.LineSeries>();
        Assert.Equal([25.1, 30], lines.SelectMany(line => line.Points).Where(point => point.IsDefined()).Select(point => point.Y).Order());
        var cells = new ReportHarvester.App.ComparisonCells(answer, new ReportHarvester.App.ComparisonLook(Ranked: true, Tongue: ReportHarvester.App.Tongue.English));
        Assert.Equal("251000元≠u", cells.Of([.. answer.Figures.Where(f => f is { Agency: "乙局", Year: 2021, Indicator: "fees.collected" })]));
        Assert.All(cells.Used, mark => Assert.Contains("unit", ReportHarvester.App.ComparisonWords.Legend(mark, ReportHarvester.App.Tongue.English)));
    }

    [Fact]
    public void ApplicantsAreToldApartWhereTheFormDoes()
    {
        Save(2018, [("stat2014.requests.received", 9)], "2014");
        Save(2021, [("requests.new|business", 30), ("requests.new|total", 120)]);
        Assert.Equal(["2018 NotInEdition", "2021 30"], Values(Ask("received|business"), "received"));
        Assert.Equal(["2018 9", "2021 120"], Values(Ask("received"), "received"));
        Assert.Equal(["2018 NotInEdition", "2021 25"], Values(Ask("business_share"), "business_share"));
    }

    [Fact]
    public void EqualsShareARankAndRegionsHaveTheirOwn()
    {
        foreach (var (agency, value) in new[] { ("甲局", 5), ("乙局", 9), ("丙局", 5), ("丁局", 1) }) Save(2021, [("requests.new|total", value)], agency: agency);
        Save(2021, [("requests.new|total", 50)], agency: "某市人民政府", scope: Scope.Aggregate);
        var answer = Ask("received");
        Assert.Equal(["丁局 4/4", "丙局 2/4", "乙局 1/4", "某市人民政府 1/1", "甲局 2/4"], answer.Figures.Select(f => $"{f.Agency} {f.Rank}/{f.Ranked}").Order(StringComparer.Ordinal));
        var own = answer.Distributions.Single(d => !d.OfRegions);
        Assert.Equal((4, 1m, 4m, 5m, 6m, 9m), (own.Count, own.Least, own.LowerQuartile, own.Median, own.UpperQuartile, own.Greatest));
        Assert.Equal((1, 50m), (answer.Distributions.Single(d => d.OfRegions).Count, answer.Distributions.Single(d => d.OfRegions).Median));
        Assert.Equal(["某市人民政府"], Comparison.Ask(store, Question("received") with { Scope = Scope.Aggregate }).Figures.Where(f => f.Value is not null).Select(f => f.Agency));
    }

    [Fact]
    public void AReportOnAFormThatCannotBeComparedWithThoseOfMostStandsAsideAndANearOneSaysSo()
    {
        foreach (var (agency, reviews) in new[] { ("甲局", 5), ("乙局", 9), ("丙局", 1) }) Save(2018, [("stat2014.reconsideration", reviews), ("stat2014.requests.received", 10)], "2014", agency);
        Save(2018, [("reconsideration.total", 50), ("requests.new|total", 20)], "2019", "丁局");
        var answer = Ask("reviews", "received");
        Assert.Equal(["丁局  OtherForm Broken", "丙局 3/3  ", "乙局 1/3  ", "甲局 2/3  "], answer.Figures.Where(f => f.Indicator == "reviews").Select(f => $"{f.Agency} {(f.Rank is { } rank ? $"{rank}/{f.Ranked}" : "")} {f.Aside} {f.Form}").Order(StringComparer.Ordinal));
        Assert.Equal(("1/4", null, Comparability.Close), (answer.Figures.Where(f => f is { Indicator: "received", Agency: "丁局" }).Select(f => ($"{f.Rank}/{f.Ranked}", f.Aside, f.Form!.Value)).Single()));
        Assert.Equal([("reviews", 3, 5m, "2014", 1), ("received", 4, 10m, "2014", 0)], answer.Distributions.Select(d => (d.Figure.Indicator, d.Count, d.Median!.Value, d.Edition!, d.Aside.Values.Sum())));
        Assert.Equal([("reviews", "2019", "2014", 1, Comparability.Broken), ("received", "2019", "2014", 1, Comparability.Close)], answer.Mixed.Select(m => (m.Figure.Indicator, m.Edition, m.Main, m.Count, m.Comparability)));
        Assert.All(answer.Mixed, mixed => Assert.NotEmpty(mixed.Reasons));
    }

    [Fact]
    public void FormsBetweenWhichNothingIsLostAreNotMixed()
    {
        Save(2021, [("requests.new|total", 5)], agency: "甲局");
        Save(2021, [("requests.new|total", 6)], "2019", "乙局");
        Assert.Empty(Ask("received").Mixed);
        Assert.Equal([Comparability.Close], Ask("requests.new").Mixed.Select(m => m.Comparability));
    }

    [Fact]
    public void WhereAnAgencyReportsForItsRegionOnlyTheWantOfAReportIsAmongThose()
    {
        Save(2021, [("requests.new|total", 5)], agency: "某市人民政府", scope: Scope.Aggregate);
        Save(2022, [("requests.new|total", 5)], agency: "甲局");
        Assert.Equal(["某市人民政府 2021 True", "某市人民政府 2022 True", "甲局 2021 False", "甲局 2022 False"], Ask("received").Figures.Select(f => $"{f.Agency} {f.Year} {f.IsOfRegion}"));
    }

    [Fact]
    public void WhoReportedForItselfIsNotSaidToHaveNoReportWhereRegionsAreAskedFor()
    {
        Save(2021, [("requests.new|total", 5)], agency: "某市人民政府", scope: Scope.Aggregate);
        Save(2022, [("requests.new|total", 5)], agency: "甲局");
        IEnumerable<string> Asked(Scope scope) => Comparison.Ask(store, Question("received") with { Scope = scope }).Figures.Select(f => $"{f.Agency} {f.Year} {f.Value}{f.Missing}");
        Assert.Equal(["某市人民政府 2021 5", "某市人民政府 2022 NoReport", "甲局 2021 NoReport"], Asked(Scope.Aggregate));
        Assert.Equal(["某市人民政府 2022 NoReport", "甲局 2021 NoReport", "甲局 2022 5"], Asked(Scope.Own));
    }

    [Fact]
    public void NothingIsSetAgainstAYearWhoseReportMayBeAnothers()
    {
        Save(2020, [("requests.new|total", 5)], agency: "东湖市审计局");
        var strange = Readings.Of(2021, "2021", ("requests.new|total", 900));
        store.SaveReading(new NewReading
        {
            Source = "other", Agencies = ["东湖市审计局"], Url = "https://other.example/", ReaderVersion = "1.0.0", At = StoreFolder.Start, Sha256 = store.Originals.Keep("2021"u8.ToArray()),
            Reading = strange with { Report = strange.Report with { Agency = "东湖市国库局" } },
        });
        Save(2022, [("requests.new|total", 7)], agency: "东湖市审计局");
        var answer = Ask("received");
        Assert.Equal(["5  ", "900  MayBeAnothers", "7  "], answer.Figures.Select(f => $"{f.Value} {f.Change} {f.Aside}"));
        var line = Assert.IsType<OxyPlot.Series.LineSeries>(Assert.Single(ReportHarvester.App.Pages.ComparisonChart.Of(answer, ComparisonQuestion.KeyOf("received")!, "", ReportHarvester.App.Tongue.English).Series));
        Assert.Equal([5d, 7d], line.Points.Where(point => point.IsDefined()).Select(point => point.Y));
    }

    [Fact]
    public void AnAgencyCountsOnceForItself()
    {
        foreach (var (agency, value) in new[] { ("甲局", 5), ("乙局", 9) }) Save(2021, [("requests.new|total", value)], agency: agency);
        var unsaid = Readings.Of(2021, "2021", ("requests.new|total", 90));
        StoreFolder.Save(store, unsaid with { Report = unsaid.Report with { Scope = Scope.Unknown, Agency = "甲局" } }, "other", agency: "甲局");
        var answer = Ask("received");
        Assert.Equal(["甲局 Own 2 ", "甲局 Unknown  OwnBeside", "乙局 Own 1 "], answer.Figures.OrderByDescending(f => f.Agency, StringComparer.Ordinal).ThenBy(f => f.Rank is null).Select(f => $"{f.Agency} {f.Scope} {f.Rank} {f.Aside}"));
        Assert.Equal((2, 7m, 0), (answer.Distributions.Single().Count, answer.Distributions.Single().Median!.Value, answer.Distributions.Single().ScopeUnknown));
    }

    [Fact]
    public void AnAgencyIsAskedForByRegionLevelAndPeersAsTheyWereInTheYear()
    {
        AgencyPeriod Period(string name, string level, string region, int? until = null, int? since = null) => new()
        {
            Name = name, Level = level, Region = region, Until = until is { } last ? new DateOnly(last, 12, 31) : null, Since = since is { } first ? new DateOnly(first, 1, 1) : null,
        };
        store.SaveAgencies(
        [
            new RegisteredAgency { Code = "gov", Kind = "government", Owes = true, OwesTo = 2021, Periods = [Period("甲市人民政府", "city", "321300")] },
            new RegisteredAgency { Code = "fin", Kind = "department", Parent = "gov", Periods = [Period("甲市财政局", "city", "321300")] },
            new RegisteredAgency { Code = "edu", Kind = "department", Parent = "gov", Periods = [Period("甲市教育局", "city", "320100", until: 2020), Period("甲市教育体育局", "city", "321300", since: 2021)] },
            new RegisteredAgency { Code = "cty", Kind = "government", Parent = "gov", Periods = [Period("甲市乙县人民政府", "county", "321322")] },
        ], StoreFolder.Start);
        IEnumerable<string> Asked(ComparisonQuestion question) => Comparison.Ask(store, question with { Years = [2020, 2022] }).Figures.Select(f => $"{f.Agency} {f.Year}").Order(StringComparer.Ordinal);
        var all = Question("received");
        Assert.Equal(["甲市乙县人民政府 2020", "甲市乙县人民政府 2022", "甲市人民政府 2020", "甲市人民政府 2022", "甲市教育体育局 2022", "甲市财政局 2020", "甲市财政局 2022"], Asked(all with { Regions = ["3213"] }));
        Assert.Equal(["甲市乙县人民政府 2020", "甲市乙县人民政府 2022"], Asked(all with { Regions = ["3213", "99"], Level = "county" }));
        Assert.Equal(["甲市教育体育局 2020", "甲市教育体育局 2022", "甲市财政局 2020", "甲市财政局 2022"], Asked(all with { PeersOf = "甲市财政局" }));
        Assert.Equal([Missing.NoReport, Missing.NotDue], Comparison.Ask(store, all with { Agencies = ["gov"], Years = [2021, 2022] }).Figures.Select(f => f.Missing!.Value));
    }

    void Save(int year, (string, decimal?)[] figures, string edition = "2021", string agency = "东莞市金融工作局", Scope scope = Scope.Own, params Issue[] issues)
    {
        var reading = Readings.Of(year, edition, figures);
        StoreFolder.Save(store, reading with { Report = reading.Report with { Scope = scope, Agency = agency }, Issues = issues }, $"{agency} {year}", agency: agency);
    }

    void Save(int year, (string, decimal?)[] figures, Issue issue) => Save(year, figures, issues: [issue]);

    Comparison Ask(params string[] measures) => Comparison.Ask(store, Question(measures));

    static ComparisonQuestion Question(params string[] measures) => new() { Figures = [.. measures.Select(m => ComparisonQuestion.KeyOf(m)!)] };

    ComparedFigure Only(string measure) => Assert.Single(Ask(measure).Figures);

    static IEnumerable<string> Values(Comparison answer, string measure) =>
        answer.Figures.Where(f => f.Indicator == measure).Select(f => $"{f.Year} {f.Value?.ToString() ?? f.Missing.ToString()}");
}
