using ReportHarvester.Harvest;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>Where a document belongs: the source that led to it, its own address, and the year that its link names.</summary>
sealed record Belonging(string Source, IReadOnlyList<string> Agencies, string Url, int? Year);

/// <summary>Brings one listed report into the store: the article, or the documents it carries. Doing it again changes nothing.</summary>
sealed class DocumentIntake(ReportStore store, Acquisition acquisition, Func<byte[], string?, Reading> read, TimeProvider time, Tally tally)
{
    public async Task Take(Source source, ReportLink link, CancellationToken cancellationToken)
    {
        if (await acquisition.Get(link.Address, Wanted.Article, cancellationToken) is not { } article) return;
        var belonging = new Belonging(source.Key, source.Names, link.Address.AbsoluteUri, link.Year);
        var attachments = Discovery.Attachments(article.Bytes, article.Charset, article.Address);
        if (attachments.Count == 0)
        {
            Keep(article, belonging);
            return;
        }
        // Whether the article itself is the report shows only when it is read; attachments may be no more than its twins.
        var reading = read(article.Bytes, article.Charset);
        if (reading.Report.Figures.Count == 0 && await TakeAttachments(attachments, belonging, cancellationToken)) return;
        Save(article, reading, belonging);
    }

    /// <summary>Reads a kept document that only older readers have read.</summary>
    public void Reread(OutdatedReading outdated)
    {
        if (acquisition.Kept(outdated.Sha256) is not { } bytes) return;
        var original = new Original(outdated.Sha256, bytes, outdated.ContentType, new Uri(outdated.Url));
        Keep(original, new Belonging(outdated.Source, outdated.Agencies, outdated.Url, outdated.Year));
        tally.Count(Counted.ReadAgain);
    }

    // True if at least one was had: then the article is only their cover.
    async Task<bool> TakeAttachments(IEnumerable<Uri> attachments, Belonging article, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var address in attachments)
        {
            if (await acquisition.Get(address, Wanted.Attachment, cancellationToken) is not { } document) continue;
            Keep(document, article with { Url = address.AbsoluteUri });
            any = true;
        }
        return any;
    }

    void Keep(Original original, Belonging belonging)
    {
        if (store.HasReading(original.Sha256, belonging.Url, ReadingJson.ReaderVersion)) return;
        Save(original, read(original.Bytes, original.Charset), belonging);
    }

    void Save(Original original, Reading reading, Belonging belonging)
    {
        if (store.HasReading(original.Sha256, belonging.Url, ReadingJson.ReaderVersion)) return;
        var saved = store.SaveReading(new NewReading
        {
            Source = belonging.Source, Agencies = belonging.Agencies, Url = belonging.Url, Sha256 = original.Sha256,
            ReaderVersion = ReadingJson.ReaderVersion, Reading = reading, YearHint = belonging.Year, At = time.GetUtcNow(),
        });
        tally.Count(Counted.Read(reading.Outcome));
        if (saved.Novelty == Novelty.NewReport) tally.Count(Counted.ReportsNew);
        if (saved.Novelty == Novelty.NewVersion) tally.Count(Counted.ReportsNewVersion);
        tally.Tell(HarvestStep.Read, belonging.Url, $"{string.Join('、', belonging.Agencies)} {reading.Report.Year ?? belonging.Year}: {reading.Outcome}, "
            + $"{reading.Report.Figures.Count} figures, {reading.Issues.Count} issues");
    }
}
