using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Files stored readings anew after the registry, or whom a source speaks for, has changed: what was nobody's finds its agency, and what
/// was filed under a name that turned out to be another's moves. What was read stays as it was read.
/// </summary>
sealed class Refiling(SqliteTransaction transaction, DateTimeOffset at)
{
    static readonly string[] Parts = ["figure_row", "evidence", "issue", "issue_figure", "section", "statement"];

    const string Doubted = $"SELECT reading FROM report_issue WHERE subject = 'filing' AND settled IS NULL AND code = '{FilingObjection.Unregistered}'";

    readonly SqliteConnection connection = transaction.Connection!;
    readonly HashSet<(long Agency, long Report)> touched = [];
    readonly Dictionary<(long Agency, long Report), HashSet<(long Agency, long Report)>> heirs = [];

    /// <summary>Looks at what may be concerned by these names and codes; how many readings moved.</summary>
    public int AfterNaming(IReadOnlyCollection<string> names)
    {
        var folded = names.Select(AgencyNames.Fold).ToHashSet();
        var sources = connection.Query<(string Key, string Agencies)>("SELECT key, agencies FROM source", transaction: transaction)
            .Where(source => JsonSerializer.Deserialize<string[]>(source.Agencies)!.Any(name => names.Contains(name) || folded.Contains(AgencyNames.Fold(name))))
            .Select(source => source.Key).ToList();
        var printed = connection.Query<string>("SELECT DISTINCT printed_agency FROM reading WHERE printed_agency IS NOT NULL", transaction: transaction)
            .Where(name => folded.Contains(AgencyNames.Fold(name))).ToList();
        return Run("r.source IN (SELECT value FROM json_each(@sources)) OR r.printed_agency IN (SELECT value FROM json_each(@printed))",
            new { sources = JsonSerializer.Serialize(sources), printed = JsonSerializer.Serialize(printed) });
    }

    /// <summary>Looks at what an article gave that its list calls otherwise now.</summary>
    public int AfterListing(string source, string article) => Run("r.article = @article AND r.source = @source", new { source, article });

    /// <summary>Looks at everything that a source gave.</summary>
    public int AfterSource(string key) => Run("r.source = @key", new { key });

    /// <summary>Looks at what prints one of these names and was taken for a report of another agency, because nobody was known to bear it.</summary>
    public int AfterKnowing(IReadOnlyCollection<string> names)
    {
        var folded = names.Select(AgencyNames.Fold).ToHashSet();
        var doubted = connection.Query<(long Id, string Printed)>($"SELECT id, printed_agency FROM reading WHERE id IN ({Doubted})", transaction: transaction);
        return Run("r.id IN (SELECT value FROM json_each(@ids))", new { ids = JsonSerializer.Serialize(doubted.Where(d => folded.Contains(AgencyNames.Fold(d.Printed))).Select(d => d.Id)) });
    }

    /// <summary>Looks at what was taken for a report of this agency under a name that nobody bears: another document may have told since that it is none.</summary>
    public int AfterArrival(long agency) => Run($"r.agency = @agency AND r.id IN ({Doubted} AND agency = @agency)", new { agency });

    int Run(string condition, object values)
    {
        // Rows move together with what hangs on them; whether all hold together shows at the end.
        connection.Execute("PRAGMA defer_foreign_keys = ON;", transaction: transaction);
        var moved = connection.Query<Stored>($"""
            SELECT r.id, r.agency, r.report, r.source, s.agencies AS named, r.printed_agency, r.link_title, r.one_of_many, r.scope, r.article, r.content, r.figures,
              COALESCE(r.printed_year, p.year) AS year, p.scope AS home_scope
            FROM reading r JOIN source s ON s.key = r.source LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
            WHERE {condition} ORDER BY r.id
            """, values, transaction).ToList().Count(File);
        foreach (var (agency, report) in touched) new CurrentReading(transaction, agency).Decide(report, at);
        foreach (var left in heirs) Inherit(left.Key.Agency, left.Key.Report, [.. left.Value]);
        return moved;
    }

    // A report that lost all its readings to one other goes on as that one, with its history; a name that leads to nothing any more goes.
    void Inherit(long agency, long report, List<(long Agency, long Report)> to)
    {
        if (to.Count != 1 || connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM reading WHERE agency = @agency AND report = @report)", new { agency, report }, transaction)) return;
        // Of a fact that both have, the one of the report that stays goes on; what holds of it now is found out when the year is compared again.
        connection.Execute("""
            UPDATE report_issue SET settled = @at WHERE agency = @agency AND report = @report AND settled IS NULL AND EXISTS (
              SELECT 1 FROM report_issue o WHERE o.agency = @heir AND o.report = @now AND o.settled IS NULL
                AND o.code = report_issue.code AND o.subject = report_issue.subject AND o.reading IS report_issue.reading)
            """, new { at, heir = to[0].Agency, now = to[0].Report, agency, report }, transaction);
        foreach (var table in new[] { "report_event", "report_issue", "review", "correction" })
            connection.Execute($"UPDATE {table} SET agency = @heir, report = @now WHERE agency = @agency AND report = @report",
                new { heir = to[0].Agency, now = to[0].Report, agency, report }, transaction);
        connection.Execute("""
            DELETE FROM year_check WHERE report IN (@report, @now); DELETE FROM unit_check WHERE report IN (@report, @now);
            DELETE FROM report WHERE agency = @agency AND id = @report;
            """, new { agency, report, now = to[0].Report }, transaction);
        if (connection.ExecuteScalar<bool>("""
            SELECT code IS NULL AND NOT EXISTS (SELECT 1 FROM report WHERE agency = @agency) AND NOT EXISTS (SELECT 1 FROM reading WHERE agency = @agency)
              AND NOT EXISTS (SELECT 1 FROM report_issue WHERE agency = @agency) AND NOT EXISTS (SELECT 1 FROM agency_event WHERE other = @agency)
            FROM agency WHERE id = @agency
            """, new { agency }, transaction))
            connection.Execute("DELETE FROM agency_period WHERE agency = @agency; DELETE FROM agency WHERE id = @agency;", new { agency }, transaction);
    }

    bool File(Stored stored)
    {
        var filed = new Filing(transaction, stored.Source, JsonSerializer.Deserialize<string[]>(stored.Named)!, stored.Year)
            .Decide(stored.PrintedAgency, Word.To<Scope>(stored.Scope)!.Value, stored.Article, stored.LinkTitle, stored.OneOfMany);
        if (filed.Agency == stored.Agency && filed.IsItsReport == (stored.Report is not null || stored.Year is null))
        {
            if (new ReportIssues(transaction).File(stored.Agency, stored.Report, stored.Id, filed.Objection, at) && stored.Report is { } doubted) touched.Add((stored.Agency, doubted));
            return false;
        }
        var home = filed.IsItsReport && stored.Year is { } year
            ? new ReportRows(transaction, filed.Agency, year).Enter(Word.To<Scope>(stored.HomeScope ?? stored.Scope) ?? Scope.Unknown, stored.Article, stored.Content, stored.Figures > 0)
            : (long?)null;
        connection.Execute("UPDATE reading SET agency = @Agency, report = @home, is_current = @alone WHERE id = @Id",
            new { filed.Agency, home, alone = home is null, stored.Id }, transaction);
        foreach (var part in Parts) connection.Execute($"UPDATE {part} SET agency = @Agency WHERE reading = @Id", new { filed.Agency, stored.Id }, transaction);
        new ReportIssues(transaction).File(filed.Agency, home, stored.Id, filed.Objection, at);
        if (stored.Report is { } old) touched.Add((stored.Agency, old));
        if (home is not { } now) return true;
        touched.Add((filed.Agency, now));
        if (stored.Report is { } left)
        {
            // What vanished before it was filed here did so on the day on which it did.
            connection.Execute($"""
                UPDATE report AS p SET vanished = (SELECT vanished FROM report WHERE agency = @from AND id = @left)
                WHERE agency = @Agency AND id = @now AND vanished IS NULL AND NOT {Presence.IsGiven}
                """, new { from = stored.Agency, left, filed.Agency, now }, transaction);
            if (!heirs.TryGetValue((stored.Agency, left), out var inherited)) heirs[(stored.Agency, left)] = inherited = [];
            inherited.Add((filed.Agency, now));
        }
        new Chronicle(transaction, filed.Agency, at).Filed(now, stored.Id);
        return true;
    }

    sealed record Stored
    {
        public long Id { get; init; }
        public long Agency { get; init; }
        public long? Report { get; init; }
        public string Source { get; init; } = "";
        public string Named { get; init; } = "[]";
        public string? PrintedAgency { get; init; }
        public string? LinkTitle { get; init; }
        public bool OneOfMany { get; init; }
        public string Scope { get; init; } = "";
        public string? HomeScope { get; init; }
        public string Article { get; init; } = "";
        public string Content { get; init; } = "";
        public int Figures { get; init; }
        public int? Year { get; init; }
    }
}
