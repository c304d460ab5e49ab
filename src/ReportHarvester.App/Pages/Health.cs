using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>/health/live: the process answers. /health/ready: all it needs is there; 503 and what is not, otherwise.</summary>
static class Health
{
    sealed record Part(string Name, bool Ok, string? Why = null);

    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", context => context.Response.WriteAsync("live\n"));
        app.MapGet("/health/ready", Ready);
    }

    static Task Ready(HttpContext context)
    {
        var operations = context.RequestServices.GetRequiredService<Operations>();
        var parts = new List<Part> { Worker(context.RequestServices.GetService<NightlyWorker>()), Disk(operations.Settings) };
        parts.AddRange(Data(context.RequestServices.GetRequiredService<StorePool>(), operations));
        parts.Add(context.RequestServices.GetRequiredService<Warming>().IsOver ? new("pages", true) : new("pages", false, "each is asked for a first time"));
        var ready = parts.All(part => part.Ok);
        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsJsonAsync(new { ready, parts }, Reports.ReadingJson.Options, context.RequestAborted);
    }

    static Part Worker(NightlyWorker? worker) => new("worker", worker?.ExecuteTask is not { IsCompleted: true }, worker is null ? "not in this process" : null);

    static Part Disk(Settings settings) =>
        DiskRoom.Free(settings.Data) >> 20 is var free && free >= settings.DiskFloorMiB ? new("disk", true) : new("disk", false, $"{free} MiB free, {settings.DiskFloorMiB} wanted");

    static IEnumerable<Part> Data(StorePool pool, Operations operations)
    {
        DateTimeOffset? overdue;
        try
        {
            using var lent = pool.Lend();
            overdue = operations.OverdueSince(lent.Store);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or SchemaException)
        {
            return [new("data", false, trouble.Message)];
        }
        return [new("data", true), new("schedule", overdue is null, overdue is { } due ? $"the run that was due at {due:O} has not come through" : null)];
    }
}
