using System.Diagnostics;
using Dapper;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>
/// A store as large as the country's. One prefecture is filed by the program, into a store of its own beside; all are copies of its rows with ids,
/// names, codes and addresses of their own, which takes a tenth of the time and gives what filing would.
/// </summary>
static class NationStore
{
    public static void Make(string folder, int agencies)
    {
        var (each, clock, one) = ((agencies + Prefecture.Count - 1) / Prefecture.Count, Stopwatch.StartNew(), Path.Combine(folder, "prefecture"));
        if (!Directory.Exists(one)) Fill(one, (store, run) => new Prefecture(0).File(store, run, each));
        Console.WriteLine($"a prefecture of {each} agencies after {clock.Elapsed.TotalSeconds:F0} s");
        Fill(folder, (store, _) => Copy(store, one, Prefecture.Count, number => Console.WriteLine($"prefecture {number} after {clock.Elapsed.TotalSeconds:F0} s")));
    }

    /// <summary>Goes through all checks between reports once more, as a newer build does, and says what each report takes.</summary>
    public static void Recheck(string folder)
    {
        using var store = ReportStore.Open(folder);
        store.CompareReports(StoreFolder.Start);
        store.Connection.Execute("UPDATE year_check SET rules = ''; UPDATE unit_check SET state = ''; DELETE FROM derived WHERE what LIKE 'prose %'");
        var reports = store.Connection.ExecuteScalar<int>("SELECT count(*) FROM year_check");
        foreach (var (name, compare) in new (string, Func<DateTimeOffset, int>)[] { ("years", store.CompareYears), ("units", store.CompareUnits), ("prose", store.CompareProse), ("again, nothing due", store.CompareReports) })
        {
            var (clock, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            compare(StoreFolder.Start);
            Console.WriteLine($"{name}: {clock.Elapsed.TotalSeconds:F1} s, {clock.Elapsed.TotalMilliseconds / reports:F3} ms and {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / reports:F0} KB a report of {reports}");
        }
    }

    public static void Copy(ReportStore store, string one, int prefectures, Action<int>? done = null)
    {
        var copies = new PrefectureCopies(store.Connection, one);
        for (var number = 0; number < prefectures; number++)
        {
            copies.Add(new Prefecture(number));
            done?.Invoke(number);
        }
        // Whoever opens it next counts.
        store.Connection.Execute("DELETE FROM derived WHERE what LIKE '%tally'");
    }

    /// <summary>Fills a new store in one run, without heed of a power cut.</summary>
    public static void Fill(string folder, Action<ReportStore, long> fill)
    {
        long run;
        using (var store = ReportStore.Open(folder))
        {
            using var command = store.Connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;";
            command.ExecuteNonQuery();
            fill(store, run = RunLog.Begin(store, StoreFolder.Start));
        }
        using var filled = ReportStore.Open(folder);
        RunLog.End(filled, run, StoreFolder.Start, new Dictionary<string, int>());
    }
}
