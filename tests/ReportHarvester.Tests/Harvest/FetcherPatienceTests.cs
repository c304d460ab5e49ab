using System.Net;
using Microsoft.AspNetCore.Http;
using ReportHarvester.Harvest;

namespace ReportHarvester.Tests.Harvest;

/// <summary>How often and after which waits a fetcher asks again. Waits are those asked of the clock; none is waited for.</summary>
public class FetcherPatienceTests
{
    static readonly FetchRequest Request = new(new Uri("http://czj.donghu.example/t1.html"), Wanted.Article);

    // The limits of a fetch are longer than any wait here, so that only waits are jumped over.
    static FetchOptions AsInTheField(FetchOptions options) => options with
    {
        Pause = TimeSpan.FromSeconds(2), FirstWait = TimeSpan.FromSeconds(5), HeaderLimit = TimeSpan.FromDays(9), WholeLimit = TimeSpan.FromDays(9), RateSpan = TimeSpan.FromDays(9),
    };

    // Each fetch is of another address where asked for.
    static async Task<(FetchAnswer Answer, int Asked, FakeTime Time)> Fetch(Func<HttpContext, FakeTime, int, Task> answer, int fetches = 1, bool others = false)
    {
        var time = new FakeTime(jump: TimeSpan.FromHours(2));
        var asked = 0;
        await using var site = await Loopback.Serve(context => answer(context, time, ++asked));
        using var fetcher = site.Fetcher(time, AsInTheField);
        for (var i = 1; i < fetches; i++) await fetcher.Fetch(others ? Request with { Address = new Uri(Request.Address, $"/{i}.html") } : Request, default);
        return (await fetcher.Fetch(Request, default), asked, time);
    }

    static Task Article(HttpContext context) => context.Response.WriteAsync("<html><body>2023</body></html>");

    static Task Status(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(null, null, 304)]
    [InlineData("\"a\"", "page=2", 304)]
    [InlineData("\"a\"", null, 0)]
    public async Task What_was_asked_without_validators_is_not_unchanged(string? tag, string? form, int refused)
    {
        var sent = "";
        await using var site = await Loopback.Serve(context =>
        {
            sent = context.Request.Headers.IfNoneMatch.ToString();
            return Status(context, 304);
        });
        using var fetcher = site.Fetcher();
        var answer = await fetcher.Fetch(Request with { ETag = tag, Form = form, Wanted = Wanted.ListData }, default);
        Assert.Equal(refused, answer is Refused { Reason: RefusalReason.HttpStatus } denied ? denied.Status : 0);
        Assert.Equal(refused == 0 ? tag : "", sent);
    }

    [Fact]
    public async Task Whoever_asks_for_an_hour_is_left_alone_and_not_waited_for()
    {
        var (answer, asked, _) = await Fetch((context, _, _) => Status(context, 503, "3600"));
        Assert.Equal((503, 1), (Assert.IsType<Refused>(answer).Status, asked));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Asks_again_where_it_may_help(int status)
    {
        var (answer, asked, _) = await Fetch((context, _, n) => n < 3 ? Status(context, status) : Article(context));
        Assert.IsType<Fetched>(answer);
        Assert.Equal(3, asked);
    }

    [Theory, Trait("case", "C01")]
    [InlineData(503, 3)]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    [InlineData(521, 1)]
    public async Task Asks_three_times_at_most_and_once_where_it_cannot_help(int status, int times)
    {
        var (answer, asked, _) = await Fetch((context, _, _) => Status(context, status));
        Assert.Equal(status, Assert.IsType<Refused>(answer).Status);
        Assert.Equal(times, asked);
    }

    [Fact]
    public async Task Waits_longer_each_time_and_never_shorter_than_said()
    {
        var (_, _, time) = await Fetch((context, _, _) => Status(context, 503));
        var waits = time.Jumps.Where(j => j >= TimeSpan.FromSeconds(5)).ToList();
        Assert.Equal(2, waits.Count);
        Assert.InRange(waits[0], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7.5));
        Assert.InRange(waits[1], TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(22.5));
    }

    [Fact]
    public async Task Pauses_between_two_requests_to_a_host()
    {
        var seen = new List<DateTimeOffset>();
        await Fetch((context, time, _) =>
        {
            seen.Add(time.GetUtcNow());
            return Article(context);
        }, fetches: 5);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(2)));
    }

    [Theory, Trait("case", "C02")]
    [InlineData("90", 89)]
    // The clock stood at 00:00:00 when robots.txt was asked for, a pause before this.
    [InlineData("Tue, 20 Jan 2026 00:01:30 GMT", 85)]
    public async Task Leaves_a_host_alone_as_long_as_it_asks(string retryAfter, int seconds)
    {
        var start = DateTimeOffset.MinValue;
        var again = DateTimeOffset.MinValue;
        var (answer, _, _) = await Fetch((context, time, n) =>
        {
            if (n == 1) start = time.GetUtcNow();
            else again = time.GetUtcNow();
            return n == 1 ? Status(context, 429, retryAfter) : Article(context);
        });
        Assert.IsType<Fetched>(answer);
        Assert.True(again - start >= TimeSpan.FromSeconds(seconds));
    }

    [Theory, Trait("case", "C02")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("soon")]
    [InlineData("Tue, 20 Jan 2015 00:00:00 GMT")]
    [InlineData("99999999999999999999")]
    public async Task Falls_back_to_its_own_wait_where_that_makes_no_sense(string retryAfter)
    {
        var (answer, asked, _) = await Fetch((context, _, n) => n == 1 ? Status(context, 503, retryAfter) : Article(context));
        Assert.IsType<Fetched>(answer);
        Assert.Equal(2, asked);
    }

    [Fact, Trait("case", "C02")]
    public async Task Gives_a_host_up_for_the_run_that_asks_for_more_than_an_hour()
    {
        var (answer, asked, _) = await Fetch((context, _, _) => Status(context, 429, "1000000"), fetches: 3);
        Assert.Equal(RefusalReason.Asleep, Assert.IsType<Refused>(answer).Reason);
        Assert.Equal(1, asked);
    }

    [Fact, Trait("case", "C01")]
    public async Task Lets_a_host_sleep_of_which_five_addresses_in_a_row_fail_and_not_for_one_dead_link()
    {
        var (answer, asked, _) = await Fetch((context, _, _) => Status(context, 500), fetches: 7, others: true);
        Assert.Equal(RefusalReason.Asleep, Assert.IsType<Refused>(answer).Reason);
        Assert.Equal(4 * 3 + 1, asked);
        (answer, asked, _) = await Fetch((context, _, _) => Status(context, 500), fetches: 7);
        Assert.Equal((RefusalReason.HttpStatus, 7 * 3), (Assert.IsType<Refused>(answer).Reason, asked));
    }

    [Theory]
    [InlineData(403, RefusalReason.Asleep, 5)]
    [InlineData(521, RefusalReason.Asleep, 5)]
    [InlineData(404, RefusalReason.HttpStatus, 9)]
    public async Task Lets_a_host_sleep_that_shuts_five_addresses_in_a_row_away(int status, RefusalReason reason, int times)
    {
        var (answer, asked, _) = await Fetch((context, _, _) => Status(context, status), fetches: 9, others: true);
        Assert.Equal((reason, times), (Assert.IsType<Refused>(answer).Reason, asked));
    }

    [Fact]
    public async Task A_host_that_is_left_alone_is_so_by_the_next_run_too()
    {
        var (time, asked, kept) = (new FakeTime(jump: TimeSpan.FromHours(2)), 0, new Dictionary<string, DateTimeOffset>());
        await using var site = await Loopback.Serve(context => Status(context, ++asked == 1 ? 429 : 404, "7200"));
        var rests = new RestShelf(host => kept.TryGetValue(host, out var until) ? until : null, (host, until) => kept[host] = until);
        using (var first = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests)) await first.Fetch(Request, default);
        Assert.Equal((1, time.GetUtcNow().AddHours(2)), (asked, kept[Request.Address.Host]));
        using (var second = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests))
            Assert.Equal(RefusalReason.Asleep, Assert.IsType<Refused>(await second.Fetch(Request, default)).Reason);
        Assert.Equal(1, asked);
        time.Advance(TimeSpan.FromHours(2));
        using var third = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests);
        Assert.Equal(404, Assert.IsType<Refused>(await third.Fetch(Request, default)).Status);
    }

    [Fact]
    public async Task No_host_is_left_alone_for_years_because_it_says_so_or_a_clock_said_so()
    {
        var (time, asked, kept) = (new FakeTime(jump: TimeSpan.FromHours(2)), 0, new Dictionary<string, DateTimeOffset>());
        await using var site = await Loopback.Serve(context => Status(context, ++asked == 1 ? 429 : 404, "2147483647"));
        var rests = new RestShelf(host => kept.TryGetValue(host, out var until) ? until : null, (host, until) => kept[host] = until);
        using (var first = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests)) await first.Fetch(Request, default);
        Assert.InRange(kept[Request.Address.Host] - time.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromDays(7));
        kept[Request.Address.Host] = time.GetUtcNow().AddYears(60);
        using var second = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests);
        Assert.Equal(RefusalReason.Asleep, Assert.IsType<Refused>(await second.Fetch(Request, default)).Reason);
        time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(404, Assert.IsType<Refused>(await second.Fetch(Request, default)).Status);
    }

    [Fact]
    public async Task Whoever_asks_next_waits_as_long_as_the_one_before_had_to()
    {
        var (time, seen, kept) = (new FakeTime(jump: TimeSpan.FromMinutes(1)), new List<DateTimeOffset>(), new Dictionary<string, DateTimeOffset>());
        await using var site = await Loopback.Serve(context =>
        {
            seen.Add(time.GetUtcNow());
            // A slow answer calls for a long pause.
            if (seen.Count == 1) time.Advance(TimeSpan.FromSeconds(8));
            return Article(context);
        });
        var rests = new RestShelf(host => kept.TryGetValue(host, out var until) ? until : null, (host, until) => kept[host] = until);
        foreach (var _ in new[] { 1, 2 })
            using (var fetcher = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests))
                Assert.IsType<Fetched>(await fetcher.Fetch(Request, default));
        Assert.InRange(seen[1] - seen[0], TimeSpan.FromSeconds(8 + 20), TimeSpan.FromSeconds(90));
        // One that was cut off left nothing behind.
        kept.Clear();
        var start = time.GetUtcNow();
        using var third = Loopback.Dialling(site.Port, time, AsInTheField, rests: rests);
        await third.Fetch(Request, default);
        Assert.True(seen[2] - start >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Asks_slow_hosts_less_often_and_quick_ones_no_more_often_than_allowed()
    {
        var (seen, slow) = (new List<DateTimeOffset>(), TimeSpan.FromSeconds(8));
        await Fetch((context, time, n) =>
        {
            seen.Add(time.GetUtcNow());
            if (n <= 4) time.Advance(slow);
            return Article(context);
        }, fetches: 12);
        var gaps = seen.Zip(seen.Skip(1), (a, b) => b - a).ToList();
        Assert.InRange(gaps[3], slow + TimeSpan.FromSeconds(30), slow + TimeSpan.FromSeconds(90));
        Assert.InRange(gaps[^1], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.True(gaps[0] < gaps[3]);
    }

    [Fact]
    public async Task Asks_again_after_a_cut_body()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\nContent-Length: 500\n\n<html>cut");
        using var fetcher = Loopback.Dialling(server.Port);
        Assert.Equal(RefusalReason.Truncated, Assert.IsType<Refused>(await fetcher.Fetch(Request, default)).Reason);
        Assert.Equal(3, server.Served);
    }

    [Fact, Trait("case", "C11")]
    public async Task Hosts_that_share_an_address_share_its_patience()
    {
        var (time, seen, now, most) = (new FakeTime(jump: TimeSpan.FromHours(2)), new List<DateTimeOffset>(), 0, 0);
        await using var site = await Loopback.Serve(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            seen.Add(time.GetUtcNow());
            await Article(context);
            Interlocked.Decrement(ref now);
        });
        using var fetcher = site.Fetcher(time, options => AsInTheField(options) with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([new(0x0300000A), new(0x0200000A)]) });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => fetcher.Fetch(new FetchRequest(new Uri($"http://j{n}.donghu.example/t1.html"), Wanted.Article), default)));
        Assert.Equal((8, 1), (seen.Count, most));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Hosts_that_share_any_of_their_addresses_share_its_patience()
    {
        var (time, now, most) = (new FakeTime(jump: TimeSpan.FromHours(2)), 0, 0);
        await using var site = await Loopback.Serve(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            await Article(context);
            Interlocked.Decrement(ref now);
        });
        // The first of the one is none of the other's: it is dialled where that does not answer.
        IPAddress Server(int last) => new([10, 0, 0, (byte)last]);
        using var fetcher = site.Fetcher(time, options => AsInTheField(options) with { Resolve = (host, _) => Task.FromResult<IPAddress[]>(host[0] == 'a' ? [Server(2), Server(1)] : [Server(2), Server(3)]) });
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => fetcher.Fetch(new FetchRequest(new Uri($"http://{"ab"[n % 2]}{n / 2}.donghu.example/t1.html"), Wanted.Article), default)));
        Assert.All(answers, answer => Assert.IsType<Fetched>(answer));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Waiting_for_one_server_of_a_host_is_no_slow_answer_of_another()
    {
        var (time, seen) = (new FakeTime(jump: TimeSpan.FromHours(2)), new List<DateTimeOffset>());
        await using var site = await Loopback.Serve(async context =>
        {
            if (context.Request.Host.Host[0] == 'b') time.Advance(TimeSpan.FromSeconds(8));
            await Article(context);
            seen.Add(time.GetUtcNow());
        });
        IPAddress Server(int last) => new([10, 0, 0, (byte)last]);
        using var fetcher = site.Fetcher(time, options => AsInTheField(options) with
        {
            Resolve = (host, _) => Task.FromResult<IPAddress[]>(host[0] switch { 'a' => [Server(1), Server(2)], 'b' => [Server(2)], _ => [Server(1)] }),
        });
        foreach (var host in "bac") await fetcher.Fetch(new FetchRequest(new Uri($"http://{host}.donghu.example/t1.html"), Wanted.Article), default);
        // Two requests, robots.txt first, at a server that never took long.
        Assert.InRange(seen[2] - seen[1], TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Whoever_waits_behind_others_learns_that_the_host_is_to_be_left_alone()
    {
        var (time, asked) = (new FakeTime(jump: TimeSpan.FromMinutes(5)), 0);
        await using var site = await Loopback.Serve(context =>
        {
            Interlocked.Increment(ref asked);
            return Status(context, 503, "7200");
        });
        using var fetcher = site.Fetcher(time, AsInTheField);
        var start = time.GetUtcNow();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fetcher.Fetch(Request, default)));
        Assert.Equal((1, 5), (asked, answers.Count(answer => answer is Refused { Reason: RefusalReason.Asleep })));
        Assert.True(time.GetUtcNow() - start < TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host()
    {
        var (now, most) = (0, 0);
        await using var site = await Loopback.Serve(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            await Article(context);
            Interlocked.Decrement(ref now);
        });
        using var fetcher = site.Fetcher();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fetcher.Fetch(Request, default)));
        Assert.Equal(1, most);
    }
}
