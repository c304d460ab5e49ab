using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class VersionTests
{
    static readonly Reading First = Readings.Of(2021, "2021", ("requests.new|total", 2));

    [Fact]
    public void TheSameBytesReadByTheSameReaderAddNothing()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var saved = StoreFolder.Save(store, First, "a");
        var before = Dump(folder);
        Assert.Equal(Novelty.NewReport, saved.Novelty);
        Assert.Equal(saved with { Novelty = Novelty.Unchanged, WasStored = true }, StoreFolder.Save(store, First, "a", day: 1));
        Assert.Equal(before, Dump(folder));
        Assert.True(store.HasReading(store.Originals.Keep("a"u8), "https://www.dg.gov.cn/a", "1.0.0", ["东莞市金融工作局"]));
        Assert.False(store.HasReading(store.Originals.Keep("a"u8), "https://www.dg.gov.cn/a", "1.0.0", ["东莞市财政局"]));
        Assert.False(store.HasReading(store.Originals.Keep("a"u8), "https://www.dg.gov.cn/a", "1.0.1", ["东莞市金融工作局"]));
    }

    [Fact]
    public void ABetterReaderMovesTheCurrentReadingAndTheOldOneStays()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var old = StoreFolder.Save(store, First, "a");
        var better = StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 3)), "a", reader: "1.1.0", day: 1);
        Assert.Equal(Novelty.Unchanged, better.Novelty);
        Assert.Equal($"{old.Id}|{better.Id}", folder.Ask("SELECT id FROM reading ORDER BY id"));
        Assert.Equal($"{better.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));
        Assert.Equal("2|3", folder.Ask("SELECT value FROM figure ORDER BY reading"));
    }

    [Fact]
    public void OtherBytesAreANewVersionAndReadingOldOnesAgainDoesNotBringThemBack()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, First, "a", day: 0);
        var changed = StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 9)), "b", day: 5);
        Assert.Equal(Novelty.NewVersion, changed.Novelty);
        var again = StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 9)), "b", reader: "1.1.0", day: 6);
        StoreFolder.Save(store, First, "a", reader: "1.1.0", day: 7);
        Assert.Equal($"{again.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));
    }

    [Fact]
    public void ADocumentWithoutFiguresDoesNotHideOneThatHasThem()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var saved = StoreFolder.Save(store, First with { Report = First.Report with { Scope = Scope.Unknown } }, "a");
        var picture = StoreFolder.Save(store, Readings.Failed, "picture", yearHint: 2021, day: 3);
        Assert.Equal(Novelty.NewVersion, picture.Novelty);
        Assert.Equal($"{saved.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));
    }

    [Fact]
    public void APublisherWhoGoesBackToTheOldBytesMakesThemCurrentAgain()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        const string url = "https://www.dg.gov.cn/report";
        var old = StoreFolder.Save(store, First, "a", url: url);
        store.SaveVisit(Visit(store, "a"u8, day: 0));
        var changed = StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 9)), "b", url: url, day: 5);
        store.SaveVisit(Visit(store, "b"u8, day: 5));
        Assert.Equal($"{changed.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));
        store.SaveVisit(Visit(store, "a"u8, day: 9));
        Assert.Equal($"{old.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));

        static Visit Visit(ReportStore store, ReadOnlySpan<byte> bytes, int day) =>
            new() { Url = url, Status = 200, Sha256 = store.Originals.Keep(bytes), At = StoreFolder.Start.AddDays(day) };
    }

    [Fact]
    public void AReaderThatCorrectsTheYearTakesTheDocumentAlong()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var older = StoreFolder.Save(store, First, "a");
        StoreFolder.Save(store, First, "b", day: 1);
        var corrected = StoreFolder.Save(store, Readings.Of(2022, "2021", ("requests.new|total", 2)), "b", reader: "1.1.0", day: 2);
        Assert.Equal($"{older.Id}|{corrected.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1 ORDER BY id"));
    }

    [Fact]
    public void AFailedReadingWithoutAYearIsKeptWithItsIssuesUntilAReaderFindsTheYear()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        var failed = StoreFolder.Save(store, Readings.Failed, "a");
        Assert.Equal("NEEDS-OCR", folder.Ask("SELECT code FROM issue JOIN reading ON reading.id = issue.reading WHERE is_current = 1 AND report IS NULL AND source = 'dg-jrj'"));
        Assert.Null(Assert.Single(Overview.Of(store)).Year);
        var found = StoreFolder.Save(store, First, "a", reader: "2.0.0");
        Assert.NotEqual(failed.Id, found.Id);
        Assert.Equal($"{found.Id}", folder.Ask("SELECT id FROM reading WHERE is_current = 1"));
    }

    [Fact]
    public void TheYearOfTheLinkServesWhereTheDocumentHasNoneAndBothNamesOfTheAgencyAreKept()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Of(null, "2021", ("requests.new|total", 2)), "a", yearHint: 2020, agency: "东莞市地方金融管理局");
        var line = Assert.Single(Overview.Of(store));
        Assert.Equal((2020, "东莞市地方金融管理局", "东莞市金融工作局"), (line.Year, line.Agency, line.PrintedAgency));
        Assert.Equal("", folder.Ask("SELECT printed_year FROM reading"));
    }

    [Fact]
    public void ADocumentThatIsNotInTheArchiveIsRefused()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Assert.Throws<InvalidOperationException>(() => store.SaveReading(new NewReading
        {
            Source = "s", Agencies = ["a"], Url = "u", Sha256 = new string('0', 64), ReaderVersion = "1", Reading = First, At = StoreFolder.Start,
        }));
    }

    static string Dump(StoreFolder folder) => string.Join("\n", new[] { "reading", "figure", "original", "report", "evidence", "issue", "source", "agency" }
        .Select(table => folder.Ask($"SELECT json_array({Columns(folder, table)}) FROM {table}")));

    static string Columns(StoreFolder folder, string table) =>
        folder.Ask($"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}')").Replace('|', ',');
}
