using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ReportHarvester.Harvest;

/// <summary>Tells which hosts are one server: many bureaus' sites share an address, and patience is due to the machine behind it.</summary>
sealed class ServerAddresses(FetchOptions options, TimeProvider time)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, (IPAddress? Address, DateTimeOffset Asked)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address by which a host's server is known; null where there is no telling: it has none, or is dialled at a stand-in.</summary>
    public async Task<IPAddress?> Of(string host, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(host, out var last) && time.GetUtcNow() - last.Asked < Kept) return last.Address;
        var address = await Ask(host, cancellationToken);
        known[host] = (address, time.GetUtcNow());
        return address;
    }

    /// <summary>Name servers give several addresses in turns: the first of this order stands for them each time, and is dialled first.</summary>
    public static IEnumerable<IPAddress> InOrder(IEnumerable<IPAddress> found) => found.OrderBy(address => address.ToString(), StringComparer.Ordinal);

    async Task<IPAddress?> Ask(string host, CancellationToken cancellationToken)
    {
        if (options.Resolve is null && options.Connect is not null) return null;
        // An address needs no name server, which besides takes exception to 0.0.0.0.
        if (IPAddress.TryParse(host, out var literal)) return literal;
        try
        {
            var found = await (options.Resolve ?? Dns.GetHostAddressesAsync)(host, cancellationToken);
            return InOrder(found).FirstOrDefault();
        }
        catch (SocketException)
        {
            // Dialling it will fail too, and says so.
            return null;
        }
    }
}
