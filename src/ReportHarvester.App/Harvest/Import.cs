using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Takes in files as if they had been fetched: kept, visited, read, stored, and marked as imported. Doing it again changes nothing.</summary>
sealed class Import(ReportStore store, Func<byte[], string?, Reading> read, TimeProvider time, Tally tally, Source source)
{
    readonly DocumentIntake intake = new(store, new Acquisition(store, fetcher: null, time, tally), read, time, tally);

    /// <param name="url">Where it was fetched; null: it is known by its path below the root.</param>
    public void Take(GivenDocuments report, Uri? url, string root, int? year)
    {
        store.SaveSource(source.Key, source.Names, source.Address.Scheme is "import" ? "" : source.Address.AbsoluteUri, time.GetUtcNow());
        var documents = new List<(string Url, Original Original)>();
        foreach (var file in report.Files)
        {
            var address = url is not null && documents.Count == 0 ? url.AbsoluteUri : Named(file, root);
            if (Keep(file, address) is { } original) documents.Add((address, original));
        }
        if (documents.Count == 0) return;
        if (url is not null) store.SaveLink(source.Key, url.AbsoluteUri, report.Title, time.GetUtcNow());
        intake.Import(documents, Belonging.Of(source, documents[0].Url) with { Year = year ?? report.Year, Title = report.Title });
    }

    Original? Keep(FileInfo file, string address)
    {
        if (!GivenFile.TryOpen(file.FullName, out var bytes, out var trouble) || bytes is not { Length: > 0 })
        {
            tally.Count(Counted.NotOpened);
            tally.Tell(HarvestStep.Refused, file.FullName, trouble ?? (bytes is null ? "larger than any document that is read" : "empty"));
            return null;
        }
        var sha256 = store.Originals.Keep(bytes);
        // Its validators are the file's no more, so that the next harvest asks for the whole.
        if (store.LastVisit(address)?.Sha256 != sha256)
            store.SaveVisit(new Visit { Url = address, Status = 0, Sha256 = sha256, At = time.GetUtcNow() });
        tally.Count(Counted.Imported);
        return new Original(store.Originals, sha256, null, new Uri(address));
    }

    // Readable, and an address all the same.
    string Named(FileInfo file, string root) => "import:///" + string.Join('/', Path.GetRelativePath(root, file.FullName).Split(Path.DirectorySeparatorChar)
        .Prepend(source.Key.Replace("import:", "", StringComparison.Ordinal)).Select(part => string.Concat(part.Select(c => c is '%' or '?' or '#' or ' ' ? Uri.HexEscape(c) : $"{c}"))));
}
