using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>One report at a glance; a document that belongs to no year yet has no year.</summary>
public sealed record OverviewLine
{
    public string Agency { get; init; } = "";
    public int? Year { get; init; }
    public Scope Scope { get; init; }

    /// <summary>The name that the document prints, whether or not it is the registered one.</summary>
    public string? PrintedAgency { get; init; }

    public string? Edition { get; init; }
    public Outcome Outcome { get; init; }

    /// <summary>Requests received, closed and carried out, all applicants; null where the report gives no number.</summary>
    public decimal? RequestsNew { get; init; }
    public decimal? RequestsClosed { get; init; }
    public decimal? RequestsCarriedOut { get; init; }

    /// <summary>Issues of error severity that are the publisher's own.</summary>
    public int PublisherErrors { get; init; }

    /// <summary>How many documents with different bytes were seen for the report.</summary>
    public int Versions { get; init; }

    public long Reading { get; init; }
    public string Url { get; init; } = "";
}

/// <summary>Everything current in the store at a glance, by agency and year.</summary>
public static class Overview
{
    const string Sql = """
        SELECT g.name AS agency, p.year, COALESCE(p.scope, r.scope) AS scope, r.printed_agency, r.edition, r.outcome, r.id AS reading, r.url,
          (SELECT COALESCE(exact, value) FROM figure
            WHERE reading = r.id AND indicator = 'requests.new' AND applicant = 'total') AS requests_new,
          (SELECT COALESCE(exact, value) FROM figure
            WHERE reading = r.id AND indicator = 'requests.closed' AND applicant = 'total') AS requests_closed,
          (SELECT COALESCE(exact, value) FROM figure
            WHERE reading = r.id AND indicator = 'requests.carried_out' AND applicant = 'total') AS requests_carried_out,
          (SELECT count(*) FROM issue
            WHERE reading = r.id AND agency = r.agency AND severity = 'error' AND fault = 'publisher') AS publisher_errors,
          CASE WHEN r.report IS NULL THEN 1
            ELSE (SELECT count(DISTINCT sha256) FROM reading WHERE agency = r.agency AND report = r.report) END AS versions
        FROM reading r
        JOIN agency g ON g.id = r.agency
        LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
        WHERE r.is_current = 1
        ORDER BY g.name, p.year, p.scope, r.id
        """;

    public static IReadOnlyList<OverviewLine> Of(ReportStore store) =>
        store.Read(connection => connection.Query<OverviewLine>(Sql).ToList());
}
