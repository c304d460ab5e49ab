using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Decides which reading of a report is current: of each document the newest reading, of these one that has figures, of these one
/// that does not print a name which nobody bears and that its list gives for the year it prints, of these one whose address is still there and whose article still carries it, of these one whose address still gives the document, of these one that was read whole, of these the one
/// with more figures, of these the page before what is attached to it, of these that of the document seen first last. So a picture of the same report does not hide its figures, half a twin
/// not the whole one, reading old documents again does not bring them back, and a publisher who goes back to an old one does.
/// </summary>
sealed class CurrentReading(SqliteTransaction transaction, long agency)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>Decides after a reading came in; a better reader may have moved its document from one report to another.</summary>
    public void Move(string sha256, string url, long? report, long reading, DateTimeOffset at, ReportIssues issues)
    {
        var left = connection.Query<long?>("""
            SELECT DISTINCT report FROM reading WHERE agency = @agency AND sha256 = @sha256 AND url = @url
            """, new { agency, sha256, url }, transaction).ToList();
        connection.Execute("""
            UPDATE reading SET is_current = 0 WHERE agency = @agency AND sha256 = @sha256 AND url = @url AND report IS NULL
            """, new { agency, sha256, url }, transaction);
        foreach (var touched in left.OfType<long>()) Decide(touched, at, issues);
        // What belongs to no report yet is current by itself, so that it is not lost from sight.
        if (report is not null) return;
        connection.Execute("UPDATE reading SET is_current = 1 WHERE agency = @agency AND id = @reading", new { agency, reading }, transaction);
    }

    /// <summary>Decides again after an address began to give other bytes, which may be known ones.</summary>
    public static void Published(SqliteTransaction transaction, string url, string? before, string sha256, DateTimeOffset at)
    {
        var touched = transaction.Connection!.Query<(long Agency, long Report)>("""
            SELECT DISTINCT agency, report FROM reading WHERE url = @url AND @sha256 IN (sha256, given_as) AND report IS NOT NULL
            """, new { sha256, url }, transaction).ToList();
        foreach (var (agency, report) in touched)
        {
            if (before is not null) new Chronicle(transaction, agency, at).Return(url, before, sha256);
            new CurrentReading(transaction, agency).Decide(report, at);
        }
    }

    /// <summary>Decides which reading of a report is current, and what its documents disagree about, and whether any address gives it.</summary>
    public void Decide(long report, DateTimeOffset at, ReportIssues? issues = null)
    {
        connection.Execute("""
            UPDATE reading SET is_current = 0 WHERE agency = @agency AND report = @report AND is_current = 1
            """, new { agency, report }, transaction);
        connection.Execute($"""
            UPDATE reading SET is_current = 1 WHERE id = (
              SELECT r.id FROM reading r JOIN original o ON o.sha256 = r.sha256
              LEFT JOIN visit v ON v.url = r.url AND v.sha256 IN (r.sha256, r.given_as)
              LEFT JOIN link l ON l.source = r.source AND l.url = r.article
              WHERE r.agency = @agency AND r.report = @report AND NOT EXISTS (
                SELECT 1 FROM reading later
                WHERE later.agency = r.agency AND later.sha256 = r.sha256 AND later.url = r.url AND later.id > r.id)
              ORDER BY CASE r.outcome WHEN 'failed' THEN 1 ELSE 0 END, {FilingObjection.IsDoubted},
                CASE WHEN l.tombstone IS NULL AND NOT {Dropped.IsDropped} THEN 0 ELSE 1 END,
                CASE WHEN v.url IS NULL THEN 1 ELSE 0 END, CASE r.outcome WHEN 'complete' THEN 0 ELSE 1 END, r.figures DESC,
                CASE WHEN r.url = r.article THEN 0 ELSE 1 END, o.first_seen DESC, r.id DESC
              LIMIT 1)
            """, new { agency, report }, transaction);
        new Sameness(transaction, agency, report, at).Compare(issues ?? new ReportIssues(transaction));
        new Presence(transaction, agency, report, at).Settle();
    }
}
