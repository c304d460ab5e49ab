using System.Diagnostics;
using ReportHarvester.Reports;
using SharpFuzz;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>
/// Damaged documents end in a reading that keeps the contract: no crash, no hang, no memory without end. REPORTHARVESTER_FUZZ sets how many,
/// REPORTHARVESTER_SEED the series. A long run that shows how it gets on: `ReportHarvester.Tests.dll fuzz COUNT SEED FOLDER`; with `fuzz-converted` it damages only what
/// LibreOffice has to convert.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // Printed in each format.
    const int Layouts = 12;

    static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task D06_damaged_documents_are_read_or_refused()
    {
        var asked = Number("REPORTHARVESTER_FUZZ");
        var seed = Number("REPORTHARVESTER_SEED") ?? 1;
        using var run = new FuzzRun(await Corpus.Of(seed, Layouts), seed);
        var clock = Stopwatch.StartNew();
        // Unasked, as many as a short while allows, so that a slow machine tries fewer and does not fail.
        for (var i = 0; asked is null ? i < 600 && clock.Elapsed < Enough : i < asked; i++) run.Try(i);
        output.WriteLine(Summary(run, seed));
        Assert.Empty(run.Findings);
    }

    /// <summary>The long form, from <see cref="TestProgram"/>.</summary>
    internal static async Task Run(int count, int seed, string folder, bool convert)
    {
        using var run = new FuzzRun(convert ? await Corpus.ToBeConverted(seed) : await Corpus.Of(seed, Layouts, engines: true), seed, folder, convert);
        for (var i = 1; i <= count; i++)
        {
            run.Try(i);
            if (i % 1000 == 0 || i == count) await Console.Out.WriteLineAsync($"{i} documents, {Summary(run, seed)}");
        }
        run.Findings.ForEach(Console.WriteLine);
    }

    /// <summary>Reads what AFL++ gives, for as long as it does. SharpFuzz has to put its marks into the assemblies first, so that AFL++ sees where a document leads.</summary>
    internal static void Guided() => Fuzzer.OutOfProcess.Run(document =>
    {
        using var bytes = new MemoryStream();
        document.CopyTo(bytes);
        ReportReader.Read(bytes.ToArray());
    });

    static string Summary(FuzzRun run, int seed) =>
        $"seed {seed}: {run.Findings.Count} findings, slowest {run.Slowest.Time.TotalMilliseconds:F0} ms ({run.Slowest.Name}), most memory {run.Largest.Bytes >> 20} MiB ({run.Largest.Name}); "
        + string.Join(", ", run.Outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"));

    static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
