using System.CommandLine;
using System.IO.Compression;
using System.Xml.Linq;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.App.Export;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Export;

/// <summary>The workbook of a region whose agencies were called otherwise and stood elsewhere in the year.</summary>
public sealed class RegionWorkbookTests : IDisposable
{
    const string Given = "import:///f/李四-13912345678.html", Row = "3 + 4 = 7 ≠ 9";

    readonly StoreFolder folder = new();

    public RegionWorkbookTests()
    {
        using var store = folder.Open();
        store.SaveAgencies([new RegisteredAgency
        {
            Code = "f", Kind = "department", Periods =
            [
                new AgencyPeriod { Name = "某县财政局", Level = "county", Region = "320722", Until = new(2022, 6, 30) },
                new AgencyPeriod { Name = "某县财政局", Level = "county", Region = "320721", Since = new(2022, 7, 1), Until = new(2023, 12, 31), End = "renamed" },
                new AgencyPeriod { Name = "某区财政局", Level = "county", Region = "320706", Since = new(2024, 1, 1) },
            ],
        }], StoreFolder.Start);
        var wrong = new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = Row, Figures = [new FigureKey("requests.not_processed.complaint", "total")] };
        var reading = Readings.Of(2022, "2021", ("requests.granted|total", 40), ("requests.partly_granted|total", 0), ("requests.closed|total", 80)) with { Issues = [wrong] };
        StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = null } }, "given", reader: "0.9.0", url: Given, agency: "f");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ItsProblemsAndRanksAreOfThoseWhoStoodThereThenUnderTheNameOfTheYear()
    {
        var (agencies, byTable, problems, ranking) = (Sheet("320721", 2), Sheet("320721", 3), Sheet("320721", 4), Sheet("320721", 5));
        Assert.All(new[] { agencies, byTable, problems }, sheet => Assert.Equal(["320721 f 某县财政局"], sheet.Skip(1).Select(row => string.Join(' ', row.Take(3)))));
        Assert.All(ranking.Skip(1), row => Assert.Equal(["f", "某县财政局"], row[2..4]));
        Assert.Contains(ranking, row => row[0] == "公开率 disclosure rate" && row.Skip(5).Take(4).SequenceEqual(["1", "1", "50", "%"]));
        Assert.Contains(ranking, row => row[11] == $"{MissingWords.All[Missing.NotPlaced].Chinese} {MissingWords.All[Missing.NotPlaced].English}");
        Assert.All(new[] { 2, 3, 4, 5 }, sheet => Assert.All(new[] { "320706", "320722" }, other => Assert.Single(Sheet(other, sheet))));
    }

    [Fact]
    public void WithoutAYearProblemsAreOfThoseWhoStandThereNow()
    {
        using var store = ReportStore.OpenReadOnly(folder.Path);
        Assert.Single(Problems.Of(store, new ProblemQuestion { Region = "320706" }));
        Assert.Empty(Problems.Of(store, new ProblemQuestion { Region = "320721" }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("f")]
    public void ThePageCountsByWhereAgenciesStandNowAndShowsWhatItCounts(string? agency)
    {
        using var store = ReportStore.OpenReadOnly(folder.Path);
        (int, int) Of(string region) => ProblemPage.Of(store, new ProblemQuestion { Agency = agency, Region = region, Year = 2022 }, 1) is var page ? (page.Count, page.Problems.Count) : default;
        Assert.Equal([(1, 1), (0, 0)], [Of("320706"), Of("320721")]);
    }

    [Fact]
    public void WhatWasReadByAnEarlierReaderIsNotSaidToBeOfThisOne()
    {
        Assert.Contains("读取程序 0.9.0。", Sheet("320721", 6)[1][0]);
        Assert.Contains("read by 0.9.0.", Sheet("320721", 6)[1][1]);
    }

    [Fact]
    public void TheNameOfAFileThatAPersonGaveStaysAtHome()
    {
        using var store = ReportStore.OpenReadOnly(folder.Path);
        var agency = Assert.Single(Problems.Of(store, new ProblemQuestion())).AgencyId;
        var sheet = ReportSheet.Of(store, agency, 2022, "own")!;
        Assert.Equal([$"import:{sheet.Sha256}", $"import:{sheet.Sha256}", "import:"], [sheet.Url, Assert.Single(sheet.Documents).Url, AgencyReports.Of(store, agency)!.Reports.Single().Url]);
        string[] told =
        [
            .. new[] { 2, 4 }.SelectMany(sheet => Sheet("320721", sheet)).SelectMany(row => row),
            .. new[] { ComplianceCommand.Create(), CheckCommand.Create() }.SelectMany(verb => new[] { "csv", "json" }.Select(format => Run(verb, "--year", "2022", "--format", format))),
        ];
        Assert.Contains("import:", told);
        Assert.All(told, text => Assert.True(!text.Contains("139", StringComparison.Ordinal) && !text.Contains("李四", StringComparison.Ordinal), text));
    }

    string Run(Command verb, params string[] args)
    {
        var output = new StringWriter();
        verb.Parse([.. args, "--data", folder.Path]).Invoke(new InvocationConfiguration { Output = output });
        Assert.Contains("import:", output.ToString());
        return output.ToString();
    }

    List<string[]> Sheet(string region, int number)
    {
        using var store = ReportStore.OpenReadOnly(folder.Path);
        using var file = new MemoryStream();
        new RegionWorkbook(store, new ComplianceQuestion(2022) { Region = region }, StoreFolder.Start.AddYears(3)).Write(file);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        using var sheet = zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "row").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
    }
}
