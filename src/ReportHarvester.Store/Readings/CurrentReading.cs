using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Decides which reading of a report is current: of each document the newest reading, of these one that has figures, of these
/// that of the document seen last. So a picture of the same report does not hide its figures, and reading old documents
/// again does not bring them back.
/// </summary>
sealed class CurrentReading(SqliteTransaction transaction, long agency)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>Moves it after a reading came in. A better reader may have moved the document from one report to another: both are decided.</summary>
    public void Move(string sha256, string url, long? report, long reading)
    {
        var left = connection.Query<long?>("""
            SELECT DISTINCT report FROM reading WHERE agency = @agency AND sha256 = @sha256 AND url = @url
            """, new { agency, sha256, url }, transaction).ToList();
        connection.Execute("""
            UPDATE reading SET is_current = 0 WHERE agency = @agency AND sha256 = @sha256 AND url = @url AND report IS NULL
            """, new { agency, sha256, url }, transaction);
        foreach (var touched in left.OfType<long>()) Decide(touched);
        // What belongs to no report yet is current by itself, so that it is not lost from sight.
        if (report is null) connection.Execute("UPDATE reading SET is_current = 1 WHERE agency = @agency AND id = @reading", new { agency, reading }, transaction);
    }

    void Decide(long report)
    {
        connection.Execute("UPDATE reading SET is_current = 0 WHERE agency = @agency AND report = @report AND is_current = 1", new { agency, report }, transaction);
        connection.Execute("""
            UPDATE reading SET is_current = 1 WHERE id = (
              SELECT r.id FROM reading r JOIN original o ON o.sha256 = r.sha256
              WHERE r.agency = @agency AND r.report = @report AND NOT EXISTS (
                SELECT 1 FROM reading later
                WHERE later.agency = r.agency AND later.sha256 = r.sha256 AND later.url = r.url AND later.id > r.id)
              ORDER BY CASE r.outcome WHEN 'failed' THEN 1 ELSE 0 END, o.first_seen DESC, r.id DESC
              LIMIT 1)
            """, new { agency, report }, transaction);
    }
}
