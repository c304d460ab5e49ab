using System.Text;
using ReportHarvester.Publisher.Faults;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks.Across;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.Reports;

/// <summary>
/// Faults planted in made-up reports, and reports without any: what each rule finds, and what it finds that is none. REPORTHARVESTER_FAULTS
/// makes it so many reports a rule and as many times ten without fault, REPORTHARVESTER_SEED sets the first one's seed; the table goes to the console.
/// </summary>
public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    const int Few = 2, HonestForEach = 10, FirstYear = 2019, LastYear = 2024;

    sealed record Result(string Code, int Planted, int Found);

    [Fact]
    public void Planted_faults_are_found_and_nothing_else()
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("REPORTHARVESTER_FAULTS"), out var many) ? many : (int?)null;
        var first = int.TryParse(Environment.GetEnvironmentVariable("REPORTHARVESTER_SEED"), out var seed) ? seed : 1;
        var count = given ?? Few;
        var alarms = new List<(string Code, Severity Severity, int Seed, string Message)>();
        var honest = Enumerable.Range(first, count * HonestForEach).ToList();
        foreach (var i in honest) alarms.AddRange(Found(Draft(i)).Select(f => (f.Code, f.Severity, i, f.Message)));
        var results = PlantedFault.All.Select(fault => Plant(fault, first, count, alarms)).ToList();
        var table = Table(results, alarms, honest.Count);
        output.WriteLine(table);
        if (given is not null) Console.WriteLine(table);
        Assert.True(alarms.Count == 0, table);
        // A long run tells what the reader of prose passes over too.
        Assert.True(given is not null || results.TrueForAll(r => r.Planted > 0 && r.Found == r.Planted), table);
    }

    Result Plant(PlantedFault fault, int first, int count, List<(string, Severity, int, string)> alarms)
    {
        var (planted, found) = (0, 0);
        // Not every draft has a place for every fault.
        for (var seed = first; planted < count && seed < first + 60 * count; seed++)
        {
            var draft = Draft(seed);
            if (!fault.Plant(draft, Seed.For(seed, fault.Code))) continue;
            planted++;
            var told = Found(draft);
            if (told.Exists(f => f.Code == fault.Code)) found++;
            else Console.WriteLine($"{fault.Code}: not found, seed {seed}");
            alarms.AddRange(told.Where(f => f.Code != fault.Code && !fault.Follow.Contains(f.Code)).Select(f => (f.Code, f.Severity, seed, $"[{fault.Code}] {f.Message}")));
        }
        return new(fault.Code, planted, found);
    }

    readonly Dictionary<int, Years> years = [];

    Draft Draft(int seed) => new(years.TryGetValue(seed, out var known) ? known : years[seed] = Years.Of(seed, FirstYear + seed % (LastYear - FirstYear)));

    // What is only worth knowing of an honest report is no alarm.
    static List<(string Code, Severity Severity, string Message)> Found(Draft draft)
    {
        var (before, now) = (ReportReader.Read(Encoding.UTF8.GetBytes(draft.BeforePage)), ReportReader.Read(Encoding.UTF8.GetBytes(draft.NowPage)));
        var across = AcrossYears.Compare(Of(before, draft.BeforeTruth.Year), Of(now, draft.NowTruth.Year), new Between { UnitsKnown = true });
        return [.. now.Issues.Select(i => (i.Code, i.Severity, i.Message)).Concat(across.Concat(Copies(before, now)).Select(f => (f.Code, f.Severity, f.Message))).Where(f => Rules.Codes.Contains(f.Code) && !(f.Code == "C-SEC5" && draft.TellsSameProblems))];
    }

    static IEnumerable<AcrossFinding> Copies(Reading before, Reading now)
    {
        var (index, old, current) = (new ProseIndex(2), new Prose(before.Report.Sections), new Prose(now.Report.Sections));
        index.Add(1, "", 1, "before", old);
        index.Add(1, "", 2, "now", current);
        return index.Search().Count > 0 && Copied.Between(current, old, own: true, index) is { } copied ? [AcrossAgencies.Finding(2, own: true, [("", 1, copied)])] : [];
    }

    static YearReport Of(Reading reading, int year) => new()
    {
        Year = year, Scope = reading.Report.Scope, Statements = reading.Report.Statements, Sections = reading.Report.Sections,
        Figures = reading.Report.Figures.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => new YearFigure(f.Value!.Value, f.Edition)),
    };

    static string Table(List<Result> results, List<(string Code, Severity Severity, int Seed, string Message)> alarms, int honest)
    {
        var text = new StringBuilder($"{honest} pairs of reports without fault\n| rule | planted | found | recall % | false alarms | precision % |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (var result in results)
        {
            var wrong = alarms.Count(a => a.Code == result.Code);
            text.AppendLine($"| {result.Code} | {result.Planted} | {result.Found} | {100.0 * result.Found / Math.Max(1, result.Planted):0.0} | {wrong} | {(result.Found + wrong == 0 ? 0 : 100.0 * result.Found / (result.Found + wrong)):0.0} |");
        }
        foreach (var alarm in alarms.Take(40)) text.AppendLine($"{alarm.Code} {alarm.Severity} seed {alarm.Seed}: {alarm.Message}");
        return text.ToString();
    }
}
