using System.CommandLine;
using System.Diagnostics;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Benchmarks;

/// <summary>`checks [FILE...]`: what the checks within a report take of its reading, in time and memory, by turns in one process.</summary>
static class ChecksCommand
{
    // Enough readings for the runtime to have compiled everything in its final form.
    const int WarmUp = 30;

    sealed record Subject(string Name, byte[] Bytes)
    {
        public Samples Whole { get; } = new();
        public Samples Checks { get; } = new();
        public Samples WholeKilobytes { get; } = new();
        public Samples ChecksKilobytes { get; } = new();
    }

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Reports to measure besides the fixtures", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
        var rounds = new Option<int>("--rounds") { Description = "Times that every file is read", DefaultValueFactory = _ => 30 };
        var command = new Command("checks", "Measure the checks as a share of a reading and print a Markdown table.") { files, rounds };
        command.SetAction(result =>
        {
            ReportFile.Given = result.GetValue(files)!;
            Run([.. ReportFile.All().Select(f => new Subject(f.Name, File.ReadAllBytes(f.Path)))], result.GetValue(rounds), result.InvocationConfiguration.Output);
        });
        return command;
    }

    static void Run(List<Subject> subjects, int rounds, TextWriter output)
    {
        foreach (var s in subjects)
            for (var i = 0; i < WarmUp; i++) Read(s);
        subjects = subjects.ConvertAll(s => new Subject(s.Name, s.Bytes));
        for (var round = 0; round < rounds; round++) subjects.ForEach(Read);
        output.WriteLine("| file | reading ms, median (min) | checks ms | share % | reading KB | checks KB | share % |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var s in subjects)
            output.WriteLine($"| {s.Name} | {s.Whole.Median:N2} ({s.Whole.Min:N2}) | {s.Checks.Median:N2} ({s.Checks.Min:N2}) | {100 * s.Checks.Median / s.Whole.Median:N1} ({100 * s.Checks.Min / s.Whole.Min:N1}) "
                + $"| {s.WholeKilobytes.Median:N0} | {s.ChecksKilobytes.Median:N0} | {100 * s.ChecksKilobytes.Median / s.WholeKilobytes.Median:N1} |");
    }

    static void Read(Subject subject)
    {
        Measure(subject.Whole, subject.WholeKilobytes, () => ReportReader.Read(subject.Bytes));
        var own = OwnReport.Of(ReportReader.Open(DocumentFormats.Detect(subject.Bytes), subject.Bytes, null));
        var tables = FormRecogniser.Read(own.Document, own.Title, out var unplaced);
        var seen = new CheckedReport(new PlacedFigures(tables.SelectMany(t => t.Figures)), ReportFrame.Read(own.Document, tables, [.. unplaced]), own.Document);
        Measure(subject.Checks, subject.ChecksKilobytes, () => CheckList.Run(seen));
    }

    static void Measure(Samples time, Samples memory, Action work)
    {
        var (allocated, before) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        work();
        time.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        memory.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
    }
}
