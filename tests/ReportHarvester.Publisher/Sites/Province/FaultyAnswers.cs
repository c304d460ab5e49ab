using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>Sends a site's answers as the site's fault has it.</summary>
sealed class FaultyAnswers
{
    // After robots.txt and the first page of the list, before any other.
    const int Between = 3;

    readonly ConcurrentDictionary<(int Site, string Target), int> asked = new();
    readonly ConcurrentDictionary<int, int> requests = new();

    /// <summary>The number of bytes of the body sent.</summary>
    public async Task<long> Answer(HttpContext context, ProvinceSite site, SiteRequest request)
    {
        var turn = asked.AddOrUpdate((site.Number, request.Target), 1, (_, n) => n + 1);
        var count = requests.AddOrUpdate(site.Number, 1, (_, n) => n + 1);
        // Every fourth address, so that what is hit does not depend on the order of asking.
        var hit = turn == 1 && request.Path != "/robots.txt" && request.Target.Sum(c => c) % 4 == 0;
        switch (site.Fault)
        {
            case Fault.Storm when turn == 1 && request.Path != "/robots.txt": return Refuse(context, 500 + request.Target.Length % 2 * 3);
            case Fault.TooMany when count == 4: context.Response.Headers.RetryAfter = "1"; return Refuse(context, 429);
            case Fault.Resets when hit: context.Abort(); return 0;
            case Fault.Cookies when context.Request.Cookies["JSESSIONID"] != $"s{site.Number}":
                context.Response.Headers.SetCookie = $"JSESSIONID=s{site.Number}; path=/; HttpOnly";
                context.Response.Headers.Location = request.Target;
                return Refuse(context, 302);
            case Fault.ChangingList when count == Between: Change(site.Listed, site.Number); break;
        }
        return await Send(context, site.Answer(request), site.Fault, hit);
    }

    // News comes in, which pushes an item to the page after; or is taken away, which pulls one to a page that was read already.
    static void Change(List<Listed> list, int number)
    {
        if (number % 2 == 0 && list.Count > 0) list.Insert(0, new Listed("/xw/latest.html", "我局召开工作会议", list[0].Date));
        else if (list.FindIndex(l => l.Path.StartsWith("/xw/", StringComparison.Ordinal)) is >= 0 and var news) list.RemoveAt(news);
    }

    static long Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return 0;
    }

    static async Task<long> Send(HttpContext context, Reply reply, Fault fault, bool hit)
    {
        var response = context.Response;
        (response.StatusCode, response.ContentType) = (reply.Status, reply.Type);
        if (reply.Location is { } to) response.Headers.Location = to;
        if (reply.Coding is { } coding) response.Headers.ContentEncoding = coding;
        if (reply is { Status: 200, Dynamic: false })
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body))[..16]}\"";
            response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag) return Refuse(context, 304);
        }
        if (fault is Fault.Truncation or Fault.WrongLengths && hit && reply.Body.Length > 1) return await Cut(response, reply.Body, fault);
        if (fault != Fault.SlowBodies)
        {
            await response.Body.WriteAsync(reply.Body);
            return reply.Body.Length;
        }
        foreach (var piece in reply.Body.Chunk(reply.Body.Length / 4 + 1))
        {
            await response.Body.WriteAsync(piece);
            await response.Body.FlushAsync();
            await Task.Delay(5);
        }
        return reply.Body.Length;
    }

    // Less than was announced, or a stream of pieces without its end.
    static async Task<long> Cut(HttpResponse response, byte[] body, Fault fault)
    {
        if (fault == Fault.WrongLengths) response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await response.Body.FlushAsync();
        response.HttpContext.Abort();
        return body.Length / 2;
    }
}
