using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Sites held in memory, by host and path, with ETags; what is not there answers 404.</summary>
sealed class MemorySites : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, byte[]> pages = new();
    Loopback? server;

    /// <summary>What was answered, as `200 czj.example/a/`, in order.</summary>
    public ConcurrentQueue<string> Answered { get; } = new();

    public int Port => server!.Port;

    public static async Task<MemorySites> Serve(params (string Address, string Content)[] pages)
    {
        var sites = new MemorySites();
        foreach (var (address, content) in pages) sites[address] = content;
        sites.server = await Loopback.Serve(sites.Answer);
        return sites;
    }

    public string this[string address]
    {
        set => pages[address] = Encoding.UTF8.GetBytes(value);
    }

    public void Put(string address, byte[] content) => pages[address] = content;

    public void Remove(string address) => pages.TryRemove(address, out _);

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    async Task Answer(HttpContext context)
    {
        var address = context.Request.Host.Host + context.Request.Path;
        var found = pages.TryGetValue(address, out var bytes);
        var tag = found ? $"\"{Convert.ToHexString(SHA256.HashData(bytes!))}\"" : "";
        context.Response.StatusCode = !found ? 404 : context.Request.Headers.IfNoneMatch == tag ? 304 : 200;
        Answered.Enqueue($"{context.Response.StatusCode} {address}");
        if (context.Response.StatusCode != 200) return;
        context.Response.Headers.ETag = tag;
        await context.Response.Body.WriteAsync(bytes);
    }
}
