using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Writes down what happens to reports: every event is a row, and none is ever changed.</summary>
sealed class Chronicle(SqliteTransaction transaction, long agency, DateTimeOffset at)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>A reading came in. What it is to its report: known, the first, another version of an address, or another address.</summary>
    public Novelty Arrive(Arrival it)
    {
        if (Exists("url = @Url AND sha256 = @Sha256 AND id < @Id", it)) return Novelty.Unchanged;
        var before = connection.QueryFirstOrDefault<Arrival>("""
            SELECT r.id, r.report, r.url, r.sha256, r.article, r.content FROM reading r
            WHERE r.agency = @agency AND r.url = @Url AND r.sha256 <> @Sha256 AND r.id < @Id
            ORDER BY (SELECT max(since) FROM publication b WHERE b.url = r.url AND b.sha256 IN (r.sha256, r.given_as)) DESC NULLS LAST, r.id DESC LIMIT 1
            """, new { agency, it.Url, it.Sha256, it.Id }, transaction);
        if (before?.Content == it.Content) return Novelty.Unchanged;
        if (it.Report is null) return before is null ? Novelty.NewReport : Novelty.NewVersion;
        // An address may give the report of another year each January: that is no change of the old one.
        if (before is not null && before.Report == it.Report) return Tell("changed", it, Novelty.NewVersion, before: before.Id);
        var others = connection.Query<Arrival>("""
            SELECT id, report, url, sha256, article, content FROM reading WHERE agency = @agency AND report = @Report AND id < @Id ORDER BY id
            """, new { agency, it.Report, it.Id }, transaction).ToList();
        if (others.Count == 0) return Tell("first_seen", it, Novelty.NewReport);
        if (others.FirstOrDefault(o => o.Article == it.Article) is { } twin) return Tell("twin", it, Novelty.Twin, twin.Url);
        return others.FirstOrDefault(o => o.Sha256 == it.Sha256 || o.Content == it.Content) is { } same
            ? Tell("copy", it, Novelty.Twin, same.Url) : Tell("copy", it, Novelty.NewVersion, others[0].Url);
    }

    /// <summary>An address went back to bytes that it gave before.</summary>
    public void Return(string url, string before, string now)
    {
        var newest = "SELECT id, report, url, sha256, article, content FROM reading WHERE agency = @agency AND url = @url AND @sha256 IN (sha256, given_as) ORDER BY id DESC LIMIT 1";
        var old = connection.QueryFirstOrDefault<Arrival>(newest, new { agency, url, sha256 = before }, transaction);
        var again = connection.QueryFirstOrDefault<Arrival>(newest, new { agency, url, sha256 = now }, transaction);
        if (old is not null && again?.Report is not null && old.Report == again.Report && old.Content != again.Content)
            Tell("changed", again, Novelty.NewVersion, before: old.Id);
    }

    /// <summary>A reading was filed under this report after it had been filed elsewhere.</summary>
    public void Filed(long report, long reading) => connection.Execute("""
        INSERT INTO report_event (agency, report, at, kind, url, reading) SELECT @agency, @report, @at, 'filed', url, id FROM reading WHERE id = @reading
        """, new { agency, report, at, reading }, transaction);

    public void Tell(string kind, long report, string url, string? other = null, string? detail = null) => Insert(kind, report, url, other, null, null, detail);

    Novelty Tell(string kind, Arrival it, Novelty novelty, string? other = null, long? before = null)
    {
        Insert(kind, it.Report!.Value, it.Url, other, it.Id, before, null);
        return novelty;
    }

    void Insert(string kind, long report, string url, string? other, long? reading, long? before, string? detail) => connection.Execute("""
        INSERT INTO report_event (agency, report, at, kind, url, other, reading, before, detail)
        VALUES (@agency, @report, @at, @kind, @url, @other, @reading, @before, @detail)
        """, new { agency, report, at, kind, url, other, reading, before, detail }, transaction);

    bool Exists(string condition, Arrival it) => connection.ExecuteScalar<bool>(
        $"SELECT EXISTS (SELECT 1 FROM reading WHERE agency = @agency AND {condition})", new { agency, it.Url, it.Sha256, it.Id }, transaction);
}

/// <summary>A stored reading, as far as events need it.</summary>
sealed record Arrival
{
    public long Id { get; init; }
    public long? Report { get; init; }
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public string Article { get; init; } = "";
    public string? Content { get; init; }
}
