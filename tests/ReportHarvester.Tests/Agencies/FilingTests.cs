using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.Agencies;

/// <summary>Whose report a document is.</summary>
public class FilingTests
{
    static RegisteredAgency Agency(string code, params (string Name, int? From, int? To)[] names) => new()
    {
        Code = code,
        Periods = [.. names.Select(n => new AgencyPeriod
        {
            Name = n.Name, Since = n.From is { } from ? new DateOnly(from, 1, 1) : null, Until = n.To is { } to ? new DateOnly(to, 12, 31) : null,
        })],
    };

    static Reading Of(string? printed, int year = 2021)
    {
        var reading = Readings.Of(year, "2021", ("requests.new|total", 2));
        return reading with { Report = reading.Report with { Agency = printed } };
    }

    static void Save(ReportStore store, Reading reading, string[] agencies, string? title = null, bool oneOfMany = false) => store.SaveReading(new NewReading
    {
        Source = agencies.Length > 1 || agencies[0] == "cz" ? "s" : agencies[0], Agencies = agencies, Url = "http://a/1", ReaderVersion = "1", Reading = reading, LinkTitle = title, OneOfMany = oneOfMany,
        Sha256 = store.Originals.Keep(BitConverter.GetBytes(reading.Report.Year ?? 0)), At = StoreFolder.Start,
    });

    [Theory]
    // One agency: its own name, a part of it, nothing, or a name that nobody knows.
    [InlineData("东湖市财政局", "东湖市财政局", null, "东湖市财政局|True|")]
    [InlineData("东湖市财政局", "市财政局", null, "东湖市财政局|True|")]
    [InlineData("东湖市财政局", null, null, "东湖市财政局|True|")]
    [InlineData("东湖市人民政府", "东湖市政府", null, "东湖市人民政府|True|")]
    [InlineData("东湖高新区管委会", "东湖高新区 管理委员会", null, "东湖高新区管委会|True|")]
    [InlineData("东湖市财政局", "东湖市国库局", null, "东湖市财政局|True|AGENCY-UNREGISTERED")]
    [InlineData("东湖市财政局", "东湖市审计局", null, "东湖市财政局|False|AGENCY-OTHER")]
    [InlineData("东湖市财政局", null, "东湖市审计局2021年政府信息公开工作年度报告", "东湖市财政局|False|AGENCY-OTHER")]
    [InlineData("东湖市财政局", "东湖市国库局", "2021年东湖市人民政府政府信息公开年报", "东湖市财政局|False|AGENCY-OTHER")]
    [InlineData("东湖市财政局", null, "东湖市财政局关于2021年度的报告（东湖市审计局）", "东湖市财政局|True|")]
    [InlineData("东湖市政府办", null, "东湖市人民政府办公厅2021年年报", "东湖市政府办|True|")]
    [InlineData("东湖市财政局", "城关镇人民政府", "城关镇", "东湖市财政局|False|AGENCY-OTHER")]
    [InlineData("东湖市人民政府", "东湖市国库局", null, "东湖市人民政府|False|AGENCY-OTHER")]
    [InlineData("东湖市人民政府", "东湖市人民政府办公厅", null, "东湖市人民政府|True|AGENCY-UNREGISTERED")]
    // Several: the document decides, or else the title.
    [InlineData("东湖市财政局 东湖市审计局", "东湖市审计局", null, "东湖市审计局|True|")]
    [InlineData("东湖市财政局 东湖市审计局", null, "东湖市审计局2021年政府信息公开年报", "东湖市审计局|True|")]
    [InlineData("东湖市财政局 东湖市审计局", "东湖市国库局", "东湖市审计局2021年年报", "东湖市审计局|True|AGENCY-UNREGISTERED")]
    [InlineData("东湖市财政局 东湖市审计局", "东湖市财政局", "东湖市审计局2021年年报", "东湖市财政局|False|AGENCY-CONFLICT")]
    [InlineData("东湖市财政局 东湖市审计局", null, "2021年年报", "东湖市财政局|False|AGENCY-UNDECIDED")]
    [InlineData("东湖市财政局 东湖市审计局", "东湖市国库局", "2021年年报", "东湖市财政局|False|AGENCY-UNREGISTERED")]
    [InlineData("东湖市人民政府 东湖市人民政府办公室", null, "东湖市人民政府办公室2021年年报", "东湖市人民政府办公室|True|")]
    public void TheDocumentDecidesAndElseTheTitle(string agencies, string? printed, string? title, string expected)
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("cz", ("东湖市财政局", null, null)), Agency("sj", ("东湖市审计局", null, null)),
            Agency("zf", ("东湖市人民政府", null, null)), Agency("bgs", ("东湖市人民政府办公室", null, null))], StoreFolder.Start);
        Save(store, Of(printed), agencies.Split(' '), title);
        Assert.Equal(expected, folder.Ask("""
            SELECT a.name || '|' || CASE WHEN r.report IS NULL THEN 'False' ELSE 'True' END || '|' || COALESCE((SELECT code FROM report_issue WHERE reading = r.id), '')
            FROM reading r JOIN agency a ON a.id = r.agency
            """));
    }

    [Fact]
    public void ADoubtReadAgainStaysOneFact()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Of("甲局"), "a", agency: "乙局");
        var again = StoreFolder.Save(store, Of("甲局"), "a", agency: "乙局", reader: "2.0.0");
        Assert.Equal($"1 {again.Id}", folder.Ask("SELECT id || ' ' || reading FROM report_issue"));
        StoreFolder.Save(store, Of("乙局"), "a", agency: "乙局", reader: "3.0.0");
        Assert.Equal("0", folder.Ask("SELECT count(*) FROM report_issue WHERE settled IS NULL"));
    }

    static void Give(ReportStore store, string source, string agency, string document, string printed, decimal value, Scope scope = Scope.Own, int year = 2023)
    {
        var reading = Readings.Of(year, "2021", ("requests.new|total", value));
        store.SaveReading(new NewReading
        {
            Source = source, Agencies = [agency], Url = $"http://a/{document}", ReaderVersion = "1", Reading = reading with { Report = reading.Report with { Agency = printed, Scope = scope } },
            Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), At = StoreFolder.Start,
        });
    }

    const string Standing = "SELECT a.name || ' ' || p.year || ' ' || f.value FROM reading r JOIN report p ON p.id = r.report JOIN agency a ON a.id = r.agency JOIN figure f ON f.reading = r.id WHERE is_current = 1 ORDER BY 1";

    [Theory]
    [InlineData("own edu")]
    [InlineData("edu own")]
    public void AnothersReportInTheColumnNeverReplacesItsOwn(string order)
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        foreach (var document in order.Split(' ')) Give(store, "fin", "东湖市财政局", document, document == "own" ? "东湖市财政局" : "东湖市教育局", document == "own" ? 57 : 58);
        Assert.Equal("东湖市财政局 2023 57", folder.Ask(Standing));
        Assert.Equal("AGENCY-OTHER", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        Assert.Empty(Verification.Of(store, default).Problems);
        // Once somebody says that both are names of one agency, they are two documents of one report.
        store.SaveAgencies([Agency("cz", ("东湖市教育局", null, 2020), ("东湖市财政局", 2021, null))], StoreFolder.Start);
        Assert.Equal("C-MULTI", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
    }

    [Fact]
    public void AReportUnderANameThatAnotherSourceSpeaksForIsItsWhicheverCameFirst()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Give(store, "fin", "东湖市财政局", "a", "东湖市教育局", 58);
        Assert.Equal("AGENCY-UNREGISTERED", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        store.SaveSource("edu", ["东湖市教育局"], "http://edu/", StoreFolder.Start);
        Assert.Equal("", folder.Ask(Standing));
        Give(store, "fin", "东湖市财政局", "b", "东湖市教育局", 60, year: 2022);
        Assert.Equal("AGENCY-OTHER|AGENCY-OTHER", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        // The same bytes of the same address are the report of the one whose source speaks for it.
        Give(store, "edu", "东湖市教育局", "a", "东湖市教育局", 58);
        Assert.Equal("东湖市教育局 2023 58", folder.Ask(Standing));
        Assert.Empty(Verification.Of(store, default).Problems);
    }

    [Fact]
    public void AnOldNameAndTheReportOfTheWholeGovernmentStayInTheColumn()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Give(store, "o", "东湖市人民政府办公室", "office", "东湖市人民政府办公室", 3);
        Give(store, "o", "东湖市人民政府办公室", "government", "东湖市人民政府", 300, Scope.Aggregate);
        Give(store, "o", "东湖市人民政府办公室", "before", "东湖市人民政府办公厅", 2, year: 2018);
        Assert.Equal("东湖市人民政府办公室 2018 2|东湖市人民政府办公室 2023 3|东湖市人民政府办公室 2023 300", folder.Ask(Standing));
    }

    [Fact]
    public void AMissingReportIsToldOfEachAgency()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("old", ("东湖市文化局", null, 2018)), Agency("wl", ("东湖市文化和旅游局", 2019, null))], StoreFolder.Start);
        Give(store, "s", "东湖市财政局", "a", "东湖市财政局", 57);
        StoreFolder.Save(store, Readings.Failed with { Format = DocumentFormat.Html }, "login", yearHint: 2023, agency: "东湖市民政局");
        StoreFolder.Save(store, Readings.Failed, "scan", yearHint: 2023, agency: "东湖市水利局");
        // Its name was another's before, which counts no more; and what is founded later owes nothing yet.
        store.SaveAgencies([Agency("sw-old", ("东湖市商务局", null, 2018)), Agency("sw", ("东湖市商务局", 2019, null)), Agency("sj", ("东湖市数据局", 2024, null))], StoreFolder.Start);
        Assert.Equal(["东湖市商务局"], MissingReports.On(store, 2023, ["东湖市商务局", "东湖市数据局", "sw-old"]).Keys);
        Assert.Equal(["wl", "东湖市教育局", "东湖市民政局"], MissingReports.On(store, 2023, ["东湖市财政局", "东湖市教育局", "东湖市民政局", "东湖市水利局", "old", "wl"]).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneOfManyDocumentsIsNobodysUnlessItsNameIs()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Save(store, Of("太平镇人民政府"), ["青屏县人民政府"], oneOfMany: true);
        Assert.Equal("AGENCY-UNREGISTERED", folder.Ask("SELECT code FROM report_issue WHERE report IS NULL"));
        Assert.Equal("0", folder.Ask("SELECT count(*) FROM report"));
    }

    [Fact]
    public void ANameBelongsToWhoBoreItInTheYear()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("old", ("东湖市商务局", null, 2018)), Agency("new", ("东湖市经信局", 2010, 2018), ("东湖市商务局", 2019, null))], StoreFolder.Start);
        foreach (var year in new[] { 2017, 2018, 2019, 2021 }) Save(store, Of("东湖市商务局", year), ["东湖市商务局"]);
        Assert.Equal("2017 old|2018 old|2019 new|2021 new", folder.Ask("SELECT p.year || ' ' || a.code FROM report p JOIN agency a ON a.id = p.agency ORDER BY 1"));
    }

    [Fact]
    public void OfTwoOfAColumnWhoBoreANameItIsThatOfTheYear()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("old", ("东湖市商务局", null, 2018)), Agency("new", ("东湖市经信局", 2010, 2018), ("东湖市商务局", 2019, null))], StoreFolder.Start);
        foreach (var year in new[] { 2017, 2018, 2019, 2021 }) Save(store, Of("东湖市商务局", year), ["东湖市经信局", "东湖市商务局"]);
        foreach (var year in new[] { 2016, 2020 }) Save(store, Of("东湖市商务局", year), ["old", "new"]);
        Assert.Equal("2016 old|2017 old|2018 old|2019 new|2020 new|2021 new", folder.Ask("SELECT p.year || ' ' || a.code FROM report p JOIN agency a ON a.id = p.agency ORDER BY 1"));
        Assert.Equal("", folder.Ask("SELECT code FROM report_issue"));
    }

    [Fact]
    public void WhatWasFiledByANameThatWasNeverBorneMovesWhenTheRegistryIsPutRight()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("wj", ("东湖市卫生监督所", null, 2018), ("东湖市卫生健康局", 2019, null))], StoreFolder.Start);
        Save(store, Of("东湖市卫生监督所"), ["东湖市卫生监督所"]);
        Assert.Equal("wj", folder.Ask("SELECT a.code FROM report p JOIN agency a ON a.id = p.agency"));

        Assert.Equal(1, store.SaveAgencies([Agency("wj", ("东湖市卫生健康局", 2019, null))], StoreFolder.Start));

        Assert.Equal("东湖市卫生监督所", folder.Ask("SELECT a.name FROM report p JOIN agency a ON a.id = p.agency JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1"));
    }

    [Fact]
    public void AnAgencyThatIsRegisteredLaterKeepsItsReports()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Save(store, Of("东湖市财政局"), ["东湖市财政局"]);
        store.SaveAgencies([Agency("cz", ("东湖市财税局", null, 2008), ("东湖市财政局", 2009, null))], StoreFolder.Start);
        Save(store, Of("东湖市财政局", 2022), ["cz"]);
        Assert.Equal("cz 2021|cz 2022", folder.Ask("SELECT a.code || ' ' || p.year FROM report p JOIN agency a ON a.id = p.agency ORDER BY 1"));
    }

    [Fact]
    public void WhatWasNobodysFindsItsAgencyWhenItsSourceSpeaksForIt()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("cz", ("东湖市财政局", null, null)), Agency("sj", ("东湖市审计局", null, null))], StoreFolder.Start);
        store.SaveSource("s", ["cz"], "http://a/", StoreFolder.Start);
        Save(store, Of("东湖市审计局"), ["cz"]);
        Assert.Equal("AGENCY-OTHER", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        store.SaveSource("s", ["cz", "sj"], "http://a/", StoreFolder.Start.AddDays(1));
        Assert.Equal("sj 2021 1", folder.Ask("SELECT a.code || ' ' || p.year || ' ' || r.is_current FROM reading r JOIN report p ON p.id = r.report JOIN agency a ON a.id = p.agency"));
        Assert.Equal("", folder.Ask("SELECT code FROM report_issue WHERE settled IS NULL"));
        Assert.Equal("2", folder.Ask("SELECT value FROM figure f JOIN agency a ON a.id = f.agency WHERE a.code = 'sj'"));
        Assert.Equal("", folder.Ask("PRAGMA foreign_key_check"));
        Assert.Equal("filed", folder.Ask("SELECT kind FROM report_event"));
    }

    [Fact]
    public void ANameThatTurnsOutToBeAnAgencysOldOneBringsItsReportsAlong()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        store.SaveAgencies([Agency("jrj", ("东湖市金融管理局", 2024, null))], StoreFolder.Start);
        Save(store, Of("东湖市金融工作局", 2019), ["东湖市金融工作局"]);
        Save(store, Of("东湖市金融管理局", 2024), ["jrj"]);
        Assert.Equal(1, store.SaveAgencies([Agency("jrj", ("东湖市金融工作局", null, 2023), ("东湖市金融管理局", 2024, null))], StoreFolder.Start.AddDays(1)));
        Assert.Equal("2019 jrj|2024 jrj", folder.Ask("""
            SELECT p.year || ' ' || a.code FROM reading r JOIN report p ON p.id = r.report AND p.agency = r.agency JOIN agency a ON a.id = p.agency WHERE is_current = 1 ORDER BY 1
            """));
        Assert.Equal("", folder.Ask("PRAGMA foreign_key_check"));
        Assert.Empty(Verification.Of(store, default).Problems);
    }
}
