using System.Collections.Concurrent;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// Brings what an address gives into the archive, asking conditionally where a copy is kept. The bytes are kept first and the visit
/// is saved second, so a run that is killed between the two fetches once more and never believes in bytes that are not there.
/// </summary>
/// <param name="fetcher">Null: nothing is asked of anybody, and the archive answers.</param>
/// <param name="run">Whose memory it shares; null: it has one of its own.</param>
/// <param name="allowance">What the source for which it asks lets its site be asked; null: it asks for none.</param>
sealed class Acquisition(ReportStore store, Fetcher? fetcher, TimeProvider time, Tally tally, Acquisition? run = null, Allowance? allowance = null)
{
    // What this run already asked for. Several lists may name one address, also at the same time; null where it was refused.
    readonly ConcurrentDictionary<string, Lazy<Task<Original?>>> asked = run?.asked ?? [];

    // What answered this run that there is nothing, in whatever words.
    readonly ConcurrentDictionary<string, RefusalReason> gone = run?.gone ?? [];

    /// <summary>The same for one of the sources of the run: counted for it, and within what it allows.</summary>
    public Acquisition For(Allowance allowed, Tally counted) => new(store, fetcher, time, counted, this, allowed);

    /// <summary>True once the source may ask no more in this run; what is left waits for the next one.</summary>
    public bool PutOff { get; private set; }

    /// <summary>The bytes of an address; null if they were refused, which is logged and counted.</summary>
    public Task<Original?> Get(Uri address, Wanted wanted, CancellationToken cancellationToken) => Get(new PageRequest(address), wanted, cancellationToken);

    /// <summary>The bytes that a request gives; null if they were refused, which is logged and counted.</summary>
    public Task<Original?> Get(PageRequest request, Wanted wanted, CancellationToken cancellationToken) =>
        asked.GetOrAdd(request.Key, _ => new(() => Ask(request, wanted, cancellationToken))).Value;

    /// <summary>Lets this run make a request once more, by its key.</summary>
    public void Forget(string key) => asked.TryRemove(key, out _);

    async Task<Original?> Ask(PageRequest page, Wanted wanted, CancellationToken cancellationToken)
    {
        var address = page.Key;
        var last = store.LastVisit(address);
        var kept = last?.Sha256 is { } sha256 && IsKept(sha256);
        if (fetcher is null) return FromArchive(page, last, kept);
        store.RequireRoom();
        var request = new FetchRequest(page.Address, wanted) { Form = page.Form, Allowance = allowance };
        if (kept) request = request with { ETag = last!.ETag, LastModified = last.LastModified, FoundAt = FoundAt(last, page) };
        return await fetcher.Fetch(request, cancellationToken) switch
        {
            Fetched fetched => Keep(address, fetched, last, passing: wanted is Wanted.ListPage or Wanted.ListData),
            NotModified same => Confirm(same, last!),
            Refused { Reason: RefusalReason.Window or RefusalReason.Budget } denied => Stop(address, denied),
            Refused { Reason: RefusalReason.Asleep } asleep => Tell(address, asleep),
            Refused refused => Refuse(address, refused, last),
            var other => throw new InvalidOperationException($"A fetch does not end in {other.GetType().Name}."),
        };
    }

    // With another token it is the same page, of which the validators are.
    static Uri? FoundAt(Visit last, PageRequest page) =>
        last.FoundAt is { } text && new Uri(text) is var found && !(page.KnownAs is not null && Discovery.DifferInValues(found, page.Address)) ? found : null;

    /// <summary>Whether a request, by its key, was answered in this run with nothing.</summary>
    public bool SaysGone(string key) => gone.ContainsKey(key);

    /// <summary>True where nothing may be concluded about sites: they are not asked.</summary>
    public bool Offline => fetcher is null;

    // What an address refused when it was asked is not there now either, and that was said then.
    Original? FromArchive(PageRequest page, Visit? last, bool kept)
    {
        if (kept) return Of(last!, page.Address);
        tally.Count(Counted.NotKept);
        tally.Tell(HarvestStep.Refused, page.Key, last is null ? "never asked for, and this run asks nobody" : "gave nothing when it was asked");
        return null;
    }

    /// <summary>Whether the bytes under a hash are there and as they were kept; where they are not, fetching them again heals it.</summary>
    public bool IsKept(string sha256)
    {
        var trouble = "is missing from the archive";
        try
        {
            if (store.Originals.Holds(sha256)) return true;
        }
        catch (Exception altered) when (altered is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            trouble = altered.Message;
        }
        tally.Count(Counted.OriginalsAltered);
        tally.Tell(HarvestStep.Unexpected, sha256, trouble);
        return false;
    }

    /// <summary>What an address gave last, without asking it; null if that is not kept.</summary>
    public Original? Last(Uri address) =>
        store.LastVisit(address.AbsoluteUri) is { Sha256: { } sha256 } last && IsKept(sha256) ? Of(last, address) : null;

    Original Of(Visit last, Uri address) => new(store.Originals, last.Sha256!, last.ContentType, last.FoundAt is { } found ? new Uri(found) : address);

    Original Keep(string address, Fetched fetched, Visit? last, bool passing)
    {
        var sha256 = store.Originals.Keep(fetched.Bytes);
        if (sha256 != last?.Sha256) allowance?.CountKept(fetched.Bytes.Length);
        store.SaveVisit(new Visit
        {
            Url = address, Status = fetched.Status, ETag = fetched.ETag, LastModified = fetched.LastModified,
            Sha256 = sha256, ContentType = fetched.ContentType, At = time.GetUtcNow(), FoundAt = Elsewhere(address, fetched.Address),
        }, passing);
        tally.Count(sha256 == last?.Sha256 ? Counted.FetchedSame : Counted.Fetched);
        tally.Tell(HarvestStep.Fetched, address, $"{fetched.Bytes.Length} bytes");
        return new Original(store.Originals, sha256, fetched.ContentType, fetched.Address);
    }

    Original Confirm(NotModified same, Visit last)
    {
        store.SaveVisit(last with { Status = 304, At = time.GetUtcNow(), FoundAt = Elsewhere(last.Url, same.Address) });
        tally.Count(Counted.NotModified);
        tally.Tell(HarvestStep.NotModified, last.Url);
        return new Original(store.Originals, last.Sha256!, last.ContentType, same.Address);
    }

    // A form that was sent along is part of the key, and none of the address.
    static string? Elsewhere(string key, Uri found) => key.Split(' ')[0] == found.AbsoluteUri ? null : found.AbsoluteUri;

    // Nobody was asked, so nothing is known of the address; another source of the run may still ask for it.
    Original? Stop(string address, Refused denied)
    {
        Forget(address);
        if (PutOff) return null;
        PutOff = true;
        tally.Count(Counted.SourcesPutOff);
        tally.Tell(HarvestStep.PutOff, address, $"{denied.Reason}: {denied.Detail}; the next run goes on from here");
        return null;
    }

    // What the address gave before is still kept, and still good for the next conditional request.
    Original? Refuse(string address, Refused refused, Visit? last)
    {
        if (refused.Status is 404 or 410 || refused.Reason == RefusalReason.SoftNotFound) gone[address] = refused.Reason;
        var visit = last ?? new Visit { Url = address, Status = 0, At = default };
        store.SaveVisit(visit with { Status = refused.Status, At = time.GetUtcNow() });
        return Tell(address, refused);
    }

    Original? Tell(string address, Refused refused)
    {
        tally.Count(Counted.Refused);
        tally.Count(Counted.RefusedFor(refused.Reason));
        tally.Tell(HarvestStep.Refused, address, $"{refused.Reason}: {refused.Detail}");
        return null;
    }
}
