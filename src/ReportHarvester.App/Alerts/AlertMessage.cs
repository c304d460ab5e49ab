using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What is told at a time: all that is new or changed, and all that is over.</summary>
sealed record AlertMessage(DateTimeOffset At, IReadOnlyList<Alert> Alerts)
{
    public IEnumerable<Alert> Holding => Alerts.Where(alert => alert.Settled is null);

    public IEnumerable<Alert> Over => Alerts.Where(alert => alert.Settled is not null);

    public string Subject => $"[ReportHarvester] {Holding.Count()} 项告警，{Over.Count()} 项解除 alerts, over";

    public string Text => string.Concat(Holding.Select(alert => $"● {BeijingTime.Minute(alert.Since)}  {OneLine(alert.Message)}\n")
        .Concat(Over.Select(alert => $"○ 解除 over {BeijingTime.Minute(alert.Settled!.Value)}  {OneLine(alert.Message)}\n")));

    /// <summary>A message that shows that a channel works.</summary>
    public static AlertMessage Test(DateTimeOffset at) =>
        new(at, [new Alert { Kind = "test", Subject = "test", Since = at, Message = "这是一条测试告警。This is a test; nothing is wrong." }]);

    // Names come from the network: no line breaks, no codes.
    static string OneLine(string message) => string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c));
}

/// <summary>A way by which alerts reach an operator.</summary>
interface IAlertChannel
{
    string Name { get; }

    /// <exception cref="AlertException">It could not be told.</exception>
    Task Tell(AlertMessage message, CancellationToken cancellationToken);
}

/// <summary>A channel did not take a message; the words say why, and hold no secret.</summary>
sealed class AlertException(string message, Exception? cause = null) : Exception(message, cause);
