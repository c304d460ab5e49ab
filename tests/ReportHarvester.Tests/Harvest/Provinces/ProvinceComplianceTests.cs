using System.Text.Json;
using ReportHarvester.Publisher.Sites.Province;
using ReportHarvester.Publisher.Sites.Province.Families;
using ReportHarvester.Tests.App.Hostile;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>What a harvest of simulated bureaus lets an office say of each agency's report: in time, late, missing, in doubt or unreadable.</summary>
public sealed class ProvinceComplianceTests : IDisposable
{
    // One host of every family; the newest reports are of 2023 or 2024.
    const int Seed = 3, Agencies = 27, Years = 3, Year = 2024;

    static readonly DateOnly due = new(Year + 1, 1, 31);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("province-compliance-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task EveryAgencyStandsAsItPublished()
    {
        await using var program = await ProvinceProgram.Of(Seed, Agencies, Years, folder.FullName);
        var sites = program.Province.Sites;
        var scan = sites.First(s => s.IsOpen && s.Fault == Fault.None && s.Listed.Count(l => l.Title.Contains($"{Year}")) == 1 && s.Reports.Any(r => r.Year == Year) && s.Family is not (UnitFolders or Collections or ByYear));
        scan.Documents[scan.Reports.Single(r => r.Year == Year).Path] = new Reply(200, "application/pdf", HostilePdfs.All["D02 PDF: a scan"].Make());
        await Register(program);

        await BuiltProgram.Run(program.Harvest);
        var expected = sites.SelectMany(s => s.Reports.Select(r => r.Agency).Distinct().Select(agency => (agency, State: s == scan ? "unreadable" : StateOf(s, agency)))).ToDictionary(a => a.agency, a => a.State);
        Assert.Equal(["in_doubt", "late", "missing", "on_time", "unreadable"], expected.Values.Distinct().Order(StringComparer.Ordinal));
        var told = await States(program);
        var wrong = expected.Where(a => told[a.Key].State != a.Value).Select(a => $"{a.Key} is {a.Value}, told {told[a.Key]}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        // What was looked for and not there is late, whatever day it bears when it comes.
        var late = sites.First(s => s.IsOpen && s.Fault == Fault.None && s.Family is not (UnitFolders or Collections or ByYear or YearFolders) && expected[s.Agency] == "missing");
        Reporting.Publish(late, late.Agency, Year, 990_001);
        late.Listed[^1] = late.Listed[^1] with { Date = due.AddDays(-1) };
        await BuiltProgram.Run(program.Harvest);
        var found = (await States(program))[late.Agency];
        Assert.Equal("late", found.State);
        Assert.Contains("absentAt", found.Evidence);
    }

    // A page says that it was published two days after the report's own day, which is all that a PDF has.
    static string StateOf(ProvinceSite site, string agency) => site.Family.NeedsBrowser ? "in_doubt"
        : site.Reports.SingleOrDefault(r => r.Agency == agency && r.Year == Year) is not { } report ? "missing"
        : site.Listed.First(l => l.Path == report.Path).Date.AddDays(site.Documents[report.Path].Type.StartsWith("text/html", StringComparison.Ordinal) ? 2 : 0) <= due ? "on_time" : "late";

    static async Task Register(ProvinceProgram program)
    {
        var registry = Path.Combine(program.Data + ".csv");
        var names = program.Province.Sites.SelectMany(site => site.Reports).Select(report => report.Agency).Distinct();
        await File.WriteAllLinesAsync(registry, ["code,name,level,region,kind,owes", .. names.Select((name, i) => $"a{i},{name},county,321302,department,yes")]);
        Assert.Equal(0, (await BuiltProgram.Run("agencies", "import", registry, "--data", program.Data)).Code);
    }

    static async Task<Dictionary<string, (string State, string Evidence)>> States(ProvinceProgram program)
    {
        var (code, output, error) = await BuiltProgram.Run("compliance", "--year", $"{Year}", "--data", program.Data, "--format", "json");
        Assert.True(code == 0, error);
        using var answer = JsonDocument.Parse(output);
        return answer.RootElement.GetProperty("obligations").EnumerateArray().ToDictionary(o => o.GetProperty("agency").GetString()!,
            o => (JsonNamingPolicy.SnakeCaseLower.ConvertName(o.GetProperty("state").GetString()!), o.ToString()));
    }
}
