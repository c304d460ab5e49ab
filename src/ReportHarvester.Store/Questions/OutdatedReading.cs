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

    /// <summary>The Content-Type header that its address sent last.</summary>
    public string? ContentType { get; init; }

    /// <summary>The year of the report that it was last read into.</summary>
    public int? Year { get; init; }

    const string Sql = """
        SELECT r.source, s.agencies AS named, r.url, r.sha256, v.content_type, max(p.year) AS year
        FROM reading r
        JOIN source s ON s.key = r.source
        LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
        LEFT JOIN visit v ON v.url = r.url
        GROUP BY r.source, s.agencies, r.url, r.sha256, v.content_type
        HAVING sum(r.reader = @readerVersion) = 0
        ORDER BY min(r.id)
        """;

    /// <summary>All of them, in the order in which they were first read.</summary>
    public static IReadOnlyList<OutdatedReading> Of(ReportStore store, string readerVersion) =>
        store.Read(connection => connection.Query<OutdatedReading>(Sql, new { readerVersion }).ToList());
}
