using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Looks after the harvest every few minutes, beside it, and tells what an operator has to know: each thing once until it changes, and its end.</summary>
sealed partial class AlertWatch(Operations operations, IReadOnlyList<IAlertChannel> channels, TimeProvider time, ILogger<AlertWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    // What was told by which channel without being kept.
    readonly HashSet<(string Channel, string Kind, string Subject, string State)> unkept = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Look(stoppingToken);
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task Look(CancellationToken cancellationToken)
    {
        try
        {
            using var store = ReportStore.OpenForNotes(operations.Settings.Data);
            var holding = AlertRules.Of(operations.Now(store), operations.Settings);
            if (!Enter(store, holding))
            {
                await TellUnkept(store, holding, cancellationToken);
                return;
            }
            foreach (var channel in channels) await Tell(store, channel, cancellationToken);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested)
        {
            Fails(trouble);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: what was not told is told by the next start.
        }
    }

    bool Enter(ReportStore store, IReadOnlyList<AlertCondition> holding)
    {
        try
        {
            AlertBook.Enter(store, holding, time.GetUtcNow());
            unkept.Clear();
            return true;
        }
        catch (DbException trouble)
        {
            Fails(trouble);
            return false;
        }
    }

    // A disk that is full keeps no alerts, the one about itself included: each channel tells it once.
    async Task TellUnkept(ReportStore store, IReadOnlyList<AlertCondition> holding, CancellationToken cancellationToken)
    {
        var kept = AlertBook.Open(store).Select(alert => (alert.Kind, alert.Subject, alert.State)).ToHashSet();
        foreach (var channel in channels)
        {
            var alerts = holding.Where(c => !kept.Contains((c.Kind, c.Subject, c.State)) && !unkept.Contains((channel.Name, c.Kind, c.Subject, c.State)))
                .Select(c => new Alert { Kind = c.Kind, Subject = c.Subject, State = c.State, Message = c.Message, Since = time.GetUtcNow() }).ToList();
            if (alerts.Count > 0 && await Told(channel, alerts, cancellationToken)) unkept.UnionWith(alerts.Select(alert => (channel.Name, alert.Kind, alert.Subject, alert.State)));
        }
    }

    async Task<bool> Told(IAlertChannel channel, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        try
        {
            await AlertChannels.Tell(channel, new AlertMessage(time.GetUtcNow(), alerts), time, cancellationToken);
            Told(channel.Name, alerts.Count);
            return true;
        }
        catch (AlertException trouble)
        {
            NotTold(channel.Name, alerts.Count, trouble.Message);
            return false;
        }
    }

    async Task Tell(ReportStore store, IAlertChannel channel, CancellationToken cancellationToken)
    {
        var untold = AlertBook.Untold(store, channel.Name);
        if (untold.Count > 0 && await Told(channel, untold, cancellationToken)) AlertBook.Told(store, channel.Name, untold, time.GetUtcNow());
    }

    [LoggerMessage(20, LogLevel.Information, "Told by {Channel}: {Count} alerts")]
    partial void Told(string channel, int count);

    [LoggerMessage(21, LogLevel.Error, "Not told by {Channel}: {Count} alerts; {Why}")]
    partial void NotTold(string channel, int count, string why);

    [LoggerMessage(22, LogLevel.Error, "The look after alerts failed")]
    partial void Fails(Exception trouble);
}
