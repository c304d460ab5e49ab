using System.Text;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>What a robots.txt allows and forbids (RFC 9309), and what holds where there is none or none can be had.</summary>
public class RobotsTests
{
    static bool Allows(string file, string path) => RobotsFile.Read(Encoding.UTF8.GetBytes(file)).Objection(new Uri("http://czj.donghu.example" + path)) is null;

    [Theory, Trait("case", "C10")]
    [InlineData("", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("User-agent: Baiduspider\nDisallow: /", true)]
    [InlineData("User-agent: ReportHarvester\nDisallow: /", false)]
    [InlineData("user-AGENT:reportharvester\nDISALLOW:/", false)]
    [InlineData("User-agent: ReportHarvester/1.0 (x)\nDisallow: /", false)]
    [InlineData("User-agent: ReportHarvesterX\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: ReportHarvester\nAllow: /", true)]
    [InlineData("User-agent: ReportHarvester\nAllow: /\n\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: ReportHarvester\n\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: ReportHarvester\nSitemap: http://x/\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: a\nDisallow: /b\nUser-agent: ReportHarvester\nDisallow: /z\n\nUser-agent: ReportHarvester\nDisallow: /zf", false)]
    [InlineData("User-agent: * # all\nDisallow: / # nothing", false)]
    [InlineData("User-agent *\nDisallow: /", true)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *\rDisallow: /", false)]
    [InlineData("User-agent: *\r\n\r\n\r\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: zfxxgk", true)]
    [InlineData("<!DOCTYPE html><html><body>User-agent: * Disallow: /</body></html>", true)]
    public void Finds_the_rules_that_are_meant(string file, bool allowed) => Assert.Equal(allowed, Allows(file, "/zfxxgk/t1.html"));

    [Theory]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/ab", true)]
    [InlineData("/a", "/b/a", false)]
    [InlineData("/A", "/a", false)]
    [InlineData("/a/", "/a", false)]
    [InlineData("/a$", "/a", true)]
    [InlineData("/a$", "/ab", false)]
    [InlineData("*.pdf$", "/x/y.pdf", true)]
    [InlineData("*.pdf$", "/x/y.pdf?v=1", false)]
    [InlineData("*.pdf$", "/x/y.pdf.pdf", true)]
    [InlineData("/a*b*c", "/aXbYc/d", true)]
    [InlineData("/a*b*c", "/aXcYb", false)]
    [InlineData("/a*a$", "/a", false)]
    [InlineData("/a*$", "/abc", true)]
    [InlineData("/a?x=*&y", "/a?x=1&y=2", true)]
    [InlineData("/年报", "/%E5%B9%B4%E6%8A%A5/1", true)]
    [InlineData("/%e5%b9%b4", "/年/1", true)]
    [InlineData("/a%62c", "/abc", true)]
    [InlineData("/a%2Fc", "/a/c", false)]
    public void Compares_paths_by_octets(string pattern, string path, bool matches) =>
        Assert.Equal(matches, !Allows($"User-agent: *\nDisallow: {pattern}", path));

    [Theory]
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Disallow: /\nAllow: /p", "/page", true)]
    [InlineData("Allow: /folder\nDisallow: /folder", "/folder/page", true)]
    [InlineData("Allow: /folder\nDisallow: /folder/p", "/folder/page", false)]
    [InlineData("Allow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    public void Lets_the_longest_pattern_decide(string rules, string path, bool allowed) => Assert.Equal(allowed, Allows("User-agent: *\n" + rules, path));

    [Theory]
    [InlineData("Crawl-delay: 10", 10)]
    [InlineData("Crawl-delay: 0.5", 0.5)]
    [InlineData("Crawl-delay: 100000000000000000000", 300)]
    [InlineData("Crawl-delay: -3", 0)]
    [InlineData("Crawl-delay: soon", 0)]
    public void Reads_the_delay(string line, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RobotsFile.Read(Encoding.UTF8.GetBytes($"User-agent: *\n{line}")).Delay);

    [Fact]
    public void Reads_half_a_megabyte_and_is_not_slow_on_stars()
    {
        var far = "User-agent: *\n" + new string('#', 600 << 10) + "\nDisallow: /";
        Assert.True(Allows(far, "/x"));
        var stars = "User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{string.Concat(Enumerable.Repeat("*a", 500))}b\n", 400));
        Assert.True(Allows(stars, "/" + new string('a', 2000)));
    }

    static async Task<(FetchAnswer Answer, List<string> Asked)> Fetch(Func<HttpContext, int, Task> robots, string path = "/zfxxgk/t1.html", int fetches = 1)
    {
        var (asked, times, answer) = (new List<string>(), 0, (FetchAnswer?)null);
        await using var site = await Loopback.Serve(context =>
        {
            asked.Add(context.Request.Path);
            return context.Response.WriteAsync("<html><body>2023</body></html>");
        }, context =>
        {
            asked.Add("robots");
            return robots(context, ++times);
        });
        using var fetcher = site.Fetcher();
        for (var i = 0; i < fetches; i++) answer = await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.example" + path), Wanted.Article), default);
        return (answer!, asked);
    }

    static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Is_asked_first_and_once()
    {
        var (answer, asked) = await Fetch((context, _) => context.Response.WriteAsync("User-agent: *\nDisallow: /admin"), fetches: 2);
        Assert.IsType<Fetched>(answer);
        Assert.Equal(["robots", "/zfxxgk/t1.html", "/zfxxgk/t1.html"], asked);
    }

    [Fact]
    public async Task Is_obeyed()
    {
        var (answer, asked) = await Fetch((context, _) => context.Response.WriteAsync("User-agent: *\nDisallow: /zfxxgk"));
        Assert.Equal((RefusalReason.Robots, "robots.txt disallows /zfxxgk"), (Assert.IsType<Refused>(answer).Reason, ((Refused)answer).Detail));
        Assert.Equal(["robots"], asked);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Allows_all_where_there_is_none(int status) => Assert.IsType<Fetched>((await Fetch((context, _) => Status(context, status))).Answer);

    [Theory, Trait("case", "C10")]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(521)]
    public async Task Forbids_all_where_it_cannot_be_had(int status)
    {
        var (answer, asked) = await Fetch((context, _) => Status(context, status), fetches: 2);
        Assert.StartsWith("robots.txt", Assert.IsType<Refused>(answer).Detail);
        Assert.Equal(status, ((Refused)answer).Status);
        Assert.DoesNotContain("/zfxxgk/t1.html", asked);
        Assert.InRange(asked.Count, 1, 3);
    }

    [Fact]
    public async Task Is_asked_for_again_where_it_failed_in_passing() =>
        Assert.IsType<Fetched>((await Fetch((context, n) => n < 3 ? Status(context, 503) : context.Response.WriteAsync(""))).Answer);

    [Fact]
    public async Task Is_asked_for_conditionally_in_the_next_run_and_still_holds()
    {
        var (kept, asked) = ((FetchAnswer?)null, new List<string>());
        await using var site = await Loopback.Serve(context => context.Response.WriteAsync("<html><body>2023</body></html>"), context =>
        {
            asked.Add(context.Request.Headers.IfNoneMatch.ToString());
            if (asked[^1].Length > 0) return Status(context, 304);
            context.Response.Headers.ETag = "\"v1\"";
            return context.Response.WriteAsync("User-agent: *\nDisallow: /zfxxgk");
        });
        for (var run = 0; run < 2; run++)
        {
            using var fetcher = Loopback.Dialling(site.Port, shelf: new RobotsShelf(_ => kept as Fetched, (_, answer) => kept = answer is Fetched ? answer : kept));
            var answer = await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.example/zfxxgk/t1.html"), Wanted.Article), default);
            Assert.Equal("robots.txt disallows /zfxxgk", Assert.IsType<Refused>(answer).Detail);
        }
        Assert.Equal(["", "\"v1\""], asked);
    }

    [Fact]
    public async Task Forbids_all_where_it_is_said_not_to_have_changed_and_was_never_seen()
    {
        var refused = Assert.IsType<Refused>((await Fetch((context, _) => Status(context, 304))).Answer);
        Assert.Equal((RefusalReason.HttpStatus, 304), (refused.Reason, refused.Status));
    }

    [Fact, Trait("case", "C10")]
    public async Task Is_followed_five_times_and_not_out_of_the_web()
    {
        static Task Onward(HttpContext context, int n, int times)
        {
            if (n > times) return context.Response.WriteAsync("User-agent: *\nDisallow: /");
            context.Response.Redirect($"http://www{n}.donghu.example/robots.txt");
            return Task.CompletedTask;
        }
        Assert.Equal(RefusalReason.Robots, Assert.IsType<Refused>((await Fetch((context, n) => Onward(context, n, 5))).Answer).Reason);
        Assert.IsType<Fetched>((await Fetch((context, n) => Onward(context, n, 99))).Answer);
        Assert.IsType<Fetched>((await Fetch((context, _) =>
        {
            context.Response.Redirect("file:///etc/passwd");
            return Task.CompletedTask;
        })).Answer);
    }

    [Fact]
    public async Task Is_not_followed_to_another_site()
    {
        var asked = new List<string>();
        Assert.IsType<Fetched>((await Fetch((context, _) =>
        {
            asked.Add(context.Request.Host.Host);
            context.Response.Redirect("http://cdn.elsewhere.example/robots.txt");
            return Task.CompletedTask;
        })).Answer);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Slows_the_fetcher_down()
    {
        var time = new FakeTime(jump: TimeSpan.FromHours(2));
        var seen = new List<DateTimeOffset>();
        await using var site = await Loopback.Serve(context =>
        {
            seen.Add(time.GetUtcNow());
            return context.Response.WriteAsync("<html><body>2023</body></html>");
        }, context =>
        {
            // That it is asked for is a request too.
            seen.Add(time.GetUtcNow());
            return context.Response.WriteAsync("User-agent: *\nCrawl-delay: 30");
        });
        using var fetcher = site.Fetcher(time, options => options with { Pause = TimeSpan.FromSeconds(2), HeaderLimit = TimeSpan.FromDays(9), WholeLimit = TimeSpan.FromDays(9), RateSpan = TimeSpan.FromDays(9) });
        for (var i = 0; i < 4; i++) await fetcher.Fetch(new FetchRequest(new Uri("http://czj.donghu.example/t1.html"), Wanted.Article), default);
        Assert.All(seen.Zip(seen.Skip(1), (a, b) => b - a), gap => Assert.InRange(gap, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(46)));
    }
}
