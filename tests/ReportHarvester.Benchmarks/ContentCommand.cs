using System.CommandLine;
using System.Diagnostics;
using System.Runtime;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;

namespace ReportHarvester.Benchmarks;

/// <summary>`content [FILE...]`: PDFs with page content by our own interpreter and by the library's, in turns in one process: the content alone, and the whole reading.</summary>
static class ContentCommand
{
    // Enough readings for the runtime to have compiled everything in its final form.
    const int WarmUp = 30;

    // Any will do: the same report for all kinds of fonts.
    const int Seed = 77;

    sealed record Arm(bool ByLibrary)
    {
        public Samples Content { get; } = new();
        public Samples Whole { get; } = new();
        public Samples Allocated { get; } = new();
    }

    sealed record Subject(string Name, byte[] Bytes)
    {
        public Arm Own { get; init; } = new(false);
        public Arm Library { get; init; } = new(true);
    }

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "PDFs to measure besides one of every kind of font", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
        var rounds = new Option<int>("--rounds") { Description = "Times that each way reads every file", DefaultValueFactory = _ => 20 };
        var command = new Command("content", "Compare our own reading of PDF content with the library's and print a Markdown table.") { files, rounds };
        command.SetAction(async (result, cancel) =>
        {
            var given = result.GetValue(files)!.Select(f => new Subject(f.Name, File.ReadAllBytes(f.FullName)));
            Run([.. await Printed(cancel), .. given], result.GetValue(rounds), result.InvocationConfiguration.Output);
        });
        return command;
    }

    // One report in every kind of font that the Publisher embeds or names, as a subset and whole.
    static async Task<IReadOnlyList<Subject>> Printed(CancellationToken cancel)
    {
        var format = Format.All["drawn"];
        List<Layout> layouts = [.. Traits.Catalogue.All["fontKind"].Values.Select(kind => Layout.Plain(Seed) with { Traits = new Dictionary<string, string> { ["fontKind"] = kind } }),
            Layout.Plain(Seed) with { Traits = new Dictionary<string, string> { ["fontMarks"] = "whole" } }];
        var documents = await format.Press([.. layouts.Select(l => format.Shown(l))], cancel);
        return [.. layouts.Zip(documents, (l, d) => new Subject(l.Written, d))];
    }

    static void Run(List<Subject> subjects, int rounds, TextWriter output)
    {
        foreach (var s in subjects)
            for (var i = 0; i < WarmUp; i++) Read(s);
        subjects = subjects.ConvertAll(s => new Subject(s.Name, s.Bytes));
        for (var round = 0; round < rounds; round++) subjects.ForEach(Read);
        output.WriteLine("| file | pages | content: own ms, median (min) | library ms | times as fast | whole reading: own ms | library ms | times as fast | own KB | library KB | pages left to the library |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var s in subjects)
        {
            var pages = PdfPages.Read(s.Bytes);
            output.WriteLine($"| {s.Name} | {pages.Pages.Count} | {Compared(s, a => a.Content)} | {Compared(s, a => a.Whole)} "
                + $"| {s.Own.Allocated.Median:N0} | {s.Library.Allocated.Median:N0} | {pages.Odd.Count} |");
        }
        output.WriteLine();
        output.WriteLine($"Content: bytes in memory to characters, lines and areas. Whole reading: to checked figures. By turns, {rounds} rounds. {Environment.ProcessorCount} processors, "
            + $".NET {Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} collector.");
    }

    // Each way goes first as often as the other, and pays for its own garbage.
    static void Read(Subject subject)
    {
        foreach (var arm in subject.Own.Whole.Count % 2 == 0 ? [subject.Own, subject.Library] : (Arm[])[subject.Library, subject.Own])
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Stopwatch.GetTimestamp();
            var file = PdfPages.Read(subject.Bytes, arm.ByLibrary);
            arm.Content.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            ReportReader.Read(PdfReader.Read([.. file.Pages.Select(PageReader.Read)], file.IsCut));
            arm.Whole.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            arm.Allocated.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
        }
    }

    static string Compared(Subject subject, Func<Arm, Samples> stage)
    {
        var (own, library) = (stage(subject.Own), stage(subject.Library));
        return $"{Both(own)} | {Both(library)} | {library.Median / own.Median:N1} ({library.Min / own.Min:N1})";
    }

    static string Both(Samples samples) => $"{samples.Median:N2} ({samples.Min:N2})";
}
