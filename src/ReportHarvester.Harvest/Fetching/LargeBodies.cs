namespace ReportHarvester.Harvest;

/// <summary>Bounds what bodies take of memory together: small ones are held by the dozen, of large ones so many hosts as may send them are let in one after the other.</summary>
sealed class LargeBodies(FetchOptions options) : IDisposable
{
    readonly SemaphoreSlim places = new(options.LargeAtOnce);

    /// <param name="whole">The limit of the whole exchange, which does not run while it waits.</param>
    public Place Enter(CancellationTokenSource whole) => new(this, whole);

    public void Dispose() => places.Dispose();

    /// <summary>What one body holds: nothing while it is small.</summary>
    public sealed class Place(LargeBodies all, CancellationTokenSource whole) : IDisposable
    {
        bool held;

        /// <summary>To be asked before the body becomes as large as this; the sender is kept waiting meanwhile.</summary>
        /// <param name="slow">The limit of its speed, which does not run while it waits.</param>
        public async Task Need(long bytes, CancellationTokenSource? slow, CancellationToken cancellationToken)
        {
            if (held || bytes <= all.options.LargeBody) return;
            whole.CancelAfter(Timeout.InfiniteTimeSpan);
            slow?.CancelAfter(Timeout.InfiniteTimeSpan);
            await all.places.WaitAsync(cancellationToken);
            held = true;
            whole.CancelAfter(all.options.WholeLimit);
            slow?.CancelAfter(all.options.RateSpan);
        }

        public void Dispose()
        {
            if (held) all.places.Release();
        }
    }

    readonly FetchOptions options = options;
}
