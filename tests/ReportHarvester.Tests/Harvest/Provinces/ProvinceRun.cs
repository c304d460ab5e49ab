using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReportHarvester.App;
using ReportHarvester.Harvest;
using ReportHarvester.Publisher.Sites.Province;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>One night's harvest of a province: what it came to, and what the servers saw of it.</summary>
sealed record Night(HarvestResult Result, IReadOnlyList<Seen> Seen, IReadOnlyList<HarvestEvent> Events, TimeSpan Taken);

/// <summary>Harvests a simulated province over the network of this machine, as `harvest` does, but for where its hosts are and how long it waits between requests.</summary>
sealed class ProvinceRun(Province province, ProvinceServer server, string data)
{
    /// <summary>What of the usual two seconds between requests is left, so that many nights fit into one test.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(20);

    readonly Dictionary<string, IPAddress> hosts = province.Sites.ToDictionary(s => s.Host, s => s.Ip);

    public IReadOnlyList<Source> Sources { get; } = SourcesOf(province);

    public static IReadOnlyList<Source> SourcesOf(Province province) => [.. province.Sites.Select(s => new Source
    {
        Key = $"s{s.Number}", Agency = s.Reports.Select(r => r.Agency).Distinct().Count() == 1 ? s.Agency : "",
        Agencies = s.Reports.Select(r => r.Agency).Distinct().ToList() is { Count: > 1 } many ? many : [], Address = new Uri(s.Address(s.Family.Column)),
    })];

    public async Task<Night> Harvest(CancellationToken stop = default)
    {
        server.Log.Clear();
        var watch = Stopwatch.StartNew();
        var events = new Events();
        using var store = ReportStore.Open(data);
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        using var fetcher = new Fetcher(Options, TimeProvider.System, RobotsArchive.Of(store, TimeProvider.System));
        var result = await new HarvestRun(store, fetcher, TimeProvider.System, events, reader.Read).Run(Sources, stop);
        return new Night(result, [.. server.Log], [.. events.All], watch.Elapsed);
    }

    FetchOptions Options => new()
    {
        Contact = "test@province.example", Pause = Pause, FirstWait = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromMilliseconds(500),
        Connect = async (endpoint, cancellationToken) =>
        {
            // As the guard does: whoever is no host of the province is in the operator's own network.
            if (!hosts.TryGetValue(endpoint.Host, out var ip)) throw new AddressNotAllowedException($"{endpoint.Host} is no host of the province");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(ip, server.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    sealed class Events : IProgress<HarvestEvent>
    {
        public ConcurrentQueue<HarvestEvent> All { get; } = new();

        public void Report(HarvestEvent value) => All.Enqueue(value);
    }
}
