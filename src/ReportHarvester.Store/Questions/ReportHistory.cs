using Dapper;

namespace ReportHarvester.Store;

/// <summary>One thing that happened to a report, or one that is or was wrong with it as a whole.</summary>
public sealed record HistoryLine
{
    public DateTimeOffset At { get; init; }
    public string? Agency { get; init; }
    public int? Year { get; init; }
    public string? Scope { get; init; }

    /// <summary>first_seen, twin, copy, changed, vanished, moved, back, filed; or the code of an issue.</summary>
    public string What { get; init; } = "";

    public string? Url { get; init; }

    /// <summary>The other address, or what is wrong.</summary>
    public string? Detail { get; init; }

    /// <summary>When an issue ceased to be; null: it is open, or this is an event.</summary>
    public DateTimeOffset? Settled { get; init; }
}

/// <summary>What happened to reports, in the order of time.</summary>
public static class ReportHistory
{
    const string Sql = """
        SELECT e.at, g.name AS agency, p.year, p.scope, e.kind AS what, e.url, COALESCE(e.other, e.detail) AS detail, NULL AS settled, e.id AS turn
        FROM report_event e JOIN agency g ON g.id = e.agency JOIN report p ON p.id = e.report AND p.agency = e.agency
        WHERE (@agency IS NULL OR e.agency = @agency) AND (@year IS NULL OR p.year = @year)
        UNION ALL
        SELECT i.found, g.name, COALESCE(p.year, r.printed_year), p.scope, i.code, r.url, i.message, i.settled, i.id
        FROM report_issue i JOIN agency g ON g.id = i.agency
        LEFT JOIN report p ON p.id = i.report AND p.agency = i.agency LEFT JOIN reading r ON r.id = i.reading
        WHERE (@agency IS NULL OR i.agency = @agency) AND (@year IS NULL OR COALESCE(p.year, r.printed_year) = @year)
        ORDER BY 1, turn
        """;

    /// <param name="agency">Code or name; all if null.</param>
    /// <exception cref="KeyNotFoundException">Nobody has or had that name.</exception>
    public static IReadOnlyList<HistoryLine> Of(ReportStore store, string? agency, int? year) => store.Read(connection =>
    {
        long? id = agency is null ? null : AgencyNames.Find(connection, agency, year) ?? throw new KeyNotFoundException(agency);
        return connection.Query<HistoryLine>(Sql, new { agency = id, year }).ToList();
    });
}
