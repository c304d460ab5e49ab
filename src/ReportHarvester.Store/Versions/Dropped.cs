using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Documents that an article carried once and does no more, while it stands itself: a file that was taken out, or replaced by another.</summary>
sealed class Dropped(SqliteTransaction transaction, string source, string article, DateTimeOffset at)
{
    /// <summary>Whether the reading r is of such a document.</summary>
    public const string IsDropped = "EXISTS (SELECT 1 FROM dropped x WHERE x.source = r.source AND x.article = r.article AND x.url = r.url AND x.until IS NULL)";

    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>What an article that carries these documents now has dropped, and what it carries again.</summary>
    public static (IReadOnlyList<string> Gone, IReadOnlyList<string> Back) Between(SqliteConnection connection, string source, string article, IReadOnlyCollection<string> urls)
    {
        var before = connection.Query<(string Url, long Dropped)>($"""
            SELECT DISTINCT r.url, {IsDropped} FROM reading r WHERE r.article = @article AND r.source = @source AND r.url <> @article AND r.imported = 0
            """, new { source, article }).ToList();
        return ([.. before.Where(d => d.Dropped == 0 && !urls.Contains(d.Url)).Select(d => d.Url)], [.. before.Where(d => d.Dropped == 1 && urls.Contains(d.Url)).Select(d => d.Url)]);
    }

    /// <summary>Reports that an article has dropped and no address gives, of which that is not said yet.</summary>
    public static IReadOnlyList<(long Agency, long Report)> Left(SqliteConnection connection, string source, string article) => [.. connection.Query<(long, long)>($"""
        SELECT DISTINCT p.agency, p.id FROM dropped x JOIN reading d ON d.source = x.source AND d.article = x.article AND d.url = x.url
        JOIN report p ON p.agency = d.agency AND p.id = d.report
        WHERE x.source = @source AND x.article = @article AND x.until IS NULL AND p.vanished IS NULL AND NOT {Presence.IsGiven}
        """, new { source, article })];

    /// <summary>Remembers both, and decides anew which documents of their reports stand; what became known to be wrong with them.</summary>
    public string? Change(IReadOnlyList<string> gone, IReadOnlyList<string> back)
    {
        connection.Execute("INSERT INTO dropped (source, article, url, since) VALUES (@source, @article, @url, @at)", gone.Select(url => new { source, article, url, at }), transaction);
        connection.Execute("UPDATE dropped SET until = @at WHERE source = @source AND article = @article AND url IN @back AND until IS NULL", new { source, article, back, at }, transaction);
        var issues = new ReportIssues(transaction);
        var touched = connection.Query<(long Agency, long Report)>("""
            SELECT DISTINCT agency, report FROM reading WHERE article = @article AND source = @source AND url IN @urls AND report IS NOT NULL
            """, new { source, article, urls = gone.Concat(back) }, transaction).ToList();
        foreach (var (agency, report) in touched) new CurrentReading(transaction, agency).Decide(report, at, issues);
        return issues.Said;
    }
}
