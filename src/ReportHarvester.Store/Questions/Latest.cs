using Dapper;

namespace ReportHarvester.Store;

/// <summary>A report that came in.</summary>
public sealed record NewReport
{
    public DateTimeOffset At { get; init; }
    public long AgencyId { get; init; }
    public string Agency { get; init; } = "";
    public int Year { get; init; }
    public string Scope { get; init; } = "";
}

/// <summary>How often something is wrong with what is current.</summary>
public sealed record ProblemCount
{
    public string Code { get; init; } = "";
    public string Severity { get; init; } = "";
    public string Fault { get; init; } = "";
    public int Problems { get; init; }
}

/// <summary>What is new and what is wrong.</summary>
public static class Latest
{
    /// <summary>The reports seen first last, newest first.</summary>
    public static IReadOnlyList<NewReport> Arrivals(ReportStore store, int count) => store.Read(connection => connection.Query<NewReport>("""
        SELECT e.at, g.id AS agency_id, g.name AS agency, p.year, p.scope
        FROM report_event e JOIN agency g ON g.id = e.agency JOIN report p ON p.agency = e.agency AND p.id = e.report
        WHERE e.kind = 'first_seen' ORDER BY e.id DESC LIMIT @count
        """, new { count }).ToList());

    /// <summary>Warnings and errors by code, the most frequent first.</summary>
    /// <param name="region">The first digits of a region's code; empty: all.</param>
    public static IReadOnlyList<ProblemCount> Problems(ReportStore store, string region) => store.Read(connection => connection.Query<ProblemCount>($"""
        SELECT code, severity, fault, sum(problems) AS problems FROM {(region.Length > 2 ? "problem_tally" : "problem_total")}
        WHERE problems > 0 AND severity <> 'info' AND {RegionPrefix.Asked(region.Length > 2 ? "region" : "province", region)} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1
        """, new { region }).ToList());
}
