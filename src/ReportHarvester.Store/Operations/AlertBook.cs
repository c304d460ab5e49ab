using System.Text.Json.Serialization;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>Something that holds now and that an operator has to know of.</summary>
/// <param name="Kind">Of what kind it is; with the subject, what it is known by.</param>
/// <param name="State">What it is told again for when it changes.</param>
/// <param name="Message">In words.</param>
public sealed record AlertCondition(string Kind, string Subject, string State, string Message);

/// <summary>A condition that holds, or held until it was settled.</summary>
public sealed record Alert
{
    [JsonIgnore]
    public long Id { get; init; }

    public string Kind { get; init; } = "";
    public string Subject { get; init; } = "";

    [JsonIgnore]
    public string State { get; init; } = "";

    public string Message { get; init; } = "";
    public DateTimeOffset Since { get; init; }
    public DateTimeOffset? Settled { get; init; }
}

/// <summary>What was told to whom: each alert once until it changes, and once that it is over.</summary>
public static class AlertBook
{
    const string Over = "over";

    /// <summary>Enters what holds now, and settles what holds no more.</summary>
    public static void Enter(ReportStore store, IReadOnlyList<AlertCondition> holding, DateTimeOffset at)
    {
        var open = Open(store);
        var now = holding.ToDictionary(condition => (condition.Kind, condition.Subject));
        var over = open.Where(alert => !now.ContainsKey((alert.Kind, alert.Subject))).ToList();
        var known = open.ToDictionary(alert => (alert.Kind, alert.Subject));
        var news = holding.Where(condition => !known.TryGetValue((condition.Kind, condition.Subject), out var alert)
            || alert.State != condition.State || alert.Message != condition.Message).ToList();
        if (over.Count + news.Count == 0) return;
        store.Write(transaction => transaction.Connection!.Execute("UPDATE alert SET settled = @at WHERE id = @Id", over.Select(alert => new { at, alert.Id }), transaction)
            + transaction.Connection!.Execute("""
                INSERT INTO alert (kind, subject, state, message, since) VALUES (@Kind, @Subject, @State, @Message, @at)
                ON CONFLICT (kind, subject) WHERE settled IS NULL DO UPDATE SET state = excluded.state, message = excluded.message
                """, news.Select(condition => new { condition.Kind, condition.Subject, condition.State, condition.Message, at }), transaction));
    }

    /// <summary>What holds, the newest first.</summary>
    public static IReadOnlyList<Alert> Open(ReportStore store) => store.Read(connection =>
        connection.Query<Alert>("SELECT * FROM alert WHERE settled IS NULL ORDER BY since DESC, id DESC").ToList());

    /// <summary>What a channel has not told yet: alerts as they stand, and the end of those that it told of.</summary>
    public static IReadOnlyList<Alert> Untold(ReportStore store, string channel) => store.Read(connection => connection.Query<Alert>($"""
        SELECT a.* FROM alert a
        WHERE a.settled IS NULL AND COALESCE((SELECT state FROM alert_told WHERE alert = a.id AND channel = @channel ORDER BY at DESC LIMIT 1), '') <> a.state
          OR a.settled IS NOT NULL AND EXISTS (SELECT 1 FROM alert_told WHERE alert = a.id AND channel = @channel)
            AND NOT EXISTS (SELECT 1 FROM alert_told WHERE alert = a.id AND channel = @channel AND state = '{Over}')
        ORDER BY a.settled IS NOT NULL, a.kind, a.subject
        """, new { channel }).ToList());

    /// <summary>Remembers that a channel told of these, as they stand.</summary>
    public static void Told(ReportStore store, string channel, IReadOnlyList<Alert> alerts, DateTimeOffset at) => store.Write(transaction =>
        // What it told before is told no more, whatever the clock said then.
        transaction.Connection!.Execute("DELETE FROM alert_told WHERE alert = @Id AND channel = @channel; INSERT INTO alert_told (alert, channel, state, at) VALUES (@Id, @channel, @state, @at);",
            alerts.Select(alert => new { alert.Id, channel, state = alert.Settled is null ? alert.State : Over, at }), transaction));
}
