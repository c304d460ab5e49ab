using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

    /// <summary>Whether a browser shows such a document.</summary>
    public static bool IsShown(Reports.DocumentFormat format) => format is Reports.DocumentFormat.Html or Reports.DocumentFormat.Pdf or Reports.DocumentFormat.Text;

    static async Task Original(HttpContext context, string sha256)
    {
        if (await PageRoutes.Ask(context, request => ArchivedOriginal.Of(request.Store, sha256)) is not var (bytes, format)) return;
        var name = $"{sha256[..12]}.{format.ToString().ToLowerInvariant()}";
        context.Response.Headers.ContentDisposition = IsShown(format) ? "inline" : $"attachment; filename=\"{name}\"";
        // A PDF's viewer is the browser's own and does not live in a sandbox.
        await Send(context, format == Reports.DocumentFormat.Html ? HarmlessHtml.Of(bytes) : bytes, Type(format), format == Reports.DocumentFormat.Pdf ? "default-src 'none'; object-src 'self'; plugin-types application/pdf" : Harmless);
    }

    static async Task Drawing(HttpContext context, string sha256, int number)
    {
        // Another reader may see other tables in it.
        if (PageRoutes.IsKnown(context, $"{sha256[..12]}-{number}-{Reports.ReadingJson.ReaderVersion}")) return;
        // Whoever waits for a turn holds no document.
        byte[]? svg;
        using (await PageDrawing.Turn(context.RequestAborted))
        {
            if (await PageRoutes.Ask(context, request => ArchivedOriginal.Of(request.Store, sha256)) is not { } original) return;
            svg = await PageDrawing.Of(original.Bytes, number, context.RequestAborted);
        }
        if (svg is not null) await PageRoutes.Write(context, svg, "image/svg+xml");
        else await PageRoutes.Refuse(context, StatusCodes.Status404NotFound, "没有这一页。", "There is no such page.");
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
