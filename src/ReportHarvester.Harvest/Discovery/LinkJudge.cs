namespace ReportHarvester.Harvest;

/// <summary>Judges the items of a page one by one: a report, what may hold some, or passed over and why.</summary>
sealed class LinkJudge(ListAnswer answer, ListPlace place)
{
    public Dictionary<Uri, ReportLink> Reports { get; } = [];
    public Dictionary<Uri, ReportLink> Folders { get; } = [];
    public Dictionary<Uri, ReportLink> Collections { get; } = [];
    public List<PassedLink> Passed { get; } = [];

    /// <summary>How many things worth following the page gave.</summary>
    public int Found => Reports.Count + Folders.Count + Collections.Count;

    static Words Words => Words.Known;

    public void Add(Anchor item)
    {
        var (link, reason) = Judge(item);
        if (link is null) Passed.Add(new PassedLink(item.Titles.FirstOrDefault() ?? "", Target(item)?.AbsoluteUri ?? item.Href, reason, item.Listed));
        else if (Addresses.IsFolder(link.Address)) Folders.TryAdd(link.Address, link);
        else if (MayCollect(link)) Collections.TryAdd(link.Address, link);
        else Reports.TryAdd(link.Address, link with { MayList = MayList(link) });
    }

    (ReportLink? Link, PassReason Reason) Judge(Anchor item)
    {
        var to = Target(item);
        var title = item.Titles.FirstOrDefault(t => ReportTitle.Objection(t, place) is null) ?? WithoutYear(item, to);
        if (to == answer.Address) return (null, PassReason.NoAddress);
        if (to is null) return (null, title is null ? PassReason.NoAddress : PassReason.NeedsBrowser);
        if (title is null) return SubColumn(item, to) is { } column ? (column, default) : (null, IsInDoubt(item, to) ? PassReason.InDoubt : Nearest(item));
        if (!Site.Same(to, answer.Address)) return (null, PassReason.OtherSite);
        var agency = ReportTitle.Agency(title) ?? item.Agency ?? place.Agency;
        return (new ReportLink(to, title, ReportTitle.Year(title) ?? place.Year, item.Listed, agency), default);
    }

    // Within the column a title may leave the year to the report, if it is one of the list and no link to the column itself.
    string? WithoutYear(Anchor item, Uri? to) => !place.InColumn || to is null || Addresses.IsFolder(to) ? null
        : item.Titles.FirstOrDefault(t => ReportTitle.Objection(t, place) == PassReason.NoYear
            && (item.Listed is not null || (ReportTitle.Agency(t) is { } agency && ReportTitle.IsUnit(agency, place))));

    bool IsInDoubt(Anchor item, Uri to) => item.Titles.MaxBy(t => t.Length) is { } title && ReportTitle.MayBe(title, place, IsListed(item, to));

    // What a list lists has its date beside it or stands in the list's folder; what leads to other folders only surrounds it.
    bool IsListed(Anchor item, Uri to) => place.InColumn && Site.Same(to, answer.Address)
        && (Addresses.IsFolder(to) ? Addresses.IsBelow(to, answer.Address)
            : item.Listed is not null || (to.Query.Length == 0 && Addresses.Folder(answer.Address) != "/" && Addresses.IsIn(to, answer.Address)));

    // Where a link says nothing itself, what its click opens counts.
    Uri? Target(Anchor item) => answer.Page.Resolve(item.Href) ?? item.Opens.Select(answer.Page.Resolve).FirstOrDefault(to => to is not null);

    // Within the column, a unit's name is a report where the year is known, and otherwise the name of a folder below; so are words for who reports.
    ReportLink? SubColumn(Anchor item, Uri to)
    {
        if (!place.InColumn || to.Host != answer.Address.Host) return null;
        foreach (var title in item.Titles)
        {
            var unit = ReportTitle.IsUnit(title, place);
            if (unit && place.Year is { } year && (Addresses.IsBelow(to, answer.Address) || !Addresses.IsFolder(to)))
                return new ReportLink(to, title, year, item.Listed, title);
            if ((unit || Words.NameIssuers(title)) && Addresses.IsFolder(to) && (Addresses.IsBelow(to, answer.Address) || Words.SpeakOfReports(title)))
                return new ReportLink(to, title, place.Year, item.Listed, unit ? title : null);
        }
        return null;
    }

    // Where nobody is named, an address like that of a list may be one, be it no folder's: /eportal/ui?pageId=23, zfxxgknb_2023.shtml, 2023.html.
    bool MayCollect(ReportLink link) => !Words.LeadToDocument(link.Address)
        && (Words.NameMany(link.Title) || (link.Agency is null && YearByYear.Asked(link.Address) is null
            && (Addresses.IsTurned(link.Address, answer.Address) || Words.NameColumn(link.Address, link.Year))));

    // Nobody is named, and no date stands beside it or the title is no more than a year: the folder of that year has any address, too.
    bool MayList(ReportLink link) => !Words.LeadToDocument(link.Address) && link.Agency == place.Agency && YearByYear.Asked(link.Address) is null
        && (link.Listed is null || ReportTitle.IsYear(link.Title));

    PassReason Nearest(Anchor item) =>
        item.Titles.Select(t => ReportTitle.Objection(t, place)).Max() ?? PassReason.OtherTitle;
}
