using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Faults;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>
/// What offices do wrong in publishing, planted in made-up reports as they are harvested, and what they may well do. Beside the faults of the reports
/// themselves; REPORTHARVESTER_FAULTS makes it so many reports a fault, REPORTHARVESTER_SEED sets the first one's seed.
/// </summary>
public sealed class PlantedPublishingTests
{
    const int Few = 2, Year = 2024;

    static readonly string[] Codes = ["C-MULTI", "C-CHANGED", "C-DUE-DEPT", "C-DUE-GOV", "C-DUE-OLD"];

    static readonly DateTimeOffset InTime = At(Year + 1, 1, 20), AfterDepartments = At(Year + 1, 2, 20), AfterAll = At(Year + 1, 4, 20);

    // What is done, and the code of what is wrong with it; none: nothing is.
    static readonly (string Code, string Kind, int Year, Action<Column> Do)[] Deeds =
    [
        ("C-MULTI", "department", Year, c => { c.Give("page", c.Page, InTime); c.Give("copy", c.Slip(), InTime); }),
        ("C-CHANGED", "department", Year, c => { c.Give("page", c.Page, InTime); c.Give("page", c.Slip(), InTime.AddDays(3)); }),
        ("C-DUE-DEPT", "department", Year, c => { c.Look(AfterDepartments); c.Give("page", c.Page, AfterDepartments.AddDays(1)); }),
        ("C-DUE-DEPT", "department", Year, c => c.Look(AfterDepartments)),
        ("C-DUE-GOV", "government", Year, c => c.Look(AfterAll)),
        ("C-DUE-OLD", "department", 2017, c => c.Look(AfterAll)),
        ("", "department", Year, c => { c.Give("page", c.Page, InTime); c.Give("copy", c.Page, InTime); c.Give("page", c.Page, InTime.AddDays(3)); }),
        ("", "department", Year, c => { c.Give("page", c.Page, InTime); c.Look(AfterAll); }),
        ("", "government", Year, c => { c.Look(AfterDepartments); c.Give("page", c.Page, AfterDepartments.AddDays(1)); }),
        // Not to be told: nobody could look.
        ("", "department", Year, _ => { }),
    ];

    [Fact]
    public void Faults_of_publishing_are_found_and_nothing_else()
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("REPORTHARVESTER_FAULTS"), out var many) ? many : (int?)null;
        var first = int.TryParse(Environment.GetEnvironmentVariable("REPORTHARVESTER_SEED"), out var seed) ? seed : 1;
        var told = from deed in Deeds.Index()
                   from i in Enumerable.Range(first, given ?? Few)
                   let found = Told(i, deed.Index, deed.Item)
                   select (deed.Item.Code, Seed: i, Found: found, IsRight: found.SequenceEqual(deed.Item.Code.Length > 0 ? [deed.Item.Code] : []));
        var all = told.ToList();
        var table = string.Join('\n', all.GroupBy(t => t.Code).Select(t => $"| {(t.Key.Length > 0 ? t.Key : "none")} | {t.Count()} | {t.Count(r => r.IsRight)} |")
            .Concat(all.Where(t => !t.IsRight).Select(t => $"{t.Code} seed {t.Seed}: {string.Join(' ', t.Found)}")));
        if (given is not null) Console.WriteLine($"| planted | reports | told so and nothing else |\n|---|--:|--:|\n{table}");
        Assert.True(all.TrueForAll(t => t.IsRight), table);
    }

    static List<string> Told(int seed, int deed, (string Code, string Kind, int Year, Action<Column> Do) planted)
    {
        using var folder = new StoreFolder();
        using var store = folder.Open();
        planted.Do(new Column(store, new Draft(Years.Of(seed, Year - 1)).NowPage, planted.Kind, Seed.For(seed, $"deed {deed}")));
        var due = Compliance.Of(store, new ComplianceQuestion(planted.Year), AfterAll.AddDays(1)).Where(o => o.State is PublicationState.Late or PublicationState.Missing).Select(o => o.Rule);
        return [.. Problems.Of(store, new ProblemQuestion { Severity = Severity.Info }).Select(p => p.Code).Where(Codes.Contains).Concat(due)];
    }

    static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 3, 0, 0, TimeSpan.Zero);

    /// <summary>An agency's column of reports, and what nights of harvest find in it.</summary>
    sealed class Column
    {
        readonly ReportStore store;
        readonly Random chance;
        readonly string agency;

        public Column(ReportStore store, string page, string kind, Random chance)
        {
            (this.store, this.chance, Page) = (store, chance, page);
            agency = ReportReader.Read(Encoding.UTF8.GetBytes(page)).Report.Agency!;
            store.SaveAgencies([new() { Code = "a", Kind = kind, Periods = [new AgencyPeriod { Name = agency, Level = "county", Region = "321399" }] }], StoreFolder.Start);
            store.SaveSource("s", [agency], "http://a/gknb/", StoreFolder.Start);
        }

        public string Page { get; }

        /// <summary>The page with another number in one cell.</summary>
        public string Slip()
        {
            var cells = Regex.Matches(Page, @"(?<=<td[^>]*>)\d+(?=</td>)");
            var cell = cells[chance.Next(cells.Count)];
            return $"{Page[..cell.Index]}{int.Parse(cell.Value) + chance.Next(1, 9)}{Page[(cell.Index + cell.Length)..]}";
        }

        public void Look(DateTimeOffset at) => store.SaveCheck("s", 1, at);

        public void Give(string name, string page, DateTimeOffset at)
        {
            var (url, sha256) = ($"http://a/{name}", store.Originals.Keep(Encoding.UTF8.GetBytes(page)));
            store.SaveLink("s", url, $"{Year}年度报告", at);
            store.SaveVisit(new Visit { Url = url, Status = 200, Sha256 = sha256, At = at });
            store.SaveReading(new NewReading { Source = "s", Agencies = [agency], Url = url, Article = url, Sha256 = sha256, ReaderVersion = "1", At = at, Reading = ReportReader.Read(Encoding.UTF8.GetBytes(page)) });
        }
    }
}
