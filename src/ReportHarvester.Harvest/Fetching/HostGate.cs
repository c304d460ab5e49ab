using System.Collections.Concurrent;

namespace ReportHarvester.Harvest;

/// <summary>Lets one request at a time through to a host, with a pause after each.</summary>
sealed class HostGate(TimeSpan pause, TimeProvider time)
{
    readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long the host has to be left alone from now on.</summary>
    public TimeSpan Wait(string host)
    {
        var wait = Of(host).Next - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Waits for the host's turn; disposing the answer ends it.</summary>
    public async Task<IDisposable> Enter(string host, CancellationToken cancellationToken)
    {
        var turn = new Turn(this, Of(host));
        await turn.Host.One.WaitAsync(cancellationToken);
        try
        {
            await Task.Delay(Wait(host), time, cancellationToken);
            return turn;
        }
        catch
        {
            turn.Host.One.Release();
            throw;
        }
    }

    /// <summary>Leaves the host alone for at least this long.</summary>
    public void Rest(string host, TimeSpan span) => Rest(Of(host), span);

    /// <summary>Jitter only ever lengthens a wait.</summary>
    public static TimeSpan Jittered(TimeSpan span) => span * (1 + Random.Shared.NextDouble() / 2);

    void Rest(Host host, TimeSpan span)
    {
        var until = time.GetUtcNow() + span;
        if (until > host.Next) host.Next = until;
    }

    void Leave(Host host)
    {
        Rest(host, Jittered(pause));
        host.One.Release();
    }

    Host Of(string host) => hosts.GetOrAdd(host, _ => new Host());

    sealed class Host
    {
        public SemaphoreSlim One { get; } = new(1, 1);
        public DateTimeOffset Next { get; set; }
    }

    sealed class Turn(HostGate gate, Host host) : IDisposable
    {
        public Host Host => host;

        public void Dispose() => gate.Leave(host);
    }
}
