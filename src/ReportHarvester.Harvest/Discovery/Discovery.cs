namespace ReportHarvester.Harvest;

/// <summary>Finds reports in list pages and documents in article pages. Pure: bytes and an address in, links out.</summary>
public static class Discovery
{
    const int MaxAttachments = 20;

    /// <summary>Reads one page of a list.</summary>
    /// <param name="charset">The charset that the server declared; null if none.</param>
    /// <param name="address">Where the page was found, after redirects.</param>
    /// <param name="inColumn">True where the page is known to belong to a column of annual reports, whatever it says of itself.</param>
    public static ListPage ReadList(byte[] bytes, string? charset, Uri address, bool inColumn = false)
    {
        var page = PageScan.Of(Charset.Decode(bytes, charset), address);
        var taken = new Dictionary<Uri, ReportLink>();
        var passed = new List<PassedLink>();
        inColumn |= IsColumn(page, address);
        foreach (var anchor in page.Anchors)
        {
            var (link, reason) = Judge(anchor, page, address, inColumn);
            if (link is null) passed.Add(new PassedLink(anchor.Titles.FirstOrDefault() ?? "", anchor.Href, reason));
            else taken.TryAdd(link.Address, link);
        }
        var folders = taken.Values.ToLookup(l => IsFolder(l.Address));
        return new ListPage
        {
            Reports = [.. folders[false]], Folders = [.. folders[true]], NextPages = Paging.NextPages(page, address), Passed = passed,
        };
    }

    /// <summary>Documents that an article page carries: linked, embedded, in a viewer, opened by a script. None if it is no page.</summary>
    public static IReadOnlyList<Uri> Attachments(byte[] bytes, string? charset, Uri address) =>
        Content.KindOf(bytes) != ContentKind.Html ? []
        : [.. AttachmentPlaces.Of(PageScan.Of(Charset.Decode(bytes, charset), address))
            .Where(to => Site.Same(to, address) && to != address).Distinct().Take(MaxAttachments)];

    static (ReportLink? Link, PassReason Reason) Judge(Anchor anchor, Page page, Uri address, bool inColumn)
    {
        if (page.Resolve(anchor.Href) is not { } to || to == address) return (null, PassReason.NoAddress);
        var title = anchor.Titles.FirstOrDefault(t => ReportTitle.Objection(t, inColumn, Words.Known) is null);
        if (title is null) return (null, Nearest(anchor, inColumn));
        return Site.Same(to, address)
            ? (new ReportLink(to, title, ReportTitle.Year(title), anchor.Listed), default) : (null, PassReason.OtherSite);
    }

    static PassReason Nearest(Anchor anchor, bool inColumn) =>
        anchor.Titles.Select(t => ReportTitle.Objection(t, inColumn, Words.Known)).Max() ?? PassReason.OtherTitle;

    static bool IsColumn(Page page, Uri address) =>
        Words.Known.SpeakOfReports(page.Title) || Words.Known.SpeakOfReports(page.Column) || Words.Known.AreColumnPath(address);

    static bool IsFolder(Uri address) =>
        address.Query.Length == 0 && (address.AbsolutePath.EndsWith('/')
            || Path.GetFileNameWithoutExtension(address.AbsolutePath) is "index" or "list" or "common_list");
}
