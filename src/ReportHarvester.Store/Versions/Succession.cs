using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What the registry says happened to an agency between two reports of it.</summary>
sealed class Succession(SqliteTransaction transaction)
{
    readonly SqliteConnection connection = transaction.Connection!;

    // Under the names of the day on which it happened: the one that ended, and that of who went on, be it the agency itself.
    const string Events = """
        SELECT e.agency, e.at, e.kind, COALESCE(o.name, g.name) AS name, CASE WHEN e.other IS NOT NULL THEN COALESCE(
            (SELECT n.name FROM agency_period n WHERE n.agency = e.other AND (n.since IS NULL OR n.since <= date(e.at, '+1 day')) ORDER BY n.position DESC LIMIT 1), (SELECT name FROM agency WHERE id = e.other))
          WHEN e.kind = 'renamed' THEN (SELECT n.name FROM agency_period n WHERE n.agency = e.agency AND n.position = o.position + 1) END AS next_name
        FROM agency_event e CROSS JOIN agency g ON g.id = e.agency LEFT JOIN agency_period o ON o.agency = e.agency AND o.until = e.at
        WHERE (e.agency = @agency OR e.other = @agency) AND e.at >= @from AND e.at < @to ORDER BY e.at, e.agency
        """;

    /// <param name="before">The year of the earlier report.</param>
    public Between Between(long agency, int before, Scope scope, YearReports reports)
    {
        var events = connection.Query<Happened>(Events, Years(agency, before), transaction).ToList();
        var units = scope == Scope.Own ? [] : Units(agency, before);
        return new Between
        {
            Events = [.. events.Select(e => EvidenceWords.Write("event", e.At, AgencyNames.Event(e.Kind, e.Name, e.NextName))).Distinct(), .. units, .. Changed(agency, before)],
            Predecessors = [.. events.Where(e => e.Agency != agency).Select(e => e.Agency).Distinct().Select(other => Current(other, before)).OfType<long>().Select(reports.Load)],
            UnitsKnown = scope != Scope.Own && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM agency WHERE parent = @agency)", new { agency }, transaction),
        };
    }

    // A report that was changed after it was published may be followed as it was, or as it is.
    IEnumerable<string> Changed(long agency, int before) => connection.Query<int>("""
        SELECT DISTINCT p.year FROM report_issue i JOIN report p ON p.agency = i.agency AND p.id = i.report
        WHERE i.agency = @agency AND p.year IN (@before, @before + 1) AND i.code = 'C-CHANGED' AND i.severity <> 'info' AND i.settled IS NULL ORDER BY 1
        """, new { agency, before }, transaction).Select(year => EvidenceWords.Write("report changed", year));

    // Those whose figures an aggregate report adds up may be others than the year before.
    IEnumerable<string> Units(long agency, int before) => connection.Query<string>("""
        SELECT DISTINCT p.name || ' ' || CASE WHEN p.until >= @from AND p.until < @to THEN p.until ELSE p.since END
        FROM agency g CROSS JOIN agency_period p ON p.agency = g.id
        WHERE g.parent = @agency AND (p.since > @from AND p.since < @to OR p.until >= @from AND p.until < @to)
        """, Years(agency, before), transaction);

    long? Current(long agency, int year) => connection.ExecuteScalar<long?>("""
        SELECT r.id FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1 WHERE p.agency = @agency AND p.year = @year ORDER BY r.id LIMIT 1
        """, new { agency, year }, transaction);

    static object Years(long agency, int before) => new { agency, from = $"{before:0000}-01-01", to = $"{before + 2:0000}-01-01" };

    sealed record Happened
    {
        public long Agency { get; init; }
        public string At { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Name { get; init; } = "";
        public string? NextName { get; init; }
    }
}
