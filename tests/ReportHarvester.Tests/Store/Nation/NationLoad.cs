using System.Diagnostics;
using Dapper;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>Readers of the pages, which the program serves, each with one request a second, while reports are filed: how long they wait, by kind of page.</summary>
static class NationLoad
{
    const int Readers = 20, ReportsASecond = 5;

    public static async Task Run(string folder, int seconds)
    {
        int agencies;
        using (var store = ReportStore.Open(folder)) agencies = AgencyList.Codes(store).Count / Prefecture.Count;
        var settings = Path.Combine(folder, "sources.json");
        await File.WriteAllTextAsync(settings, "[]");
        using var program = BuiltProgram.Start("serve", "--pages-only", "--data", folder, "--port", "0", "--set", $"sources={settings}");
        var address = (await program.StandardError.ReadLineAsync())!.Split(' ')[0];
        using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
        await Ready(client);
        var (waits, log) = (new List<(string Kind, double Milliseconds)>(), new FileInfo(Path.Combine(folder, "reports.db-wal")));
        long largestLog = 0;
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var writing = Task.Run(() => Write(folder, () => { log.Refresh(); largestLog = Math.Max(largestLog, log.Length); }, over.Token));
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Read(client, new NationReader(reader, agencies), waits, over.Token)));
        Console.WriteLine($"{await writing} reports filed meanwhile; the program held {Memory(program)} MiB at most, the log of writes {largestLog >> 20} MiB");
        Console.WriteLine("| page | requests | median ms | p99 ms | most ms |\n|---|--:|--:|--:|--:|");
        foreach (var kind in waits.GroupBy(wait => wait.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)) Tell(kind.Key, kind);
        Tell("compare a county, prefecture or province", waits.Where(wait => NationReader.IsRegional(wait.Kind)));
        Tell("all", waits);
        program.Kill();
    }

    static void Tell(string what, IEnumerable<(string Kind, double Milliseconds)> waits)
    {
        var sorted = waits.Select(wait => wait.Milliseconds).Order().ToList();
        Console.WriteLine($"| {what} | {sorted.Count:N0} | {sorted[sorted.Count / 2]:F0} | {sorted[(int)(sorted.Count * 0.99)]:F0} | {sorted[^1]:F0} |");
    }

    // As a service manager does before it sends anybody.
    static async Task Ready(HttpClient client)
    {
        var clock = Stopwatch.StartNew();
        while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), CancellationToken.None)).StatusCode == System.Net.HttpStatusCode.ServiceUnavailable) await Task.Delay(100, CancellationToken.None);
        Console.WriteLine($"ready {clock.Elapsed.TotalSeconds:F1} s after it listened");
    }

    static string Memory(Process program) => File.ReadLines($"/proc/{program.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2] is var kib ? $"{int.Parse(kib) >> 10}" : "";

    static async Task<int> Write(string folder, Action filed, CancellationToken over)
    {
        using var store = ReportStore.Open(folder);
        // What was filed before is no news, and nothing is written for it.
        var (count, known) = (0, store.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM report_event WHERE kind = 'changed'")));
        for (; !over.IsCancellationRequested; filed())
        {
            new Prefecture(count % Prefecture.Count).File(store, agency: count % 7, Prefecture.LastYear, version: known + ++count);
            await Task.Delay(TimeSpan.FromSeconds(1) / ReportsASecond, CancellationToken.None);
        }
        return count;
    }

    static async Task Read(HttpClient client, NationReader reader, List<(string, double)> waits, CancellationToken over)
    {
        await Task.Delay(reader.Start, CancellationToken.None);
        while (!over.IsCancellationRequested)
        {
            var (kind, path) = reader.Next();
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
            var took = clock.Elapsed;
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {path}");
            lock (waits) waits.Add((kind, took.TotalMilliseconds));
            if (took < TimeSpan.FromSeconds(1)) await Task.Delay(TimeSpan.FromSeconds(1) - took, CancellationToken.None);
        }
    }
}
