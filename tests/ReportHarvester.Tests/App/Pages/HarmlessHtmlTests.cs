using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using ReportHarvester.App.Pages;
using ReportHarvester.Store;
using ReportHarvester.Tests.Reports.Layouts;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Pages;

/// <summary>An archived page that tries by every tag to reach a server, which counts who comes.</summary>
public sealed class ReachingPages : ServedPages
{
    readonly TcpListener elsewhere = new(IPAddress.Loopback, 0);
    int visits;

    public int Visits => visits;

    public string Html { get; }

    public string Sha256 { get; private set; } = "";

    public ReachingPages()
    {
        elsewhere.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var visitor = await elsewhere.AcceptTcpClientAsync();
                Interlocked.Increment(ref visits);
            }
        });
        var there = $"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}";
        Html = $$"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><base href="{{there}}/">
            <link rel=preconnect href="{{there}}"><LINK
             rel="dns-prefetch" href="{{there}}"><link/rel=prefetch href="{{there}}/a"><link rel=stylesheet href="{{there}}/b"><link rel=icon href="{{there}}/i"><link rel=modulepreload href="{{there}}/c">
            <meta http-equiv="refresh" content="0;url={{there}}/d" charset="x>"><meta http-equiv=&#114;efresh content="0;url={{there}}/e">
            <style>@import url({{there}}/f); @font-face { font-family: x; src: url({{there}}/g) } body { background: url({{there}}/h); font-family: x }</style></head>
            <body background="{{there}}/j"><p>有字 <a href="{{there}}/k">there</a><iframe src="{{there}}/l"></iframe><frame src="{{there}}/m"><object data="{{there}}/n"></object><embed src="{{there}}/o"><img src="{{there}}/p" srcset="{{there}}/q 2x">
            <video src="{{there}}/r" poster="{{there}}/s"></video><script src="{{there}}/t"></script><svg><image href="{{there}}/u"/><use href="{{there}}/v#w"/></svg><input type=image src="{{there}}/x"></body></html>
            """;
    }

    private protected override void Fill(ReportStore store)
    {
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 1)), Html);
        Sha256 = store.Originals.Keep(Encoding.UTF8.GetBytes(Html));
    }
}

public sealed class HarmlessHtmlTests(ReachingPages reaching) : IClassFixture<ReachingPages>
{
    [Theory]
    [InlineData("<p><link rel=preconnect href=//x>", "<p><!link rel=preconnect href=//x>")]
    [InlineData("<LINK\nrel=x>", "<!LINK\nrel=x>")]
    [InlineData("<iframe/src=//x></iframe>", "<!iframe/src=//x></iframe>")]
    [InlineData("<linkage><b>", "<linkage><b>")]
    [InlineData("<meta name=keywords content=x>", "<!meta name=keywords content=x>")]
    [InlineData("<meta charset=\"gbk\">", "<meta charset=\"gbk\"><!meta charset=\"gbk\">")]
    [InlineData("<META content='text/html; charset=gb2312' http-equiv=Content-Type id=x />", "<meta charset=\"gb2312\"><!META content='text/html; charset=gb2312' http-equiv=Content-Type id=x />")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\">", "<meta charset=\"utf-8\"><!meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\">")]
    [InlineData("<meta http-equiv=refresh content=0;//x charset=gbk>", "<meta charset=\"gbk\"><!meta http-equiv=refresh content=0;//x charset=gbk>")]
    [InlineData("<meta name=d content='the charset=x of pages'>", "<!meta name=d content='the charset=x of pages'>")]
    [InlineData("<meta content=charset=gbk http-equiv=content-type>", "<meta charset=\"gbk\"><!meta content=charset=gbk http-equiv=content-type>")]
    [InlineData("<meta content=x charset = 'gb18030'/>", "<meta charset=\"gb18030\"><!meta content=x charset = 'gb18030'/>")]
    [InlineData("<meta charset=\"&quot;\">", "<!meta charset=\"&quot;\">")]
    [InlineData("<li\u001b(Bnk rel=preconnect href=//x>", "<li (Bnk rel=preconnect href=//x>")]
    [InlineData("<title>", "<title>")]
    public void OnlyWhatReachesOutIsTakenAway(string html, string shown) => Assert.Equal(shown, Encoding.Latin1.GetString(HarmlessHtml.Of(Encoding.Latin1.GetBytes(html))));

    [Fact]
    public void AWideEncodingHidesNothing()
    {
        foreach (var wide in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("\uFEFF公开<!link rel=preconnect>", Encoding.UTF8.GetString(HarmlessHtml.Of([.. wide.GetPreamble(), .. wide.GetBytes("公开<link rel=preconnect>")])));
    }

    [Theory]
    [InlineData(" content=charset=x")]
    [InlineData(" charset =\"")]
    [InlineData("a='\"")]
    [InlineData("  ")]
    public async Task AMetaOfAnyLengthIsReadAtOnce(string piece)
    {
        var html = Encoding.Latin1.GetBytes($"<meta {string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))}>");
        await Task.Run(() => HarmlessHtml.Of(html)).WaitAsync(TimeSpan.FromSeconds(5));
    }

    [EngineFact("chromium")]
    public async Task AnArchivedPageInABrowserReachesNobody()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(reaching.Client.BaseAddress!, "/originals/" + reaching.Sha256).AbsoluteUri);
        await page.WaitForTimeoutAsync(2000);
        Assert.Contains("有字", await page.Locator("p").InnerTextAsync());
        Assert.Equal(0, reaching.Visits);

        // The same page, as it came: so it is told apart.
        await page.SetContentAsync(reaching.Html, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForTimeoutAsync(1000);
        Assert.NotEqual(0, reaching.Visits);
    }
}
