using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Holds reports that add up a region against those of the units under its government, whenever one of them is read anew, or other rules or another registry apply.</summary>
sealed class UnitChecks(SqliteTransaction transaction, DateTimeOffset at)
{
    const string Due = """
        SELECT * FROM (
          SELECT p.agency, p.id AS report, p.year, r.id AS reading, @rules || ' ' || r.id || ' ' || (
            SELECT count(*) || ' ' || COALESCE(sum(c.id), 0) || ' ' || COALESCE(max(c.id), 0) FROM agency u JOIN report q ON q.agency = u.id AND q.year = p.year
            JOIN reading c ON c.agency = q.agency AND c.report = q.id AND c.is_current = 1 WHERE u.parent = p.agency OR u.id = p.agency) AS state
          FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
          WHERE p.scope = 'aggregate' AND EXISTS (SELECT 1 FROM agency u WHERE u.parent = p.agency)) d
        WHERE NOT EXISTS (SELECT 1 FROM unit_check c WHERE c.report = d.report AND c.state = d.state)
        """;

    // Who existed at the end of the year, under the name of that day; its report for a region before its own.
    const string Units = """
        SELECT q.name, u.kind, q.level, (SELECT r.id FROM report o JOIN reading r ON r.agency = o.agency AND r.report = o.id AND r.is_current = 1
          WHERE o.agency = u.id AND o.year = @year AND r.outcome <> 'failed' ORDER BY o.scope = 'aggregate' DESC, o.id LIMIT 1) AS reading
        FROM agency u JOIN agency_period q ON q.agency = u.id AND (q.since IS NULL OR q.since <= @end) AND (q.until IS NULL OR q.until >= @end)
        WHERE u.parent = @agency AND u.owes IS NOT 0 AND @year >= COALESCE(u.owes_from, 0) AND @year <= COALESCE(u.owes_to, 9999) ORDER BY q.name
        """;

    const string Own = "SELECT r.id FROM report o JOIN reading r ON r.agency = o.agency AND r.report = o.id AND r.is_current = 1 WHERE o.agency = @agency AND o.year = @year AND o.scope = 'own' AND r.outcome <> 'failed'";

    readonly SqliteConnection connection = transaction.Connection!;
    readonly YearReports reports = new(transaction);
    readonly ReportIssues issues = new(transaction);

    /// <summary>How much was found that was not known before.</summary>
    public int Found => issues.Count;

    public static IReadOnlyList<Whole> AllDue(SqliteConnection connection, string rules) => [.. connection.Query<Whole>(Due, new { rules })];

    public void Compare(Whole whole)
    {
        var read = reports.Load(whole.Reading);
        var findings = AcrossUnits.Compare(read with { Scope = Scope.Aggregate }, [.. UnitsOf(whole)]);
        issues.Sync(whole.Agency, whole.Report, [AcrossUnits.Code], [.. findings.Select(Issue)], at);
        connection.Execute("INSERT OR REPLACE INTO unit_check (agency, report, state) VALUES (@Agency, @Report, @State)", whole, transaction);
    }

    IEnumerable<UnitReport> UnitsOf(Whole whole)
    {
        var values = new { agency = whole.Agency, year = whole.Year, end = $"{whole.Year:0000}-12-31" };
        var name = connection.ExecuteScalar<string>("SELECT name FROM agency WHERE id = @agency", values, transaction)!;
        foreach (var unit in connection.Query<Unit>(Units, values, transaction).ToList())
            yield return new UnitReport(unit.Name, AgencyNames.Within(name, unit.Name), unit.Reading is { } reading ? reports.Load(reading) : null)
            {
                IsBelow = unit.Kind is "government" or "zone" || unit.Level == "town", IsApart = unit.Kind is "vertical" or "authorised" or "public", IsOwn = unit.Kind == "office",
            };
        if (connection.ExecuteScalar<long?>(Own, values, transaction) is { } own) yield return new UnitReport(name, [name], reports.Load(own)) { IsOwn = true };
    }

    static ReportIssue Issue(AcrossFinding finding) => new(finding.Code, finding.Subject, finding.Severity, Fault.Unknown, finding.Message,
        JsonSerializer.Serialize(new { figures = finding.Figures.Select(f => $"{f.Key}").Append(finding.Message.Split('。')[0]).Concat(finding.Said) }, Difference.Sparse), [.. finding.Figures.Select(f => f.Key)]);

    /// <summary>A report that adds up a region, and what it is compared from.</summary>
    public sealed record Whole
    {
        public long Agency { get; init; }
        public long Report { get; init; }
        public int Year { get; init; }
        public long Reading { get; init; }
        public string State { get; init; } = "";
    }

    sealed record Unit
    {
        public string Name { get; init; } = "";
        public string? Kind { get; init; }
        public string? Level { get; init; }
        public long? Reading { get; init; }
    }
}
