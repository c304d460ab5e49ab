using System.Text.Json;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>A kept document that the present version of the reader has not read yet.</summary>
public sealed record OutdatedReading
{
    public string Source { get; init; } = "";

    /// <summary>Whom its source speaks for.</summary>
    public IReadOnlyList<string> Agencies => JsonSerializer.Deserialize<string[]>(Named)!;

    public string Named { get; init; } = "[]";
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";

    /// <summary>The listed address that led to it.</summary>
    public string Article { get; init; } = "";

    public string? LinkTitle { get; init; }
    public bool OneOfMany { get; init; }
    public bool Imported { get; init; }

    /// <summary>The Content-Type header that its address sent last.</summary>
    public string? ContentType { get; init; }

    /// <summary>The year of the report that it was last read into.</summary>
    public int? Year { get; init; }

    const string Sql = """
        SELECT r.source, s.agencies AS named, r.url, r.sha256, r.article, r.link_title, r.one_of_many, r.imported, v.content_type, p.year
        FROM (SELECT min(id) AS first, max(id) AS last FROM reading GROUP BY source, url, sha256
          HAVING sum(reader = @readerVersion) = 0 OR @all AND max(is_current) = 1) document
        JOIN reading r ON r.id = document.last
        JOIN source s ON s.key = r.source
        LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
        LEFT JOIN visit v ON v.url = r.url
        ORDER BY document.first
        """;

    /// <summary>All of them, in the order in which they were first read.</summary>
    public static IReadOnlyList<OutdatedReading> Of(ReportStore store, string readerVersion) => Ask(store, readerVersion, all: false);

    /// <summary>These, and every document whose reading is current, whoever read it.</summary>
    public static IReadOnlyList<OutdatedReading> AllCurrent(ReportStore store, string readerVersion) => Ask(store, readerVersion, all: true);

    static List<OutdatedReading> Ask(ReportStore store, string readerVersion, bool all) =>
        store.Read(connection => connection.Query<OutdatedReading>(Sql, new { readerVersion, all }).ToList());
}
