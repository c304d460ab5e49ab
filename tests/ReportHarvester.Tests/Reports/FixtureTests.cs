using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>Every fixture against what was printed in it, and its whole reading against the golden file beside it.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Names => [.. Fixtures.Reports.Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Names))]
    public void Every_figure_is_as_printed_or_an_issue_says_why_not(string name)
    {
        var folder = Path.Combine(Fixtures.Root, "reports", name);
        var truth = Truth.Load(folder);
        var reading = ReportReader.Read(File.ReadAllBytes(Fixtures.Source(folder)));
        var figures = reading.Report.Figures.ToDictionary(f => f.Key.ToString());
        var doubts = reading.Issues.Where(i => i.Severity != Severity.Info && i.Fault != Fault.Publisher).ToList();
        foreach (var (key, printed) in truth.Figures)
        {
            if (figures.TryGetValue(key, out var figure) && (figure.Value, figure.State) == printed) continue;
            Assert.True(IsNamed(key, figure, doubts, reading.Outcome), $"{name}: {key} is {figure?.Raw ?? "absent"}, printed {printed}, and no issue says so.");
        }
        Assert.All(figures.Values.Where(f => f.Value is not null), f => Assert.Contains(f.Key.ToString(), truth.Figures.Keys));
    }

    [Theory, MemberData(nameof(Names))]
    public void Agency_year_and_date_are_as_printed_and_known_mistakes_are_found(string name)
    {
        var folder = Path.Combine(Fixtures.Root, "reports", name);
        var truth = Truth.Load(folder);
        var reading = ReportReader.Read(File.ReadAllBytes(Fixtures.Source(folder)));
        if (truth.Agencies.Count > 0) Assert.Contains(reading.Report.Agency, truth.Agencies);
        if (truth.Year is not null) Assert.Equal(truth.Year, reading.Report.Year);
        if (truth.Dated is not null) Assert.Equal(truth.Dated, reading.Report.Dated?.ToString("yyyy-MM-dd"));
        Assert.All(truth.Expected, e => Assert.Contains(reading.Issues, i =>
            i.Code == e.Code && i.Fault == e.Fault && (e.Indicator is null || i.Figures.Any(f => f.Indicator == e.Indicator))));
        if (!truth.Expected.Any()) Assert.DoesNotContain(reading.Issues, i => i is { Fault: Fault.Publisher, Severity: not Severity.Info });
    }

    [Theory, MemberData(nameof(Names))]
    public void What_the_prose_counts_is_read_with_its_section_and_nothing_else(string name)
    {
        var folder = Path.Combine(Fixtures.Root, "reports", name);
        var reading = ReportReader.Read(File.ReadAllBytes(Fixtures.Source(folder)));
        Assert.Equal(Truth.Load(folder).Statements, reading.Report.Statements.Where(s => s.Section is not null).Select(s => (s.Subject, s.Value, s.Unit, s.Section)));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_whole_reading_is_the_golden_one(string name)
    {
        var folder = Path.Combine(Fixtures.Root, "reports", name);
        var source = Fixtures.Source(folder);
        var parsed = ReadingJson.Parsed(Path.GetFileName(source), null, ReportReader.Read(File.ReadAllBytes(source))) with { Reader = "" };
        Golden.AssertEqual(Path.Combine(folder, "reading.json"), OneLineEach(JsonSerializer.Serialize(parsed, ReadingJson.Options)) + "\n");
    }

    // A changed figure or issue is one changed line.
    static string OneLineEach(string json) =>
        json.Replace("{\"indicator\"", "\n{\"indicator\"").Replace("{\"code\"", "\n{\"code\"").Replace("{\"number\"", "\n{\"number\"").Replace("],\"issues\"", "],\n\"issues\"");

    static bool IsNamed(string key, Figure? figure, List<Issue> doubts, Outcome outcome) =>
        outcome == Outcome.Failed
        || doubts.Any(i => i.Figures.Any(f => f.ToString() == key))
        || figure is null && doubts.Any(i => i.Figures.Count == 0 && i.Table == Table(key));

    static string Table(string key) => key.StartsWith("stat2014.", StringComparison.Ordinal) || key.StartsWith("fujian.", StringComparison.Ordinal) ? "stat"
        : key.StartsWith("requests.", StringComparison.Ordinal) ? "3"
        : key.StartsWith("reconsideration", StringComparison.Ordinal) || key.StartsWith("litigation", StringComparison.Ordinal) ? "4" : "2";
}
