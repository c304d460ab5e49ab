using System.Text;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>What a fetcher takes and refuses of whole, well-formed answers.</summary>
public class FetcherTests
{
    const string Article = "<html><head><title>2023年政府信息公开工作年度报告</title></head><body>东湖市财政局</body></html>";

    static readonly Uri Address = new("http://czj.donghu.example/zfxxgknb/t1.html");

    static async Task<FetchAnswer> Fetch(RequestDelegate answer, Wanted wanted = Wanted.Article, Uri? address = null)
    {
        await using var site = await Loopback.Serve(answer);
        using var fetcher = site.Fetcher();
        return await fetcher.Fetch(new FetchRequest(address ?? Address, wanted), default);
    }

    static RequestDelegate Body(string body, string type = "text/html; charset=utf-8", int status = 200) => context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    };

    static RequestDelegate Body(byte[] body, string type) => context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(body).AsTask();
    };

    static async Task Refuses(RefusalReason reason, RequestDelegate answer, Wanted wanted = Wanted.Article, Uri? address = null) =>
        Assert.Equal(reason, Assert.IsType<Refused>(await Fetch(answer, wanted, address)).Reason);

    [Fact]
    public async Task Takes_bytes_and_the_headers_that_matter()
    {
        var fetched = Assert.IsType<Fetched>(await Fetch(context =>
        {
            (context.Response.Headers.ETag, context.Response.Headers.LastModified) = ("W/\"a b\"", "Fri, 19 Jan 2024 08:00:00 GMT");
            return Body(Article, "text/html; charset=GB2312")(context);
        }));
        Assert.Equal(Article, Encoding.UTF8.GetString(fetched.Bytes));
        Assert.Equal((200, "W/\"a b\"", "Fri, 19 Jan 2024 08:00:00 GMT", "text/html; charset=GB2312", "GB2312"),
            (fetched.Status, fetched.ETag, fetched.LastModified, fetched.ContentType, fetched.Charset));
    }

    // As many Chinese sites write it; some of its bytes are called control characters where they are taken for Latin letters.
    [Fact]
    public async Task A_file_name_in_raw_bytes_is_no_reason_to_refuse_the_file()
    {
        using var site = new RawServer("HTTP/1.1 200 OK\nContent-Type: application/pdf\nContent-Disposition: attachment;filename=2024年报告.pdf\nContent-Length: 13\n\n%PDF-1.4%%EOF");
        using var fetcher = Loopback.Dialling(site.Port);
        Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(Address, Wanted.Attachment), default));
    }

    [Fact]
    public async Task What_cannot_be_sent_back_is_not_and_the_address_is_asked_all_the_same()
    {
        using var site = new RawServer($"HTTP/1.1 200 OK\nContent-Type: text/html\nETag: \"版本1\"\nLast-Modified: 星期五, 19 Jan 2024 08:00:00 GMT\nSet-Cookie: 会话=1\nSet-Cookie: s=1\nContent-Length: {Encoding.UTF8.GetByteCount(Article)}\n\n{Article}");
        using var fetcher = Loopback.Dialling(site.Port);
        var first = Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(Address, Wanted.Article), default));
        Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(Address, Wanted.Article, first.ETag, first.LastModified), default));
        Assert.Contains("Cookie: s=1\r\n", site.Asked);
    }

    [Fact]
    public async Task Says_who_asks_and_for_which_host()
    {
        var asked = "";
        await Fetch(context =>
        {
            asked = $"{context.Request.Headers.UserAgent} {context.Request.Host}";
            return Body(Article)(context);
        });
        Assert.Matches(@"^ReportHarvester/[0-9]+\.[0-9]+ \(\+mailto:test@example\.org\) czj\.donghu\.example$", asked);
    }

    [Fact, Trait("case", "C12")]
    public async Task Asks_conditionally_and_believes_a_304()
    {
        await using var site = await Loopback.Serve(context =>
        {
            var known = context.Request.Headers is { IfNoneMatch: [var tag], IfModifiedSince: [var since] } && tag == "\"v1\"" && since == "Fri, 19 Jan 2024 08:00:00 GMT";
            if (!known) return Body(Article)(context);
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        using var fetcher = site.Fetcher();
        Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(Address, Wanted.Article), default));
        Assert.IsType<NotModified>(await fetcher.Fetch(new FetchRequest(Address, Wanted.Article, "\"v1\"", "Fri, 19 Jan 2024 08:00:00 GMT"), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public Task Refuses_nothing(string body) => Refuses(RefusalReason.Empty, Body(body));

    [Theory]
    [InlineData(Wanted.ListPage, "%PDF-1.4\n%%EOF")]
    [InlineData(Wanted.ListPage, "{\"a\":1}")]
    [InlineData(Wanted.Attachment, Article)]
    [InlineData(Wanted.Attachment, "plain words")]
    [InlineData(Wanted.Article, "\u0089PNG\r\n\u001a\n\0\0\0")]
    [InlineData(Wanted.Article, "MZ\u0090\0\u0003")]
    public Task Refuses_what_was_not_wanted(Wanted wanted, string body) =>
        Refuses(RefusalReason.WrongType, Body(Encoding.Latin1.GetBytes(body), "application/octet-stream"), wanted);

    [Theory]
    [InlineData("%PDF-1.4\n%%EOF")]
    [InlineData("PK\u0003\u0004 docx")]
    [InlineData("{\\rtf1 }")]
    [InlineData("\u00D0\u00CF\u0011\u00E0 doc")]
    public async Task Takes_documents_by_what_they_are_whatever_they_are_called(string body) =>
        Assert.IsType<Fetched>(await Fetch(Body(Encoding.Latin1.GetBytes(body), "text/html"), Wanted.Attachment));

    [Theory, Trait("case", "C14")]
    [InlineData(521, "<script>document.cookie='__jsl_clearance_s=1'</script>")]
    [InlineData(412, "")]
    [InlineData(200, "<html><script>var _0x1='__jsl_clearance_s';location.href=location.pathname</script></html>")]
    [InlineData(200, "<html><title>安全验证</title><body>请完成安全验证</body></html>")]
    public Task Refuses_challenge_pages(int status, string body) => Refuses(RefusalReason.ChallengePage, Body(body, status: status));

    [Theory]
    [InlineData("<html><title>东湖市财政局2023年政府信息公开工作年度报告</title><script src='/TSPD/08a'></script><body>见附件</body></html>")]
    [InlineData("<html><title>东湖市财政局</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><body><a href='a.pdf'>附件</a></body></html>")]
    [InlineData("<html><title>东湖市财政局</title><body><a href='a.pdf'>附件</a><script>if (!code) alert('请输入验证码')</script></body></html>")]
    public async Task Takes_a_cover_whose_site_has_a_gate(string body) => Assert.IsType<Fetched>(await Fetch(Body(body)));

    [Theory, Trait("case", "C14")]
    [InlineData("<html><title>404</title><body><div>返回首页</div></body></html>")]
    [InlineData("<html><title>提示</title><body>抱歉，您访问的页面不存在！</body></html>")]
    [InlineData("<html><body>该信息不存在</body></html>")]
    public Task Refuses_missing_pages_that_say_200(string body) => Refuses(RefusalReason.SoftNotFound, Body(body));

    [Fact]
    public async Task A_long_page_may_speak_of_missing_pages()
    {
        var report = "<html><title>2023年政府信息公开工作年度报告</title><body>" + string.Concat(Enumerable.Repeat("本年新收政府信息公开申请数量。", 60)) + "个别栏目页面不存在</body></html>";
        Assert.IsType<Fetched>(await Fetch(Body(report)));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(204)]
    public async Task Refuses_other_statuses_by_number(int status)
    {
        var refused = Assert.IsType<Refused>(await Fetch(Body("", status: status)));
        Assert.Equal((RefusalReason.HttpStatus, status), (refused.Reason, refused.Status));
    }

    [Fact]
    public async Task Follows_redirects_and_says_where_they_ended()
    {
        var fetched = Assert.IsType<Fetched>(await Fetch(context =>
        {
            if (context.Request.Path == "/new/t1.html") return Body(Article)(context);
            context.Response.Redirect("../new/t1.html", permanent: true);
            return Task.CompletedTask;
        }));
        Assert.Equal("http://czj.donghu.example/new/t1.html", fetched.Address.AbsoluteUri);
    }

    [Theory, Trait("case", "C08")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://czj.donghu.example/t1.html")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@czj.donghu.example/")]
    public Task Refuses_redirects_that_leave_the_web(string to) => Refuses(RefusalReason.AddressNotAllowed, context =>
    {
        (context.Response.StatusCode, context.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    });

    [Theory, Trait("case", "C08")]
    [InlineData("/loop")]
    [InlineData("http://other.donghu.example/loop")]
    public Task Gives_up_on_redirects_without_end(string to) => Refuses(RefusalReason.HttpStatus, context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    });

    [Fact, Trait("case", "C09")]
    public async Task Does_not_dial_this_machine_because_a_site_says_so()
    {
        using var secret = new RawServer("HTTP/1.1 200 OK\nContent-Length: 6\n\nsecret");
        await using var site = await Loopback.Serve(context =>
        {
            context.Response.Redirect($"http://127.0.0.1:{secret.Port}/");
            return Task.CompletedTask;
        });
        using var fetcher = Loopback.Dialling(site.Port, change: options => options with
        {
            // The guard as it is, except for the one host that stands for the site.
            Connect = (endpoint, cancellationToken) =>
                endpoint.Host == Address.Host ? options.Connect!(endpoint, cancellationToken) : AddressGuard.ConnectPublic(endpoint, System.Net.Dns.GetHostAddressesAsync, cancellationToken),
        });

        var answer = await fetcher.Fetch(new FetchRequest(Address, Wanted.Article), default);

        Assert.Equal(RefusalReason.AddressNotAllowed, Assert.IsType<Refused>(answer).Reason);
        Assert.Equal(0, secret.Served);
    }

    [Fact]
    public async Task Only_cancelling_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await using var site = await Loopback.Serve(async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = site.Fetcher();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.Fetch(new FetchRequest(Address, Wanted.Article), cancelled.Token));
    }
}
