using System.Net;

namespace ReportHarvester.Harvest;

/// <summary>Gets bytes politely: one request at a time to a host and to an address, with pauses, retries and limits; or refuses them, and says why.</summary>
public sealed class Fetcher : IDisposable
{
    readonly FetchOptions options;
    readonly TimeProvider time;
    readonly HostGate gate;
    readonly ServerAddresses addresses;
    readonly Exchange exchange;
    readonly RobotsCache robots;

    /// <param name="shelf">Where robots.txt files are kept from one run to the next; null: nowhere.</param>
    /// <param name="rests">Where it is kept which hosts are to be left alone; null: nowhere.</param>
    public Fetcher(FetchOptions options, TimeProvider time, RobotsShelf? shelf = null, RestShelf? rests = null)
    {
        this.options = options;
        this.time = time;
        gate = new HostGate(options, time, rests);
        addresses = new ServerAddresses(options, time);
        exchange = new Exchange(options, time);
        robots = new RobotsCache(time, (asked, cancellationToken) => Persist(() => Visit(asked, cancellationToken), cancellationToken), shelf);
    }

    /// <summary>Fetches one address. Whatever the network does becomes a <see cref="Refused"/>; only cancelling throws.</summary>
    public Task<FetchAnswer> Fetch(FetchRequest request, CancellationToken cancellationToken) => Persist(() => Follow(request, cancellationToken), cancellationToken);

    public void Dispose()
    {
        gate.Close();
        exchange.Dispose();
    }

    async Task<FetchAnswer> Persist(Func<Task<FetchAnswer>> ask, CancellationToken cancellationToken)
    {
        var wait = options.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ask();
            if (answer is not Refused { Passing: true } refused || attempt == options.Tries) return answer;
            // Where the server named a time, the gate holds the next request back until then.
            if (refused.RetryAfter is null) await Task.Delay(HostGate.Jittered(wait), time, cancellationToken);
            wait *= 3;
        }
    }

    // Every hop is a request of its own: it is checked, its host's robots.txt too, waits for its host's turn, and counts.
    async Task<FetchAnswer> Follow(FetchRequest request, CancellationToken cancellationToken)
    {
        var (address, asked, validated) = (request.Address, request.Address, request.FoundAt ?? request.Address);
        for (var hop = 0; hop <= options.Redirects; hop++)
        {
            if (AddressGuard.Objection(address) is { } objection) return new Refused(RefusalReason.AddressNotAllowed, objection);
            if (!Site.Same(address, asked)) return new Refused(RefusalReason.AddressNotAllowed, $"{asked} leads to another site: {address}");
            request = request with { Address = address };
            if (request.Allowance?.Objection() is { } denied) return denied;
            var rules = await robots.Of(request, cancellationToken);
            if (rules.Objection(address) is { } forbidden) return forbidden;
            gate.Slow(address.Host, rules.Delay);
            // A page on the way may well be unchanged where what it leads to is not.
            var answer = await Visit(address == validated ? request : request with { ETag = null, LastModified = null }, cancellationToken);
            if (answer is not Redirected redirected) return answer;
            address = redirected.To;
            if (!redirected.KeepsForm) request = request with { Form = null };
        }
        return new Refused(RefusalReason.HttpStatus, $"more than {options.Redirects} redirects", (int)HttpStatusCode.Found);
    }

    async Task<FetchAnswer> Visit(FetchRequest request, CancellationToken cancellationToken)
    {
        var host = request.Address.Host;
        if (gate.Wait(host) > options.LongestWait) return Asleep(host);
        // Whoever waits behind others learns only here what these were answered.
        using var turn = await gate.Enter(host, options.LongestWait, cancellationToken);
        if (turn is null) return Asleep(host);
        using var servers = new Turns();
        // First the host, then whatever server it may be dialled at, all in one order, so that nobody waits in a circle.
        foreach (var server in await addresses.Of(host, cancellationToken))
            if (await gate.Enter($"at {server}", options.LongestWait, cancellationToken) is { } at) servers.Add(at);
            else return Asleep(host);
        // Asked again after the wait, which may have been long.
        if (request.Allowance?.Objection() is { } denied) return denied;
        turn.SetOut();
        servers.SetOut();
        var answer = await exchange.Run(request, cancellationToken);
        // A gate before every address is as little use as a host that is down, and asking on is what it is there against.
        turn.Failed = answer is Refused { Passing: true } or Refused { Reason: RefusalReason.Timeout or RefusalReason.ChallengePage } or Refused { Status: (int)HttpStatusCode.Forbidden } ? request.Address : null;
        if (answer is not Refused { Passing: true } refused) return answer;
        if (refused.RetryAfter is not { } patience) return refused;
        gate.Rest(host, patience);
        return patience > options.LongestWait ? refused with { Passing = false } : refused;
    }

    static Refused Asleep(string host) => new(RefusalReason.Asleep, $"{host} is left alone: it asked for that, or failed too often in a row");

    // Those at the servers of a host, which end together.
    sealed class Turns : IDisposable
    {
        readonly List<HostGate.Turn> turns = [];

        public void Add(HostGate.Turn turn) => turns.Add(turn);

        public void SetOut() => turns.ForEach(turn => turn.SetOut());

        public void Dispose() => turns.ForEach(turn => turn.Dispose());
    }
}
