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

/// <summary>How often something is wrong with current reports.</summary>
public sealed record ProblemCount
{
    public string Code { get; init; } = "";
    public string Severity { get; init; } = "";
    public string Fault { get; init; } = "";
    public int Reports { get; init; }
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
    public static IReadOnlyList<ProblemCount> Problems(ReportStore store) => store.Read(connection => connection.Query<ProblemCount>("""
        SELECT code, severity, fault, count(*) AS reports FROM (
          SELECT DISTINCT i.code, i.severity, i.fault, i.reading FROM issue i JOIN reading r ON r.id = i.reading AND r.agency = i.agency AND r.is_current = 1
          UNION ALL
          SELECT DISTINCT code, severity, fault, -report FROM report_issue WHERE settled IS NULL AND report IS NOT NULL)
        WHERE severity <> 'info' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1
        """).ToList());
}
