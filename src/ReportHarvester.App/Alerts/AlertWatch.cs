using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Looks after the harvest every few minutes, beside it, and tells what an operator has to know: each thing once until it changes, and its end.</summary>
sealed partial class AlertWatch(Operations operations, IReadOnlyList<IAlertChannel> channels, TimeProvider time, ILogger<AlertWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

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
            AlertBook.Enter(store, AlertRules.Of(operations.Now(store), operations.Settings), time.GetUtcNow());
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

    async Task Tell(ReportStore store, IAlertChannel channel, CancellationToken cancellationToken)
    {
        var untold = AlertBook.Untold(store, channel.Name);
        if (untold.Count == 0) return;
        try
        {
            await AlertChannels.Tell(channel, new AlertMessage(time.GetUtcNow(), untold), time, cancellationToken);
            AlertBook.Told(store, channel.Name, untold, time.GetUtcNow());
            Told(channel.Name, untold.Count);
        }
        catch (AlertException trouble)
        {
            NotTold(channel.Name, untold.Count, trouble.Message);
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Told by {Channel}: {Count} alerts")]
    partial void Told(string channel, int count);

    [LoggerMessage(21, LogLevel.Error, "Not told by {Channel}: {Count} alerts; {Why}")]
    partial void NotTold(string channel, int count, string why);

    [LoggerMessage(22, LogLevel.Error, "The look after alerts failed")]
    partial void Fails(Exception trouble);
}
