using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>A real web server on this machine that answers for every host name, and remembers what it was asked.</summary>
sealed class Loopback : IAsyncDisposable
{
    readonly WebApplication app;

    Loopback(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <param name="answer">Answers everything but robots.txt.</param>
    /// <param name="robots">Answers that; not found if none.</param>
    /// <param name="certificate">Which it shows, by HTTPS; null: it speaks HTTP.</param>
    public static async Task<Loopback> Serve(RequestDelegate answer, RequestDelegate? robots = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls($"http{(certificate is null ? "" : "s")}://127.0.0.1:0").ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (certificate is not null) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
        });
        var app = builder.Build();
        app.Run(context => context.Request.Path == "/robots.txt" ? (robots ?? NotFound)(context) : answer(context));
        await app.StartAsync();
        return new Loopback(app);
    }

    public Fetcher Fetcher(TimeProvider? time = null, Func<FetchOptions, FetchOptions>? change = null) => Dialling(Port, time, change);

    /// <summary>A fetcher that dials a port of this machine whatever host is named, without pauses.</summary>
    public static Fetcher Dialling(int port, TimeProvider? time = null, Func<FetchOptions, FetchOptions>? change = null, RobotsShelf? shelf = null, RestShelf? rests = null)
    {
        var options = new FetchOptions
        {
            Contact = "mailto:test@example.org", Pause = TimeSpan.Zero, FirstWait = TimeSpan.Zero,
            Connect = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new Fetcher(change?.Invoke(options) ?? options, time ?? TimeProvider.System, shelf, rests);
    }

    static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
