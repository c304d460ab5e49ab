using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Order;
using ReportHarvester.Reports;

namespace ReportHarvester.Benchmarks;

/// <summary>A file's bytes to its checked reading, warm.</summary>
[MemoryDiagnoser, Orderer(SummaryOrderPolicy.Declared)]
public class ReadingBenchmark
{
    byte[] bytes = [];

    public static IEnumerable<ReportFile> Files => ReportFile.All();

    [ParamsSource(nameof(Files))]
    public ReportFile Report { get; set; } = null!;

    [GlobalSetup]
    public void Load() => bytes = File.ReadAllBytes(Report.Path);

    [Benchmark]
    public Reading Read() => ReportReader.Read(bytes);
}
