using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>
/// Addresses that gave a report once and do so no more. Nothing is deleted: the address gets the day from which it counts as vanished, and
/// the report too where no other address gives it. Coming back lifts both.
/// </summary>
sealed class Tombstones(SqliteTransaction transaction, string source, DateTimeOffset at)
{
    const int NightsToBelieve = 2, NightsInDoubt = 3;

    // So many at once, if they are more than half of all, are a site that is rebuilt or shut by a gate, unless it stays so.
    const int ManyAtOnce = 3, DaysToBelieveMany = 30;

    readonly SqliteConnection connection = transaction.Connection!;

    // A night of asking goes over midnight; both its halves are one night.
    public static DateOnly Night(DateTimeOffset time) => Publication.DayOf(time.AddHours(-12));

    /// <summary>
    /// Addresses answered that there is nothing: believed when they say so in another night again; many at once only when they say so for a month.
    /// </summary>
    public Absences Gone(IReadOnlySet<string> urls)
    {
        var alive = Alive();
        var missing = alive.Where(link => urls.Contains(link.Url)).ToList();
        // Not all is asked in one night, where a source may not ask for more: what other nights found gone counts too.
        var all = alive.Where(link => link.Gone || urls.Contains(link.Url)).ToList();
        var many = AreMany(all.Count, alive.Count) || AreManyOfHost(all, alive.Count);
        var believed = urls.Where(url => IsGone(url, many ? at.AddDays(-DaysToBelieveMany) : at)).ToHashSet();
        foreach (var url in believed) Raise(url, "gone", []);
        return new Absences(many ? missing.Count(link => !believed.Contains(link.Url)) : 0, missing.Count(link => believed.Contains(link.Url)));
    }

    static bool AreMany(int missing, int alive) => missing >= ManyAtOnce && missing * 2 > alive;

    // A site that is shut or rebuilt takes all of its units' reports with it, of which each unit may have one.
    bool AreManyOfHost(List<Link> missing, int alive)
    {
        if (missing.Count == 0) return false;
        var host = new Uri(missing[0].Url).GetLeftPart(UriPartial.Authority);
        // The address behind all that begin with the host's and a slash begins with the next letter, 0.
        var (gone, others) = connection.QuerySingle<(int, int)>("""
            SELECT count(l.gone_since), count(*) FROM link l
            WHERE l.url >= @host || '/' AND l.url < @host || '0' AND l.source <> @source AND l.tombstone IS NULL
              AND EXISTS (SELECT 1 FROM reading r WHERE r.source = l.source AND r.article = l.url AND r.imported = 0)
            """, new { source, host }, transaction);
        return gone > 0 && AreMany(gone + missing.Count, others + alive);
    }

    bool IsGone(string url, DateTimeOffset before)
    {
        var since = connection.ExecuteScalar<DateTimeOffset?>("SELECT gone_since FROM link WHERE source = @source AND url = @url", new { source, url }, transaction);
        if (since is null) Set(url, "gone_since = @at");
        return since is not null && Night(since.Value) < Night(before);
    }

    /// <summary>An address gives something, or is listed, again.</summary>
    public void Back(string url)
    {
        var lifted = connection.ExecuteScalar<bool>("SELECT tombstone IS NOT NULL FROM link WHERE source = @source AND url = @url", new { source, url }, transaction);
        Set(url, "gone_since = NULL, unlisted_nights = 0, unlisted_at = NULL, tombstone = NULL, tombstone_reason = NULL");
        if (!lifted) return;
        foreach (var (agency, report) in ReportsOf(url))
        {
            var vanished = connection.ExecuteScalar<bool>("SELECT vanished IS NOT NULL FROM report WHERE agency = @agency AND id = @report", new { agency, report }, transaction);
            if (!vanished) new Chronicle(transaction, agency, at).Tell("back", report, url);
            Decide(agency, report);
        }
    }

    /// <summary>
    /// The listed addresses of a list that was read whole. What it lists no more has moved, or vanished when it is not listed in another night
    /// either; where more than half of a list is missing, a third night has to say so.
    /// </summary>
    /// <param name="doubted">What the list says nothing of, be it there or not: its site is in doubt.</param>
    /// <returns>False where so much is missing that the list itself is in doubt; nothing is concluded then.</returns>
    public bool Listed(IReadOnlySet<string> urls, IReadOnlySet<string> doubted)
    {
        foreach (var url in connection.Query<string>("SELECT url FROM link WHERE source = @source AND tombstone_reason IN ('unlisted', 'moved')",
            new { source }, transaction).Where(urls.Contains).ToList()) Back(url);
        var alive = Alive();
        alive.RemoveAll(link => doubted.Contains(link.Url));
        foreach (var link in alive.Where(link => link.Nights > 0 && urls.Contains(link.Url))) Set(link.Url, "unlisted_nights = 0, unlisted_at = NULL");
        var missing = Missing(alive, urls);
        foreach (var (link, _, _) in missing.Where(m => m.Nights > m.Link.Nights)) Set(link.Url, "unlisted_nights = unlisted_nights + 1, unlisted_at = @at");
        if (Believed(missing, alive.Count) is not { } believed) return false;
        foreach (var (link, to, _) in believed) Raise(link.Url, to.Count == 0 ? "unlisted" : "moved", to);
        return true;
    }

    /// <summary>The addresses that would count as vanished by such a list, and whose report no other address on it gives: they are to be asked themselves.</summary>
    /// <param name="gone">Those of them that answered just now that there is nothing.</param>
    public IReadOnlyList<MissedLink> Due(IReadOnlySet<string> urls, IReadOnlySet<string> gone)
    {
        var alive = Alive();
        var living = urls.Except(gone).ToHashSet();
        var due = (Believed(Missing([.. alive.Where(link => !urls.Contains(link.Url))], living), alive.Count) ?? []).Where(m => m.To.Count == 0).Select(m => m.Link.Url).ToList();
        return [.. due.Where(url => ReportsOf(url) is { Count: > 0 } reports && !reports.TrueForAll(r => IsGivenBy(r.Agency, r.Report, living)))
            .Select(url => connection.QuerySingle<MissedLink>("""
                SELECT url, COALESCE((SELECT r.link_title FROM reading r WHERE r.source = l.source AND r.article = l.url ORDER BY r.id DESC LIMIT 1), title) AS title,
                  (SELECT p.year FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report WHERE r.source = l.source AND r.article = l.url LIMIT 1) AS year
                FROM link l WHERE source = @source AND url = @url
                """, new { source, url }, transaction))];
    }

    bool IsGivenBy(long agency, long report, IReadOnlySet<string> urls) => connection.Query<string>($"""
        SELECT DISTINCT r.article FROM reading r WHERE r.agency = @agency AND r.report = @report AND r.source = @source AND {IsThere}
        """, new { agency, report, source }, transaction).Any(urls.Contains);

    // An address that lies dead on a list gives nothing.
    const string IsThere = $"EXISTS (SELECT 1 FROM link l WHERE l.source = r.source AND l.url = r.article AND l.tombstone IS NULL AND l.gone_since IS NULL) AND NOT {Dropped.IsDropped}";

    List<Link> Alive() => connection.Query<Link>("""
        SELECT url, unlisted_nights AS nights, unlisted_at AS at, gone_since IS NOT NULL AS gone FROM link l WHERE source = @source AND tombstone IS NULL
          AND EXISTS (SELECT 1 FROM reading WHERE source = l.source AND article = l.url AND imported = 0)
        """, new { source }, transaction).ToList();

    // Nights: in how many running it was missed, this one included.
    List<Missed> Missing(List<Link> alive, IReadOnlySet<string> urls) =>
        [.. alive.Where(link => !urls.Contains(link.Url)).Select(link => new Missed(link, MovedTo(link.Url, urls), link.At is { } last && Night(last) >= Night(at) ? link.Nights : link.Nights + 1))];

    // Null where so much is missing that the list itself is in doubt.
    static List<Missed>? Believed(List<Missed> missing, int alive)
    {
        var needed = missing.Count(m => m.To.Count == 0) * 2 > alive ? NightsInDoubt : NightsToBelieve;
        return needed == NightsInDoubt && missing.Exists(m => m.To.Count == 0 && m.Nights < needed) ? null : [.. missing.Where(m => m.To.Count > 0 || m.Nights >= needed)];
    }

    void Raise(string url, string reason, Dictionary<(long Agency, long Report), string> to)
    {
        if (connection.Execute("UPDATE link SET tombstone = @day, tombstone_reason = @reason WHERE source = @source AND url = @url AND tombstone IS NULL",
            new { source, url, reason, day = Publication.DayOf(at) }, transaction) == 0) return;
        foreach (var (agency, report) in ReportsOf(url))
        {
            if (to.TryGetValue((agency, report), out var moved)) Tell("moved", moved);
            else if (new Presence(transaction, agency, report, at).Place() is { } elsewhere) Tell("replaced", elsewhere);
            Decide(agency, report);

            void Tell(string kind, string other) => new Chronicle(transaction, agency, at).Tell(kind, report, url, other, reason);
        }
    }

    // Other addresses that are listed and give the same bytes or the same content; none where not every report of the address has one: a
    // collection is not moved with one of its reports.
    Dictionary<(long Agency, long Report), string> MovedTo(string url, IReadOnlySet<string> urls)
    {
        var places = connection.Query<(long Agency, long Report, string? Article)>($"""
            SELECT DISTINCT here.agency, here.report, r.article FROM reading here LEFT JOIN reading r ON r.source = here.source AND r.article <> here.article
              AND r.report = here.report AND r.agency = here.agency AND (r.sha256 = here.sha256 OR r.content = here.content) AND {IsThere}
            WHERE here.source = @source AND here.article = @url AND here.figures > 0 AND here.report IS NOT NULL
            """, new { source, url }, transaction).ToLookup(place => (place.Agency, place.Report), place => place.Article);
        var to = places.ToDictionary(place => place.Key, place => place.OfType<string>().FirstOrDefault(urls.Contains));
        return to.ContainsValue(null) ? [] : to.ToDictionary(place => place.Key, place => place.Value!);
    }

    List<(long Agency, long Report)> ReportsOf(string url) => [.. connection.Query<(long, long)>(
        "SELECT DISTINCT agency, report FROM reading WHERE source = @source AND article = @url AND report IS NOT NULL", new { source, url }, transaction)];

    void Decide(long agency, long report) => new CurrentReading(transaction, agency).Decide(report, at);

    void Set(string url, string what) =>
        connection.Execute($"UPDATE link SET {what} WHERE source = @source AND url = @url", new { source, url, at }, transaction);

    // To: where each of its reports is listed now; none unless all are.
    sealed record Missed(Link Link, Dictionary<(long Agency, long Report), string> To, int Nights);

    sealed record Link
    {
        public string Url { get; init; } = "";
        public int Nights { get; init; }
        public DateTimeOffset? At { get; init; }
        public bool Gone { get; init; }
    }
}

/// <summary>What is concluded from addresses that answered that there is nothing.</summary>
/// <param name="InDoubt">How many they are, where they are so many at once that it is the site that is in doubt.</param>
/// <param name="Believed">Of how many reports they count as gone from now on.</param>
public sealed record Absences(int InDoubt, int Believed);

/// <summary>An address that a list holds no more, by the title under which it did, and the year of its report.</summary>
public sealed record MissedLink
{
    public string Url { get; init; } = "";
    public string Title { get; init; } = "";
    public int? Year { get; init; }
}
