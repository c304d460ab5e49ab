using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>The pages over a data folder. Everything shown comes from strangers, so no page may run scripts that are not ours or reach out.</summary>
static class Site
{
    const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    // A page of another site that has our address under its name must not read ours (DNS rebinding).
    static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>How old what is told of operations may be, in a store so large that it takes long to tell.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>Makes the pages ready to be served at an address; <paramref name="more"/> adds what else lives in the process.</summary>
    public static WebApplication Build(Settings settings, IPEndPoint address, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Listen(address);
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton(_ => new StorePool(settings.Data)).AddSingleton<Remembered>();
        Operations.AddTo(builder.Services, settings);
        more?.Invoke(builder);
        var app = builder.Build();
        // What went wrong stands in the log; a visitor learns that it did.
        app.UseExceptionHandler(trouble => trouble.Run(context => context.Response.WriteAsync("500 出错了，详见日志。Something went wrong; the log says what.\n")));
        app.Use((context, next) => Guard(context, next, anyName: !IPAddress.IsLoopback(address.Address)));
        app.UseRouting();
        Map(app, app.Services.GetRequiredService<Operations>());
        Health.Map(app);
        HarvestMetrics.Map(app);
        return app;
    }

    static Task Guard(HttpContext context, RequestDelegate next, bool anyName)
    {
        if (!anyName && !OwnNames.Contains(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "same-origin");
        return next(context);
    }

    static void Map(WebApplication app, Operations operations)
    {
        app.MapPage<HomePage, HomePage.Answer>("/", HomePage.Ask);
        app.MapPage<AgenciesPage, AgenciesPage.Answer>("/agencies", AgenciesPage.Ask);
        app.MapPage<AgencyPage, AgencyPage.Answer>("/agencies/{agency:long}", AgencyPage.Ask);
        app.MapPage<ReportPage, ReportPage.Answer>("/agencies/{agency:long}/{year:int}/{scope}", ReportPage.Ask);
        app.MapPage<ComparePage, ComparePage.Answer>("/compare", ComparePage.Ask);
        app.MapGet("/compare.csv", context => PageRoutes.Answer(context, ComparePage.Csv, "text/csv; charset=utf-8"));
        app.MapGet("/compare.xlsx", context => PageRoutes.Answer(context, ComparePage.Xlsx, HandOuts.Excel));
        app.MapGet("/compare.svg", context => PageRoutes.Answer(context, ComparePage.Svg, "image/svg+xml; charset=utf-8"));
        app.MapGet("/compare.png", context => PageRoutes.Answer(context, ComparePage.Png, "image/png"));
        app.MapPage<ProblemsPage, ProblemsPage.Answer>("/problems", ProblemsPage.Ask);
        app.MapPage<ReviewPage, ReviewPage.Answer>(Reviewing.Pattern, ReviewPage.Ask);
        Reviewing.Map(app);
        app.MapPage<SearchPage, SearchPage.Answer>("/search", SearchPage.Ask);
        app.MapPage<OperationsPage, OperationStatus>("/operations", request => request.Remembered("operations", Lately, operations.Now).Value);
        HandOuts.Map(app);
        Originals.Map(app);
        app.MapGet("/site.css", context => PageRoutes.Send(context, Asset("site.css"), "text/css; charset=utf-8"));
        app.MapFallback(context => PageRoutes.Answer(context, string? (_) => null, "text/html"));
    }

    static byte[] Asset(string name)
    {
        using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        asset.CopyTo(bytes);
        return bytes.ToArray();
    }
}
