using System.CommandLine;
using System.Net;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`demo`: harvests made-up bureau sites that come with the program and compares what they published. Needs no network.</summary>
static class DemoCommand
{
    static readonly FigureKey[] Shown =
        [new("requests.new", "total"), new("requests.closed", "total"), new("requests.carried_out", "total")];

    static string Sites => Path.Combine(AppContext.BaseDirectory, "fixtures", "sites");

    public static Command Create()
    {
        var data = CommonOptions.Data();
        data.DefaultValueFactory = _ => "reportharvester-demo";
        var command = new Command("demo", "采集随程序附带的虚构网站并比较其报告，无需网络。"
            + "Harvest the made-up sites that come with the program and compare their reports; needs no network") { data };
        command.SetAction((parsed, cancellationToken) =>
            ExitOn.Trouble(() => Run(parsed.GetRequiredValue(data), parsed.InvocationConfiguration, cancellationToken)));
        return command;
    }

    static async Task<int> Run(string data, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        using var store = ReportStore.Open(data);
        var result = await Harvest(store, cancellationToken);
        await console.Error.WriteLineAsync(Summary(result, data));
        new ComparisonText(Comparison.Ask(store, new ComparisonQuestion { Figures = Shown }), console.Output, new ComparisonLook()).Write();
        return ExitCode.Done;
    }

    static async Task<HarvestResult> Harvest(ReportStore store, CancellationToken cancellationToken)
    {
        await using var sites = await FixtureSites.Serve(Sites, cancellationToken);
        await using var sources = File.OpenRead(Path.Combine(Sites, "sources.json"));
        var options = Replay.From(new FetchOptions { Contact = "demo@localhost" }, new DnsEndPoint("127.0.0.1", sites.Port));
        return await HarvestWorker.RunHosted(store, options, SourceList.Load(sources), cancellationToken);
    }

    static string Summary(HarvestResult result, string data) =>
        result[Counted.ReportsNew] + result[Counted.ReportsNewVersion] == 0
            ? $"没有新内容。Nothing is new: {result[Counted.NotModified]} addresses unchanged, {result[Counted.Refused]} refused."
            : $"{result[Counted.Sources]} sites, {result[Counted.Links]} links, {result[Counted.ReportsNew]} new reports in {data}: "
                + $"{result[Counted.Read(Outcome.Complete)]} read whole, {result[Counted.Read(Outcome.Partial)]} in part, "
                + $"{result[Counted.Read(Outcome.Failed)]} not; {result[Counted.Refused]} refused.";
}
