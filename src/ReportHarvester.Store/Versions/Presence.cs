using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Whether any address gives a report. It has vanished from the day on which the last of them ended, and is back when one gives it again, be it
/// another. Decided anew whenever a document of it comes, goes or is filed elsewhere.
/// </summary>
sealed class Presence(SqliteTransaction transaction, long agency, long report, DateTimeOffset at)
{
    // A page that says nothing itself, and whose document of the report was taken out.
    const string IsLeftBehind = """
        (r.url = r.article AND r.figures = 0 AND EXISTS (SELECT 1 FROM dropped o JOIN reading d ON d.source = o.source AND d.article = o.article AND d.url = o.url
          WHERE o.source = r.source AND o.article = r.article AND o.until IS NULL AND d.agency = r.agency AND d.report = r.report AND d.figures > 0))
        """;

    const string Gives = $"r.agency = p.agency AND r.report = p.id AND l.tombstone IS NULL AND NOT {Dropped.IsDropped} AND NOT {IsLeftBehind}";

    const string Places = "FROM reading r JOIN link l ON l.source = r.source AND l.url = r.article WHERE";

    /// <summary>Whether an address gives the report p.</summary>
    public const string IsGiven = $"EXISTS (SELECT 1 {Places} {Gives})";

    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>An address that gives the report, the one that came last; null where none does.</summary>
    public string? Place() => connection.ExecuteScalar<string?>($"""
        SELECT (SELECT l.url {Places} {Gives} ORDER BY l.first_seen DESC, r.id DESC LIMIT 1) FROM report p WHERE p.agency = @agency AND p.id = @report
        """, new { agency, report }, transaction);

    /// <summary>Marks the report as vanished, or lifts the mark, and tells of it.</summary>
    /// <param name="lookedAgain">Whether what was dropped before was looked for now and is still left out: what an article leaves out once may be an accident.</param>
    public void Settle(bool lookedAgain = false)
    {
        var vanished = connection.ExecuteScalar<string?>("SELECT vanished FROM report WHERE agency = @agency AND id = @report", new { agency, report }, transaction);
        var place = Place();
        if (vanished is not null && place is not null)
        {
            Mark(null);
            Tell("back", place);
        }
        else if (vanished is null && place is null && Last(lookedAgain) is { Day: { } day } last)
        {
            Mark(day);
            Tell("vanished", last.Url, last.Reason);
        }
    }

    // What ended last; null where something is not known to have ended, or only a person brought the report.
    Ended? Last(bool lookedAgain)
    {
        var ends = connection.Query<Ended>($"""
            SELECT CASE WHEN l.tombstone IS NULL THEN r.url ELSE r.article END AS url, substr(l.tombstone, 1, 10) AS day, COALESCE(l.tombstone_reason, 'dropped') AS reason, x.since
            FROM reading r LEFT JOIN link l ON l.source = r.source AND l.url = r.article
            LEFT JOIN dropped x ON x.source = r.source AND x.article = r.article AND x.url = r.url AND x.until IS NULL
            WHERE r.agency = @agency AND r.report = @report AND r.imported = 0 AND NOT {IsLeftBehind} ORDER BY r.id
            """, new { agency, report }, transaction).Select(end => end with { Day = end.Day ?? (lookedAgain ? DayOf(end.Since) : null) }).ToList();
        return ends.TrueForAll(end => end.Day is not null) ? ends.MaxBy(end => end.Day) : null;
    }

    // In another night.
    string? DayOf(DateTimeOffset? since) => since is { } dropped && Tombstones.Night(dropped) < Tombstones.Night(at) ? $"{Publication.DayOf(dropped):yyyy-MM-dd}" : null;

    void Mark(string? day) => connection.Execute("UPDATE report SET vanished = @day WHERE agency = @agency AND id = @report", new { agency, report, day }, transaction);

    void Tell(string kind, string url, string? detail = null) => new Chronicle(transaction, agency, at).Tell(kind, report, url, detail: detail);

    sealed record Ended
    {
        public string Url { get; init; } = "";
        public string? Day { get; init; }
        public string? Reason { get; init; }
        public DateTimeOffset? Since { get; init; }
    }
}
