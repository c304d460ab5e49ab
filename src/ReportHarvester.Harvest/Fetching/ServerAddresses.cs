using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ReportHarvester.Harvest;

/// <summary>Tells which hosts share a server: many bureaus' sites share an address, and patience is due to the machine behind it.</summary>
sealed class ServerAddresses(FetchOptions options, TimeProvider time)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    // As many as a host is ever dialled at.
    const int Most = 16;

    readonly ConcurrentDictionary<string, (IReadOnlyList<IPAddress> Addresses, DateTimeOffset Asked)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The addresses at which a host may be dialled, always in one order; none where there is no telling: it has none, or is dialled at a stand-in.</summary>
    public async Task<IReadOnlyList<IPAddress>> Of(string host, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(host, out var last) && time.GetUtcNow() - last.Asked < Kept) return last.Addresses;
        var addresses = await Ask(host, cancellationToken);
        known[host] = (addresses, time.GetUtcNow());
        return addresses;
    }

    /// <summary>Name servers give several addresses in turns: they are dialled in this order each time, and no others.</summary>
    public static IEnumerable<IPAddress> InOrder(IEnumerable<IPAddress> found) => found.Distinct().OrderBy(address => address.ToString(), StringComparer.Ordinal).Take(Most);

    async Task<IReadOnlyList<IPAddress>> Ask(string host, CancellationToken cancellationToken)
    {
        if (options.Resolve is null && options.Connect is not null) return [];
        // An address needs no name server, which besides takes exception to 0.0.0.0.
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        try
        {
            var found = await (options.Resolve ?? Dns.GetHostAddressesAsync)(host, cancellationToken);
            return [.. InOrder(found)];
        }
        catch (Exception trouble) when (trouble is SocketException or ArgumentException)
        {
            // Dialling it will fail too, and says so.
            return [];
        }
    }
}
