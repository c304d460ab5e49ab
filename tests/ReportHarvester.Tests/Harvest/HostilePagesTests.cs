using System.Text;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Pages that hide what they lead to, and addresses that are written in many ways; numbered as in <see cref="HostileNetworkTests"/>.</summary>
public sealed class HostilePagesTests
{
    const string Page = "<html><body>2023</body></html>";

    static readonly FetchRequest Request = new(new Uri("http://czj.donghu.example/t1.html"), Wanted.Article);

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

    [Theory]
    [InlineData("gov.cn", "sj.donghu.gov.cn", 3)]
    [InlineData("gov.cn", "czj.xihu.gov.cn", 0)]
    [InlineData("donghu.gov.cn", "sj.donghu.gov.cn", 3)]
    public async Task Cookies_go_to_no_other_site_whatever_domain_they_name(string domain, string other, int brought)
    {
        var seen = 0;
        await using var site = await Loopback.Serve(context =>
        {
            seen = context.Request.Cookies.Count;
            if (context.Request.Path == "/set") context.Response.Headers.SetCookie = new([.. Enumerable.Range(0, 3).Select(n => $"c{n}={n}; path=/; domain={domain}")]);
            return context.Response.WriteAsync(Page);
        });
        using var fetcher = site.Fetcher();
        Assert.IsType<Fetched>(await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.gov.cn/set"), Wanted.Article), default));
        await fetcher.Fetch(new FetchRequest(new Uri($"http://{other}/"), Wanted.Article), default);
        Assert.Equal(brought, seen);
    }

    [Fact]
    public async Task Cookies_that_are_too_many_to_be_brought_are_thrown_away()
    {
        var seen = -1;
        await using var site = await Loopback.Serve(context =>
        {
            seen = context.Request.Cookies.Count;
            if (context.Request.Path == "/set") context.Response.Headers.SetCookie = new([.. Enumerable.Range(0, 5).Select(n => $"c{n}={new string('x', 3000)}; path=/")]);
            return context.Response.WriteAsync(Page);
        });
        using var fetcher = site.Fetcher();
        await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.gov.cn/set"), Wanted.Article), default);
        await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.gov.cn/"), Wanted.Article), default);
        Assert.Equal(0, seen);
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

    [Fact]
    public async Task C15_a_gate_that_did_not_change_says_nothing_of_what_is_behind_it()
    {
        var asked = new List<string>();
        await using var site = await Loopback.Serve(context =>
        {
            asked.Add($"{context.Request.Path} {context.Request.Headers.IfModifiedSince}");
            if (context.Request.Path == "/new.html") return context.Response.WriteAsync(Page);
            if (context.Request.Headers.IfModifiedSince.Count == 0) return context.Response.WriteAsync("<meta http-equiv='refresh' content='0;url=/new.html'>");
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        using var fetcher = site.Fetcher();
        var since = "Fri, 19 Jan 2024 08:00:00 GMT";
        Assert.IsType<Fetched>(await fetcher.Fetch(Request with { LastModified = since, FoundAt = new Uri(Request.Address, "/new.html") }, default));
        Assert.Equal(["/t1.html ", $"/new.html {since}"], asked);
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
    [InlineData("gb18030", "utf-8", "东湖市年报")]
    [InlineData("big5", null, "<meta charset='big5'>東湖市政府資訊公開年報")]
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
        var methods = typeof(HostilePagesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().SelectMany(method => Traits(method).Concat(Traits(type)).Append(method.Name))).ToHashSet();
        Assert.All(Enumerable.Range(1, 18).Select(n => $"C{n:00}"), name => Assert.Contains(methods, found => found.StartsWith(name, StringComparison.Ordinal)));
    }

    static IEnumerable<string> Traits(System.Reflection.MemberInfo member) =>
        member.CustomAttributes.Where(a => a.AttributeType == typeof(TraitAttribute)).Select(a => (string)a.ConstructorArguments[1].Value!);
}
