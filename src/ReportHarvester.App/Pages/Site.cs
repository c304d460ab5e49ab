using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReportHarvester.Reports;

namespace ReportHarvester.App.Pages;

/// <summary>The pages over a data folder. Everything shown comes from strangers, so no page may run scripts that are not ours or reach out.</summary>
static class Site
{
    const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>In bytes.</summary>
    public const int LongestForm = 1 << 20;

    // A page of another site that has our address under its name must not read ours (DNS rebinding).
    internal static bool IsOwnName(string host) => host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    /// <summary>Makes the pages ready to be served at an address; <paramref name="more"/> adds what else lives in the process.</summary>
    public static WebApplication Build(Settings settings, IPEndPoint address, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestForm;
            kestrel.Listen(address);
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton(_ => new StorePool(settings.Data)).AddSingleton<Remembered>();
        Operations.AddTo(builder.Services, settings);
        more?.Invoke(builder);
        builder.Services.AddSingleton<Warming>().AddHostedService(provider => provider.GetRequiredService<Warming>());
        var app = builder.Build();
        // What went wrong stands in the log; a visitor learns that it did.
        app.UseExceptionHandler(trouble => trouble.Run(context => context.Response.WriteAsync("500 出错了，详见日志。Something went wrong; the log says what.\n")));
        app.Use((context, next) => Guard(context, next, anyName: !IPAddress.IsLoopback(address.Address)));
        app.UseRouting();
        Map(app);
        Health.Map(app);
        HarvestMetrics.Map(app);
        return app;
    }

    static Task Guard(HttpContext context, RequestDelegate next, bool anyName)
    {
        if (!anyName && !IsOwnName(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        // Answered as GET; the server leaves the body out.
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "same-origin");
        return next(context);
    }

    static void Map(WebApplication app)
    {
        var (operations, remembered) = (app.Services.GetRequiredService<Operations>(), app.Services.GetRequiredService<Remembered>());
        app.MapPage<HomePage, HomePage.Answer>("/", HomePage.Ask, "概况。Reports by region and year, what came in last, what is wrong", QueryValue.Region);
        app.MapPage<AgenciesPage, AgenciesPage.Answer>("/agencies", AgenciesPage.Ask, "机关。Agencies", new("q", "名称的一部分或代码。A part of a name, or a code"), QueryValue.Region, QueryValue.Level,
            new("without", "年度：只列该年度应报而库中没有报告的，地区指该年年末所在。Year: only who owes a report on it of which the store has none; the region is then where they stood at its end", IsNumber: true), QueryValue.Page);
        app.MapPage<AgencyPage, AgencyPage.Answer>("/agencies/{agency:long}", AgencyPage.Ask, "一个机关。An agency over the years");
        app.MapPage<ReportPage, ReportPage.Answer>("/agencies/{agency:long}/{year:int}/{scope}", ReportPage.Ask, "一份报告：数据、问题、来源。A report: figures, problems, documents; scope: own, aggregate or unknown");
        app.MapPage<ComparePage, ComparePage.Answer>("/compare", ComparePage.Ask, "比较。Measures of agencies over years; by parts of the region where they are many", QueryValue.Comparison);
        MapFile("/compare.csv", ComparePage.Csv, "比较。A comparison, one row a figure", "text/csv", QueryValue.Comparison);
        MapFile("/compare.xlsx", ComparePage.Xlsx, "比较。A comparison, one row a figure", HandOuts.Excel, QueryValue.Comparison);
        MapFile("/compare.svg", ComparePage.Svg, "比较图。One measure as a picture", "image/svg+xml", QueryValue.Chart);
        MapFile("/compare.png", ComparePage.Png, "比较图。One measure as a picture", "image/png", QueryValue.Chart);
        app.MapPage<ProblemsPage, ProblemsPage.Answer>("/problems", ProblemsPage.Ask, "问题。What is wrong with what is stored", ProblemsPage.Query);
        app.MapPage<ReviewPage, ReviewPage.Answer>(Reviewing.Pattern, ReviewPage.Ask, "一个问题。A problem, and what a person decided of it");
        Reviewing.Map(app);
        app.MapPage<SearchPage, SearchPage.Answer>("/search", SearchPage.Ask, "全文检索。Where words stand in the prose", new("q", "词句。Words, two characters will do"), QueryValue.Year, QueryValue.Page);
        app.MapPage<OperationsPage, OperationStatus>("/operations", request => operations.Lately(remembered, request.Store), "运行。How the harvest stands");
        HandOuts.Map(app);
        Originals.Map(app);
        app.MapGet("/openapi.json", context => PageRoutes.Send(context, Encoding.UTF8.GetBytes(OpenApi.Of(app.Services.GetRequiredService<EndpointDataSource>()).ToJsonString(ReadingJson.Indented)), PageRoutes.Json))
            .WithMetadata(new Described("本说明。This description", PageRoutes.Json, typeof(JsonObject), []));
        app.MapGet("/site.css", context => PageRoutes.Send(context, Asset("site.css"), "text/css; charset=utf-8"));
        app.MapFallback("{*path}", context => PageRoutes.Answer(context, string? (_) => null, PageRoutes.Html));

        void MapFile(string path, Func<PageRequest, byte[]?> ask, string summary, string media, IReadOnlyList<QueryValue> query) =>
            app.MapGet(path, context => PageRoutes.Answer(context, ask, media.StartsWith("text/", StringComparison.Ordinal) ? $"{media}; charset=utf-8" : media)).WithMetadata(new Described(summary, media, null, query));
    }

    static byte[] Asset(string name)
    {
        using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        asset.CopyTo(bytes);
        return bytes.ToArray();
    }
}
