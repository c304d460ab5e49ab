using System.Net;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>A report that an agency published: the addresses it is listed under, and the bytes of every document that carries it.</summary>
sealed record PublishedReport(string Agency, int Year, string Path, IReadOnlyList<byte[]> Carriers);

/// <summary>A listed address that gives no report, and the name of the refusal in which asking for it has to end.</summary>
sealed record Hazard(string Path, string Refusal);

/// <summary>A bureau's host: what its column lists, everything it answers, and what it suffers from.</summary>
sealed class ProvinceSite(int number, string agency, Fault fault)
{
    public int Number => number;
    public string Agency => agency;
    public Fault Fault => fault;
    public string Host => $"bureau{number}.sheng.example";

    /// <summary>An address of its own on this machine.</summary>
    public IPAddress Ip => new([127, 10, (byte)(number / 200), (byte)(number % 200 + 2)]);

    public required ListFamily Family { get; set; }
    public int Newest { get; init; } = 2024;

    /// <summary>What the column lists, in order.</summary>
    public List<Listed> Listed { get; } = [];

    public List<PublishedReport> Reports { get; } = [];
    public List<Hazard> Hazards { get; } = [];

    /// <summary>Articles and documents by path and query.</summary>
    public Dictionary<string, Reply> Documents { get; } = [];

    /// <summary>What its robots.txt says; null if it has none.</summary>
    public string? Robots { get; init; }

    /// <summary>True where robots.txt forbids everything: what is here must not be fetched.</summary>
    public bool IsClosed => Robots is not null && Robots.EndsWith("Disallow: /\n", StringComparison.Ordinal);

    /// <summary>True where the reports can be had.</summary>
    public bool IsOpen => !IsClosed && !Family.NeedsBrowser;

    public string Address(string path) => $"http://{Host}{path}";

    public Reply Answer(SiteRequest request)
    {
        if (request.Path == "/robots.txt") return Robots is null ? Reply.Missing : new Reply(200, "text/plain", System.Text.Encoding.ASCII.GetBytes(Robots));
        return Documents.GetValueOrDefault(request.Target) ?? Family.Answer(request) ?? Reply.Missing;
    }
}
