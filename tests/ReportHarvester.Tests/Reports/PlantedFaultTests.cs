using System.Text;
using System.Text.RegularExpressions;
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
public sealed partial class PlantedFaultTests(ITestOutputHelper output)
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
        foreach (var i in honest)
            foreach (var found in new[] { Found(Draft(i)), Found(new StatisticsDraft(i)), Found(new RegionDraft(i)) }) alarms.AddRange(found.Select(f => (f.Code, f.Severity, i, f.Message)));
        // What has its reason may be asked about, and is never called an error.
        foreach (var made in HonestCase.All)
            foreach (var i in honest)
                if (Draft(i) is var draft && made.Make(draft, Seed.For(i, made.Name)))
                    alarms.AddRange(Found(draft).Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Severity, i, $"[{made.Name}] {f.Message}")));
        List<Result> results =
        [
            .. PlantedFault.All.Select(f => Plant(f.Code, f.Follow, first, count, alarms, seed => Draft(seed) is var draft && f.Plant(draft, Seed.For(seed, f.Code)) ? Found(draft) : null)),
            .. StatisticsFault.All.Select(f => Plant(f.Code, f.Follow, first, count, alarms, seed => new StatisticsDraft(seed) is var draft && f.Plant(draft, Seed.For(seed, f.Code)) ? Found(draft) : null)),
            .. RegionFault.All.Select(f => Plant(f.Code, [], first, count, alarms, seed => new RegionDraft(seed) is var draft && f.Plant(draft, Seed.For(seed, f.Code)) ? Found(draft) : null)),
        ];
        var table = Table(results, alarms, honest.Count);
        output.WriteLine(table);
        if (given is not null) Console.WriteLine(table);
        Assert.True(alarms.Count == 0, table);
        // Whatever is found can be told in English, but for what is quoted and who is named.
        var untold = told.Select(f => (f.Message, English: EvidenceWords.English(f.Code, Rules.EvidenceIn(f.Code, f.Message)))).Where(f => f.English is null || !NamesOnly().IsMatch(f.English)).ToList();
        Assert.True(untold.Count == 0, string.Join('\n', untold));
        // A long run tells what the reader of prose passes over too.
        Assert.True(given is not null || results.TrueForAll(r => r.Planted > 0 && r.Found == r.Planted), table);
    }

    // plant: what is found in the draft of a seed; null where it has no place for the fault, as not every draft has.
    static Result Plant(string code, string[] follow, int first, int count, List<(string, Severity, int, string)> alarms, Func<int, List<(string Code, Severity Severity, string Message)>?> plant)
    {
        var (planted, found) = (0, 0);
        for (var seed = first; planted < count && seed < first + 60 * count; seed++)
        {
            if (plant(seed) is not { } told) continue;
            planted++;
            if (told.Exists(f => f.Code == code)) found++;
            else Console.WriteLine($"{code}: not found, seed {seed}");
            alarms.AddRange(told.Where(f => f.Code != code && !follow.Contains(f.Code)).Select(f => (f.Code, f.Severity, seed, $"[{code}] {f.Message}")));
        }
        return new(code, planted, found);
    }

    readonly Dictionary<int, Years> years = [];
    readonly HashSet<(string Code, string Message)> told = [];

    Draft Draft(int seed) => new(years.TryGetValue(seed, out var known) ? known : years[seed] = Years.Of(seed, FirstYear + seed % (LastYear - FirstYear)));

    // What is only worth knowing of an honest report is no alarm.
    List<(string Code, Severity Severity, string Message)> Found(Draft draft)
    {
        var (before, now) = (Read(draft.BeforePage), draft.NowFile is { } file ? ReportReader.Read(file) : Read(draft.NowPage));
        var between = new Between { UnitsKnown = true, Events = draft.Events, Predecessors = [.. draft.PredecessorPages.Select(page => Of(Read(page), draft.BeforeTruth.Year))] };
        var across = AcrossYears.Compare(Of(before, draft.BeforeTruth.Year) with { Columns = [draft.ColumnBefore] }, Of(now, draft.NowTruth.Year) with { Columns = [draft.ColumnNow] }, between);
        return [.. Told(now, across.Concat(Copies(before, now))).Where(f => !(f.Code == "C-SEC5" && draft.TellsSameProblems) && !(f.Code == "C-DUP" && draft.TellsTheSame))];
    }

    List<(string Code, Severity Severity, string Message)> Found(StatisticsDraft draft)
    {
        var (before, now) = (Read(draft.BeforePage), Read(draft.NowPage));
        return [.. Told(now, AcrossYears.Compare(Of(before, draft.YearBefore), Of(now, draft.YearNow), new Between()))];
    }

    List<(string Code, Severity Severity, string Message)> Found(RegionDraft draft)
    {
        var whole = Read(draft.WholePage);
        var units = draft.UnitPages.Select(u => new UnitReport(u.Name, [u.Name, draft.Short(u.Name)], Of(Read(u.Page), draft.Year))
        {
            IsOwn = u.Name.EndsWith("办公室", StringComparison.Ordinal), IsApart = u.Name.EndsWith("税务局", StringComparison.Ordinal), IsBelow = u.Name.EndsWith("镇人民政府", StringComparison.Ordinal),
        });
        return [.. Told(whole, AcrossUnits.Compare(Of(whole, draft.Year), [.. units]))];
    }

    static Reading Read(string page) => ReportReader.Read(Encoding.UTF8.GetBytes(page));

    IEnumerable<(string Code, Severity Severity, string Message)> Told(Reading reading, IEnumerable<AcrossFinding> across)
    {
        List<(string Code, Severity Severity, string Message)> all = [.. reading.Issues.Select(i => (i.Code, i.Severity, i.Message)), .. across.Select(f => (f.Code, f.Severity, f.Message))];
        told.UnionWith(all.Select(f => (f.Code, f.Message)));
        return all.Where(f => Rules.Codes.Contains(f.Code));
    }

    [GeneratedRegex(@"^(?:[^“”\p{IsCJKUnifiedIdeographs}]|“(?>(?:[^“”]|(?<quote>“)|(?<-quote>”))*)(?(quote)(?!))”|\p{IsCJKUnifiedIdeographs}+(?:局|委员会|办公室|政府|中心|处|厅|委|会|院|队)(?![\p{IsCJKUnifiedIdeographs}]))*$")]
    private static partial Regex NamesOnly();

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
        Figures = reading.Report.Figures.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => new YearFigure(f.Value!.Value, f.Edition, f.Unit)),
    };

    static string Table(List<Result> results, List<(string Code, Severity Severity, int Seed, string Message)> alarms, int honest)
    {
        var text = new StringBuilder($"{honest} each of pairs of reports, of pairs with statistics tables and of regions without fault, and of pairs with good reason for what does not follow ({string.Join(", ", HonestCase.All.Select(c => c.Name))})\n| rule | planted | found | recall % | false alarms | precision % |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (var result in results)
        {
            var wrong = alarms.Count(a => a.Code == result.Code);
            text.AppendLine($"| {result.Code} | {result.Planted} | {result.Found} | {100.0 * result.Found / Math.Max(1, result.Planted):0.0} | {wrong} | {(result.Found + wrong == 0 ? 0 : 100.0 * result.Found / (result.Found + wrong)):0.0} |");
        }
        foreach (var alarm in alarms.Take(40)) text.AppendLine($"{alarm.Code} {alarm.Severity} seed {alarm.Seed}: {alarm.Message}");
        return text.ToString();
    }
}
