using System.Net;

namespace ReportHarvester.Harvest;

/// <summary>Gets bytes politely: one request at a time to a host, with pauses, retries and limits; or refuses them, and says why.</summary>
public sealed class Fetcher : IDisposable
{
    readonly FetchOptions options;
    readonly TimeProvider time;
    readonly HostGate gate;
    readonly Exchange exchange;

    public Fetcher(FetchOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        gate = new HostGate(options.Pause, time);
        exchange = new Exchange(options, time);
    }

    /// <summary>Fetches one address. Whatever the network does becomes a <see cref="Refused"/>; only cancelling throws.</summary>
    public async Task<FetchAnswer> Fetch(FetchRequest request, CancellationToken cancellationToken)
    {
        var wait = options.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Follow(request, cancellationToken);
            if (answer is not Refused { Passing: true } refused || attempt == options.Tries) return answer;
            // Where the server named a time, the gate holds the next request back until then.
            if (refused.RetryAfter is null) await Task.Delay(HostGate.Jittered(wait), time, cancellationToken);
            wait *= 3;
        }
    }

    public void Dispose() => exchange.Dispose();

    // Every hop is a request of its own: it is checked, waits for its host's turn, and counts.
    async Task<FetchAnswer> Follow(FetchRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var hop = 0; hop <= options.Redirects; hop++)
        {
            if (AddressGuard.Objection(address) is { } objection) return new Refused(RefusalReason.AddressNotAllowed, objection);
            if (gate.Wait(address.Host) > options.LongestWait)
                return new Refused(RefusalReason.HttpStatus, $"{address.Host} asked to be left alone", (int)HttpStatusCode.TooManyRequests);
            var answer = await Visit(request with { Address = address }, cancellationToken);
            if (answer is not Redirected redirected) return answer;
            address = redirected.To;
        }
        return new Refused(RefusalReason.HttpStatus, $"more than {options.Redirects} redirects", (int)HttpStatusCode.Found);
    }

    async Task<FetchAnswer> Visit(FetchRequest request, CancellationToken cancellationToken)
    {
        using var turn = await gate.Enter(request.Address.Host, cancellationToken);
        var answer = await exchange.Run(request, cancellationToken);
        if (answer is not Refused { RetryAfter: { } patience } refused) return answer;
        gate.Rest(request.Address.Host, patience);
        return patience > options.LongestWait ? refused with { Passing = false } : refused;
    }
}
