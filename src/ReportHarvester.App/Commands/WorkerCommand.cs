using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`worker`: harvests by the schedule until it is asked to stop.</summary>
static class WorkerCommand
{
    public static Command Create()
    {
        var command = SettingsOptions.With(new Command("worker", "按计划每夜采集，长期运行。Harvest by the schedule, every night, until asked to stop"));
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(SettingsOptions.Of(parsed), cancellationToken)));
        return command;
    }

    static async Task<int> Run(Settings settings, CancellationToken cancellationToken)
    {
        using var hold = FolderHold.TakeForWorker(settings.Data);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        NightlyWorker.AddTo(builder.Services, settings);
        using var host = builder.Build();
        var worker = host.Services.GetRequiredService<NightlyWorker>();
        // Whoever asks to stop while it starts is heard when it has started.
        await host.StartAsync(CancellationToken.None);
        await host.WaitForShutdownAsync(cancellationToken);
        await worker.ExecuteTask!;
        return ExitCode.Done;
    }
}
