using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A report as it is published in the panel, or its absence: an agency of the registry owed one, its day has passed, and the archive has none.</summary>
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

    /// <summary>Whether it prints a name that nobody is known to bear; null where there is no report.</summary>
    public bool? MayBeAnothers { get; init; }
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

    internal string? Kind { get; init; }
    internal DateOnly? Ceased { get; init; }

    // By law: local rules are given to those who ask about compliance. Null where none was due, or the agency ceased before.
    DateOnly? DueByLaw => DueRule.For(DueRule.OfLaw, Year, DueRule.CoveredBy(Level, Kind, ofRegion: false), Region, Level)?.After(Year) is { } day && !(Ceased <= day) ? day : null;

    /// <summary>The day after that on which it was due, where it is absent.</summary>
    internal DateOnly? AbsentSince => Reading is null ? DueByLaw?.AddDays(1) : null;

    /// <summary>The same in every release, whatever the agency is called later, once it has a code.</summary>
    public string Key => $"{Code ?? Agency}:{Year}" + (Scope is { } scope ? ":" + Word.Of(scope) : "");

    public IReadOnlyList<PanelFigure> Figures { get; init; } = [];
    public IReadOnlyList<PanelMeasure> Measures { get; init; } = [];

    /// <summary>Codes of issues that name no figure: about the document, a table of it, or the report as a whole. Without those that a person found to be none, but for doubts about whose report it is, which only the registry settles.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    static readonly string Sql = $"""
        WITH years AS (SELECT DISTINCT year FROM report_total WHERE reports > 0)
        SELECT g.code, COALESCE(q.name, g.name) AS agency, q.level, q.region, g.kind, {Compliance.Ceased("y.year || '-12-31'")} AS ceased, y.year, p.scope, r.id AS reading, CASE WHEN r.id IS NOT NULL THEN {FilingObjection.IsStrangers} END AS may_be_anothers, r.outcome, r.edition, r.url, r.sha256,
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
        WHERE r.id IS NOT NULL OR (g.code IS NOT NULL AND {ReportPlace.Due})
        ORDER BY g.code IS NULL, g.code, g.name, y.year, p.scope
        """;

    /// <param name="day">On which the archive is looked at; what is not due before is not absent yet.</param>
    internal static IReadOnlyList<PanelReport> All(SqliteConnection connection, DateOnly day) =>
        [.. connection.Query<PanelReport>(Sql, buffered: false).Where(report => report.Reading is not null || report.AbsentSince <= day)];
}
