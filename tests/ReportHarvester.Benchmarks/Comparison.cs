using System.Diagnostics;
using ReportHarvester.Reports;

namespace ReportHarvester.Benchmarks;

/// <summary>What was measured of one file: milliseconds, and kilobytes allocated by one reading.</summary>
sealed record Measured(ReportFile File, byte[] Bytes, Reading Reading)
{
    public Samples Warm { get; } = new();
    public Samples Allocated { get; } = new();
    public Samples Cold { get; } = new();
    public Samples PdfToText { get; } = new();
}

/// <summary>
/// Times readings and processes in interleaved rounds, so that what else goes on in the machine falls on all of them alike.
/// </summary>
sealed class Comparison(string reportHarvester)
{
    // Enough calls for the runtime to have compiled everything in its final form; reads a round, of which the first is not counted.
    const int WarmUp = 60, Reads = 4;

    public IReadOnlyList<Measured> Files { get; } = [.. ReportFile.All().Select(Load)];

    /// <summary>The version of pdftotext, null if it is not installed.</summary>
    public string? PdfToText { get; } = ProcessTime.Version("pdftotext", "-v");

    /// <summary>Processes that read nothing: what a process costs by itself.</summary>
    public Samples BareStart { get; } = new();

    /// <summary>The same of pdftotext.</summary>
    public Samples BarePdfToText { get; } = new();

    public void Run(int rounds, TextWriter progress)
    {
        for (var i = 0; i < WarmUp; i++)
            foreach (var file in Files) ReportReader.Read(file.Bytes);
        for (var round = 1; round <= rounds; round++)
        {
            progress.WriteLine($"round {round} of {rounds}");
            BareStart.Add(ProcessTime.Of(reportHarvester, ["--version"], 0));
            if (PdfToText is not null) BarePdfToText.Add(ProcessTime.Of("pdftotext", ["-listenc"], 0));
            foreach (var file in Files) Round(file);
        }
    }

    void Round(Measured file)
    {
        for (var i = 0; i < Reads; i++) Read(file, counts: i > 0);
        // 1: the report has issues, and was read.
        file.Cold.Add(ProcessTime.Of(reportHarvester, ["parse", file.File.Path], 1));
        if (PdfToText is not null && file.Reading.Format == DocumentFormat.Pdf)
            file.PdfToText.Add(ProcessTime.Of("pdftotext", ["-q", "-layout", file.File.Path, "-"], 0));
    }

    static void Read(Measured file, bool counts)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Stopwatch.GetTimestamp();
        ReportReader.Read(file.Bytes);
        var time = Stopwatch.GetElapsedTime(before);
        if (!counts) return;
        file.Warm.Add(time.TotalMilliseconds);
        file.Allocated.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
    }

    static Measured Load(ReportFile file)
    {
        var bytes = File.ReadAllBytes(file.Path);
        return new Measured(file, bytes, ReportReader.Read(bytes));
    }
}
