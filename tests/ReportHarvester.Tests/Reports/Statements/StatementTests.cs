using Xunit.Abstractions;

namespace ReportHarvester.Tests.Reports.Statements;

/// <summary>Passages as offices write them, against what a careful reader notes down. REPORTHARVESTER_PROSE names a file to score instead.</summary>
public sealed class StatementTests(ITestOutputHelper output)
{
    const double MostMissed = 0.05;

    static readonly string Folder = Path.Combine(Repository.Root, "tests", "ReportHarvester.Tests", "Reports", "Statements");

    public static TheoryData<string> Files =>
        Environment.GetEnvironmentVariable("REPORTHARVESTER_PROSE") is { Length: > 0 } file ? [file] : [.. Directory.GetFiles(Folder, "*.json").Order()];

    [Theory, MemberData(nameof(Files))]
    public void What_prose_counts_is_read_and_nothing_else(string file)
    {
        var score = StatementScore.Of(WrittenPassage.Load(file));
        output.WriteLine($"{Path.GetFileName(file)}\n{score}{score.Faults}");
        Assert.True(score.Wrong == 0, $"{score}{score.Faults}");
        Assert.True(score.Missed <= MostMissed * (score.Found + score.Missed), $"{score}{score.Faults}");
    }
}
