using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What the looks at one source's list show of a report that is not there.</summary>
/// <param name="AbsentAt">The last that would have found it.</param>
/// <param name="DoubtedAt">The last after that, from which nothing could be told.</param>
/// <param name="TriedAt">The last of all.</param>
/// <param name="UsedAt">When the source was asked last, or put off.</param>
sealed record ListLooks(DateTimeOffset? AbsentAt, DateTimeOffset? DoubtedAt, DateTimeOffset? TriedAt, DateTimeOffset? UsedAt);

/// <summary>The looks at the lists of sources, for reports on one year. What they say is the same for all agencies for which a source speaks, and asked once.</summary>
sealed class Looks(SqliteConnection connection, int year)
{
    // A source that was left out for so long while others of the agency were asked is no source any more.
    const int DaysOfUse = 30;

    // Sources that speak for the agency, by its code or by a name that it bears or bore.
    const string Speaking = """
        SELECT source FROM (SELECT DISTINCT source FROM source_agency WHERE name IN (
          SELECT folded FROM agency_period WHERE agency = @agency UNION SELECT name FROM agency_period WHERE agency = @agency UNION SELECT code FROM agency WHERE id = @agency)) o
        """;

    // Those whose lists held the report when it was first seen.
    const string Giving = $"""
        {Speaking} WHERE EXISTS (SELECT 1 FROM reading n LEFT JOIN link l ON l.source = o.source AND l.url = n.article
          WHERE n.agency = @agency AND n.report = @report AND n.imported = 0 AND (l.first_seen <= @seen OR l.url IS NULL AND n.source = o.source))
        """;

    // Since when a list names something that may be a report on the year which nobody has: it could not be had, or not with all that it carries, or not read since it is named so, or it calls itself
    // one on another year, or nobody can tell whose it is. What names no year may be on any that was over on the day that the list gives it, or else when it was first seen.
    const string Doubtful = $"""
        SELECT min(l.first_seen) FROM link l WHERE l.source = @source AND l.tombstone IS NULL
          AND (l.year = @year OR l.year IS NULL AND (l.title LIKE '%' || @year || '%' OR COALESCE(l.listed, l.first_seen) > @end AND l.title NOT GLOB '*20[0-9][0-9]*'))
          AND (l.missed > 0
            OR NOT EXISTS (SELECT 1 FROM reading r LEFT JOIN report w ON w.agency = r.agency AND w.id = r.report WHERE r.article = l.url
              AND CASE WHEN l.year IS NULL THEN COALESCE(w.year, r.printed_year) IS NOT NULL ELSE COALESCE(w.year, l.year) = l.year OR instr(COALESCE(r.link_title, l.title), l.title) > 0 END)
            OR EXISTS (SELECT 1 FROM reading r JOIN report_issue i ON i.reading = r.id WHERE r.article = l.url AND i.settled IS NULL AND NOT {Dropped.IsDropped}
              AND (i.code = '{FilingObjection.OtherYear}'
                OR {FilingObjection.IsNobodys} AND r.source = l.source AND (l.year IS NOT NULL OR COALESCE(r.printed_year, @year) = @year))))
        """;

    internal const string Whole = "SELECT at FROM source_check WHERE source = @source AND reached = 1 AND at < COALESCE(@before, '9999') ORDER BY at DESC LIMIT 1";

    // UsedAt: of a run that put the source off there is no look.
    internal const string Others = """
        SELECT (SELECT at FROM source_check WHERE source = @source AND (reached OR doubted) AND at > COALESCE(@absent, '') ORDER BY at DESC LIMIT 1) AS doubted_at,
          (SELECT max(at) FROM source_check WHERE source = @source) AS tried_at,
          (SELECT ended FROM run_source WHERE source = @source ORDER BY run DESC LIMIT 1) AS ended
        """;

    readonly Dictionary<string, DateTimeOffset?> doubtful = [];
    readonly Dictionary<string, ListLooks> known = [];

    /// <summary>What each list shows that is asked for the agency's reports; none where no source speaks for it.</summary>
    public IReadOnlyList<ListLooks> Of(long agency)
    {
        var lists = connection.Query<string>(Speaking, new { agency }).Select(Of).ToList();
        var last = lists.Max(list => list.UsedAt);
        return lists.FindAll(list => list.UsedAt > last?.AddDays(-DaysOfUse));
    }

    /// <summary>The last look before a time at the lists that held a report when it was first seen: what others hold says nothing of these.</summary>
    public DateTimeOffset? Before(DateTimeOffset before, long agency, long report, DateTimeOffset seen) =>
        connection.Query<string>(Giving, new { agency, report, seen }).Max(source => LastWhole(source, before));

    ListLooks Of(string source)
    {
        if (known.TryGetValue(source, out var looks)) return looks;
        var absent = LastWhole(source, null);
        var (doubted, tried, ended) = connection.QuerySingle<(DateTimeOffset?, DateTimeOffset?, DateTimeOffset?)>(Others, new { source, absent });
        return known[source] = new ListLooks(absent, doubted, tried, ended > tried || tried is null ? ended : tried);
    }

    DateTimeOffset? LastWhole(string source, DateTimeOffset? before)
    {
        // In China the year ends at 16:00 UTC.
        if (!doubtful.TryGetValue(source, out var since))
            doubtful[source] = since = connection.ExecuteScalar<DateTimeOffset?>(Doubtful, new { source, year, end = $"{year:0000}-12-31T16" });
        return connection.ExecuteScalar<DateTimeOffset?>(Whole, new { source, before = since < before || before is null ? since : before });
    }
}
