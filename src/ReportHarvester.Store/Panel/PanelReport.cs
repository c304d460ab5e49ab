using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A report as it is published in the panel, or its absence: an agency of the registry owed one, and the archive has none.</summary>
public sealed record PanelReport
{
    public string? Code { get; init; }

    /// <summary>The name that the agency bore in the year, and where it stood then.</summary>
    public string Agency { get; init; } = "";
    public string? Level { get; init; }
    public string? Region { get; init; }
    public int Year { get; init; }

    /// <summary>Null where there is no report.</summary>
    public Scope? Scope { get; init; }
    public long? Reading { get; init; }
    public Outcome? Outcome { get; init; }
    public string? Edition { get; init; }
    public string? Url { get; init; }
    public string? Sha256 { get; init; }
    public string? Reader { get; init; }
    public string? Format { get; init; }
    public DateTimeOffset? RetrievedAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public DateOnly? Dated { get; init; }
    public DateOnly? Published { get; init; }
    public string? Vanished { get; init; }
    public int Version { get; init; }

    /// <summary>All names that the agency bears or bore, as JSON.</summary>
    internal string Names { get; init; } = "[]";

    /// <summary>The same in every release, whatever the agency is called later, once it has a code.</summary>
    public string Key => $"{Code ?? Agency}:{Year}" + (Scope is { } scope ? ":" + Word.Of(scope) : "");

    public IReadOnlyList<PanelFigure> Figures { get; init; } = [];
    public IReadOnlyList<PanelMeasure> Measures { get; init; } = [];

    /// <summary>Codes of issues about the document as a whole.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    const string Sql = $"""
        WITH years AS (SELECT DISTINCT year FROM report)
        SELECT g.code, COALESCE(q.name, g.name) AS agency, q.level, q.region, y.year, p.scope, r.id AS reading, r.outcome, r.edition, r.url, r.sha256,
          (SELECT json_group_array(n.name) FROM agency_period n WHERE n.agency = g.id) AS names, r.reader, r.format, o.first_seen AS retrieved_at, r.read_at, r.dated, r.published, substr(p.vanished, 1, 10) AS vanished,
          (SELECT count(DISTINCT v.sha256) FROM reading v WHERE v.agency = r.agency AND v.report = r.report AND v.id <= r.id) AS version
        FROM agency g CROSS JOIN years y
        LEFT JOIN report p ON p.agency = g.id AND p.year = y.year
          AND EXISTS (SELECT 1 FROM reading WHERE agency = p.agency AND report = p.id AND is_current = 1)
        LEFT JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        LEFT JOIN original o ON o.sha256 = r.sha256
        LEFT JOIN agency_period q ON q.agency = g.id AND q.position = (
          SELECT max(t.position) FROM agency_period t WHERE t.agency = g.id
            AND (t.since IS NULL OR t.since <= y.year || '-12-31') AND (t.until IS NULL OR t.until >= y.year || '-01-01'))
        WHERE r.id IS NOT NULL OR (g.code IS NOT NULL AND g.owes = 1 AND {ReportPlace.Due})
        ORDER BY g.code IS NULL, g.code, g.name, y.year, p.scope
        """;

    internal static IReadOnlyList<PanelReport> All(SqliteConnection connection) => [.. connection.Query<PanelReport>(Sql)];
}
