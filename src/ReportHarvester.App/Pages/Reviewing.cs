using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>
/// Takes a person's decision on a problem, the only thing that pages write. The pages ask nobody who they are, so it is taken from this machine
/// alone, and from a form of these pages: a page of another site that posts to us says so in its Origin.
/// </summary>
static class Reviewing
{
    public const string Pattern = "/problems/{id}";

    public const int LongestName = 100, LongestReason = 2000;

    static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Pattern, Decide);

    // A page of another name may be made to lead here, and a proxy on this machine speaks for others.
    public static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && Site.IsOwnName(context.Request.Host.Host) && !Forwarding.Any(context.Request.Headers.ContainsKey);

    static async Task Decide(HttpContext context)
    {
        try
        {
            await Decided(context);
        }
        catch (BadHttpRequestException trouble) when (trouble.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await PageRoutes.Refuse(context, trouble.StatusCode, $"所送超过{Site.LongestForm >> 20} MiB。", $"More than {Site.LongestForm >> 20} MiB was sent.");
        }
        catch (Exception trouble) when (trouble is BadHttpRequestException or InvalidDataException)
        {
            await PageRoutes.Refuse(context, StatusCodes.Status400BadRequest, "所送不是可读的表单。", "What was sent is no form that can be read.");
        }
    }

    static async Task Decided(HttpContext context)
    {
        if (!IsFromThisMachine(context) || !IsFromThesePages(context.Request)) await PageRoutes.Refuse(context, StatusCodes.Status403Forbidden, "只接受本机本站的表单。", "Only a form of these pages on this machine is taken.");
        else if (await Read(context) is not var (decision, by, reason)) await PageRoutes.Refuse(context, StatusCodes.Status400BadRequest, "请写意见、姓名和理由。", "Give a decision, a name and a reason.");
        else await Save(context, decision, by, reason);
    }

    static async Task Save(HttpContext context, Decision decision, string by, string reason)
    {
        var services = context.RequestServices;
        try
        {
            using (var store = ReportStore.Open(services.GetRequiredService<Settings>().Data))
                store.SaveReview((string)context.Request.RouteValues["id"]!, decision, by, reason, services.GetRequiredService<TimeProvider>().GetUtcNow());
            // Looked at again, it is asked for and not sent again.
            (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status303SeeOther, context.Request.Path + context.Request.QueryString);
        }
        catch (DataFolderBusyException)
        {
            await PageRoutes.Refuse(context, StatusCodes.Status503ServiceUnavailable, "正在采集，请稍后再定。", "A run goes on; decide when it is through.");
        }
        catch (KeyNotFoundException)
        {
            await PageRoutes.Refuse(context, StatusCodes.Status404NotFound, "没有这个问题。", "There is no such problem.");
        }
    }

    // Browsers send the header with every POST, and no page can change it.
    static bool IsFromThesePages(HttpRequest request) => request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";

    static async Task<(Decision Decision, string By, string Reason)?> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return null;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (by, reason) = (form["by"].ToString().Trim(), form["reason"].ToString().Trim());
        return Enum.TryParse<Decision>(form["decision"], out var decision) && Enum.IsDefined(decision) && by.Length is > 0 and <= LongestName && reason.Length is > 0 and <= LongestReason ? (decision, by, reason) : null;
    }
}
