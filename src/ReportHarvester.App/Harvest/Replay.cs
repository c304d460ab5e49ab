using System.Net;
using System.Net.Sockets;
using ReportHarvester.Harvest;

namespace ReportHarvester.App;

/// <summary>Fetching from a stand-in: every host is dialled at one given endpoint, and keeps its name.</summary>
static class Replay
{
    /// <exception cref="UsageException">The endpoint is not HOST:PORT.</exception>
    public static FetchOptions Apply(FetchOptions options, string? endpoint)
    {
        if (endpoint is null) return options;
        if (!Uri.TryCreate($"http://{endpoint}/", UriKind.Absolute, out var parsed)
            || !endpoint.EndsWith($":{parsed.Port}", StringComparison.Ordinal))
            throw new UsageException($"--connect {endpoint} is not HOST:PORT.");
        return From(options, new DnsEndPoint(parsed.IdnHost, parsed.Port));
    }

    /// <summary>Pauses are due to sites; a stand-in on this machine needs none.</summary>
    public static FetchOptions From(FetchOptions options, DnsEndPoint standIn)
    {
        var local = standIn.Host is "localhost" || (IPAddress.TryParse(standIn.Host, out var address) && IPAddress.IsLoopback(address));
        return options with
        {
            Connect = (_, cancellationToken) => Dial(standIn, cancellationToken),
            Pause = local ? TimeSpan.Zero : options.Pause,
            FirstWait = local ? TimeSpan.Zero : options.FirstWait,
        };
    }

    static async ValueTask<Stream> Dial(DnsEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
