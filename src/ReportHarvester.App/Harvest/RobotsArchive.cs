using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Keeps robots.txt files as everything else that is fetched: bytes in the archive, visits in the log.</summary>
static class RobotsArchive
{
    public static RobotsShelf Of(ReportStore store, TimeProvider time) => new(address => Recall(store, address), (address, answer) => Keep(store, address, answer, time.GetUtcNow()));

    static Fetched? Recall(ReportStore store, Uri address)
    {
        if (store.LastVisit(address.AbsoluteUri) is not { Sha256: { } sha256 } last || (last.ETag ?? last.LastModified) is null) return null;
        try
        {
            return store.Originals.Read(sha256) is { } bytes ? new Fetched { Address = address, Bytes = bytes, Status = last.Status, ETag = last.ETag, LastModified = last.LastModified } : null;
        }
        catch (InvalidDataException)
        {
            // Altered since it was kept: fetched anew.
            return null;
        }
    }

    static void Keep(ReportStore store, Uri address, FetchAnswer answer, DateTimeOffset at)
    {
        var url = address.AbsoluteUri;
        if (answer is Fetched file)
            store.SaveVisit(new Visit
            {
                Url = url, Status = file.Status, ETag = file.ETag, LastModified = file.LastModified, Sha256 = store.Originals.Keep(file.Bytes), ContentType = file.ContentType, At = at,
            }, passing: true);
        else if (answer is NotModified && store.LastVisit(url) is { } last) store.SaveVisit(last with { Status = 304, At = at });
    }
}
