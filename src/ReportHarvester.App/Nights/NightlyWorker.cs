using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Runs the harvest whenever the schedule says so, for years: nothing that a night brings ends it, only being asked to stop.</summary>
sealed partial class NightlyWorker(Settings settings, Schedule schedule, NightRun night, TimeProvider time, ILogger<NightlyWorker> log) : BackgroundService
{
    // The clock is looked at this often: it may jump while one waits.
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    // Null: to be read from the store, where only runs of the schedule change it.
    ScheduleState? stored;
    DateTimeOffset? announced;

    /// <summary>All that it needs, on a host that stops it in good order.</summary>
    public static void AddTo(IServiceCollection services, Settings settings)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = HarvestWorker.Shutdown);
        services.AddSystemd();
        services.AddLogging(JsonLogs.Add);
        Operations.AddTo(services, settings);
        services.AddSingleton(Commands.HarvestCommand.Fetching(settings.Contact, settings.Connect)).AddSingleton<IProgress<HarvestEvent>, ProgressLog>().AddSingleton<NightRun>();
        // The worker first: what it starts with makes the database.
        services.AddSingleton<NightlyWorker>().AddHostedService(provider => provider.GetRequiredService<NightlyWorker>());
        services.AddSingleton(AlertChannels.Of(settings.Alerts)).AddHostedService<AlertWatch>();
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Brings the schema up to date, so that others can read, and fails before anything else where the folder cannot be written.
        using (var store = ReportStore.Open(settings.Data)) RunLog.BeginSchedule(store, time.GetUtcNow());
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Look(stoppingToken);
            await Task.Delay(Tick, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What concerns one night is told and ends with it: the next one starts from what is stored.
    internal async Task Look(CancellationToken stoppingToken)
    {
        try
        {
            var next = Next();
            if (next.At > time.GetUtcNow()) Announce(next);
            else await Run(next.Due, stoppingToken);
        }
        catch (DataFolderBusyException busy)
        {
            Waits(busy.Message);
        }
        catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
        {
            Fails(trouble);
        }
    }

    NextRun Next()
    {
        var now = time.GetUtcNow();
        if (stored is null || stored.Due > now + NextRun.ClockMayBeBehind || stored.Since > now) stored = Stored(now);
        return NextRun.Of(schedule, stored, now);
    }

    ScheduleState Stored(DateTimeOffset now)
    {
        using var store = ReportStore.OpenForNotes(settings.Data);
        RunLog.BeginSchedule(store, now);
        return NextRun.Stored(store, now);
    }

    async Task Run(DateTimeOffset due, CancellationToken stoppingToken)
    {
        stored = null;
        Begins(due);
        var result = await night.Run(due, stoppingToken);
        Ends(result.Run, result.Stopped, string.Join(' ', result.Counts.Select(count => $"{count.Key}={count.Value}")));
    }

    void Announce(NextRun next)
    {
        if (announced == next.At) return;
        announced = next.At;
        Next(next.At);
    }

    [LoggerMessage(1, LogLevel.Information, "The next run is due at {At:O}")]
    partial void Next(DateTimeOffset at);

    [LoggerMessage(2, LogLevel.Information, "The run that was due at {Due:O} begins")]
    partial void Begins(DateTimeOffset due);

    [LoggerMessage(3, LogLevel.Information, "Run {Run} ends (stopped: {Stopped}): {Counts}")]
    partial void Ends(long run, bool stopped, string counts);

    [LoggerMessage(4, LogLevel.Warning, "The run waits: {Why}")]
    partial void Waits(string why);

    [LoggerMessage(5, LogLevel.Error, "The run failed")]
    partial void Fails(Exception trouble);
}
