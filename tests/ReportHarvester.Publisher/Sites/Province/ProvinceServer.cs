using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>A request as the server saw it; times in milliseconds since it was started. Validated: the answer says how to ask whether it still holds.</summary>
sealed record Seen(string Host, string Method, string Target, double Start, double End, int Status, long Bytes, bool Conditional, bool Validated);

/// <summary>
/// Serves a province, every host at an address of its own in 127.0.0.0/8 and all of them at 127.0.0.1 too, and writes down every request.
/// </summary>
sealed class ProvinceServer : IAsyncDisposable
{
    readonly Dictionary<string, ProvinceSite> sites;
    readonly FaultyAnswers faults = new();
    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly ConcurrentDictionary<string, byte> given = new();
    WebApplication? app;

    ProvinceServer(Province province) => sites = province.Sites.ToDictionary(s => s.Host);

    public int Port { get; private set; }

    public ConcurrentQueue<Seen> Log { get; } = new();

    /// <summary>How many addresses have given something, each counted once.</summary>
    public int Given => given.Count;

    public static async Task<ProvinceServer> Start(Province province)
    {
        var server = new ProvinceServer(province) { Port = FreePort() };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var ip in server.sites.Values.Select(s => s.Ip).Append(IPAddress.Loopback)) kestrel.Listen(ip, server.Port);
        });
        server.app = builder.Build();
        server.app.Run(server.Serve);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    async Task Serve(HttpContext context)
    {
        var start = watch.Elapsed.TotalMilliseconds;
        if (!sites.TryGetValue(context.Request.Host.Host, out var site))
        {
            context.Response.StatusCode = 404;
            return;
        }
        var target = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        var conditional = context.Request.Headers.IfNoneMatch.Count > 0;
        long bytes = 0;
        try
        {
            bytes = await faults.Answer(context, site, await Asked(context, target));
            if (context.Response.StatusCode == 200) given.TryAdd(site.Host + target, 0);
        }
        finally
        {
            Log.Enqueue(new Seen(site.Host, context.Request.Method, target, start, watch.Elapsed.TotalMilliseconds, context.Response.StatusCode, bytes, conditional, context.Response.Headers.ETag.Count > 0));
        }
    }

    static async Task<SiteRequest> Asked(HttpContext context, string target)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString()) : [];
        return new SiteRequest(request.Method, target, request.Path.Value!, request.Query.GroupBy(q => q.Key).ToDictionary(q => q.Key, q => q.First().Value.ToString()), form,
            request.Headers["X-Requested-With"] == "XMLHttpRequest");
    }
}
