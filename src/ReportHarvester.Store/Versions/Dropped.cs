using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Documents that an article carried once and does no more, while it stands itself: a file that was taken out, or replaced by another.</summary>
sealed class Dropped(SqliteTransaction transaction, string source, string article, DateTimeOffset at)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>What an article that carries these documents now has dropped, and what it carries again.</summary>
    public static (IReadOnlyList<string> Gone, IReadOnlyList<string> Back) Between(SqliteConnection connection, string source, string article, IReadOnlyCollection<string> urls)
    {
        var before = connection.Query<(string Url, long Dropped)>("""
            SELECT DISTINCT r.url, x.since IS NOT NULL FROM reading r LEFT JOIN dropped x ON x.source = r.source AND x.article = r.article AND x.url = r.url
            WHERE r.article = @article AND r.source = @source AND r.url <> @article AND r.imported = 0
            """, new { source, article }).ToList();
        return ([.. before.Where(d => d.Dropped == 0 && !urls.Contains(d.Url)).Select(d => d.Url)], [.. before.Where(d => d.Dropped == 1 && urls.Contains(d.Url)).Select(d => d.Url)]);
    }

    /// <summary>Remembers both, and decides anew which documents of their reports stand.</summary>
    public int Change(IReadOnlyList<string> gone, IReadOnlyList<string> back)
    {
        connection.Execute("INSERT INTO dropped (source, article, url, since) VALUES (@source, @article, @url, @at)", gone.Select(url => new { source, article, url, at }), transaction);
        connection.Execute("DELETE FROM dropped WHERE source = @source AND article = @article AND url IN @back", new { source, article, back }, transaction);
        var touched = connection.Query<(long Agency, long Report)>("""
            SELECT DISTINCT agency, report FROM reading WHERE article = @article AND source = @source AND url IN @urls AND report IS NOT NULL
            """, new { source, article, urls = gone.Concat(back) }, transaction).ToList();
        foreach (var (agency, report) in touched) new CurrentReading(transaction, agency).Decide(report, at);
        return touched.Count;
    }
}
