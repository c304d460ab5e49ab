using System.Diagnostics;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>
/// A store of agencies with honest prose on two years, of which a few have copied: from another organ's report of the year or the year before, word
/// for word or in part, from their own of last year, or several of a county from one. Planted by who writes, without knowing how it is looked for.
/// </summary>
static class CopiedProse
{
    const int FirstYear = 2008, Year = 2024, Every = 36, Far = 61, AtATime = 2000;

    /// <summary>How agencies copy: which sentences of ten, whose, and of which year.</summary>
    static readonly (Func<int, int> From, int YearsBefore, int Taken)[] ways =
        [(agency => agency + Far, 0, 10), (agency => agency + Far, 0, 7), (agency => agency + Far, 1, 8), (agency => agency, 1, 10), (agency => agency + 1, 0, 9)];

    /// <summary>Fills the store, holds the prose of its later year against all others and says what it took and what was found: the measure of a long run.</summary>
    public static void Measure(string folder, int agencies)
    {
        if (!Directory.Exists(folder)) Fill(folder, agencies);
        using var store = ReportStore.Open(folder);
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var found = new ProseChecks(store.Connection).Of(Year);
        clock.Stop();
        var worked = Environment.CpuUsage.TotalTime - before;
        using var process = Process.GetCurrentProcess();
        var (missed, invented, planted) = Judge([.. found.Select(f => (f.Report.Name, f.Report.Year, f.Issue.Message))], agencies);
        Console.WriteLine($"{2 * agencies} reports of {agencies} agencies: {clock.Elapsed.TotalSeconds:F0} s, {worked.TotalSeconds:F0} s of processor time, {process.PeakWorkingSet64 >> 20} MiB at most; {planted} planted, {missed.Count} missed, {invented.Count} invented");
        foreach (var line in missed.Concat(invented).Take(20)) Console.WriteLine(line);
    }

    public static void Fill(string folder, int agencies) => NationStore.Fill(folder, (store, _) =>
    {
        foreach (var some in Enumerable.Range(0, agencies).Chunk(AtATime)) store.SaveAgencies([.. some.Select(Agency)], StoreFolder.Start);
        StoreFolder.Save(store, Readings.Of(FirstYear, "2021"), "pattern", agency: "pattern");
        using var rows = new PatternRows(store.Connection);
        for (var agency = 0; agency < agencies; agency++)
        {
            rows.Add($"a{agency}", Year - 1, Corpus.Honest(agency, Year - 1));
            rows.Add($"a{agency}", Year, Way(agency, agencies) is var (from, before, taken) ? Corpus.CopiedFrom(from, Year - before, taken, agency, Year) : Corpus.Honest(agency, Year));
        }
    });

    /// <summary>Who copied and is not told, and who is told of and has not copied, nor was copied from in the same year.</summary>
    public static (IReadOnlyList<string> Missed, IReadOnlyList<string> Invented, int Planted) Judge(IReadOnlyList<(string Agency, int Year, string Evidence)> told, int agencies)
    {
        var (missed, shared, planted) = (new List<string>(), new HashSet<string>(), 0);
        var about = told.ToLookup(t => t.Agency);
        for (var agency = 0; agency < agencies; agency++)
        {
            if (Way(agency, agencies) is not var (from, before, _)) continue;
            planted++;
            shared.Add(Name(agency));
            if (before == 0) shared.Add(Name(from));
            var other = $"与{(from == agency ? "本机关" : Name(from))}{Year - before}年度报告";
            if (!about[Name(agency)].Any(t => t.Agency == Name(agency) && t.Year == Year && t.Evidence.Contains(other, StringComparison.Ordinal))) missed.Add($"{Name(agency)} {other}");
        }
        return (missed, [.. told.Where(t => t.Year != Year || !shared.Contains(t.Agency)).Select(t => $"{t.Agency} {t.Year}: {t.Evidence}")], planted);
    }

    // The last ones are copied from only.
    static (int From, int YearsBefore, int Taken)? Way(int agency, int agencies) =>
        agency % Every == 0 && agency + Far < agencies && ways[agency / Every % ways.Length] is var way ? (way.From(agency), way.YearsBefore, way.Taken) : null;

    static string Name(int agency) => $"第{agency}局";

    static RegisteredAgency Agency(int agency) => new()
    {
        Code = $"a{agency}", Kind = "department", Periods = [new AgencyPeriod { Name = Name(agency), Level = "county", Region = $"{110000 + Corpus.CountyOf(agency)}" }],
    };
}
