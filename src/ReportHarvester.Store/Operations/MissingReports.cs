using System.Text.Json;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>Which agencies gave no report on a year, whatever source it might have come from.</summary>
public static class MissingReports
{
    // A page without any figure may be that of a login as well as that of a report; a document is one.
    static readonly string Sql = $"""
        WITH asked AS MATERIALIZED (SELECT value ->> 0 AS name, ({AgencyNames.Found("value ->> 0", "value ->> 1")}) AS agency FROM json_each(@asked))
        SELECT n.name, (SELECT r.printed_agency FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
          WHERE p.year = @year AND p.agency = n.agency AND {FilingObjection.IsStrangers} ORDER BY p.id LIMIT 1)
        FROM asked n
        WHERE NOT EXISTS (
            SELECT 1 FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id
            WHERE p.year = @year AND (r.figures > 0 OR r.format <> 'html')
              AND p.agency = n.agency AND NOT {FilingObjection.IsStrangers})
          AND NOT EXISTS (SELECT 1 FROM agency g, (SELECT @year AS year) y WHERE g.id = n.agency AND NOT ({ReportPlace.Due}))
        """;

    /// <param name="agencies">Names or codes.</param>
    /// <returns>
    /// Those of them that owe a report on the year, as far as the registry tells, and have none; with the name that one prints which may be theirs, where
    /// nobody is known to bear it.
    /// </returns>
    public static IReadOnlyDictionary<string, string?> On(ReportStore store, int year, IEnumerable<string> agencies) => store.Read(connection => connection.Query<(string Agency, string? Stranger)>(Sql, new
    {
        // Who bore the name in the year.
        year, first = $"{year:0000}-01-01", last = $"{year:0000}-12-31", asked = JsonSerializer.Serialize(agencies.Distinct().Select(name => new[] { name, AgencyNames.Fold(name) })),
    }).DistinctBy(m => m.Agency).ToDictionary(m => m.Agency, m => m.Stranger));
}
