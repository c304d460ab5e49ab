using System.Collections.Concurrent;

namespace ReportHarvester.Harvest;

/// <summary>The robots.txt of every host, asked for before anything else of it, and kept for a day; for an hour where it cannot be had.</summary>
/// <param name="ask">Makes one request in its host's turn.</param>
/// <param name="shelf">Where files are kept from one run to the next; null: nowhere.</param>
sealed class RobotsCache(TimeProvider time, Func<FetchRequest, CancellationToken, Task<FetchAnswer>> ask, RobotsShelf? shelf)
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1), Hour = TimeSpan.FromHours(1);

    // RFC 9309, 2.3.1.2.
    const int MostRedirects = 5;

    readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> hosts = new();

    /// <summary>The rules that hold for the address of a request.</summary>
    public async Task<RobotsRules> Of(FetchRequest request, CancellationToken cancellationToken)
    {
        var host = request.Address.GetLeftPart(UriPartial.Authority);
        if (hosts.TryGetValue(host, out var known) && known.Until > time.GetUtcNow()) return known.Rules;
        var address = new Uri(host + "/robots.txt");
        var last = shelf?.Recall(address);
        var answer = await Follow(new FetchRequest(address, Wanted.Robots, last?.ETag, last?.LastModified) { Allowance = request.Allowance }, cancellationToken);
        // That one source may not ask says nothing to the others.
        if (answer is Refused { Reason: RefusalReason.Window or RefusalReason.Budget } putOff) return RobotsRules.Unreachable(putOff);
        var (rules, kept) = Meant(answer, last);
        shelf?.Keep(address, answer);
        hosts[host] = (rules, time.GetUtcNow() + kept);
        return rules;
    }

    static (RobotsRules Rules, TimeSpan Kept) Meant(FetchAnswer answer, Fetched? last) =>
        answer switch
        {
            NotModified when last is not null => (RobotsFile.Read(last.Bytes), Day),
            Fetched file => (RobotsFile.Read(file.Bytes), Day),
            Refused { Reason: RefusalReason.Empty } => (RobotsRules.None, Day),
            // There is none. Whoever asks for patience, or for a browser, has not said so.
            Refused { Reason: RefusalReason.HttpStatus, Passing: false, Status: >= 300 and < 500 and not 429 } => (RobotsRules.None, Day),
            Refused refused => (RobotsRules.Unreachable(refused), Hour),
            _ => (RobotsRules.Unreachable(new Refused(RefusalReason.HttpStatus, "304 to an unconditional request", 304)), Hour),
        };

    async Task<FetchAnswer> Follow(FetchRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (AddressGuard.Objection(request.Address) is { } objection) return new Refused(RefusalReason.HttpStatus, objection, 302);
            var answer = await ask(request, cancellationToken);
            if (answer is not Redirected redirected) return answer;
            // Another site's rules are none of this one's: as if there were no file (2.3.1.2 leaves that open), and that site is not asked.
            if (!Site.Same(redirected.To, asked)) return new Refused(RefusalReason.HttpStatus, $"{asked} leads to another site: {redirected.To}", 302);
            request = request with { Address = redirected.To };
        }
        return new Refused(RefusalReason.HttpStatus, $"more than {MostRedirects} redirects", 302);
    }
}
