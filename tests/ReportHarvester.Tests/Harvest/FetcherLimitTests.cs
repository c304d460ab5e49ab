using System.Text;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>What a fetcher makes of bodies that are cut, slow, too large, or not what their headers say.</summary>
public class FetcherLimitTests
{
    static readonly FetchRequest Request = new(new Uri("http://czj.donghu.example/t1.html"), Wanted.Article);

    static byte[] Html(int length) => Encoding.UTF8.GetBytes("<html><body>" + new string('x', length) + "</body></html>");

    static async Task<FetchAnswer> FetchPacked(byte[] wire, string coding, Func<FetchOptions, FetchOptions>? change = null)
    {
        await using var site = await Loopback.Serve(context =>
        {
            (context.Response.Headers.ContentEncoding, context.Response.ContentType) = (coding, "text/html");
            return context.Response.Body.WriteAsync(wire).AsTask();
        });
        using var fetcher = site.Fetcher(change: change);
        return await fetcher.Fetch(Request, default);
    }

    static async Task<FetchAnswer> FetchRaw(string answer, int tries = 1)
    {
        using var server = new RawServer(answer);
        using var fetcher = Loopback.Dialling(server.Port, change: options => options with { Tries = tries });
        return await fetcher.Fetch(Request, default);
    }

    static void IsRefused(RefusalReason reason, FetchAnswer answer) => Assert.Equal(reason, Assert.IsType<Refused>(answer).Reason);

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("deflate", "deflate")]
    [InlineData("raw", "deflate")]
    public async Task Undoes_compression(string packing, string coding) =>
        Assert.Equal(Html(50_000), Assert.IsType<Fetched>(await FetchPacked(Packed.As(Html(50_000), packing), coding)).Bytes);

    [Fact]
    public async Task Undoes_compression_twice() =>
        Assert.Equal(Html(500), Assert.IsType<Fetched>(await FetchPacked(Packed.As(Packed.As(Html(500), "gzip"), "br"), "gzip, br")).Bytes);

    [Theory, Trait("case", "C06")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Stops_a_bomb_by_its_ratio(string coding) =>
        IsRefused(RefusalReason.TooLarge, await FetchPacked(Packed.As(new byte[64 << 20], coding), coding));

    [Fact]
    public async Task Stops_at_the_decoded_limit() =>
        IsRefused(RefusalReason.TooLarge, await FetchPacked(Packed.As(Html(500_000), "gzip"), "gzip", options => options with { DecodedLimit = 100_000 }));

    [Fact]
    public async Task Stops_at_the_wire_limit()
    {
        IsRefused(RefusalReason.TooLarge, await FetchPacked(Html(200_000), "identity", options => options with { WireLimit = 100_000 }));
        IsRefused(RefusalReason.TooLarge, await FetchRaw("HTTP/1.1 200 OK\nContent-Length: 99999999999\n\n<html>"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Notices_packed_bodies_that_end_early(string coding)
    {
        var whole = Packed.As(Encoding.UTF8.GetBytes("<html>" + string.Join(' ', Enumerable.Range(0, 20_000))), coding);
        IsRefused(RefusalReason.Truncated, await FetchPacked(whole[..(whole.Length / 2)], coding, options => options with { Tries = 1 }));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("compress")]
    [InlineData("gzip, gzip, gzip")]
    public async Task Refuses_bodies_that_are_not_packed_as_said(string coding) =>
        IsRefused(RefusalReason.WrongType, await FetchPacked(Html(5), coding));

    [Theory, Trait("case", "C04"), Trait("case", "C05")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 500\n\n<html>cut")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n40\n<html>cut")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\nzz\n<html>\n")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/pdf\n\n%PDF-1.4 cut")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<HTML><body>no length, no end")]
    public async Task Refuses_cut_bodies(string answer) => IsRefused(RefusalReason.Truncated, await FetchRaw(answer));

    [Theory, Trait("case", "C04")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/pdf\n\n%PDF-1.4 whole\n%%EOF\n")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html>no length</html>")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: -5\n\n<html>no length that means anything</BODY>")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<div>a part of a page</div>")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 6\n\n<html>and more than was announced")]
    public async Task Takes_bodies_that_may_be_whole(string answer) => Assert.IsType<Fetched>(await FetchRaw(answer));

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH\n")]
    public async Task Refuses_what_is_no_http(string answer) =>
        Assert.Contains(Assert.IsType<Refused>(await FetchRaw(answer)).Reason, new[] { RefusalReason.Unreachable, RefusalReason.Truncated });

    [Fact, Trait("case", "C07")]
    public async Task Refuses_headers_without_end() =>
        IsRefused(RefusalReason.TooLarge, await FetchRaw($"HTTP/1.1 200 OK\nX-A: {new string('a', 100_000)}\n\n<html>"));

    [Fact, Trait("case", "C13")]
    public async Task Nobody_listening_is_unreachable()
    {
        int port;
        using (var server = new RawServer("")) port = server.Port;
        using var fetcher = Loopback.Dialling(port);
        IsRefused(RefusalReason.Unreachable, await fetcher.Fetch(Request, default));
    }

    [Fact]
    public async Task Cuts_a_body_that_never_ends()
    {
        var time = new FakeTime(jump: TimeSpan.Zero);
        using var server = new RawServer(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<html>"u8.ToArray());
            // The headers may still be on their way: only the limit of the whole is certain to be passed.
            time.Advance(TimeSpan.FromSeconds(301));
            await stream.CopyToAsync(Stream.Null);
        });
        using var fetcher = Loopback.Dialling(server.Port, time, options => options with { HeaderLimit = TimeSpan.FromDays(1) });

        IsRefused(RefusalReason.Timeout, await fetcher.Fetch(Request, default));
        Assert.Equal(1, server.Served);
    }

    [Fact]
    public async Task Does_not_wait_for_headers_for_ever()
    {
        var time = new FakeTime(jump: TimeSpan.Zero);
        using var server = new RawServer(async stream =>
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await stream.CopyToAsync(Stream.Null);
        });
        using var fetcher = Loopback.Dialling(server.Port, time);

        IsRefused(RefusalReason.Timeout, await fetcher.Fetch(Request, default));
        Assert.Equal(3, server.Served);
    }

    [Fact]
    public async Task Large_bodies_of_many_hosts_are_not_held_all_at_once()
    {
        var (deep, most, part) = (0, 0, new byte[1 << 20]);
        await using var site = await Loopback.Serve(async context =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.WriteAsync("%PDF-1.4");
            // More than what the network holds on its way.
            for (var sent = 0; sent < 24; sent++) await context.Response.Body.WriteAsync(part);
            var now = Interlocked.Increment(ref deep);
            InterlockedMax(ref most, now);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            Interlocked.Decrement(ref deep);
            await context.Response.WriteAsync("%%EOF");
        });
        using var fetcher = site.Fetcher(change: options => options with { LargeAtOnce = 2 });
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => fetcher.Fetch(new FetchRequest(new Uri($"http://h{n}.example/a.pdf"), Wanted.Attachment), default)));
        Assert.All(answers, answer => Assert.Equal((24 << 20) + 13, Assert.IsType<Fetched>(answer).Bytes.Length));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task What_unpacks_large_waits_for_its_turn_as_well_and_gives_it_back()
    {
        var content = new byte[3 << 20];
        new Random(1).NextBytes(content);
        var packed = Packed.As([.. "%PDF-1.4"u8, .. content.Select(n => (byte)(n & 15)), .. "%%EOF"u8], "gzip");
        await using var site = await Loopback.Serve(async context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed);
        });
        using var fetcher = site.Fetcher(change: options => options with { LargeAtOnce = 1 });
        foreach (var n in Enumerable.Range(1, 3))
            Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(new Uri($"http://h{n}.example/a.pdf"), Wanted.Attachment), default));
    }

    static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most) { }
    }
}
