using System.Collections.Concurrent;

namespace ReportHarvester.Tests.Harvest;

/// <summary>
/// A clock that tests turn by hand. Waits up to <paramref name="jump"/> are over at once and move the clock by as much; longer ones,
/// such as the limits of a fetch, end only when <see cref="Advance"/> passes them.
/// </summary>
sealed class FakeTime(TimeSpan jump) : TimeProvider
{
    readonly ConcurrentDictionary<Timer, byte> pending = [];
    readonly ConcurrentQueue<TimeSpan> jumps = [];
    long ticks = new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>The waits that were jumped over, in their order.</summary>
    public IReadOnlyList<TimeSpan> Jumps => [.. jumps];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan span)
    {
        var now = Interlocked.Add(ref ticks, span.Ticks);
        foreach (var timer in pending.Keys.Where(t => t.Due <= now)) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class Timer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.pending.TryRemove(this, out _);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            Due = Interlocked.Read(ref time.ticks) + dueTime.Ticks;
            time.pending[this] = 0;
            if (dueTime > time.jump) return true;
            time.jumps.Enqueue(dueTime);
            Interlocked.Add(ref time.ticks, dueTime.Ticks);
            ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Fire()
        {
            if (time.pending.TryRemove(this, out _)) callback(state);
        }

        public void Dispose() => time.pending.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    readonly TimeSpan jump = jump;
}
