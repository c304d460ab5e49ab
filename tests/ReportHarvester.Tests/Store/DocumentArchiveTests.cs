using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class DocumentArchiveTests
{
    // printf 年报 | sha256sum
    const string Known = "dd1046950e3d82b39afb219d7ed9b41e6f24beeea04dc9c6d525f8d67245a236";
    static readonly byte[] Report = "年报"u8.ToArray();

    [Fact]
    public void BytesAreKeptUnderTheirHashAndComeBack()
    {
        using var folder = new StoreFolder();
        var archive = new DocumentArchive(folder.Path);
        Assert.Equal(Known, archive.Keep(Report));
        Assert.Equal(Report, archive.Read(Known));
        Assert.True(File.Exists(Path.Combine(folder.Path, "originals", Known[..2], Known)));
    }

    [Fact]
    public void KeepingThemAgainWritesNothing()
    {
        using var folder = new StoreFolder();
        var archive = new DocumentArchive(folder.Path);
        var file = Path.Combine(folder.Path, "originals", Known[..2], archive.Keep(Report));
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        archive.Keep(Report);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void AnAlteredFileIsRefusedAndHealedByTheSameBytes()
    {
        using var folder = new StoreFolder();
        var archive = new DocumentArchive(folder.Path);
        archive.Keep(Report);
        File.WriteAllText(Path.Combine(folder.Path, "originals", Known[..2], Known), "altered");
        Assert.Contains("was altered", Assert.Throws<InvalidDataException>(() => archive.Read(Known)).Message);
        archive.Keep(Report);
        Assert.Equal(Report, archive.Read(Known));
    }

    [Fact]
    public void WhatWasNeverKeptIsNullAndOnlyAHashIsAName()
    {
        using var folder = new StoreFolder();
        var archive = new DocumentArchive(folder.Path);
        Assert.Null(archive.Read(Known));
        Assert.Throws<ArgumentException>(() => archive.Read("../reports.db"));
    }

    [Fact]
    public void OpeningTheStoreSweepsWhatAnEarlierRunLeftUnfinished()
    {
        using var folder = new StoreFolder();
        using (var store = folder.Open()) store.Originals.Keep(Report);
        var left = Path.Combine(folder.Path, "originals", "abc.part");
        File.WriteAllText(left, "half");
        using (folder.Open()) Assert.False(File.Exists(left));
    }

    [StraceTheory]
    [InlineData("fsync", "EIO", 1)]
    [InlineData("fsync", "ENOSPC", 2)]
    [InlineData("fsync", "EIO", 3)]
    [InlineData("rename", "EIO", 1)]
    public void AFailingDiskSurfacesAndTheNextDocumentIsKept(string call, string error, int when)
    {
        using var folder = new StoreFolder();
        using var process = WritingProcess.Start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:error={error}:when={when}",
            .. WritingProcess.Command("keep", folder.Path, "2")]);
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        Assert.StartsWith("IOException", lines[0]);
        Assert.NotNull(new DocumentArchive(folder.Path).Read(lines[1]));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "originals")));
    }

    [StraceTheory]
    [InlineData("EINTR")]
    public void AnInterruptedFsyncIsTriedAgain(string error)
    {
        using var folder = new StoreFolder();
        using var process = WritingProcess.Start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", $"inject=fsync:error={error}:when=1",
            .. WritingProcess.Command("keep", folder.Path, "1")]);
        var line = process.StandardOutput.ReadToEnd().TrimEnd();
        process.WaitForExit();
        Assert.NotNull(new DocumentArchive(folder.Path).Read(line));
    }
}
