using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Hostile servers, each ending in its named refusal. The number is the case's in the catalogue of network faults; more carry it as a trait.</summary>
public sealed class HostileNetworkTests
{
    const string Page = "<html><body>2023</body></html>";

    static readonly Uri Address = new("http://czj.donghu.example/t1.html");
    static readonly FetchRequest Request = new(Address, Wanted.Article);

    static async Task<FetchAnswer> FetchRaw(string answer, Func<FetchOptions, FetchOptions>? change = null)
    {
        using var server = new RawServer(answer);
        using var fetcher = Loopback.Dialling(server.Port, change: options => change?.Invoke(options with { Tries = 1 }) ?? options with { Tries = 1 });
        return await fetcher.Fetch(Request, default);
    }

    static RefusalReason Reason(FetchAnswer answer) => Assert.IsType<Refused>(answer).Reason;

    static Task Redirect(HttpContext context, string to)
    {
        (context.Response.StatusCode, context.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Content-Length: 30\nContent-Length: 12")]
    [InlineData("Content-Length: 12\nContent-Length: 30")]
    public async Task C04_two_lengths_are_none(string headers) => Assert.Equal(RefusalReason.Truncated, Reason(await FetchRaw($"HTTP/1.1 200 OK\nContent-Type: text/html\n{headers}\n\n{Page}")));

    [Fact]
    public async Task C04_pieces_outrank_a_length_beside_them()
    {
        var answer = await FetchRaw($"HTTP/1.1 200 OK\nContent-Length: 5\nTransfer-Encoding: chunked\n\n{Page.Length:x}\n{Page}\n0\n\n");
        Assert.Equal(Page, Encoding.ASCII.GetString(Assert.IsType<Fetched>(answer).Bytes));
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("br, gzip")]
    [InlineData("gzip, br")]
    public async Task C06_a_bomb_within_a_bomb_is_stopped(string codings)
    {
        var bomb = codings.Split(", ").Aggregate(new byte[64 << 20], Packed.As);
        await using var site = await Loopback.Serve(context =>
        {
            context.Response.Headers.ContentEncoding = codings;
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });
        using var fetcher = site.Fetcher();
        Assert.Equal(RefusalReason.TooLarge, Reason(await fetcher.Fetch(Request, default)));
    }

    [Fact]
    public async Task C06_a_coding_that_was_not_asked_for_is_refused() =>
        Assert.Equal(RefusalReason.WrongType, Reason(await FetchRaw($"HTTP/1.1 200 OK\nContent-Encoding: zstd\nContent-Length: {Page.Length}\n\n{Page}")));

    [Fact]
    public async Task C07_ten_thousand_headers_are_refused() =>
        Assert.Equal(RefusalReason.TooLarge, Reason(await FetchRaw($"HTTP/1.1 200 OK\n{string.Concat(Enumerable.Range(0, 10_000).Select(n => $"X-{n}: a\n"))}Content-Length: {Page.Length}\n\n{Page}")));

    [Theory]
    [InlineData("X\0: a")]
    [InlineData("X A: a")]
    [InlineData("no colon")]
    [InlineData("X-A: a\u0001b")]
    public async Task C07_headers_that_are_none_are_refused(string header) => Assert.Contains(
        Reason(await FetchRaw($"HTTP/1.1 200 OK\n{header}\nContent-Length: {Page.Length}\n\n{Page}")), new[] { RefusalReason.Unreachable, RefusalReason.Truncated, RefusalReason.WrongType });

    // The runtime makes spaces of the one and the other.
    [Theory]
    [InlineData("X-A: a\n b")]
    [InlineData("X-A: a\0b")]
    public async Task C07_a_folded_header_is_one_and_a_zero_is_none(string header) => Assert.IsType<Fetched>(await FetchRaw($"HTTP/1.1 200 OK\n{header}\nContent-Length: {Page.Length}\n\n{Page}"));

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task C08_ten_redirects_are_followed_and_no_more(int hops, bool taken)
    {
        await using var site = await Loopback.Serve(context =>
            int.Parse(context.Request.Path.Value![1..].Split('.')[0]) is var n && n == hops ? context.Response.WriteAsync(Page) : Redirect(context, $"/{n + 1}.html"));
        using var fetcher = site.Fetcher();
        var answer = await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.example/0.html"), Wanted.Article), default);
        if (taken) Assert.IsType<Fetched>(answer);
        else Assert.Equal("more than 10 redirects", Assert.IsType<Refused>(answer).Detail);
    }

    [Theory]
    [InlineData("//www.donghu.example/new.html", "www.donghu.example /new.html")]
    [InlineData("../../../new.html", "czj.donghu.example /new.html")]
    [InlineData("/new%0d%0aX-Injected:%20a", "czj.donghu.example /new%0d%0aX-Injected:%20a")]
    public async Task C08_a_redirect_leads_where_it_says_and_takes_no_cookie_and_no_referer_along(string to, string asked)
    {
        var seen = new List<string>();
        await using var site = await Loopback.Serve(context =>
        {
            var request = context.Request;
            if (request.Path != "/t1.html")
            {
                seen.Add($"{request.Host} {context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}");
                Assert.Equal((0, 0), (request.Headers.Referer.Count, request.Headers["X-Injected"].Count));
                Assert.Equal(request.Host.Host == Address.Host, request.Headers.Cookie.Count > 0);
                return context.Response.WriteAsync(Page);
            }
            context.Response.Headers.SetCookie = "JSESSIONID=secret; path=/";
            return Redirect(context, to);
        });
        using var fetcher = site.Fetcher();
        Assert.IsType<Fetched>(await fetcher.Fetch(Request, default));
        Assert.Equal([asked], seen);
    }

    [Fact, Trait("case", "C08")]
    public async Task C08_a_redirect_to_another_site_is_named_and_not_followed()
    {
        var seen = new List<string>();
        await using var site = await Loopback.Serve(context =>
        {
            seen.Add(context.Request.Host.Host);
            return Redirect(context, "http://www.other.example/new.html");
        });
        using var fetcher = site.Fetcher();
        var refused = Assert.IsType<Refused>(await fetcher.Fetch(Request, default));
        Assert.Equal(RefusalReason.AddressNotAllowed, refused.Reason);
        Assert.Contains("http://www.other.example/new.html", refused.Detail, StringComparison.Ordinal);
        Assert.Equal([Address.Host], seen);
    }

    [Theory]
    [InlineData("http://61.150.65.235:22/")]
    [InlineData("http://czj.donghu.example:6379/")]
    public async Task C09_ports_that_are_none_of_the_web_are_not_dialled(string to)
    {
        var dialled = 0;
        await using var site = await Loopback.Serve(context => Redirect(context, to));
        using var fetcher = site.Fetcher(change: options => options with
        {
            Connect = (endpoint, cancellationToken) =>
            {
                if (endpoint.Port != 80) dialled++;
                return options.Connect!(endpoint, cancellationToken);
            },
        });
        Assert.Equal(RefusalReason.AddressNotAllowed, Reason(await fetcher.Fetch(Request, default)));
        Assert.Equal(0, dialled);
    }

    // A name that is public when it is looked up first, and this machine when it is dialled; and one that has both.
    [Theory]
    [InlineData("61.150.65.235")]
    [InlineData("127.0.0.1")]
    public async Task C09_a_name_that_turns_inward_is_not_dialled(string first)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = 0;
        using var fetcher = new Fetcher(new FetchOptions
        {
            Contact = "mailto:test@example.org", Tries = 1, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? first : "127.0.0.1")]),
        }, TimeProvider.System);
        Assert.Equal(RefusalReason.AddressNotAllowed, Reason(await fetcher.Fetch(new FetchRequest(new Uri($"http://czj.donghu.example:{((IPEndPoint)listener.LocalEndpoint).Port}/"), Wanted.Article), default)));
        Assert.True(asked > 1);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task C10_a_robots_txt_that_never_comes_forbids_all()
    {
        var time = new FakeTime(TimeSpan.Zero);
        await using var site = await Loopback.Serve(context => context.Response.WriteAsync(Page), async context =>
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = site.Fetcher(time, options => options with { Tries = 1 });
        var refused = Assert.IsType<Refused>(await fetcher.Fetch(Request, default));
        Assert.Equal((RefusalReason.Timeout, "robots.txt, without which all is forbidden: no headers in time"), (refused.Reason, refused.Detail));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void C10_a_robots_txt_in_sixteen_bits_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.NotNull(RobotsFile.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("User-agent: *\nDisallow: /")]).Objection(Address));
    }

    [Fact]
    public async Task C13_a_name_that_is_nobodys_is_unreachable()
    {
        using var fetcher = new Fetcher(new FetchOptions
        {
            Contact = "mailto:test@example.org", Tries = 1, Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
        }, TimeProvider.System);
        Assert.Equal(RefusalReason.Unreachable, Reason(await fetcher.Fetch(Request, default)));
    }

    [Fact]
    public async Task C13_a_connection_that_is_reset_is_unreachable_or_cut()
    {
        await using var site = await Loopback.Serve(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var fetcher = site.Fetcher();
        Assert.Contains(Reason(await fetcher.Fetch(Request, default)), new[] { RefusalReason.Unreachable, RefusalReason.Truncated });
    }
}
