using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>An agency and a year that are asked about, with its report or without; twice where it reports for itself and for its region.</summary>
sealed record ReportPlace
{
    public long AgencyId { get; init; }

    /// <summary>Its name; with its code, or what else tells it, where another that is asked about bears the same.</summary>
    public string Agency { get; init; } = "";

    public string? Code { get; init; }
    public int Year { get; init; }
    public Scope? Scope { get; init; }
    public long? Report { get; init; }
    public long? Reading { get; init; }
    public Outcome? Outcome { get; init; }
    public string? Edition { get; init; }

    /// <summary>False where the registry says that no report on the year was owed.</summary>
    public bool IsDue { get; init; }

    /// <summary>Whether an agency g owed a report on a year y, after all that the registry says: who existed at the end of the year, as <see cref="Compliance"/> asks it.</summary>
    public const string Due = """
        g.owes IS NOT 0 AND y.year >= COALESCE(g.owes_from, 0) AND y.year <= COALESCE(g.owes_to, 9999) AND EXISTS (
          SELECT 1 FROM agency_period d WHERE d.agency = g.id
            AND (d.since IS NULL OR d.since <= y.year || '-12-31') AND (d.until IS NULL OR d.until >= y.year || '-12-31'))
        """;

    // Who reported, though not as it is asked, has not failed to. Where an agency stood in a year is where the last period that touches the year says; who never stood there is left out first, by the index.
    static string Sql(ComparisonQuestion question, bool ofPeers) => $"""
        WITH named AS (SELECT id, name, code, owes, owes_from, owes_to FROM agency WHERE {string.Join(" AND ", Whom(question, ofPeers).DefaultIfEmpty("TRUE"))}),
        years AS ({(question.Years.Count == 0 ? "SELECT DISTINCT year FROM report_total WHERE reports > 0" : "SELECT value AS year FROM json_each(@years)")})
        SELECT g.id AS agency_id, g.name AS agency, g.code, y.year, p.scope, p.id AS report, r.id AS reading, r.outcome, r.edition,
          {Due} AS is_due
        FROM named g CROSS JOIN years y
        LEFT JOIN report p ON p.agency = g.id AND p.year = y.year
          AND (@scope IS NULL OR p.scope = @scope OR @scope = 'own' AND p.scope = 'unknown')
          AND EXISTS (SELECT 1 FROM reading WHERE agency = p.agency AND report = p.id AND is_current = 1)
        LEFT JOIN reading r INDEXED BY reading_place ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE (@scope IS NULL OR p.id IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM report o JOIN reading c ON c.agency = o.agency AND c.report = o.id AND c.is_current = 1 WHERE o.agency = g.id AND o.year = y.year))
          AND {(question.Regions.Count == 0 && question.Level is null ? "TRUE" : Stood(question))}
        ORDER BY g.name, g.id, y.year, p.scope
        """;

    // Only what is asked for stands in the condition: then the indexes lead to whom it names.
    static IEnumerable<string> Whom(ComparisonQuestion question, bool ofPeers)
    {
        if (question.Agencies.Count > 0)
            yield return "(code IN (SELECT value FROM json_each(@agencies)) OR id IN (SELECT agency FROM agency_period WHERE folded IN (SELECT value FROM json_each(@folded))))";
        if (question.Regions.Count > 0)
            yield return $"id IN (SELECT p.agency FROM json_each(@regions) r CROSS JOIN agency_period p ON {RegionPrefix.Of("p.region", "r.value")})";
        if (ofPeers) yield return "(id = @peer OR id IN (SELECT o.id FROM agency me JOIN agency o ON o.parent = me.parent AND o.kind IS me.kind WHERE me.id = @peer))";
    }

    static string Stood(ComparisonQuestion question) => $"""
        (SELECT (@level IS NULL OR q.level = @level) {(question.Regions.Count == 0 ? "" : $"AND EXISTS (SELECT 1 FROM json_each(@regions) c WHERE {RegionPrefix.Of("q.region", "c.value")})")}
          FROM agency_period q WHERE q.agency = g.id AND (q.since IS NULL OR q.since <= y.year || '-12-31') AND (q.until IS NULL OR q.until >= y.year || '-01-01')
          ORDER BY q.position DESC LIMIT 1)
        """;

    /// <exception cref="KeyNotFoundException">Nobody has or had the name whose peers are asked for.</exception>
    public static IReadOnlyList<ReportPlace> Of(SqliteConnection connection, ComparisonQuestion question)
    {
        long? peer = question.PeersOf is null ? null : AgencyNames.Find(connection, question.PeersOf) ?? throw new KeyNotFoundException(question.PeersOf);
        return Told(connection.Query<ReportPlace>(Sql(question, peer is not null), new
        {
            agencies = JsonSerializer.Serialize(question.Agencies), folded = JsonSerializer.Serialize(question.Agencies.Select(AgencyNames.Fold)),
            years = JsonSerializer.Serialize(question.Years), regions = JsonSerializer.Serialize(question.Regions), level = question.Level, peer,
            scope = question.Scope is { } scope ? Word.Of(scope) : null,
        }).ToList());
    }

    // Towns of two counties may have one name, and are not one agency.
    static List<ReportPlace> Told(List<ReportPlace> places)
    {
        var shared = places.Select(place => (place.Agency, place.AgencyId)).Distinct().GroupBy(bearer => bearer.Agency).Where(bearers => bearers.Count() > 1).Select(bearers => bearers.Key).ToHashSet();
        return shared.Count == 0 ? places : [.. places.Select(place => shared.Contains(place.Agency) ? place with { Agency = $"{place.Agency}（{place.Code ?? $"#{place.AgencyId}"}）" } : place)];
    }
}
