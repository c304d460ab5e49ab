using System.Security.Cryptography;
using ReportHarvester.App;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Export;

/// <summary>An export as a whole: the same again, whole or not at all, and what changed since another.</summary>
public sealed class ExportTests : IDisposable
{
    readonly ExportedPanel panel = new();

    public void Dispose() => panel.Dispose();

    [Fact]
    public async Task TheSameStoreGivesTheSameBytesAndTheSumsAreRight()
    {
        Assert.Equal(0, await panel.Export("one"));
        Assert.Equal(0, await panel.Export("two"));
        var files = panel.Files("one");
        Assert.Equal(files, panel.Files("two"));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(Path.Combine(panel.At("one"), file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(panel.At("two"), file))), file));
        var sums = panel.Lines("one", "SHA256SUMS").Select(line => line.Split("  ")).ToList();
        Assert.Equal(files.Where(file => file != "SHA256SUMS"), sums.Select(sum => sum[1]));
        Assert.All(sums, sum => Assert.Equal(sum[0], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(panel.At("one"), sum[1]))))));
    }

    [Fact]
    public async Task WhatIsThereIsNotWrittenOver()
    {
        Directory.CreateDirectory(panel.At("there"));
        Assert.Equal(ExitCode.CannotCreate, await panel.Export("there"));
        Assert.Empty(Directory.GetFileSystemEntries(panel.At("there")));
        Assert.Equal(ExitCode.NoInput, await panel.Export("out", "--since", panel.At("nowhere")));
        Assert.False(Directory.Exists(panel.At("out")));
    }

    [Fact]
    public async Task KilledInTheMiddleItLeavesNothingHalfAndTheNextOneIsWhole()
    {
        using (var export = BuiltProgram.Start("export", panel.At("out"), "--data", panel.Data))
        {
            while (!File.Exists(Path.Combine(panel.At("out.part"), "figures.csv"))) await Task.Delay(1);
            export.Kill();
            await export.WaitForExitAsync();
        }
        Assert.False(Directory.Exists(panel.At("out")));
        await File.WriteAllTextAsync(Path.Combine(panel.At("out.part"), "half.csv"), "half");
        Assert.Equal(0, await panel.Export("out"));
        Assert.False(Directory.Exists(panel.At("out.part")));
        Assert.DoesNotContain("half.csv", panel.Files("out"));
    }

    [Fact]
    public async Task TheNameOfAFileThatAPersonGaveStaysAtHome()
    {
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2023), "given", url: "import:///a6/李四-13912345678.html", day: 9, agency: "a6"));
        Assert.Equal(0, await panel.Export("out"));
        var reports = panel.Lines("out", "reports.csv");
        Assert.Contains(reports, line => line.Contains(",import:", StringComparison.Ordinal));
        Assert.DoesNotContain(reports.Concat(panel.Lines("out", "figures.csv")), line => line.Contains("13912345678", StringComparison.Ordinal) || line.Contains("李四", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChangesSinceTheReleaseBeforeSayWhatWasWhatIsAndWhy()
    {
        await panel.Export("first");
        panel.Change(store =>
        {
            StoreFolder.Save(store, ExportedPanel.Known(2021, granted: 41), "other bytes", url: "https://www.dg.gov.cn/" + ExportedPanel.Names[4], day: 9, agency: "a4");
            StoreFolder.Save(store, ExportedPanel.Known(2021, granted: 42), ExportedPanel.Names[5], reader: "9.0.0", day: 9, agency: "a5");
            StoreFolder.Save(store, ExportedPanel.Known(2023), "new", day: 9, agency: "a6");
            store.SaveCorrection(new Correction("a7", 2021, new FigureKey("requests.closed", "total"), 81, "letter", "reviewer", "misprint"), StoreFolder.Start.AddDays(9));
        });
        Assert.Equal(0, await panel.Export("second", "--since", panel.At("first")));
        Assert.Equal(
            ["a4:2021:own,requests.granted|total,40,number,41,number,republished", "a5:2021:own,requests.granted|total,40,number,42,number,reread", "a6:2023:own,,,,,,new_report", "a7:2021:own,requests.closed|total,80,number,81,number,corrected"],
            panel.Lines("second", "changes.csv").Skip(1));
        Assert.Single(panel.Lines("first", "changes.csv"));
    }
}
