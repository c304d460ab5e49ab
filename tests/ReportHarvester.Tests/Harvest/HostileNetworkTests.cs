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

    // Sends a byte, lets time go by, and so on until the client goes away.
    static async Task Drip(NetworkStream stream, string first, FakeTime time, TimeSpan each)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
            for (; ; await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System))
            {
                await stream.WriteAsync("x"u8.ToArray());
                time.Advance(each);
            }
        }
        catch (IOException)
        {
            // It did.
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 500, "fewer than 30720 bytes in 30 s")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", 1000, "no headers in time")]
    public async Task C03_a_slow_loris_is_cut_after_30_s_and_the_host_can_be_asked_again(string first, int each, string said)
    {
        var (time, connections) = (new FakeTime(TimeSpan.Zero), 0);
        using var server = new RawServer(stream => ++connections == 1 ? Drip(stream, first, time, TimeSpan.FromMilliseconds(each))
            : stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Page.Length}\r\n\r\n{Page}")).AsTask());
        // Only the limit that is meant may end it, however fast the clock of this test runs.
        var body = each == 500;
        using var fetcher = Loopback.Dialling(server.Port, time, options => options with
        {
            Tries = 1, WholeLimit = TimeSpan.FromDays(1), ConnectLimit = TimeSpan.FromDays(1), HeaderLimit = body ? TimeSpan.FromDays(1) : options.HeaderLimit,
        });
        var refused = Assert.IsType<Refused>(await fetcher.Fetch(Request, default));
        Assert.Equal((RefusalReason.Timeout, said), (refused.Reason, refused.Detail));
        Assert.IsType<Fetched>(await fetcher.Fetch(Request, default));
    }

    [Theory]
    [InlineData(40 << 10, 20, true)]
    [InlineData(10 << 10, 20, false)]
    [InlineData(40 << 10, 31, false)]
    public async Task C03_a_body_is_taken_as_long_as_it_keeps_the_least_rate(int bytes, int seconds, bool taken)
    {
        var time = new FakeTime(TimeSpan.Zero);
        using var content = new StreamContent(new SlowStream(bytes, pieces: 5, () => time.Advance(TimeSpan.FromSeconds(seconds))));
        var read = new Body(new FetchOptions { Contact = "a@b.example" }, time).Read(content, null, default);
        if (taken) Assert.Equal(5 * bytes, (await read).Length);
        else Assert.Equal(RefusalReason.Timeout, (await Assert.ThrowsAsync<BodyException>(() => read)).Reason);
    }

    // Each piece comes after a while; a reader that has lost patience gets none.
    sealed class SlowStream(int bytes, int pieces, Action wait) : MemoryStream
    {
        int left = pieces;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left-- == 0) return ValueTask.FromResult(0);
            wait();
            return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(bytes);
        }
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
    [InlineData("//www.other.example/new.html", "www.other.example /new.html")]
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

    [Theory]
    [InlineData("<meta http-equiv='refresh' content='0; url=/new.html'>", true)]
    [InlineData("<META HTTP-EQUIV=\"Refresh\" CONTENT=\"3;URL='/new.html'\">", true)]
    [InlineData("<meta http-equiv='refresh' content='300; url=/new.html'>", false)]
    [InlineData("<meta http-equiv='refresh' content='0'>", false)]
    public async Task C15_a_page_that_sends_on_at_once_is_followed(string meta, bool followed)
    {
        await using var site = await Loopback.Serve(context => context.Response.WriteAsync(context.Request.Path == "/new.html" ? Page : $"<html><head>{meta}</head><body>正在跳转</body></html>"));
        using var fetcher = site.Fetcher();
        Assert.Equal(followed ? "/new.html" : "/t1.html", Assert.IsType<Fetched>(await fetcher.Fetch(Request, default)).Address.AbsolutePath);
    }

    [Fact]
    public async Task C15_a_gate_that_hands_out_a_cookie_and_sends_on_lets_in_whoever_brings_it_back()
    {
        await using var site = await Loopback.Serve(context =>
        {
            if (context.Request.Cookies["pass"] == "1") return context.Response.WriteAsync(Page);
            context.Response.Headers.SetCookie = "pass=1; path=/";
            return context.Response.WriteAsync("<html><head><meta http-equiv='refresh' content='0;url=/t1.html'></head></html>");
        });
        using var fetcher = site.Fetcher();
        Assert.Equal(Page, Encoding.UTF8.GetString(Assert.IsType<Fetched>(await fetcher.Fetch(Request, default)).Bytes));
    }

    [Fact]
    public async Task C15_a_page_that_sends_to_itself_for_ever_is_given_up()
    {
        await using var site = await Loopback.Serve(context => context.Response.WriteAsync("<html><head><meta http-equiv='refresh' content='0;url=/t1.html'></head></html>"));
        using var fetcher = site.Fetcher();
        Assert.Equal("more than 10 redirects", Assert.IsType<Refused>(await fetcher.Fetch(Request, default)).Detail);
    }

    static ListPage List(string html) => Discovery.ReadList(Encoding.UTF8.GetBytes(html), null, new PageRequest(new Uri("http://czj.donghu.example/zwgk/gknb/")));

    [Theory]
    [InlineData("<html><frameset cols='20%,*'><frame src='menu.html'><frame src='list.html'></frameset></html>")]
    [InlineData("<html><body><iframe src='menu.html'></iframe><iframe src='list.html'></iframe></body></html>")]
    public void C15_a_list_in_frames_is_read_there(string html) => Assert.Equal(["/zwgk/gknb/menu.html", "/zwgk/gknb/list.html"], List(html).NextPages.Select(p => p.Address.AbsolutePath));

    [Theory]
    [InlineData("<html><script>location.href='/new/'</script></html>")]
    [InlineData("<html><script>window.location = '/new/' + Date.now()</script></html>")]
    [InlineData("<html><script>setTimeout(function () { location.replace('/new/') }, 10)</script></html>")]
    public void C15_a_list_behind_a_script_is_reported(string html) => Assert.StartsWith("needs a browser", Assert.Single(List(html).Troubles));

    [Theory]
    [InlineData("big5", "big5", "東湖市政府資訊公開年報")]
    [InlineData("gb18030", null, "东湖市年报")]
    [InlineData("utf-8", "gb2312", "年")]
    public void C16_a_page_of_a_few_bytes_is_read_as_it_was_written(string real, string? declared, string text) =>
        Assert.Equal(text, Charset.Decode(CodePagesEncodingProvider.Instance.GetEncoding(real)?.GetBytes(text) ?? Encoding.UTF8.GetBytes(text), declared));

    [Theory]
    [InlineData("t1.html")]
    [InlineData("http://CZJ.Donghu.example:80/zwgk/gknb/t1.html#top")]
    [InlineData("./t1.html;jsessionid=0A1B2C")]
    [InlineData("../gknb/t1.html?utm_source=wechat&spm=a.b")]
    [InlineData(" t1.html?jsessionid=77 ")]
    public void C17_one_page_has_one_address_however_it_is_written(string href) => Assert.Equal("http://czj.donghu.example/zwgk/gknb/t1.html", Found(href));

    [Theory]
    [InlineData("a b.html", "http://czj.donghu.example/zwgk/gknb/a%20b.html")]
    [InlineData("年报.html", "http://czj.donghu.example/zwgk/gknb/%E5%B9%B4%E6%8A%A5.html")]
    [InlineData("%e5%b9%b4%e6%8a%a5.html", "http://czj.donghu.example/zwgk/gknb/%E5%B9%B4%E6%8A%A5.html")]
    [InlineData("%c4%ea.html", "http://czj.donghu.example/zwgk/gknb/%C4%EA.html")]
    [InlineData("t1.jsp?id=7&spm=x&page=2", "http://czj.donghu.example/zwgk/gknb/t1.jsp?id=7&page=2")]
    [InlineData("t1.jsp;jsessionid=AB?id=7", "http://czj.donghu.example/zwgk/gknb/t1.jsp?id=7")]
    public void C17_other_writings_are_brought_to_one_form(string href, string address) => Assert.Equal(address, Found(href));

    [Fact]
    public void C17_a_name_in_characters_is_the_name_in_letters() => Assert.Equal("http://xn--mxtq1m.example/a", Addresses.Canonical(new Uri("http://政府.example/a")).AbsoluteUri);

    static string Found(string href) => Assert.Single(List($"<li><a href='{href}'>2023年政府信息公开工作年度报告</a></li>").Reports).Address.AbsoluteUri;

    // C18 and others stand where what they try stands.
    [Fact]
    public void Every_case_of_the_catalogue_has_a_test()
    {
        var methods = typeof(HostileNetworkTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().SelectMany(method => Traits(method).Concat(Traits(type)).Append(method.Name))).ToHashSet();
        Assert.All(Enumerable.Range(1, 18).Select(n => $"C{n:00}"), name => Assert.Contains(methods, found => found.StartsWith(name, StringComparison.Ordinal)));
    }

    static IEnumerable<string> Traits(System.Reflection.MemberInfo member) =>
        member.CustomAttributes.Where(a => a.AttributeType == typeof(TraitAttribute)).Select(a => (string)a.ConstructorArguments[1].Value!);
}
