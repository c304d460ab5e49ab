using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ReportHarvester.App;
using ReportHarvester.App.Pages;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>The pages over a small store, served on loopback.</summary>
public class ServedPages : IAsyncLifetime, IDisposable
{
    public const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    readonly StoreFolder folder = new();
    WebApplication? site;

    private protected string Data => folder.Path;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>The patterns of all that it answers.</summary>
    public IReadOnlyList<string> Routes => [.. ((IEndpointRouteBuilder)site!).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!)];

    public string HostileOriginal { get; private set; } = "";

    public async Task InitializeAsync()
    {
        using (var store = folder.Open()) Fill(store);
        site = Site.Build(new Settings { Data = folder.Path }, new IPEndPoint(IPAddress.Loopback, 0));
        await site.StartAsync();
        Client.BaseAddress = new Uri(site.Urls.First());
    }

    private protected virtual void Fill(ReportStore store)
    {
        var reading = Readings.Of(2021, "2021", ("requests.new|total", 12), ("requests.closed|total", 11), ("requests.carried_out|total", null));
        StoreFolder.Save(store, reading, "2021");
        StoreFolder.Save(store, reading with { Report = reading.Report with { Year = 2022 } }, "2022");
        var hostile = reading with
        {
            Issues = [new Issue { Code = "CELL-TEXT", Severity = Severity.Error, Message = $"requests.new|total 处不是数字：“{Hostile}”。The cell holds words that are no number.", Figures = [new FigureKey("requests.new", "total")] },
                new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = Hostile, Figures = [new FigureKey("requests.closed", "total")] }],
            Report = reading.Report with { Title = Hostile, Agency = Hostile, Sections = [new Section(1, Hostile, Hostile)] },
        };
        StoreFolder.Save(store, hostile, $"<html><body>{Hostile}</body></html>", url: "javascript:alert(3)", agency: Hostile);
        HostileOriginal = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes($"<html><body>{Hostile}</body></html>"));
    }

    public async Task<string> Page(string path) => await (await Client.GetAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    public async Task DisposeAsync() => await site!.DisposeAsync();

    public void Dispose()
    {
        Client.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
