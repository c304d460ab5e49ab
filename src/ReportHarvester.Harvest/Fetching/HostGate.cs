using System.Collections.Concurrent;

namespace ReportHarvester.Harvest;

/// <summary>Where it is kept from one run to the next until when a host is to be left alone.</summary>
/// <param name="Recall">Until when, as it was kept last; null if nothing was.</param>
/// <param name="Keep">Told of every long rest of a host.</param>
public sealed record RestShelf(Func<string, DateTimeOffset?> Recall, Action<string, DateTimeOffset> Keep);

/// <summary>Lets one request at a time through to a host, with a pause after each that follows how long the host takes to answer.</summary>
/// <param name="shelf">Where it is kept which hosts are to be left alone; whoever asks next keeps to it. Null: nowhere, and nobody else asks.</param>
sealed class HostGate(FetchOptions options, TimeProvider time, RestShelf? shelf = null)
{
    // Shorter ones are kept when the run ends, and are over before another run begins where it was cut off.
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // What a host asks for, or a clock that was set wrong has kept, is believed for so long and no longer: nobody is left alone for years.
    static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // A host that takes a second to answer is asked every five seconds.
    const int AnswersToPause = 5;

    readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    // Not the time of day, which is set forward and back: a pause is as long as it is.
    readonly long zero = time.GetTimestamp();

    TimeSpan Now => time.GetElapsedTime(zero);

    /// <summary>How long the host has to be left alone from now on.</summary>
    public TimeSpan Wait(string host)
    {
        var wait = Of(host).Next - Now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Waits for the host's turn; disposing the answer ends it. Null where it has to be left alone for longer, be it by what was learned of it meanwhile.</summary>
    public async Task<Turn?> Enter(string host, TimeSpan longest, CancellationToken cancellationToken)
    {
        var entered = Of(host);
        await entered.One.WaitAsync(cancellationToken);
        try
        {
            // A timer goes by whole milliseconds of a coarse clock and may ring some of them early.
            for (TimeSpan wait; (wait = Wait(host)) > TimeSpan.Zero;)
            {
                if (wait > longest)
                {
                    entered.One.Release();
                    return null;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
            }
            var turn = new Turn(this, entered);
            turn.SetOut();
            return turn;
        }
        catch
        {
            entered.One.Release();
            throw;
        }
    }

    /// <summary>Leaves the host alone for at least this long.</summary>
    public void Rest(string host, TimeSpan span)
    {
        span = Believed(span);
        Rest(Of(host), span);
        if (span > Kept) shelf?.Keep(host, time.GetUtcNow() + span);
    }

    /// <summary>Keeps which hosts are still to be left alone for a while.</summary>
    public void Close()
    {
        foreach (var (name, _) in hosts)
            if (Wait(name) is var wait && wait > TimeSpan.Zero) shelf?.Keep(name, time.GetUtcNow() + wait);
    }

    /// <summary>The host wants at least this between two requests.</summary>
    public void Slow(string host, TimeSpan pause)
    {
        var slowed = Of(host);
        if (pause <= slowed.Least) return;
        (slowed.Least, slowed.Pause) = (pause, pause > slowed.Pause ? pause : slowed.Pause);
        // Robots.txt, which says so, was a request too.
        if (slowed.Left is { } left && left + pause > slowed.Next) slowed.Next = left + pause;
    }

    /// <summary>Jitter only ever lengthens a wait.</summary>
    public static TimeSpan Jittered(TimeSpan span) => span * (1 + Random.Shared.NextDouble() / 2);

    void Rest(Host host, TimeSpan span)
    {
        var until = Now + span;
        if (until > host.Next) host.Next = until;
    }

    // An address that fails however often is one failure: a few dead links are no dead host.
    void Leave(Host host, TimeSpan since, Uri? failed)
    {
        if (failed is null) host.Failed.Clear();
        else host.Failed.Add(failed);
        if (options.Pause > TimeSpan.Zero) Pace(host, Now - since, failed is not null);
        host.Left = Now;
        Rest(host, Jittered(host.Pause));
        if (host.Failed.Count >= options.FailuresToSleep) Rest(failed!.Host, options.Sleep);
        host.One.Release();
    }

    // Half the way to what the last answer calls for; a failure may be quick and never makes the pause shorter.
    void Pace(Host host, TimeSpan taken, bool failed)
    {
        var called = (host.Pause + taken * AnswersToPause) / 2;
        if (called > options.LongestPause) called = options.LongestPause;
        if (called < host.Least) called = host.Least;
        if (!failed || called > host.Pause) host.Pause = called;
    }

    Host Of(string host) => hosts.GetOrAdd(host, _ => new Host { Least = options.Pause, Pause = options.Pause, Next = shelf is null ? TimeSpan.Zero : First(shelf.Recall(host)) });

    // A run that was cut off kept nothing of its last requests: nobody is asked right after a start.
    TimeSpan First(DateTimeOffset? until) => until - time.GetUtcNow() is { } rest && Now + rest > options.Pause ? Now + Believed(rest) : options.Pause;

    static TimeSpan Believed(TimeSpan rest) => rest < Longest ? rest : Longest;

    internal sealed class Host
    {
        public SemaphoreSlim One { get; } = new(1, 1);
        public TimeSpan Next { get; set; }

        /// <summary>When the last request to it ended; null: none yet.</summary>
        public TimeSpan? Left { get; set; }
        public TimeSpan Least { get; set; }
        public TimeSpan Pause { get; set; }
        public HashSet<Uri> Failed { get; } = [];
    }

    /// <summary>A request on its way.</summary>
    internal sealed class Turn(HostGate gate, Host host) : IDisposable
    {
        TimeSpan since;

        /// <summary>The address of which nothing usable came, through the host's fault or the network's.</summary>
        public Uri? Failed { get; set; }

        /// <summary>The request sets out now, by which it is told how long its answer took.</summary>
        public void SetOut() => since = gate.Now;

        public void Dispose() => gate.Leave(host, since, Failed);
    }
}
