using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A harvest as a hosted worker: one run over the sources, then the host stops; a signal to the host stops the run in good order.</summary>
sealed class HarvestWorker(HarvestRun run, IReadOnlyList<Source> sources, IHostApplicationLifetime lifetime) : BackgroundService
{
    HarvestResult? result;

    /// <summary>Runs the worker on the generic host until it is done.</summary>
    public static async Task<HarvestResult> RunHosted(ReportStore store, FetchOptions options, IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLines();
        using var reader = new ReadingProcess(new ReadingLimits(), TimeProvider.System);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Shutdown);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(store).AddSingleton(sources).AddSingleton<IProgress<HarvestEvent>>(progress);
        builder.Services.AddSingleton(_ => new Fetcher(options, TimeProvider.System, RobotsArchive.Of(store, TimeProvider.System), HostRests.Of(store)));
        builder.Services.AddSingleton<Func<byte[], string?, Reading>>(reader.Read);
        builder.Services.AddSingleton<HarvestRun>().AddSingleton<HarvestWorker>().AddHostedService(services => services.GetRequiredService<HarvestWorker>());
        using var host = builder.Build();
        var worker = host.Services.GetRequiredService<HarvestWorker>();
        // Whoever asks to stop while it starts is heard when it has started.
        await host.StartAsync(CancellationToken.None);
        await host.WaitForShutdownAsync(cancellationToken);
        await worker.ExecuteTask!;
        return worker.result!;
    }

    /// <summary>A document that is being read is read to its end before a stop; what is killed after that is made good by the next run.</summary>
    public static TimeSpan Shutdown { get; } = TimeSpan.FromSeconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            result = await run.Run(sources, stoppingToken);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
