using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Other bytes of an address that say the same as those before: a page with a counter has new ones every night. The reading stays the one that
/// it was, with the bytes that it was made of; of the others only the newest are kept, as they are of lists.
/// </summary>
sealed class Dressing(SqliteTransaction transaction, string url, DateTimeOffset at)
{
    readonly SqliteConnection connection = transaction.Connection!;

    public void Give(long agency, long reading, string sha256)
    {
        var before = connection.QuerySingle<(long? Report, string? GivenAs)>("SELECT report, given_as FROM reading WHERE id = @reading", new { reading }, transaction);
        connection.Execute("UPDATE reading SET given_as = @sha256 WHERE id = @reading", new { sha256, reading }, transaction);
        if (before.GivenAs is { } old && old != sha256) Drop(old);
        // The address gives the document, in whatever dress.
        if (before.Report is { } report) new CurrentReading(transaction, agency).Decide(report, at);
    }

    /// <summary>Lets go of what the address gave before, where that is no article and no document.</summary>
    public void Pass(string sha256)
    {
        if (connection.ExecuteScalar<bool>("SELECT NOT EXISTS (SELECT 1 FROM reading WHERE url = @url) AND NOT EXISTS (SELECT 1 FROM link WHERE url = @url)", new { url }, transaction)) Drop(sha256);
    }

    void Drop(string sha256)
    {
        connection.Execute("DELETE FROM publication WHERE url = @url AND sha256 = @sha256", new { url, sha256 }, transaction);
        connection.Execute("INSERT INTO dropped_original (sha256, at) VALUES (@sha256, @at) ON CONFLICT (sha256) DO UPDATE SET at = excluded.at", new { sha256, at }, transaction);
    }

    /// <summary>Takes away what was dropped a week ago and nothing refers to: a copy that is being made counts on it still. Only at a time when nobody brings anything in.</summary>
    public static void Sweep(SqliteConnection connection, DocumentArchive originals)
    {
        const string due = "FROM dropped_original AS d WHERE COALESCE(d.at, '') < @before";
        var before = connection.ExecuteScalar<string>("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-7 days')");
        foreach (var sha256 in connection.Query<string>($"""
            SELECT d.sha256 {due} AND NOT EXISTS (SELECT 1 FROM original WHERE sha256 = d.sha256)
              AND NOT EXISTS (SELECT 1 FROM visit WHERE sha256 = d.sha256) AND NOT EXISTS (SELECT 1 FROM publication WHERE sha256 = d.sha256)
            """, new { before })) originals.Remove(sha256);
        connection.Execute($"DELETE {due}", new { before });
    }
}
