using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>Archived originals as they came, pages without what would make a browser reach out; and drawings of what was read of them. They never change, and nothing in them may run.</summary>
static class Originals
{
    // An opaque origin without scripts, forms or requests; what a page carries in itself may be shown.
    public const string Harmless = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/originals/{sha256:length(64)}", Original);
        routes.MapGet("/originals/{sha256:length(64)}/{number:int:min(1)}.svg", Drawing);
    }

    static async Task Original(HttpContext context, string sha256)
    {
        if (Read(context, sha256) is not var (bytes, format)) return;
        var name = $"{sha256[..12]}.{format.ToString().ToLowerInvariant()}";
        context.Response.Headers.ContentDisposition = format is Reports.DocumentFormat.Html or Reports.DocumentFormat.Pdf or Reports.DocumentFormat.Text ? "inline" : $"attachment; filename=\"{name}\"";
        // A PDF's viewer is the browser's own and does not live in a sandbox.
        await Send(context, format == Reports.DocumentFormat.Html ? HarmlessHtml.Of(bytes) : bytes, Type(format), format == Reports.DocumentFormat.Pdf ? "default-src 'none'; object-src 'self'; plugin-types application/pdf" : Harmless);
    }

    static async Task Drawing(HttpContext context, string sha256, int number)
    {
        if (Read(context, sha256) is not { } original) return;
        // Another reader may see other tables in it.
        if (PageRoutes.IsKnown(context, $"{sha256[..12]}-{number}-{Reports.ReadingJson.ReaderVersion}")) return;
        if (await PageDrawing.Of(original.Bytes, number, context.RequestAborted) is { } svg) await PageRoutes.Write(context, svg, "image/svg+xml");
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    static ArchivedOriginal? Read(HttpContext context, string sha256)
    {
        using var lent = context.RequestServices.GetRequiredService<StorePool>().Lend();
        var original = ArchivedOriginal.Of(lent.Store, sha256);
        if (original is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        return original;
    }

    static Task Send(HttpContext context, byte[] bytes, string type, string policy)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl, context.Response.ContentType) = (policy, "private, max-age=31536000, immutable", type);
        // Nor are the names looked up that its links lead to.
        headers["X-DNS-Prefetch-Control"] = "off";
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    static string Type(Reports.DocumentFormat format) => format switch
    {
        Reports.DocumentFormat.Html => "text/html",
        Reports.DocumentFormat.Pdf => "application/pdf",
        Reports.DocumentFormat.Text => "text/plain",
        _ => "application/octet-stream",
    };
}
