using System.Diagnostics;
using System.Net;
using Dapper;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>Readers of the pages, each with one request a second, while the worker writes: how long they wait, by kind of page.</summary>
static class NationLoad
{
    const int Readers = 20;

    static readonly string[] Sought = ["热线", "改版", "公文管理", "社会评议", "试点"];

    public static async Task Run(string folder, int seconds)
    {
        using var store = ReportStore.Open(folder);
        await using var site = Site.Build(new ReportHarvester.App.Settings { Data = folder }, new IPEndPoint(IPAddress.Loopback, 0));
        await site.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var agencies = store.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM agency"));
        var waits = new List<(string Kind, double Milliseconds)>();
        var writing = Task.Run(() => Write(store, over.Token));
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Read(client, new Asker(reader, agencies), waits, over.Token)));
        Console.WriteLine($"{await writing} reports were saved meanwhile");
        foreach (var kind in waits.GroupBy(wait => wait.Kind).OrderBy(kind => kind.Key))
        {
            var sorted = kind.Select(wait => wait.Milliseconds).Order().ToList();
            Console.WriteLine($"{kind.Key,-10} {sorted.Count,6} requests  median {sorted[sorted.Count / 2],8:F1} ms  p99 {sorted[(int)(sorted.Count * 0.99)],8:F1} ms  most {sorted[^1],8:F1} ms");
        }
    }

    static async Task<int> Write(ReportStore store, CancellationToken over)
    {
        var saved = 0;
        while (!over.IsCancellationRequested)
        {
            new Prefecture(saved % Prefecture.Count).File(store, saved * 97 % 400, Prefecture.LastYear, version: ++saved);
            await Task.Delay(200, CancellationToken.None);
        }
        return saved;
    }

    static async Task Read(HttpClient client, Asker asker, List<(string, double)> waits, CancellationToken over)
    {
        await Task.Delay(asker.Start, CancellationToken.None);
        while (!over.IsCancellationRequested)
        {
            var (kind, path) = asker.Next();
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
            var took = clock.Elapsed;
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {path}");
            lock (waits) waits.Add((kind, took.TotalMilliseconds));
            if (took < TimeSpan.FromSeconds(1)) await Task.Delay(TimeSpan.FromSeconds(1) - took, CancellationToken.None);
        }
    }

    /// <summary>What one reader asks for, one after the other.</summary>
    sealed class Asker(int seed, int agencies)
    {
        readonly Random random = new(seed);

        /// <summary>Milliseconds after which it begins.</summary>
        public int Start => random.Next(400);

        public (string Kind, string Path) Next()
        {
            var (agency, region) = (random.Next(1, agencies + 1), new Prefecture(random.Next(Prefecture.Count)).Region(random.Next(400)));
            return random.Next(8) switch
            {
                0 => ("home", "/"),
                1 => ("home part", $"/?region={region[..2]}"),
                2 => ("agencies", $"/agencies?region={region[..4]}&q={Uri.EscapeDataString("财政局")}"),
                3 => ("agency", $"/agencies/{agency}"),
                4 => ("report", $"/agencies/{agency}/{random.Next(Prefecture.FirstYear, Prefecture.LastYear + 1)}/own"),
                5 => ("compare", $"/compare?m=disclosure_rate&from=2019&to=2025&region={region}"),
                6 => ("problems", $"/problems?region={region}&year=2023"),
                _ => ("search", $"/search?q={Uri.EscapeDataString(Sought[random.Next(Sought.Length)])}"),
            };
        }
    }
}
