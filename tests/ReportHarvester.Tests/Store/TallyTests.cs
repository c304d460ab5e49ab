using Dapper;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>What is counted along is what a count of everything gives, whatever happens to reports; and pages are made of it.</summary>
public sealed class TallyTests : IDisposable
{
    readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsCountedAlongIsWhatACountOfEverythingGives()
    {
        var counted = Changed();
        using (var store = folder.Open()) store.Connection.Execute("DELETE FROM derived WHERE what LIKE '%tally' OR what = 'measured'; DELETE FROM report_tally; UPDATE problem_tally SET problems = 0; UPDATE report_total SET reports = 7;");
        folder.Open().Dispose();

        Assert.Equal(Rows(), counted);
        Assert.Equal(folder.Ask("SELECT count(*) FROM report p JOIN agency g ON g.id = p.agency WHERE g.code = 'a1'"), folder.Ask("SELECT sum(reports) FROM report_tally WHERE region = '320101'"));
        Assert.Equal("", folder.Ask("SELECT reports FROM report_tally WHERE region = '310101'"));
    }

    [Fact]
    public void WhatIsOwedIsWhatTheRegistrySaysYearByYear()
    {
        using var store = folder.Open();
        foreach (var (name, year) in new[] { ("局1", 2020), ("局1", 2021), ("局1", 2022), ("局2", 2021), ("局3", 2022), ("局5", 2021) })
            StoreFolder.Save(store, Readings.Of(year, "2019", ("requests.new|total", year)), $"{name} {year}", agency: name, named: true);
        store.SaveAgencies(
        [
            Agency("a1", "局1", "320101"), Agency("a2", "局2", "320102") with { OwesFrom = 2022 }, Agency("a3", "局3", "320102") with { OwesTo = 2021 }, Agency("a4", "局4", "330101") with { Owes = false },
            // Moved on the last day of a year: it owes the report there.
            new() { Code = "a6", Periods = [new AgencyPeriod { Name = "局6", Region = "320101", Until = new DateOnly(2021, 12, 30) }, new AgencyPeriod { Name = "局6", Region = "330101", Since = new DateOnly(2021, 12, 31) }] },
        ], StoreFolder.Start);

        Assert.Equal(
        [
            " 2021: 1 stored, 0 of 0", "32 2020: 1 stored, 1 of 3", "32 2021: 2 stored, 1 of 2", "32 2022: 2 stored, 1 of 2", "33 2021: 0 stored, 0 of 1", "33 2022: 0 stored, 0 of 1",
        ], Cells(""));
        Assert.Equal(["320101 2020: 1 stored, 1 of 2", "320101 2021: 1 stored, 1 of 1", "320101 2022: 1 stored, 1 of 1"], Cells("3201").Where(cell => cell.StartsWith("320101", StringComparison.Ordinal)));
        foreach (var year in new[] { 2020, 2021, 2022 })
            Assert.Equal(Compliance.Of(store, new ComplianceQuestion(year), StoreFolder.Start).Count, Coverage.Of(store, "").Cells.Where(cell => cell.Year == year).Sum(cell => cell.Owed));

        List<string> Cells(string region) => [.. Coverage.Of(store, region).Cells.Select(cell => $"{cell.Region} {cell.Year}: {cell.Reports} stored, {cell.Answered} of {cell.Owed}")];
    }

    [Fact]
    public void PagesOfProblemsAreAllOfThemOnce()
    {
        Changed();
        using var store = ReportStore.OpenReadOnly(folder.Path);
        var question = new ProblemQuestion { Severity = Severity.Info };
        var (all, first) = (Problems.Of(store, question), ProblemPage.Of(store, question, 1));
        var pages = Enumerable.Range(1, first.Count / ProblemPage.Size + 1).SelectMany(page => ProblemPage.Of(store, question, page).Problems).ToList();

        Assert.True(first.Count > ProblemPage.Size);
        Assert.Equal(ProblemPage.Size, first.Problems.Count);
        Assert.Equal(all.Select(problem => problem.Id).Order(), pages.Select(problem => problem.Id).Order());
        Assert.All(ProblemPage.Of(store, question with { Region = "3201" }, 1).Problems, problem => Assert.Equal("320101", problem.Region));
        Assert.Equal(0, ProblemPage.Of(store, question with { Region = "32%" }, 1).Count);
    }

    // Readings of many agencies, other readings of the same, agencies that turn out to stand elsewhere or to be one.
    List<string> Changed()
    {
        using (var store = folder.Open())
        {
            foreach (var seed in Enumerable.Range(0, 150)) StoreFolder.Save(store, Of(seed), $"{seed}", agency: $"局{seed % 90}", yearHint: 2020);
            foreach (var seed in Enumerable.Range(0, 30)) StoreFolder.Save(store, Of(1000 + seed), $"{seed}", reader: "2.0.0", agency: $"局{seed % 90}", yearHint: 2020, day: 1);
            store.SaveAgencies([Agency("a1", "局1", "310101"), Agency("a2", "局2", "310101")], StoreFolder.Start);
            store.SaveAgencies([Agency("a1", "局1", "320101")], StoreFolder.Start);
            store.SaveAgencies([Agency("a2", "局3", "330101")], StoreFolder.Start);
            store.CompareReports(StoreFolder.Start);
        }
        return Rows();
    }

    static Reading Of(int seed)
    {
        var reading = Readings.Random(seed);
        return reading with { Report = reading.Report with { Agency = null, Year = null } };
    }

    static RegisteredAgency Agency(string code, string name, string region) => new() { Code = code, Periods = [new AgencyPeriod { Name = name, Region = region }] };

    List<string> Rows() => [.. new[]
    {
        "SELECT 'reports ' || region || ' ' || block || ' ' || year || ' ' || reports || ' ' || unread || ' ' || owing || ' ' || answered FROM report_tally",
        "SELECT region || ' ' || block || ' ' || year || ' ' || code || ' ' || severity || ' ' || fault || ' ' || form_table || ' ' || problems FROM problem_tally",
        "SELECT 'all reports ' || region || ' ' || year || ' ' || reports || ' ' || unread || ' ' || owing || ' ' || answered FROM report_total WHERE reports > 0 OR owing <> 0 ORDER BY 1",
        "SELECT 'all ' || province || ' ' || year || ' ' || code || ' ' || severity || ' ' || fault || ' ' || form_table || ' ' || problems FROM problem_total WHERE problems > 0 ORDER BY 1",
        "SELECT 'measured ' || report || ' ' || agency || ' ' || COALESCE(received, '') || ' ' || COALESCE(disclosure_rate, '') || ' ' || COALESCE(denial_rate, '') FROM measured ORDER BY report",
    }.SelectMany(sql => folder.Ask(sql).Split('|'))];
}
