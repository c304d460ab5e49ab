using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A report with all that is known of it: its current reading, where that came from, and what is wrong with it as a whole.</summary>
public sealed record ReportSheet
{
    public string Agency { get; init; } = "";
    public int Year { get; init; }
    public Scope Scope { get; init; }
    public long Id { get; init; }
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public string Reader { get; init; } = "";
    public DateTimeOffset ReadAt { get; init; }
    public DateTimeOffset? Vanished { get; init; }
    public Reading? Reading { get; init; }

    /// <summary>Open issues of the report as a whole.</summary>
    public IReadOnlyList<SheetIssue> WholeIssues { get; init; } = [];

    /// <summary>Every document that was seen for it, the first one first.</summary>
    public IReadOnlyList<SheetDocument> Documents { get; init; } = [];

    const string Sql = """
        SELECT g.name AS agency, p.year, p.scope, p.vanished, r.id, r.url, r.sha256, r.reader, r.read_at
        FROM report p JOIN agency g ON g.id = p.agency JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE p.agency = @agency AND p.year = @year AND p.scope = @scope
        """;

    const string IssuesSql = """
        SELECT i.code, i.severity, i.fault, i.message FROM report_issue i JOIN report p ON p.agency = i.agency AND p.id = i.report
        WHERE p.agency = @agency AND p.year = @year AND p.scope = @scope AND i.settled IS NULL ORDER BY i.id
        """;

    const string DocumentsSql = """
        SELECT r.url, r.sha256, r.format, min(r.read_at) AS first_seen, max(r.is_current) AS is_current
        FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report
        WHERE p.agency = @agency AND p.year = @year AND p.scope = @scope GROUP BY r.url, r.sha256 ORDER BY min(r.id)
        """;

    /// <summary>Null if there is no such report.</summary>
    public static ReportSheet? Of(ReportStore store, long agency, int year, string scope) => store.Read(connection =>
    {
        var asked = new { agency, year, scope };
        return connection.QuerySingleOrDefault<ReportSheet>(Sql, asked) is not { } sheet ? null : sheet with
        {
            Reading = ReadingLoader.Load(connection, sheet.Id),
            WholeIssues = connection.Query<SheetIssue>(IssuesSql, asked).ToList(),
            Documents = connection.Query<SheetDocument>(DocumentsSql, asked).ToList(),
        };
    });
}

/// <summary>What is wrong with a report as a whole.</summary>
public sealed record SheetIssue
{
    public string Code { get; init; } = "";
    public Severity Severity { get; init; }
    public Fault Fault { get; init; }
    public string Message { get; init; } = "";
}

/// <summary>Bytes that an address gave for a report.</summary>
public sealed record SheetDocument
{
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public string Format { get; init; } = "";
    public DateTimeOffset FirstSeen { get; init; }
    public bool IsCurrent { get; init; }
}
