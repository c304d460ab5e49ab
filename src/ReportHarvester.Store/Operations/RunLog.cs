using System.Text.Json;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>The log of harvest runs.</summary>
public static class RunLog
{
    const string Through = "ended IS NOT NULL AND failure IS NULL AND counts ->> 'stopped' IS NULL";

    /// <summary>Opens an entry and returns its number.</summary>
    /// <param name="due">The time of the schedule that the run stands for; null: somebody started it.</param>
    public static long Begin(ReportStore store, DateTimeOffset at, DateTimeOffset? due = null) => store.Write(transaction =>
        transaction.Connection!.ExecuteScalar<long>("INSERT INTO run (started, due) VALUES (@at, @due) RETURNING id", new { at, due }, transaction));

    const string EndOfSource = """
        INSERT INTO run_source (run, source, ended, counts) VALUES (@run, @source, @at, @json) ON CONFLICT DO UPDATE SET ended = excluded.ended, counts = excluded.counts;
        INSERT INTO source_standing (source, last, listed, put_off_since, refused_since, troubled_since)
        VALUES (@source, @run, iif(@listed, @run, NULL), iif(@putOff, @at, NULL), iif(@refused, @at, NULL), iif(@troubled, @at, NULL))
        ON CONFLICT DO UPDATE SET
          last = iif(@putOff AND EXISTS (SELECT 1 FROM run_source r WHERE r.run = last AND r.source = @source AND counts ->> 'sources_put_off' IS NULL), last, excluded.last),
          listed = COALESCE(excluded.listed, listed),
          put_off_since = iif(@putOff, COALESCE(put_off_since, @at), NULL),
          refused_since = CASE WHEN @refused THEN COALESCE(refused_since, @at) WHEN @listed AND NOT @putOff THEN NULL ELSE refused_since END,
          troubled_since = CASE WHEN @troubled THEN COALESCE(troubled_since, @at) WHEN @listed AND NOT @putOff THEN NULL ELSE troubled_since END;
        """;

    /// <summary>Keeps what a run did at a source, and how the source stands since.</summary>
    public static void EndSource(ReportStore store, long run, string source, DateTimeOffset at, IReadOnlyDictionary<string, int> counts)
    {
        bool Has(params string[] whats) => whats.Any(what => counts.GetValueOrDefault(what) > 0);
        var all = new
        {
            run, source, at, json = JsonSerializer.Serialize(counts), listed = counts.ContainsKey("links"), putOff = Has("sources_put_off"),
            refused = Has("links_refused"), troubled = Has("list_troubles", "lists_in_doubt"),
        };
        store.Write(transaction => transaction.Connection!.Execute(EndOfSource, all, transaction));
    }

    /// <summary>Closes an entry with its counts, and tidies the database.</summary>
    /// <param name="failure">What ended it before it was through.</param>
    public static void End(ReportStore store, long run, DateTimeOffset at, IReadOnlyDictionary<string, int> counts, string? failure = null)
    {
        var json = JsonSerializer.Serialize(counts);
        store.Write(transaction => transaction.Connection!.Execute(
            "UPDATE run SET ended = @at, counts = @json, failure = @failure WHERE id = @run", new { run, at, json, failure }, transaction));
        store.Read(connection => connection.Execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);"));
    }

    /// <summary>The last runs, the newest first.</summary>
    /// <param name="held">Whether somebody writes to the folder now: without, an entry that is open was cut off.</param>
    public static IReadOnlyList<RunEntry> Last(ReportStore store, int count, bool held) => store.Read(connection => connection.Query<RunEntry>($"""
        SELECT id, due, started, ended, failure, counts AS counted, (SELECT count(*) FROM run_source WHERE run = run.id) AS sources_done,
          CASE WHEN {Through} THEN 'Done' WHEN failure IS NOT NULL THEN 'Failed' WHEN ended IS NOT NULL THEN 'Stopped'
            WHEN @held AND id = (SELECT max(id) FROM run) THEN 'Running' ELSE 'CutOff' END AS state
        FROM run ORDER BY id DESC LIMIT @count
        """, new { count, held }).ToList());

    /// <summary>What the last run that was through with it did at each source; one that put it off counts only where there is no other.</summary>
    /// <param name="listed">Only runs that came to see its whole list.</param>
    public static IReadOnlyList<SourceRun> LastOfSources(ReportStore store, bool listed = false) => store.Read(connection => connection.Query<SourceRun>("""
        SELECT s.run, s.source, s.ended, s.counts AS counted, t.put_off_since, t.refused_since, t.troubled_since
        FROM source_standing t CROSS JOIN run_source s ON s.run = iif(@listed, t.listed, t.last) AND s.source = t.source ORDER BY t.source
        """, new { listed }).ToList());

    /// <summary>From now on the folder is harvested by a schedule, unless it is already. A beginning that lies ahead was written by a clock that was wrong, and is put right.</summary>
    public static void BeginSchedule(ReportStore store, DateTimeOffset at) => store.Write(transaction => transaction.Connection!.Execute("""
        INSERT INTO schedule (since) SELECT @at WHERE NOT EXISTS (SELECT 1 FROM schedule);
        UPDATE schedule SET since = @at WHERE since > @at;
        """, new { at }, transaction));

    /// <summary>How the schedule stands; null where there never was one.</summary>
    /// <param name="before">Times later than this are not believed: a clock was wrong then.</param>
    public static ScheduleState? Schedule(ReportStore store, DateTimeOffset before) => store.Read(connection =>
    {
        if (connection.QueryFirstOrDefault<string>("SELECT since FROM schedule") is not { } since) return null;
        var state = new ScheduleState(DateTimeOffset.Parse(since));
        return connection.QueryFirstOrDefault<Slot>($"""
            SELECT due, count(*) FILTER (WHERE counts ->> 'stopped' IS NULL) AS tries, max(started) AS started, max({Through}) AS done,
              (SELECT max(due) FROM run WHERE due <= @before AND {Through}) AS through FROM run
            WHERE due = (SELECT max(due) FROM run WHERE due <= @before) GROUP BY due
            """, new { before }) is { } last ? state with { Due = last.Due, Tries = last.Tries, Started = last.Started, Done = last.Done, Through = last.Through } : state;
    });

    sealed record Slot
    {
        public DateTimeOffset Due { get; init; }
        public int Tries { get; init; }
        public DateTimeOffset Started { get; init; }
        public bool Done { get; init; }
        public DateTimeOffset? Through { get; init; }
    }
}
