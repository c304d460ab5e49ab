using System.CommandLine;
using System.Net;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`demo`: harvests a few made-up bureau sites that come with the program, and compares what they published. Needs no network.</summary>
static class DemoCommand
{
    static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Folder that keeps originals and readings",
        DefaultValueFactory = _ => new DirectoryInfo("demo-data"),
    };

    // One of each: a number of requests, one of decisions, one of law suits.
    static readonly FigureKey[] Shown = [new("requests.new", "total"), new("requests.closed", "total"), new("requests.carried_out", "total")];

    static string Sites => Path.Combine(AppContext.BaseDirectory, "fixtures", "sites");

    public static Command Create()
    {
        var command = new Command("demo", "Harvest the made-up sites that come with the program, and compare their reports") { Data };
        command.SetAction((parsed, cancellationToken) => ExitOn.Trouble(() => Run(parsed.GetRequiredValue(Data), cancellationToken)));
        return command;
    }

    static async Task<int> Run(DirectoryInfo data, CancellationToken cancellationToken)
    {
        await using var sites = await FixtureSites.Serve(Sites, cancellationToken);
        await using var list = File.OpenRead(Path.Combine(Sites, "sources.json"));
        using var store = ReportStore.Open(data.FullName);
        var options = Replay.From(new FetchOptions { Contact = "demo@localhost" }, new DnsEndPoint("127.0.0.1", sites.Port));
        using var fetcher = new Fetcher(options, TimeProvider.System);
        using var progress = new ProgressLines();

        var result = await new HarvestRun(store, fetcher, TimeProvider.System, progress).Run(SourceList.Load(list), cancellationToken);

        progress.Dispose();
        await Console.Error.WriteLineAsync(Summary(result));
        ComparisonTable.Write(Comparison.Ask(store, new ComparisonQuestion { Figures = Shown }), Console.Out);
        return ExitCode.Done;
    }

    static string Summary(HarvestResult result) =>
        result["reports, new"] + result["reports, new version"] == 0
            ? $"Nothing is new: {result["not modified"]} addresses unchanged."
            : $"{result["sources"]} sites, {result["links"]} links, {result["reports, new"]} new reports: {result["read, complete"]} read whole, {result["read, partial"]} in part, {result["read, failed"]} not.";
}
