namespace ReportHarvester.Publisher.Sites;

/// <summary>A line of a list page: where it leads, what it says, when it was put there, and whether it is an annual report.</summary>
sealed record Entry(string Address, string Title, DateOnly Date, bool IsReport = true);

/// <summary>A file that a site answers with, by its path on the host.</summary>
sealed record Answer(string Path, Func<CancellationToken, Task<byte[]>> Content);

/// <summary>A bureau's site: the column with its annual reports, the entries found there, and everything it answers.</summary>
sealed record BureauSite(string Key, string Agency, string Host, string Column, string Note, IReadOnlyList<Entry> Entries, IReadOnlyList<Answer> Answers)
{
    public Uri Address => new($"http://{Host}{Column}");

    /// <summary>The links to annual reports that the column holds, whole titles and absolute addresses, in the order of the list.</summary>
    public IEnumerable<(Uri Address, string Title)> Links =>
        Entries.Where(e => e.IsReport).Select(e => (new Uri(Address, e.Address), e.Title));
}
