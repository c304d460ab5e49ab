using Microsoft.Data.Sqlite;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class StoreOpeningTests
{
    [Fact]
    public void AFolderThatIsNotThereIsMadeAndOpeningAgainChangesNothing()
    {
        using var folder = new StoreFolder();
        var data = Path.Combine(folder.Path, "deep", "data");
        using (ReportStore.Open(data)) { }
        var before = File.ReadAllBytes(Path.Combine(data, "reports.db"));
        using (ReportStore.Open(data)) { }
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(data, "reports.db")));
    }

    [Fact]
    public void WhatIsWorkedOutIsGoneThroughAgainOnlyWhenItsRulesChange()
    {
        using var folder = new StoreFolder();
        using (var store = folder.Open()) StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 2)), "a");
        var hash = folder.Ask("SELECT content FROM reading");
        folder.Ask("UPDATE reading SET content = NULL; UPDATE agency_period SET folded = 'x';");
        using (folder.Open()) { }
        Assert.Equal(("", "x"), (folder.Ask("SELECT content FROM reading"), folder.Ask("SELECT DISTINCT folded FROM agency_period")));
        folder.Ask("UPDATE derived SET rules = 'older'");
        using (folder.Open()) { }
        Assert.Equal(hash, folder.Ask("SELECT content FROM reading"));
        Assert.NotEqual("x", folder.Ask("SELECT DISTINCT folded FROM agency_period"));
    }

    [Fact]
    public void EveryWriterRunsDurable()
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        Assert.Equal(("wal", "2", "1"), (Pragma(store, "journal_mode"), Pragma(store, "synchronous"), Pragma(store, "foreign_keys")));
        Assert.Equal($"{Schema.Newest}", Pragma(store, "user_version"));
    }

    [Fact]
    public void ASecondWriterIsRefusedAndReadersAreNot()
    {
        using var folder = new StoreFolder();
        using (var store = folder.Open())
        {
            StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 2)), "a");
            var refusal = Assert.Throws<DataFolderBusyException>(folder.Open).Message;
            Assert.Contains(folder.Path, refusal);
            Assert.Contains($"process {Environment.ProcessId}", refusal);
            Assert.True(FolderHold.IsHeld(folder.Path));
            using var reader = ReportStore.OpenReadOnly(folder.Path);
            Assert.Single(Overview.Of(reader));
            Assert.Throws<SqliteException>(() => reader.SaveVisit(new Visit { Url = "u", Status = 200, At = StoreFolder.Start }));
        }
        Assert.False(FolderHold.IsHeld(folder.Path));
        using (folder.Open()) { }
        using (var alone = ReportStore.OpenReadOnly(folder.Path)) Assert.Single(Overview.Of(alone));
    }

    [Fact]
    public void ANewerSchemaIsRefusedAndLeftAlone()
    {
        using var folder = new StoreFolder();
        using (folder.Open()) { }
        folder.Ask("PRAGMA user_version = 99");
        Assert.Contains("99", Assert.Throws<SchemaException>(folder.Open).Message);
        Assert.Throws<SchemaException>(() => ReportStore.OpenReadOnly(folder.Path));
        Assert.Equal("99", folder.Ask("PRAGMA user_version"));
    }

    [Fact]
    public void AReaderOfAnOlderSchemaIsToldWhatToDo()
    {
        using var folder = new StoreFolder();
        folder.Ask("PRAGMA user_version = 0; CREATE TABLE t (x);");
        Assert.Contains("harvest once", Assert.Throws<SchemaException>(() => ReportStore.OpenReadOnly(folder.Path)).Message);
    }

    [Fact]
    public void WhereThereIsNoDatabaseAReaderMakesNone()
    {
        using var folder = new StoreFolder();
        Assert.Throws<FileNotFoundException>(() => ReportStore.OpenReadOnly(folder.Path));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    static string Pragma(ReportStore store, string name)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return command.ExecuteScalar()!.ToString()!;
    }
}
