using System.Collections.Concurrent;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>Open stores for the pages, so that visitors at the same time do not wait for one another.</summary>
sealed class StorePool(string folder) : IDisposable
{
    // Each keeps a cache of its own; more than this are closed after use.
    const int Kept = 8;

    readonly ConcurrentBag<ReportStore> idle = [];

    public LentStore Lend() => new(this, idle.TryTake(out var store) ? store : ReportStore.OpenReadOnly(folder));

    public void Dispose()
    {
        while (idle.TryTake(out var store)) store.Dispose();
    }

    public readonly struct LentStore(StorePool pool, ReportStore store) : IDisposable
    {
        public ReportStore Store => store;

        public void Dispose()
        {
            if (pool.idle.Count < Kept) pool.idle.Add(store);
            else store.Dispose();
        }
    }
}
