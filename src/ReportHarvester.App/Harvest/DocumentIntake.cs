using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// Brings one listed report into the store: the article and the documents it carries, all of them manifestations of one report. Doing it
/// again changes nothing.
/// </summary>
sealed class DocumentIntake(ReportStore store, Acquisition acquisition, Func<byte[], string?, Reading> read, TimeProvider time, Tally tally)
{
    // Reading: null where this version of the reader has read it before for an agency of the source.
    sealed record Document(string Url, Original Original, Reading? Reading);

    readonly HashSet<string> gone = [];

    /// <summary>The addresses of listed reports that answered that there is nothing, in so many words or by sending to the home page.</summary>
    public IReadOnlySet<string> Gone => gone;

    /// <param name="listed">Whether its column lists it now.</param>
    public async Task Take(Source source, ReportLink link, CancellationToken cancellationToken, bool listed = true)
    {
        var url = link.Known.AbsoluteUri;
        if (await acquisition.Get(new PageRequest(link.Address) { KnownAs = link.Before }, Wanted.Article, cancellationToken) is not { } article)
        {
            if (acquisition.SaysGone(url)) gone.Add(url);
            if (listed && !acquisition.PutOff) tally.Count(Counted.LinksRefused);
            return;
        }
        var carried = article.Read(bytes => Discovery.Attachments(bytes, article.Charset, article.Address));
        foreach (var passed in carried.Passed) Pass(passed);
        var (documents, besides, refused, dead) = await Gather(source, url, article, carried, cancellationToken);
        // Without all that it carries it is not judged; what was fetched of it is kept.
        if (acquisition.PutOff) return;
        var absent = IsStandIn(source, documents);
        // Any other page in its place may be a gate's: it is no version of the report, and no word that it is gone.
        if (absent && Discovery.IsHome(article.Address) && !Discovery.IsHome(link.Address)) gone.Add(url);
        if (!acquisition.Offline && !absent) store.SavePresence(url, time.GetUtcNow());
        // Of pages in frames it is not known whether one that could not be had carried nothing; they stay. Nor do dead links alone say that what was there before is there no more.
        var told = !acquisition.Offline && !absent && refused == dead && (carried.Documents.Count > dead || HasFigures(documents[0]) || store.HasFigures(source.Key, url, itself: true));
        if (told) TellDoubts(url, store.SaveCarried(source.Key, url, [.. documents.Select(d => d.Url), .. besides, .. carried.Frames.Select(frame => frame.AbsoluteUri)], time.GetUtcNow()));
        var belonging = Belonging.Of(source, link);
        if (!absent && listed) store.SaveListed(source.Key, url, belonging.Title!, time.GetUtcNow());
        if (!absent) SaveAll(documents, belonging);
        if (told) store.SaveDropped(source.Key, url, time.GetUtcNow());
        var collects = refused + carried.Passed.Count > 0 && MayCollect(source, belonging, documents);
        if (!acquisition.Offline && !absent) store.SaveMissed(source.Key, url, collects ? refused + carried.Passed.Count : 0);
        // A cover of which no document could be had is no report, and of a collection each is one.
        if (listed && (absent || (refused > 0 && (collects || (refused == carried.Documents.Count && !store.HasFigures(source.Key, url, itself: true)))))) tally.Count(Counted.LinksRefused);
    }

    // An article's documents; the addresses of what it carries without being another: what gives the same bytes, and what is linked and not there; and how many were refused, among them these.
    async Task<(List<Document> Documents, List<string> Besides, int Refused, int Dead)> Gather(Source source, string url, Original article, Carried carried, CancellationToken cancellationToken)
    {
        var (documents, besides, refused, dead) = (new List<Document> { Read(url, article, source.Names) }, new List<string>(), 0, 0);
        foreach (var address in carried.Documents)
        {
            var isNew = store.LastVisit(address.AbsoluteUri) is null;
            if (await acquisition.Get(address, Wanted.Attachment, cancellationToken) is not { } attachment)
            {
                refused++;
                if (!acquisition.SaysGone(address.AbsoluteUri)) continue;
                dead++;
                besides.Add(address.AbsoluteUri);
                // With a token that was never seen it may be one that was read before.
                if (isNew) besides.AddRange(store.DocumentsOf(url).Where(known => Discovery.DifferInValues(new Uri(known), address)));
            }
            // The same bytes at another address, as a token in it makes them, are the same document.
            else if (documents.Exists(d => d.Original.Sha256 == attachment.Sha256)) besides.Add(address.AbsoluteUri);
            else documents.Add(Read(store.KnownAs(url, address.AbsoluteUri, attachment.Sha256) ?? address.AbsoluteUri, attachment, source.Names));
        }
        foreach (var address in carried.Frames)
            if (await acquisition.Get(address, Wanted.Article, cancellationToken) is { } page && Read(address.AbsoluteUri, page, source.Names) is var framed && (framed.Reading is null || HasFigures(framed)))
                documents.Add(framed);
        return (documents, besides, refused, dead);
    }

    // What it carries prints several names, or may where it is no report itself and its list names nobody for whom the source speaks.
    bool MayCollect(Source source, Belonging belonging, List<Document> documents) => AttachedNames(documents, belonging.Article).Count > 1
        || (source.Names.Count > 1 && !store.IsNamed(source.Names, belonging.Title!) && !HasFigures(documents[0]) && !store.HasFigures(source.Key, belonging.Article, itself: true));

    void Pass(PassedLink passed)
    {
        tally.Count(Counted.Passed(passed.Reason));
        tally.Tell(HarvestStep.Passed, passed.Title, $"{passed.Reason}: {passed.Address}");
    }

    // A home page, a login or whatever else a gate shows in place of the article is no version of it.
    bool IsStandIn(Source source, List<Document> documents)
    {
        if (documents is not [{ Reading: { Format: Reports.DocumentFormat.Html, Report.Figures.Count: 0 } } page] || !store.IsStandIn(source.Key, page.Url, page.Original.Sha256)) return false;
        tally.Count(Counted.Refused);
        tally.Count(Counted.RefusedFor(RefusalReason.SoftNotFound));
        tally.Tell(HarvestStep.Refused, page.Url, $"{RefusalReason.SoftNotFound}: a page without figures, where there were some or which other articles give too");
        return true;
    }

    /// <summary>Reads a kept document that only older readers have read; what was read, or null where there is nothing to read.</summary>
    public Reading? Reread(OutdatedReading outdated)
    {
        if (!acquisition.IsKept(outdated.Sha256)) return null;
        var original = new Original(store.Originals, outdated.Sha256, outdated.ContentType, new Uri(outdated.Url));
        var reading = original.Read(bytes => read(bytes, original.Charset));
        Save(new Document(outdated.Url, original, reading), reading, Belonging.Of(outdated));
        tally.Count(Counted.ReadAgain);
        return reading;
    }

    /// <summary>Brings documents in that a person fetched: the first is the article, the others came with it.</summary>
    public void Import(IReadOnlyList<(string Url, Original Original)> documents, Belonging belonging) =>
        SaveAll([.. documents.Select(document => Read(document.Url, document.Original, belonging.Agencies))], belonging with { Imported = true });

    Document Read(string url, Original original, IReadOnlyList<string> agencies) =>
        new(url, original, store.HasReading(original.Sha256, url, ReadingJson.ReaderVersion, agencies) ? null : original.Read(bytes => read(bytes, original.Charset)));

    // Those with figures first: what says nothing of itself joins the report that they make.
    void SaveAll(List<Document> documents, Belonging belonging)
    {
        if (documents.All(document => document.Reading is null)) return;
        var names = AttachedNames(documents, belonging.Article);
        var any = documents.Any(HasFigures) || store.HasFigures(belonging.Source, belonging.Article);
        foreach (var document in documents.OrderBy(d => !HasFigures(d)))
        {
            if (document.Reading is not { } reading) continue;
            // A cover of many agencies' reports is none of them.
            if (names.Count > 1 && document.Url == belonging.Article && !HasFigures(document)) continue;
            var many = names.Count > 1 && document.Url != belonging.Article;
            Save(document, reading, belonging with { OneOfMany = many }, besideOthers: any && !HasFigures(document));
        }
    }

    static bool HasFigures(Document document) => document.Reading?.Report.Figures.Count > 0;

    // Names of which one is the end of another, as 市财政局 is of 东湖市财政局, are one.
    List<string> AttachedNames(List<Document> documents, string article)
    {
        var names = documents.Where(d => d.Url != article && HasFigures(d)).Select(d => d.Reading!.Report.Agency).OfType<string>()
            .Concat(store.AttachedNames(article)).Distinct().ToList();
        return [.. names.Where(name => !names.Any(longer => longer != name && longer.EndsWith(name, StringComparison.Ordinal)))];
    }

    void Save(Document document, Reading reading, Belonging belonging, bool besideOthers = false)
    {
        if (store.HasReading(document.Original.Sha256, document.Url, ReadingJson.ReaderVersion, belonging.Agencies)) return;
        var saved = store.SaveReading(new NewReading
        {
            Source = belonging.Source, Agencies = belonging.Agencies, Url = document.Url, Sha256 = document.Original.Sha256,
            Article = belonging.Article, LinkTitle = belonging.Title, OneOfMany = belonging.OneOfMany, Imported = belonging.Imported,
            ScopeHint = belonging.Scope, ReaderVersion = ReadingJson.ReaderVersion, Reading = reading, YearHint = belonging.Year, At = time.GetUtcNow(),
        });
        if (saved.WasStored) return;
        // A cover, or a scan beside the text, fails nobody: the report is there.
        tally.Count(besideOthers ? Counted.WithoutFigures : Counted.Read(reading.Outcome));
        if (saved.Novelty == Novelty.NewReport) tally.Count(Counted.ReportsNew);
        if (saved.Novelty == Novelty.NewVersion) tally.Count(Counted.ReportsNewVersion);
        if (saved.Novelty == Novelty.Twin) tally.Count(Counted.Twins);
        tally.Tell(HarvestStep.Read, document.Url, $"{string.Join('、', belonging.Agencies)} {reading.Report.Year ?? belonging.Year}: {reading.Outcome}, "
            + $"{reading.Report.Figures.Count} figures, {reading.Issues.Count} issues");
        TellDoubts(document.Url, saved.Doubts);
    }

    void TellDoubts(string url, string? doubts)
    {
        foreach (var doubt in doubts?.Split('\n') ?? [])
        {
            tally.Count(Counted.ReportIssues);
            tally.Tell(HarvestStep.Unexpected, url, doubt);
        }
    }
}
