using System.Net;

namespace ReportHarvester.Harvest;

/// <summary>Opens a connection to the endpoint a request names.</summary>
public delegate ValueTask<Stream> Connect(DnsEndPoint endpoint, CancellationToken cancellationToken);

/// <summary>Finds the addresses of a host.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken);

/// <summary>How politely and how far to fetch. The limits are those of DESIGN.md; tests shorten them.</summary>
public sealed record FetchOptions
{
    /// <summary>Mail address or URL under which a site's operator reaches whoever runs this; part of the User-Agent.</summary>
    public required string Contact { get; init; }

    /// <summary>Replaces dialling by name, and with it the guard for public addresses; for replay from a stand-in.</summary>
    public Connect? Connect { get; init; }

    /// <summary>Replaces asking the name server. What it answers is checked where it is dialled, each time.</summary>
    public Resolve? Resolve { get; init; }

    /// <summary>The least between two requests to one host or address; more where its answers take long or its robots.txt asks for more. Zero: no pauses at all.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The most that slow answers make of it.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A host that fails so many times in a row is left alone for <see cref="Sleep"/>.</summary>
    public int FailuresToSleep { get; init; } = 5;

    public TimeSpan Sleep { get; init; } = TimeSpan.FromHours(6);

    public int Tries { get; init; } = 3;

    /// <summary>Before the second try; three times as long before each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A host that asks for more patience than this is left alone for the rest of the run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    public int Redirects { get; init; } = 10;
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan HeaderLimit { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan WholeLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>A body that brings fewer than <see cref="LeastBytes"/> in so long is given up.</summary>
    public TimeSpan RateSpan { get; init; } = TimeSpan.FromSeconds(30);

    public int LeastBytes { get; init; } = 30 << 10;

    /// <summary>Bytes as sent.</summary>
    public long WireLimit { get; init; } = 64 << 20;

    /// <summary>Bytes after decompression.</summary>
    public long DecodedLimit { get; init; } = 64 << 20;

    /// <summary>The same of pages and the data of lists: they are held and looked through whole.</summary>
    public long PageLimit { get; init; } = 16 << 20;

    /// <summary>Of bodies of more bytes than this, only <see cref="LargeAtOnce"/> are held at once, whatever hosts send them.</summary>
    public long LargeBody { get; init; } = 2 << 20;

    public int LargeAtOnce { get; init; } = 2;

    /// <summary>Decoded bytes for each byte sent, in bodies of more than 1 MiB.</summary>
    public int RatioLimit { get; init; } = 200;
}
