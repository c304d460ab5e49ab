namespace ReportHarvester.Store;

/// <summary>How SQL asks since when something has been there: since its article was first listed; an address that gave other bytes before gave these when they changed. Null of what only a person brought.</summary>
static class FirstSeen
{
    /// <param name="which">The condition on the readings n of whose documents the first counts.</param>
    public static string Of(string which) => $"""
        (SELECT min(CASE WHEN EXISTS (SELECT 1 FROM publication e WHERE e.url = d.url AND e.since < d.since) THEN d.since
            ELSE COALESCE((SELECT min(l.first_seen) FROM link l WHERE l.url = d.article), d.since, d.read_at) END)
          FROM (SELECT *, (SELECT min(b.since) FROM publication b WHERE b.url = n.url AND b.sha256 IN (n.sha256, n.given_as)) AS since FROM reading n
            WHERE n.imported = 0 AND {which}) d)
        """;

    /// <summary>That of a report p whose current reading is r: of its documents that could be read, if any could.</summary>
    public static readonly string OfReport = Of("n.agency = p.agency AND n.report = p.id AND (n.outcome <> 'failed' OR r.outcome = 'failed')");
}
