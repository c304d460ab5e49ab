using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>
/// Asks for every kind of page once before /health/ready says that all is ready: what is worked out once, for a whole country in many seconds, is
/// worked out then, and no visitor waits for it.
/// </summary>
sealed class Warming(IServer server, IHostApplicationLifetime lifetime, StorePool pool) : BackgroundService
{
    static readonly string[] Paths =
    [
        "/operations", "/metrics", "/compare", "/compare.svg", "/compare.png", "/", "/index.json", "/agencies", "/agencies.json", "/agencies?q=%E5%B1%80", "/problems", "/problems.json",
        "/search?q=%E5%85%AC%E5%BC%80", "/openapi.json", "/site.css",
    ];

    /// <summary>Whether that is done, or could not be.</summary>
    public bool IsOver { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.Infinite, lifetime.ApplicationStarted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            using var client = new HttpClient { BaseAddress = Own(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = Timeout.InfiniteTimeSpan };
            foreach (var path in OfReport().Concat(Paths)) (await client.GetAsync(new Uri(path, UriKind.Relative), stoppingToken)).Dispose();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or SqliteException or IOException or SchemaException)
        {
            // Whoever asks next is told what is wrong.
        }
        finally
        {
            IsOver = true;
        }
    }

    // Those of a report, which also tell whether there is a store to answer from.
    List<string> OfReport()
    {
        using var lent = pool.Lend();
        return [.. Latest.Arrivals(lent.Store, 1).SelectMany(one => new[] { $"/agencies/{one.AgencyId}", $"/agencies/{one.AgencyId}.json", $"/compare?agency={Uri.EscapeDataString(one.Agency)}", $"/agencies/{one.AgencyId}/{one.Year}/{one.Scope}" })];
    }

    // All addresses of the machine are no address.
    static Uri Own(string address) => new(address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal));
}
