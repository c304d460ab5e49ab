using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>An issue that names a figure of a reading, or the reading as a whole.</summary>
sealed record NamingIssue
{
    public long Reading { get; init; }
    public string Code { get; init; } = "";

    /// <summary>As <see cref="Problem.Id"/>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whether a person found it to be none, on the evidence that it has; never of a doubt about whose report it is, which only the registry settles.</summary>
    public bool Dismissed { get; init; }

    /// <summary>Whether what a person put right is all that is wrong with it.</summary>
    public bool Explained { get; init; }

    public Severity Severity { get; init; }

    /// <summary>Null: the issue is about the whole document.</summary>
    public string? Indicator { get; init; }
    public string? Applicant { get; init; }

    public bool Names(FigureKey figure) => Indicator is null || (Indicator == figure.Indicator && Applicant == figure.Applicant);

    // Once, perhaps on other evidence.
    const string ReadingsDismissed = """
        EXISTS (SELECT 1 FROM reading d JOIN review v ON v.agency = d.agency AND v.report = d.report AND v.code = s.code AND v.decision = 'dismissed' WHERE d.id = s.reading) AS dismissed
        """;

    const string ReportsDismissed = "EXISTS (SELECT 1 FROM review v WHERE v.agency = s.agency AND v.report = s.report AND v.code = s.code AND v.decision = 'dismissed')";

    // The doubt about an address stands with whichever of its documents was read last. No person dismisses it here: the registry says whose it is.
    const string Filing = """
        SELECT d.id AS reading, s.code, s.severity, NULL AS indicator, NULL AS applicant, 'P' || s.id AS id, 0 AS dismissed FROM json_each(@readings) r CROSS JOIN reading d ON d.id = r.value
        CROSS JOIN report_issue s INDEXED BY report_issue_standing ON s.agency = d.agency AND s.report = d.report AND s.settled IS NULL
        CROSS JOIN reading o ON o.id = s.reading AND o.source = d.source AND o.url = d.url WHERE s.subject = 'filing'
        """;

    const string Sql = $"""
        SELECT n.reading, s.code, s.severity, n.indicator, n.applicant, 'R' || s.reading || '.' || s.position AS id, {ReadingsDismissed}
        FROM json_each(@readings) r CROSS JOIN issue_figure n ON n.reading = r.value
        JOIN issue s ON s.reading = n.reading AND s.position = n.issue AND s.agency = n.agency
        WHERE n.indicator IN (SELECT value FROM json_each(@indicators))
        UNION
        {Filing}
        UNION
        SELECT d.id, s.code, s.severity, n.indicator, n.applicant, 'P' || s.id, {ReportsDismissed}
        FROM (SELECT DISTINCT w.agency FROM json_each(@readings) r CROSS JOIN reading w ON w.id = r.value) a CROSS JOIN report_issue s INDEXED BY report_issue_standing ON s.agency = a.agency AND s.settled IS NULL
        CROSS JOIN report_issue_figure n ON n.issue = s.id
        CROSS JOIN reading d INDEXED BY reading_place ON d.agency = s.agency AND d.report = s.report AND d.is_current = 1
        WHERE n.indicator IN (SELECT value FROM json_each(@indicators))
        """;

    const string DocumentsSql = $"""
        SELECT s.reading, s.code, s.severity, NULL AS indicator, NULL AS applicant, 'R' || s.reading || '.' || s.position AS id, {ReadingsDismissed}
        FROM json_each(@readings) r CROSS JOIN reading w ON w.id = r.value CROSS JOIN issue s ON s.agency = w.agency AND s.reading = w.id
        WHERE NOT EXISTS (SELECT 1 FROM issue_figure n WHERE n.agency = s.agency AND n.reading = s.reading AND n.issue = s.position)
        UNION
        {Filing}
        UNION
        SELECT d.id, s.code, s.severity, NULL, NULL, 'P' || s.id, {ReportsDismissed} FROM json_each(@readings) r CROSS JOIN reading d ON d.id = r.value
        CROSS JOIN report_issue s INDEXED BY report_issue_standing ON s.agency = d.agency AND s.report = d.report AND s.settled IS NULL
        WHERE s.subject <> 'filing' AND NOT EXISTS (SELECT 1 FROM report_issue_figure n WHERE n.issue = s.id)
        """;

    /// <summary>By reading.</summary>
    /// <param name="readings">Current ones, as JSON; what is found of other reports of their agencies may be among the answers.</param>
    public static ILookup<long, NamingIssue> Of(SqliteConnection connection, string readings, IEnumerable<FigureKey> figures) =>
        Settled(connection, connection.Query<NamingIssue>(Sql, new { readings, indicators = JsonSerializer.Serialize(figures.Select(f => f.Indicator).Distinct()) })).ToLookup(issue => issue.Reading);

    /// <summary>Those that name no figure: they are about the document, a table of it, or the report as a whole. By reading.</summary>
    /// <param name="readings">Current ones, as JSON.</param>
    public static ILookup<long, NamingIssue> OfDocuments(SqliteConnection connection, string readings) =>
        Settled(connection, connection.Query<NamingIssue>(DocumentsSql, new { readings })).ToLookup(issue => issue.Reading);

    static IEnumerable<NamingIssue> Settled(SqliteConnection connection, IEnumerable<NamingIssue> issues)
    {
        var explained = new Explained(connection);
        return issues.Select(issue => issue.Dismissed ? issue with { Dismissed = Problems.Find(connection, issue.Id)?.Review is { Decision: Decision.Dismissed, Superseded: false } } : issue)
            .Select(issue => explained.IsExplained(issue) ? issue with { Explained = true } : issue);
    }
}
