using System.Net;
using System.Net.Sockets;

namespace ReportHarvester.Harvest;

/// <summary>An address that must not be dialled.</summary>
sealed class AddressNotAllowedException(string message) : IOException(message);

/// <summary>Keeps a page or a redirect from leading into the operator's own network: only public addresses are dialled.</summary>
static class AddressGuard
{
    // RFC 6890 and the IANA special-purpose registries; of IPv6 only global unicast is let through at all.
    static readonly IPNetwork[] Refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // RFC 1035; who asks a name server for a longer one gets an exception of another kind.
    const int LongestName = 253;

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Refused.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }

    /// <summary>What is wrong with an address before anything is dialled; null if nothing is.</summary>
    public static string? Objection(Uri address) =>
        address.Scheme is not ("http" or "https") ? $"{address.Scheme}: is not http or https"
        : address.UserInfo.Length > 0 ? "the address carries credentials"
        : address.IdnHost.Length > LongestName ? $"a host has no name of {address.IdnHost.Length} characters"
        : RefusalMarks.Known.RefusedPorts.Contains(address.Port) ? $"port {address.Port} is none of the web" : null;

    /// <summary>Dials exactly the addresses that were checked, so that a second answer of the name server changes nothing; first the one by which <see cref="ServerAddresses"/> knows the server.</summary>
    public static async ValueTask<Stream> ConnectPublic(DnsEndPoint endpoint, Resolve resolve, CancellationToken cancellationToken)
    {
        // An address needs no name server, which besides takes exception to 0.0.0.0.
        var found = IPAddress.TryParse(endpoint.Host, out var literal)
            ? [literal]
            : await resolve(endpoint.Host, cancellationToken);
        var allowed = ServerAddresses.InOrder(found.Where(IsPublic)).ToArray();
        if (allowed.Length == 0)
            throw new AddressNotAllowedException($"{endpoint.Host} is {string.Join<IPAddress>(", ", found)}: not a public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
