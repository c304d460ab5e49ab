using System.CommandLine;
using System.Diagnostics;
using ReportHarvester.App;
using ReportHarvester.Reports;

namespace ReportHarvester.Benchmarks;

/// <summary>`apart [FILE...]`: what it costs a document to be read in a process of its own, against reading it here, by turns.</summary>
static class ApartCommand
{
    // Enough readings for the runtime of each process to have compiled everything in its final form.
    const int WarmUp = 60;

    sealed record Measured(ReportFile File, byte[] Bytes)
    {
        public Samples Here { get; } = new();
        public Samples Apart { get; } = new();
    }

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Reports to measure besides the fixtures", Arity = ArgumentArity.ZeroOrMore }.AcceptExistingOnly();
        var rounds = new Option<int>("--rounds") { Description = "Times that each way reads every file", DefaultValueFactory = _ => 40 };
        var command = new Command("apart", "Compare reading in a process apart with reading in this one and print a Markdown table.") { files, rounds };
        command.SetAction(result =>
        {
            ReportFile.Given = result.GetValue(files)!;
            Run(result.GetValue(rounds), result.InvocationConfiguration.Output);
        });
        return command;
    }

    static void Run(int rounds, TextWriter output)
    {
        using var apart = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        List<Measured> files = [.. ReportFile.All().Select(f => new Measured(f, File.ReadAllBytes(f.Path)))];
        for (var i = 0; i < WarmUp; i++)
            foreach (var file in files) Both(file, apart, counts: false);
        for (var i = 0; i < rounds; i++)
            foreach (var file in files) Both(file, apart, counts: true);
        output.WriteLine("| file | KB | here ms, median (min) | apart ms, median (min) | apart : here, median (min) |");
        output.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var f in files)
            output.WriteLine($"| {f.File.Name} | {f.Bytes.Length / 1024.0:N0} | {f.Here.Median:N2} ({f.Here.Min:N2}) | {f.Apart.Median:N2} ({f.Apart.Min:N2}) "
                + $"| {f.Apart.Median / f.Here.Median:N2} ({f.Apart.Min / f.Here.Min:N2}) |");
        output.WriteLine();
        output.WriteLine($"Bytes to checked reading, warm, by turns, {rounds} rounds; apart: over to the reading process and back. {Environment.ProcessorCount} processors, .NET {Environment.Version}.");
    }

    // Each way goes first as often as the other.
    static void Both(Measured file, ReadingProcess apart, bool counts)
    {
        var hereFirst = file.Here.Count % 2 == 0;
        if (hereFirst) Time(file.Here, () => ReportReader.Read(file.Bytes), counts);
        Time(file.Apart, () => apart.Read(file.Bytes, null), counts);
        if (!hereFirst) Time(file.Here, () => ReportReader.Read(file.Bytes), counts);
    }

    static void Time(Samples samples, Func<Reading> read, bool counts)
    {
        var before = Stopwatch.GetTimestamp();
        read();
        if (counts) samples.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
    }
}
