using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Compares the documents of one report: those that stand beside each other now, those that one address gave one after the other, and those
/// that were taken down with what was published in their place.
/// What differs is a fact about the report; it is worked out anew whenever one of them changes, so it never outlives its cause.
/// </summary>
sealed class Sameness(SqliteTransaction transaction, long agency, long report, DateTimeOffset at)
{
    const string Copies = "C-MULTI", Changed = "C-CHANGED";

    // Of each address and its bytes the newest reading; published: when the address last began to give them.
    const string Documents = $"""
        SELECT r.id, r.url, r.article, r.sha256, r.outcome, r.reader, r.is_current, r.imported, r.figures, r.dated, r.published AS shown, r.content,
          (SELECT max(since) FROM publication b WHERE b.url = r.url AND b.sha256 IN (r.sha256, r.given_as)) AS published,
          l.first_seen AS listed, l.tombstone IS NOT NULL AS gone,
          (v.sha256 IS NULL OR v.sha256 = r.sha256 OR v.sha256 IS r.given_as) AND l.tombstone IS NULL AND NOT {Dropped.IsDropped} AS stands
        FROM reading r LEFT JOIN visit v ON v.url = r.url LEFT JOIN link l ON l.source = r.source AND l.url = r.article
        WHERE r.agency = @agency AND r.report = @report AND r.figures > 0 AND NOT EXISTS (
          SELECT 1 FROM reading later WHERE later.agency = r.agency AND later.sha256 = r.sha256 AND later.url = r.url AND later.id > r.id)
        ORDER BY r.url, published, r.id
        """;

    readonly SqliteConnection connection = transaction.Connection!;
    readonly Dictionary<long, IReadOnlyList<Figure>> figures = [];
    readonly Dictionary<long, HashSet<FigureKey>> doubted = [];

    public void Compare(ReportIssues issues)
    {
        var documents = connection.Query<Manifestation>(Documents, new { agency, report }, transaction).ToList();
        var found = documents.Count < 2 ? [] : Beside(documents).Concat(InTime(documents)).Concat(Replaced(documents)).Concat(Exchanged(documents)).OfType<ReportIssue>().ToList();
        issues.Sync(agency, report, [Copies, Changed], found, at);
    }

    IEnumerable<ReportIssue?> Beside(List<Manifestation> documents) =>
        documents.FirstOrDefault(d => d is { IsCurrent: true, Stands: true }) is not { } current ? []
        : from other in documents
          where other.Stands && other.Id != current.Id && other.Sha256 != current.Sha256
          // Without a visit to tell, of one address only the newest stands.
          where other == documents.Last(d => d.Url == other.Url) && other.Url != current.Url
          select Issue(Copies, other.Url, current, other, current.Imported || other.Imported ? "copies brought"
              : other.Article == current.Article ? "copies in article" : "copies in places");

    IEnumerable<ReportIssue?> InTime(List<Manifestation> documents) =>
        from address in documents.GroupBy(d => d.Url)
        from pair in address.Zip(address.Skip(1))
        // What two readers see differently is no change of the publisher's, nor is what a person brought first and then.
        where pair.First.Reader == pair.Second.Reader && !pair.First.Imported && !pair.Second.Imported
        let subject = $"{pair.Second.Url} {pair.Second.Sha256}"
        select Issue(Changed, subject, pair.First, pair.Second, "changed figures") ?? Reworded(subject, pair.First, pair.Second);

    // What was taken down and published again at another address, which was listed after it.
    IEnumerable<ReportIssue?> Replaced(List<Manifestation> documents) =>
        from address in documents.Where(d => d.Gone).GroupBy(d => d.Url)
        let old = address.Last()
        let now = documents.Where(d => d.Article != old.Article && d.Listed > old.Listed).OrderBy(d => d.Listed).ThenBy(d => d.Url != d.Article).FirstOrDefault()
        where now is not null && now.Reader == old.Reader && now.Sha256 != old.Sha256 && !now.Imported && !old.Imported
        select Issue(Changed, $"{old.Url} {now.Url} {now.Sha256}", old, now, "changed anew");

    // What an article dropped for another document, or for text of its own, that came or came back in the same night.
    IEnumerable<ReportIssue?> Exchanged(List<Manifestation> documents)
    {
        var dropped = connection.Query<(string Article, string Url, DateTimeOffset Since, DateTimeOffset? Until)>("""
            SELECT DISTINCT x.article, x.url, x.since, x.until FROM reading r JOIN dropped x ON x.source = r.source AND x.article = r.article AND x.url = r.url
            WHERE r.agency = @agency AND r.report = @report AND r.figures > 0 ORDER BY x.since, x.url
            """, new { agency, report }, transaction).ToList();
        foreach (var exchange in dropped)
        {
            var old = documents.FindLast(d => d.Article == exchange.Article && d.Url == exchange.Url);
            var now = documents.Where(d => d.Article == exchange.Article && d.Url != exchange.Url).GroupBy(d => d.Url).FirstOrDefault(came => Came(came).Any(at => Tombstones.Night(at) == Tombstones.Night(exchange.Since)))?.Last();
            if (old is not null && now is not null && now.Reader == old.Reader && now.Sha256 != old.Sha256)
                yield return Issue(Changed, $"{old.Url} {now.Url} {now.Sha256}", old, now, "changed anew");
        }

        IEnumerable<DateTimeOffset> Came(IGrouping<string, Manifestation> document) =>
            dropped.Where(d => d.Url == document.Key && d.Until is not null).Select(d => d.Until!.Value).Concat(document.Take(1).Select(d => d.Published).OfType<DateTimeOffset>());
    }

    // Dates or words that are others, while the figures stay: worth knowing.
    ReportIssue? Reworded(string subject, Manifestation before, Manifestation now)
    {
        if (before.Content == now.Content) return null;
        var dates = new[] { ("signed", before.Dated, now.Dated), ("dated", before.Shown, now.Shown) }
            .Where(d => d.Item2 is not null && d.Item3 is not null && d.Item2 != d.Item3).Select(d => EvidenceWords.Write(d.Item1, d.Item2!, d.Item3!)).ToList();
        var others = SectionsOf(now.Id);
        var said = dates.Concat(SectionsOf(before.Id).Where(s => others.TryGetValue(s.Key, out var text) && text != s.Value).Select(s => EvidenceWords.Write("words of section", s.Key))).ToList();
        if (said.Count == 0) return null;
        var fault = before.Outcome == "complete" && now.Outcome == "complete" ? Fault.Publisher : Fault.Unknown;
        return new ReportIssue(Changed, subject, Severity.Info, fault, $"{EvidenceWords.Write("reworded", said, now.Url)}。{Rules.Of(Changed)}", JsonSerializer.Serialize(new { figures = said }, Difference.Sparse), []);
    }

    Dictionary<int, string> SectionsOf(long reading) => ReadingLoader.Sections(connection, reading).GroupBy(s => s.Number)
        .ToDictionary(g => g.Key, g => string.Concat(g.SelectMany(s => s.Text).Where(c => !char.IsWhiteSpace(c))));

    ReportIssue? Issue(string code, string subject, Manifestation one, Manifestation other, string sentence)
    {
        var differences = Difference.Between(FiguresOf(one.Id), FiguresOf(other.Id));
        if (differences.Count == 0) return null;
        // What one reading doubts, or another reader read, may be printed alike.
        var fault = one.Outcome == "complete" && other.Outcome == "complete" && !one.Imported && !other.Imported && one.Reader == other.Reader
            && !differences.Any(d => Doubted(one.Id).Contains(d.Key) || Doubted(other.Id).Contains(d.Key)) ? Fault.Publisher : Fault.Unknown;
        return new ReportIssue(code, subject, Severity.Warning, fault, $"{EvidenceWords.Write(sentence, Difference.Words(differences, one.Url, other.Url))}。{Rules.Of(code)}",
            Difference.Evidence(differences, one.Url, other.Url), [.. differences.Select(d => d.Key)]);
    }

    HashSet<FigureKey> Doubted(long reading) => doubted.TryGetValue(reading, out var known) ? known : doubted[reading] = [.. connection.Query<(string Indicator, string? Applicant)>("""
        SELECT n.indicator, n.applicant FROM issue_figure n JOIN issue s ON s.reading = n.reading AND s.position = n.issue AND s.agency = n.agency
        WHERE n.reading = @reading AND s.fault <> 'publisher' AND s.severity <> 'info'
        """, new { reading }, transaction).Select(n => new FigureKey(n.Indicator, n.Applicant))];

    IReadOnlyList<Figure> FiguresOf(long reading) =>
        figures.TryGetValue(reading, out var known) ? known : figures[reading] = ReadingLoader.Figures(connection, reading);

    sealed record Manifestation
    {
        public long Id { get; init; }
        public string Url { get; init; } = "";
        public string Article { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string Outcome { get; init; } = "";
        public string Reader { get; init; } = "";
        public DateOnly? Dated { get; init; }
        public DateOnly? Shown { get; init; }
        public string? Content { get; init; }
        public bool IsCurrent { get; init; }
        public bool Imported { get; init; }
        public bool Stands { get; init; }
        public bool Gone { get; init; }
        public DateTimeOffset? Published { get; init; }
        public DateTimeOffset? Listed { get; init; }
    }
}
