using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks.Across;

namespace ReportHarvester.Store;

/// <summary>
/// Holds reports against those of the year before. Done for reports of which one or the other was read since, or to which other rules or another
/// registry apply: a night's work is what the night brought.
/// </summary>
sealed class YearChecks(SqliteTransaction transaction, DateTimeOffset at)
{
    // A report of which it is not known whether it speaks for one organ stands in the line of those that do, behind one of the same kind. What may be another agency's is compared
    // again once it is known whose it is.
    const string Due = $"""
        WITH strangers AS MATERIALIZED ({FilingObjection.Strangers})
        SELECT d.* FROM (
          SELECT r.agency, r.report, r.id AS reading, p.year, COALESCE(b.id, u.id, 0) AS before,
            r.id IN (SELECT id FROM strangers) OR COALESCE(b.id, u.id, 0) IN (SELECT id FROM strangers) AS is_in_doubt
          FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report
          LEFT JOIN report q ON q.agency = p.agency AND q.year = p.year - 1 AND q.scope = p.scope
          LEFT JOIN reading b ON b.agency = q.agency AND b.report = q.id AND b.is_current = 1
          LEFT JOIN report o ON o.agency = p.agency AND o.year = p.year - 1 AND o.scope <> p.scope AND 'aggregate' NOT IN (o.scope, p.scope)
          LEFT JOIN reading u ON u.agency = o.agency AND u.report = o.id AND u.is_current = 1
          WHERE r.is_current = 1) d
        LEFT JOIN year_check c ON c.report = d.report
        WHERE c.report IS NULL OR c.reading <> d.reading OR c.before <> d.before OR c.rules <> CASE WHEN d.is_in_doubt THEN 'in doubt ' ELSE '' END || @rules
        ORDER BY d.agency, d.year
        """;

    readonly SqliteConnection connection = transaction.Connection!;
    readonly YearReports reports = new(transaction);
    readonly ReportIssues issues = new(transaction);

    /// <summary>How much was found that was not known before.</summary>
    public int Found => issues.Count;

    /// <summary>The reports that are due, the years of an agency one after the other.</summary>
    public static IReadOnlyList<Pair> AllDue(SqliteConnection connection, string rules) => [.. connection.Query<Pair>(Due, new { rules })];

    public void Compare(Pair pair, string rules)
    {
        issues.Sync(pair.Agency, pair.Report, [.. AcrossYears.Codes], pair.Before == 0 ? [] : [.. Broken(pair)], at);
        connection.Execute("INSERT OR REPLACE INTO year_check (agency, report, reading, before, rules) VALUES (@Agency, @Report, @Reading, @Before, @rules)",
            new { pair.Agency, pair.Report, pair.Reading, pair.Before, rules = (pair.IsInDoubt ? "in doubt " : "") + rules }, transaction);
    }

    IEnumerable<ReportIssue> Broken(Pair pair)
    {
        var (before, now) = (reports.Load(pair.Before), reports.Load(pair.Reading));
        var between = new Succession(transaction).Between(pair.Agency, before.Year, now.Scope, reports);
        return from finding in AcrossYears.Compare(before, now, between) select Issue(finding, pair, before.Year);
    }

    ReportIssue Issue(AcrossFinding finding, Pair pair, int yearBefore)
    {
        PrintedFigure? Of((int Year, FigureKey Key) f) => Printed(f.Year == yearBefore ? pair.Before : pair.Reading, f.Key);
        var figures = finding.Figures.Select(f => (f.Year, f.Key, Figure: Of(f))).ToList();
        var sure = !pair.IsInDoubt && figures.Select(f => f.Figure).Concat(finding.Tried.Select(Of)).All(f => f is { Proven: true, Doubted: false });
        return new(finding.Code, finding.Subject, pair.IsInDoubt && finding.Severity == Severity.Error ? Severity.Warning : finding.Severity, finding.Blames && sure ? Fault.Publisher : Fault.Unknown, finding.Message, Evidence(finding, figures),
            [.. figures.Where(f => f.Year != yearBefore).Select(f => f.Key)]);
    }

    static string Evidence(AcrossFinding finding, List<(int Year, FigureKey Key, PrintedFigure? Figure)> figures) => JsonSerializer.Serialize(new
    {
        // Without figures it is the sentence that shows it.
        figures = figures.Count + finding.Said.Count == 0 ? [finding.Message]
            : figures.Select(f => (object)new { f.Key.Indicator, f.Key.Applicant, values = new[] { new { f.Year, f.Figure?.Raw } } }).Concat(finding.Said),
        places = figures.Select(f => new { f.Key.Indicator, f.Key.Applicant, f.Year, f.Figure?.Url, f.Figure?.Page, f.Figure?.Grid, f.Figure?.Row, f.Figure?.Column }),
    }, Difference.Sparse);

    PrintedFigure? Printed(long reading, FigureKey key) => connection.QueryFirstOrDefault<PrintedFigure>("""
        SELECT f.raw, f.proven OR NOT EXISTS (SELECT 1 FROM indicator i WHERE i.id = f.indicator AND i.form_table IN ('3', '4')) AS proven, f.page, f.grid, f."row", f."column", r.url,
          r.outcome <> 'complete' OR EXISTS (SELECT 1 FROM issue_figure n JOIN issue s ON s.reading = n.reading AND s.position = n.issue AND s.agency = n.agency
            WHERE n.reading = f.reading AND n.indicator = f.indicator AND n.applicant IS f.applicant AND s.fault <> 'publisher' AND s.severity <> 'info') AS doubted
        FROM figure f JOIN reading r ON r.id = f.reading WHERE f.reading = @reading AND f.indicator = @Indicator AND f.applicant IS @Applicant
        """, new { reading, key.Indicator, key.Applicant }, transaction);

    /// <summary>A report and that of the year before, by the ids of what is current of them; 0: there is none.</summary>
    public sealed record Pair
    {
        public long Agency { get; init; }
        public long Report { get; init; }
        public long Reading { get; init; }
        public long Before { get; init; }

        /// <summary>One of both prints a name that nobody is known to bear, and may be another agency's.</summary>
        public bool IsInDoubt { get; init; }
    }

    sealed record PrintedFigure
    {
        public string Raw { get; init; } = "";
        public bool Proven { get; init; }
        public bool Doubted { get; init; }
        public int? Page { get; init; }
        public int? Grid { get; init; }
        public int? Row { get; init; }
        public int? Column { get; init; }
        public string Url { get; init; } = "";
    }
}
