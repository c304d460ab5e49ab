using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Who of the registry owes a report on a year, and whether it was published, by when, and by what that is known.</summary>
public static class Compliance
{
    /// <summary>SQL for the day on which an agency g that existed on a day ceased; NULL while it lasts.</summary>
    internal static string Ceased(string day) => $"""
        (SELECT min(e.until) FROM agency_period e WHERE e.agency = g.id AND e.until >= {day} AND NOT EXISTS (
            SELECT 1 FROM agency_period n WHERE n.agency = g.id AND n.position > e.position))
        """;

    // Why no figure was read, in none of the documents that stand: the page is current before the scan that is attached to it.
    const string Unreadable = $"""
        SELECT group_concat(DISTINCT i.code) FROM reading d JOIN issue i ON i.reading = d.id AND (i.severity = 'error' OR i.code = '{Rules.Readable}')
        WHERE d.agency = r.agency AND d.report = r.report AND (d.id = r.id OR NOT EXISTS (SELECT 1 FROM reading later WHERE later.agency = d.agency AND later.source = d.source AND later.url = d.url AND later.id > d.id)
          AND NOT EXISTS (SELECT 1 FROM dropped x WHERE x.source = d.source AND x.article = d.article AND x.url = d.url AND x.until IS NULL)
          AND NOT EXISTS (SELECT 1 FROM link l WHERE l.source = d.source AND l.url = d.article AND l.tombstone IS NOT NULL))
        """;

    // Who existed at the end of the year owes the report, under the name and at the place of that day; a government's office or a department that
    // ended in the year leaves it to who went on with it. Two reports of a year: the region's goes first. It was there when the first of its documents
    // was seen that could be read: one that was corrected later, perhaps at another address, is not late for it.
    static readonly string Sql = $"""
        SELECT g.code, q.name AS agency, g.name AS agency_now, q.region, q.level, g.kind, g.id,
          {Ceased("@end")} AS ceased,
          p.id AS report, p.scope, p.vanished, r.id AS reading, r.outcome, r.published, r.dated, r.url, r.sha256, CASE WHEN {FilingObjection.IsStrangers} THEN r.printed_agency END AS stranger,
          {FirstSeen.OfReport} AS first_seen,
          CASE r.outcome WHEN 'failed' THEN ({Unreadable}) END AS codes
        FROM agency g
        JOIN agency_period q ON q.agency = g.id AND (q.since IS NULL OR q.since <= @end) AND (q.until IS NULL OR q.until >= @end)
        LEFT JOIN report p ON p.id = (SELECT o.id FROM report o JOIN reading c ON c.agency = o.agency AND c.report = o.id AND c.is_current = 1
          WHERE o.agency = g.id AND o.year = @year ORDER BY c.outcome = 'failed', o.scope = 'aggregate' DESC, o.id LIMIT 1)
        LEFT JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE g.code IS NOT NULL AND g.owes IS NOT 0 AND @year >= COALESCE(g.owes_from, 0) AND @year <= COALESCE(g.owes_to, 9999)
          AND (@level IS NULL OR q.level = @level)
        """;

    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static IReadOnlyList<Obligation> Of(ReportStore store, ComplianceQuestion question, DateTimeOffset now) => store.Read(connection =>
    {
        long? agency = question.Agency is { } name ? AgencyNames.Find(connection, name, question.Year) ?? throw new KeyNotFoundException(name) : null;
        return Of(connection, [question], agency, now);
    });

    /// <summary>What became of the reports that an agency owed on these years, by the deadlines of the law.</summary>
    public static IReadOnlyList<Obligation> Of(ReportStore store, long agency, IEnumerable<int> years, DateTimeOffset now) =>
        store.Read(connection => Of(connection, years.Select(year => new ComplianceQuestion(year)), agency, now));

    static IReadOnlyList<Obligation> Of(SqliteConnection connection, IEnumerable<ComplianceQuestion> questions, long? agency, DateTimeOffset now)
    {
        var starts = connection.Query<DateTimeOffset>("SELECT started FROM run ORDER BY started").ToArray();
        return [.. questions.SelectMany(Ask)];

        IEnumerable<Obligation> Ask(ComplianceQuestion question)
        {
            IReadOnlyList<DueRule> deadlines = [.. question.Local, .. DueRule.OfLaw];
            var looks = new Looks(connection, question.Year);
            foreach (var line in connection.Query<Line>($"{Sql} {(agency is null ? "" : "AND g.id = @agency")} AND {RegionPrefix.Asked("q.region", question.Region)} ORDER BY q.region, g.code",
                new { agency, year = question.Year, end = $"{question.Year:0000}-12-31", region = question.Region, level = question.Level }))
            {
                if (DueRule.For(deadlines, question.Year, DueRule.CoveredBy(line.Level, line.Kind, line.Scope == "aggregate"), line.Region, line.Level) is not { } deadline) continue;
                // The run that first saw it looked at the list before it asked for what stands there.
                var absent = line is { Report: { } report, FirstSeen: { } seen } ? looks.Before(Started(seen) ?? seen, line.Id, report, seen) : null;
                yield return line.ToObligation(question.Year, deadline, looks.Of(line.Id), absent, now);
            }
        }

        // The run in which it was seen.
        DateTimeOffset? Started(DateTimeOffset seen) => Array.BinarySearch(starts, seen) is var at && (at >= 0 ? at : ~at - 1) is >= 0 and var last ? starts[last] : null;
    }

    /// <summary>The obligations counted by region, cut to so many digits of its code, and level.</summary>
    public static IReadOnlyList<Fulfilment> Count(IReadOnlyList<Obligation> obligations, int digits) =>
        [.. from owed in obligations
            group owed by (Region: owed.Region is { } region ? region[..Math.Min(digits, region.Length)] : null, owed.Level, owed.Year) into same
            orderby same.Key.Region, same.Key.Level
            select new Fulfilment(same.Key.Region, same.Key.Level, same.Key.Year, same.Count(), same.GroupBy(o => o.State).ToDictionary(g => g.Key, g => g.Count()))];

    sealed record Line
    {
        public string Code { get; init; } = "";
        public string Agency { get; init; } = "";
        public string AgencyNow { get; init; } = "";
        public string? Region { get; init; }
        public string? Level { get; init; }
        public string? Kind { get; init; }
        public long Id { get; init; }
        public DateOnly? Ceased { get; init; }
        public string? Scope { get; init; }
        public string? Vanished { get; init; }
        public long? Report { get; init; }
        public long? Reading { get; init; }
        public string? Outcome { get; init; }
        public DateOnly? Published { get; init; }
        public DateOnly? Dated { get; init; }
        public string? Url { get; init; }
        public string? Sha256 { get; init; }
        public DateTimeOffset? FirstSeen { get; init; }
        public string? Codes { get; init; }
        public string? Stranger { get; init; }

        public Obligation ToObligation(int year, DueRule deadline, IReadOnlyList<ListLooks> lists, DateTimeOffset? absent, DateTimeOffset now)
        {
            var (due, today) = (deadline.After(year), Publication.DayOf(now));
            var traces = new Traces(Reading is not null, Outcome != "failed", Vanished is not null, FirstSeen, Published ?? Dated, absent, null, lists.Max(list => list.TriedAt), Ceased) { Stranger = Stranger is not null };
            if (Reading is null) traces = Publication.Weakest(lists.Select(list => traces with { AbsentAt = list.AbsentAt, DoubtedAt = list.DoubtedAt, TriedAt = list.TriedAt }).DefaultIfEmpty(traces), due, today);
            return new Obligation
            {
                Code = Code, AgencyId = Id, Agency = Agency, AgencyNow = AgencyNow, Region = Region, Level = Level, Kind = Kind, Year = year, Rule = deadline.Rule, Basis = deadline.Basis, Due = due,
                State = Publication.Of(traces, due, today), FirstSeen = FirstSeen, Stated = traces.Stated, AbsentAt = traces.AbsentAt, TriedAt = traces.TriedAt,
                Unreadable = Codes, Stranger = Stranger, Url = Address.Published(Url, Sha256),
            };
        }
    }
}
