using System.Net;

namespace ReportHarvester.Harvest;

/// <summary>Whether two addresses belong to one site: the same host, or hosts under one registered name.</summary>
static class Site
{
    public static bool Same(Uri one, Uri other) =>
        one.Host == other.Host || (one.HostNameType == UriHostNameType.Dns && Registered(one.Host) == Registered(other.Host));

    /// <summary>The registered name under which a host stands; an address itself.</summary>
    public static string Registered(string host)
    {
        if (IPAddress.TryParse(host, out _)) return host;
        var labels = host.Split('.');
        var suffix = string.Join('.', labels[^Math.Min(2, labels.Length)..]);
        var kept = Words.Known.PublicSuffixes.Contains(suffix) ? 3 : 2;
        return string.Join('.', labels[^Math.Min(kept, labels.Length)..]);
    }
}
