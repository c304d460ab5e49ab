using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What the registry says happened to an agency between two reports of it.</summary>
sealed class Succession(SqliteTransaction transaction)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <param name="before">The year of the earlier report.</param>
    public Between Between(long agency, int before, Scope scope, YearReports reports)
    {
        var events = connection.Query<(string At, string Kind, string Name, long Other)>("""
            SELECT e.at, e.kind, g.name, 0 FROM agency_event e CROSS JOIN agency g ON g.id = e.agency WHERE e.agency = @agency AND e.at >= @from AND e.at < @to
            UNION ALL
            SELECT e.at, e.kind, g.name, e.agency FROM agency_event e CROSS JOIN agency g ON g.id = e.agency WHERE e.other = @agency AND e.at >= @from AND e.at < @to
            ORDER BY 1
            """, Years(agency, before), transaction).ToList();
        var units = scope == Scope.Own ? [] : Units(agency, before);
        return new Between
        {
            Events = [.. events.Select(e => $"{e.At} {e.Name} {e.Kind}"), .. units, .. Changed(agency, before)],
            Predecessors = [.. events.Where(e => e.Other != 0).Select(e => e.Other).Distinct().Select(other => Current(other, before)).OfType<long>().Select(reports.Load)],
            UnitsKnown = scope != Scope.Own && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM agency WHERE parent = @agency)", new { agency }, transaction),
        };
    }

    // A report that was changed after it was published may be followed as it was, or as it is.
    IEnumerable<string> Changed(long agency, int before) => connection.Query<string>("""
        SELECT DISTINCT p.year || '年度报告公布后改动' FROM report_issue i JOIN report p ON p.agency = i.agency AND p.id = i.report
        WHERE i.agency = @agency AND p.year IN (@before, @before + 1) AND i.code = 'C-CHANGED' AND i.severity <> 'info' AND i.settled IS NULL ORDER BY 1
        """, new { agency, before }, transaction);

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
}
