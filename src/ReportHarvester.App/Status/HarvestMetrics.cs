using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prometheus;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What a monitoring system reads at /metrics. No label holds a name of a host, source or agency: there may be thousands.</summary>
sealed class HarvestMetrics
{
    const string Prefix = "reportharvester_";

    readonly CollectorRegistry registry = Metrics.NewCustomRegistry();
    readonly Counter steps;

    public HarvestMetrics()
    {
        steps = Metrics.WithCustomRegistry(registry).CreateCounter($"{Prefix}steps_total", "Steps of runs since this process began, by kind.", "step");
        DotNetStats.Register(registry);
    }

    public void Count(HarvestStep step) => steps.WithLabels(Counted.Word(step)).Inc();

    public static void Map(WebApplication app) => app.MapGet("/metrics", async context =>
    {
        var services = context.RequestServices;
        using var lent = services.GetRequiredService<StorePool>().Lend();
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await services.GetRequiredService<HarvestMetrics>().registry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
        await Of(services.GetRequiredService<Operations>().Lately(services.GetRequiredService<Remembered>(), lent.Store)).CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
    });

    // Made anew for each answer: what holds no more is not there any more.
    static CollectorRegistry Of(OperationStatus status)
    {
        var registry = Metrics.NewCustomRegistry();
        var factory = Metrics.WithCustomRegistry(registry);
        void Gauge(string name, string help, double value) => factory.CreateGauge(Prefix + name, help).Set(value);
        Gauge("status_timestamp_seconds", "When all this was looked at.", status.At.ToUnixTimeSeconds());
        Gauge("running", "1 while a run goes on.", status.Running ? 1 : 0);
        Gauge("run_overdue", "1 where a run that was due has not come through.", status.OverdueSince is null ? 0 : 1);
        Gauge("sources", "Sources in the list.", status.Sources);
        Gauge("sources_off", "Sources that a person should look at.", status.SourcesOff.Count);
        Gauge("sources_missing", "Sources of which a report is due and was not found.", status.SourcesOff.Count(source => source.Missing is not null));
        Gauge("hosts_asleep", "Hosts that are left alone.", status.HostsAsleep.Count);
        Gauge("disk_free_bytes", "Free on the disk of the data folder.", status.DiskFreeBytes);
        Gauge("archive_bytes", "All originals.", status.Kept.Bytes);
        Gauge("originals", "Documents in the archive.", status.Kept.Originals);
        Gauge("reports", "Reports known.", status.Kept.Reports);
        Gauge("documents_outdated", "Documents that this version has not read yet.", status.Kept.Outdated);
        if (status.NextRun is { } next) Gauge("next_run_timestamp_seconds", "When the next run begins.", next.ToUnixTimeSeconds());
        var alerts = factory.CreateGauge($"{Prefix}alerts", "Alerts that hold, by kind.", "kind");
        foreach (var kind in status.Alerts.GroupBy(alert => alert.Kind)) alerts.WithLabels(kind.Key).Set(kind.Count());
        if (status.Runs.FirstOrDefault(run => run.State == RunState.Done) is { } last) Last(factory, last);
        return registry;
    }

    static void Last(MetricFactory factory, RunEntry last)
    {
        factory.CreateGauge($"{Prefix}last_run_timestamp_seconds", "When a run last came through.").Set(last.Ended!.Value.ToUnixTimeSeconds());
        var counts = factory.CreateGauge($"{Prefix}last_run_count", "What that run counted.", "what");
        foreach (var (what, count) in last.Counts) counts.WithLabels(what).Set(count);
    }
}
