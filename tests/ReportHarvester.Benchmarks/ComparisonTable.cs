namespace ReportHarvester.Benchmarks;

/// <summary>A comparison as one Markdown table, with what is needed to judge it.</summary>
static class ComparisonTable
{
    const string None = "—";

    public static void Write(Comparison comparison, TextWriter output)
    {
        output.WriteLine("| file | format | KB | pages | warm ms, median (min) | allocated KB | cold process ms | pdftotext process ms | warm : pdftotext | cold : pdftotext |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var file in comparison.Files) output.WriteLine(Row(file));
        output.WriteLine();
        output.WriteLine($"Warm: bytes to checked reading in a running process. Cold: the whole process `reportharvester parse FILE`, of which {Both(comparison.BareStart)} ms "
            + "are spent before it reads anything (`--version`). Ratios are of medians (of minima); a process start is in pdftotext's time and not in the warm one.");
        output.WriteLine(comparison.PdfToText is { } version
            ? $"pdftotext: the whole process `pdftotext -layout FILE -` ({version}), which takes {Both(comparison.BarePdfToText)} ms to start (`-listenc`)."
            : "**pdftotext is not installed, so nothing is compared with it.** Install poppler-utils and run again.");
        output.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}.");
    }

    static string Row(Measured file) =>
        $"| {file.File.Name} | {file.Reading.Format.ToString().ToLowerInvariant()} | {file.Bytes.Length / 1024.0:N0} | {file.Reading.Pages?.ToString() ?? None} "
        + $"| {Both(file.Warm)} | {file.Allocated.Median:N0} | {Both(file.Cold)} | {Both(file.PdfToText)} "
        + $"| {Ratio(file.Warm, file.PdfToText)} | {Ratio(file.Cold, file.PdfToText)} |";

    static string Both(Samples samples) => samples.IsEmpty ? None : $"{Short(samples.Median)} ({Short(samples.Min)})";

    static string Short(double value) => value.ToString(value < 10 ? "N2" : value < 100 ? "N1" : "N0");

    static string Ratio(Samples ours, Samples theirs) => ours.IsEmpty || theirs.IsEmpty ? None : $"{Short(ours.Median / theirs.Median)} ({Short(ours.Min / theirs.Min)})";
}
