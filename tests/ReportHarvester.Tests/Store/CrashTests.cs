using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class CrashTests
{
    [Fact]
    public void AWriterThatIsKilledLosesNothingItAcknowledgedAndLeavesNothingHalfDone()
    {
        using var folder = new StoreFolder();
        var acknowledged = new List<string>();
        for (var round = 0; round < 5; round++)
        {
            using var writer = WritingProcess.Start(["env", $"FIRST={round * 1_000_000}", .. WritingProcess.Command("save", folder.Path)]);
            for (var i = 0; i <= round * 7; i++) acknowledged.Add(writer.StandardOutput.ReadLine()!);
            writer.Kill();
            acknowledged.AddRange(writer.StandardOutput.ReadToEnd().Split('\n')[..^1]);
            writer.WaitForExit();
        }
        using var store = folder.Open();
        var stored = folder.Ask("SELECT url FROM reading").Split('|').Select(url => url[(url.LastIndexOf(' ') + 1)..]).ToHashSet();
        Assert.Subset(stored, acknowledged.ToHashSet());
        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));
        Assert.Equal($"{WritingProcess.FiguresEach}", folder.Ask("SELECT DISTINCT n FROM (SELECT count(f.reading) AS n FROM reading r LEFT JOIN figure f ON f.reading = r.id GROUP BY r.id)"));
        Assert.Equal("1", folder.Ask("SELECT count(*) FROM reading WHERE is_current = 1"));
        Assert.All(folder.Ask("SELECT sha256 FROM original").Split('|'), sha256 => Assert.NotNull(store.Originals.Read(sha256)));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "originals")));
    }

    [Fact]
    public void AReadingThatDoesNotFitLeavesNoTraceAndFitsLater()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        StoreFolder.Save(store, Readings.Random(1), "a");
        var before = folder.Ask("SELECT count(*) FROM reading UNION ALL SELECT count(*) FROM report UNION ALL SELECT count(*) FROM original UNION ALL SELECT count(*) FROM agency");
        var pages = long.Parse(folder.Ask("PRAGMA page_count"));
        Limit(store, pages + 1);
        var failure = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Fill(store));
        Assert.Equal(13, failure.SqliteErrorCode);
        Assert.Equal(before, folder.Ask("SELECT count(*) FROM reading UNION ALL SELECT count(*) FROM report UNION ALL SELECT count(*) FROM original UNION ALL SELECT count(*) FROM agency"));
        Limit(store, 1_000_000);
        Fill(store);
        Assert.Equal("2", folder.Ask("SELECT count(*) FROM reading"));
        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));
    }

    static void Fill(ReportStore store) => StoreFolder.Save(store, Readings.Of(2023, "2021", ("requests.new|total", 1)) with
    {
        Issues = [new Issue { Code = "X", Severity = Severity.Info, Message = new string('字', 100_000) }],
    }, "b");

    static void Limit(ReportStore store, long pages)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages}";
        command.ExecuteNonQuery();
    }
}
