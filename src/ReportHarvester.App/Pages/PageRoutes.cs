using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>Puts a question and its page under an address, and the same answer as JSON under the address with `.json`.</summary>
static class PageRoutes
{
    public const string Html = "text/html", Json = "application/json", Problem = "application/problem+json";

    /// <param name="ask">Null where there is no such thing; <see cref="UsageException"/> where the question makes no sense, <see cref="SchemaException"/> where the store cannot answer it yet.</param>
    /// <param name="query">All that it reads of the query.</param>
    public static void MapPage<TPage, TModel>(this IEndpointRouteBuilder routes, string pattern, Func<PageRequest, TModel?> ask, string summary, params IReadOnlyList<QueryValue> query)
        where TPage : IComponent where TModel : class
    {
        routes.MapGet(pattern == "/" ? "/index.json" : pattern + ".json", (HttpContext context) => Answer(context, request =>
            ask(request) is { } model ? JsonSerializer.Serialize(model, ReadingJson.Indented) : null, Json)).WithMetadata(new Described(summary, Json, typeof(TModel), query));
        routes.MapGet(pattern, (HttpContext context) => Answer(context, request =>
            ask(request) is { } model ? Render<TPage>(context, new() { ["Model"] = model, ["Request"] = request }) : null, Html)).WithMetadata(new Described(summary, Html, null, query));
    }

    /// <summary>Answers with text that browsers keep and ask about: the same again costs them nothing.</summary>
    public static Task Answer(HttpContext context, Func<PageRequest, string?> answer, string type) =>
        Answer(context, answer, text => Send(context, Encoding.UTF8.GetBytes(text), type + "; charset=utf-8"));

    /// <summary>The same with any bytes.</summary>
    public static Task Answer(HttpContext context, Func<PageRequest, byte[]?> answer, string type) => Answer(context, answer, bytes => Send(context, bytes, type));

    /// <summary>Answers with a file to keep, under a name of its own.</summary>
    public static Task Download(HttpContext context, Func<PageRequest, (string Name, byte[] Content)?> answer, string type) => Answer(context, request => answer(request) is { } file ? new Kept(file.Name, file.Content) : null, file =>
    {
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(file.Name);
        context.Response.GetTypedHeaders().ContentDisposition = name;
        (context.Response.ContentType, context.Response.ContentLength) = (type, file.Content.Length);
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    });

    static async Task Answer<T>(HttpContext context, Func<PageRequest, T?> answer, Func<T, Task> send) where T : class
    {
        if (await Ask(context, answer) is { } found) await send(found);
    }

    /// <summary>What the store answers; null where the visitor has been told why there is nothing.</summary>
    public static async Task<T?> Ask<T>(HttpContext context, Func<PageRequest, T?> answer) where T : class
    {
        T? found = null;
        (int Status, string Why)? wrong = null;
        var request = new PageRequest(context, null);
        try
        {
            // Given back before the answer is sent: a visitor on a slow line needs no store.
            using var lent = context.RequestServices.GetRequiredService<StorePool>().Lend();
            request.RequireListed();
            found = answer(new PageRequest(context, lent.Store));
        }
        catch (UsageException usage)
        {
            wrong = (StatusCodes.Status400BadRequest, usage.Message);
        }
        catch (SchemaException old)
        {
            wrong = (StatusCodes.Status503ServiceUnavailable, old.Message);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            wrong = (StatusCodes.Status503ServiceUnavailable, request.In("数据库正忙，请稍后再看。", "The database is busy; ask again later."));
        }
        catch (InvalidDataException)
        {
            wrong = (StatusCodes.Status503ServiceUnavailable, request.In("数据文件夹中的文件已被改动，见 verify。", "A file of the data folder was altered; `verify` tells which."));
        }
        if (wrong is { } why) await Refuse(context, request, why.Status, why.Why);
        else if (found is null) await Refuse(context, request, StatusCodes.Status404NotFound, request.In("没有这一页。", "There is no such page."));
        return found;
    }

    sealed record Kept(string Name, byte[] Content);

    public static async Task Send(HttpContext context, byte[] bytes, string type)
    {
        if (!IsKnown(context, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)))) await Write(context, bytes, type);
    }

    /// <summary>Gives the answer a tag by which browsers ask about it; true, and said so, where they have what bears it.</summary>
    public static bool IsKnown(HttpContext context, string version)
    {
        var (tag, headers) = (new EntityTagHeaderValue($"\"{version}\""), context.Response.GetTypedHeaders());
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { NoCache = true, Private = true });
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    public static async Task Write(HttpContext context, byte[] bytes, string type)
    {
        // Drawings carry their colours in themselves and can do nothing.
        if (type.StartsWith("image/svg+xml", StringComparison.Ordinal)) context.Response.Headers.ContentSecurityPolicy = Originals.Harmless;
        (context.Response.ContentType, context.Response.ContentLength) = (type, bytes.Length);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Says why something is not done, in the visitor's language.</summary>
    public static Task Refuse(HttpContext context, int status, string chinese, string english)
    {
        var request = new PageRequest(context, null);
        return Refuse(context, request, status, request.In(chinese, english));
    }

    static async Task Refuse(HttpContext context, PageRequest request, int status, string why)
    {
        (context.Response.StatusCode, context.Response.Headers.ETag) = (status, default);
        // A program that asks for data is refused in data (RFC 9457).
        var (type, text) = request.Path.EndsWith(".json", StringComparison.Ordinal) ? (Problem, JsonSerializer.Serialize(new { status, detail = why }, ReadingJson.Indented))
            : (Html, Render<RefusalPage>(context, new() { ["Model"] = why, ["Request"] = request }));
        context.Response.ContentType = type + "; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    static string Render<TPage>(HttpContext context, Dictionary<string, object?> parameters) where TPage : IComponent
    {
        using var writer = new StringWriter();
        using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        // Nothing in a page waits, so it is done when the call returns.
        var drawn = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            writer.Write("<!DOCTYPE html>\n");
            root.WriteHtmlTo(writer);
        });
        drawn.GetAwaiter().GetResult();
        return writer.ToString();
    }
}
