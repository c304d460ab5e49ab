using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;

namespace ReportHarvester.Benchmarks;

/// <summary>`content FILE...`: whole readings of PDFs with page content by our own interpreter and by the library's, in turns in one process.</summary>
static class ContentCommand
{
    // Enough readings for the runtime to have compiled everything in its final form.
    const int WarmUp = 40;

    sealed record Arm(bool ByLibrary)
    {
        public Samples Time { get; } = new();
        public Samples Allocated { get; } = new();
    }

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "PDFs to measure besides the fixtures", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
        var rounds = new Option<int>("--rounds") { Description = "Times that each way reads every file", DefaultValueFactory = _ => 20 };
        var command = new Command("content", "Compare our own reading of PDF content with the library's and print a Markdown table.") { files, rounds };
        command.SetAction(result =>
        {
            ReportFile.Given = result.GetValue(files)!;
            Run([.. ReportFile.All().Where(f => f.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))], result.GetValue(rounds), result.InvocationConfiguration.Output);
        });
        return command;
    }

    static void Run(IReadOnlyList<ReportFile> files, int rounds, TextWriter output)
    {
        var documents = files.Select(f => (File: f, Bytes: File.ReadAllBytes(f.Path), Own: new Arm(false), Library: new Arm(true))).ToList();
        for (var i = 0; i < Math.Max(2, WarmUp / documents.Count); i++)
            foreach (var d in documents) Read(d.Bytes, d.Own, d.Library);
        foreach (var d in documents)
        {
            for (var i = 0; i < WarmUp / 8; i++) Read(d.Bytes, d.Own, d.Library);
        }
        documents = [.. documents.Select(d => d with { Own = new Arm(false), Library = new Arm(true) })];
        for (var round = 0; round < rounds; round++)
            foreach (var d in documents) Read(d.Bytes, d.Own, d.Library);
        output.WriteLine("| file | pages | own ms, median (min) | library ms, median (min) | times as fast, median (min) | own KB | library KB | pages read by the library |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var d in documents)
        {
            var pages = PdfPages.Read(d.Bytes);
            output.WriteLine($"| {d.File.Name} | {pages.Pages.Count} | {Both(d.Own.Time)} | {Both(d.Library.Time)} "
                + $"| {d.Library.Time.Median / d.Own.Time.Median:N1} ({d.Library.Time.Min / d.Own.Time.Min:N1}) | {d.Own.Allocated.Median:N0} | {d.Library.Allocated.Median:N0} | {pages.Odd.Count} |");
        }
        output.WriteLine();
        output.WriteLine($"The whole reading of bytes in memory, by turns, {rounds} rounds. {Environment.ProcessorCount} processors, .NET {Environment.Version}, "
            + $"{(GCSettings.IsServerGC ? "server" : "workstation")} collector.");
    }

    // Each way goes first as often as the other, and pays for its own garbage.
    static void Read(byte[] bytes, Arm own, Arm library)
    {
        foreach (var arm in own.Time.Count % 2 == 0 ? [own, library] : (Arm[])[library, own])
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Stopwatch.GetTimestamp();
            ReportReader.Read(PdfReader.Read(bytes, arm.ByLibrary));
            arm.Time.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            arm.Allocated.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
        }
    }

    static string Both(Samples samples) => $"{samples.Median:N2} ({samples.Min:N2})";
}
