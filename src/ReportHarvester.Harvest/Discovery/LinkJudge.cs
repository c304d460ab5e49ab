namespace ReportHarvester.Harvest;

/// <summary>Judges the items of a page one by one: a report, a folder that may hold some, or passed over and why.</summary>
sealed class LinkJudge(ListAnswer answer, ListPlace place)
{
    public Dictionary<Uri, ReportLink> Reports { get; } = [];
    public Dictionary<Uri, ReportLink> Folders { get; } = [];
    public List<PassedLink> Passed { get; } = [];

    static Words Words => Words.Known;

    public void Add(Anchor item)
    {
        var (link, reason) = Judge(item);
        if (link is null) Passed.Add(new PassedLink(item.Titles.FirstOrDefault() ?? "", item.Href, reason));
        else if (IsFolder(link)) Folders.TryAdd(link.Address, link);
        else Reports.TryAdd(link.Address, link);
    }

    (ReportLink? Link, PassReason Reason) Judge(Anchor item)
    {
        var title = item.Titles.FirstOrDefault(t => ReportTitle.Objection(t, place.InColumn, Words) is null);
        var to = Target(item);
        if (to == answer.Address) return (null, PassReason.NoAddress);
        if (to is null) return (null, title is null ? PassReason.NoAddress : PassReason.NeedsBrowser);
        if (title is null) return SubColumn(item, to) is { } column ? (column, default) : (null, Nearest(item));
        if (!Site.Same(to, answer.Address)) return (null, PassReason.OtherSite);
        var agency = ReportTitle.Agency(title) ?? item.Agency ?? place.Agency;
        return (new ReportLink(to, title, ReportTitle.Year(title), item.Listed, agency), default);
    }

    // Where a link says nothing itself, what its click opens counts.
    Uri? Target(Anchor item) => answer.Page.Resolve(item.Href) ?? item.Opens.Select(answer.Page.Resolve).FirstOrDefault(to => to is not null);

    // Within the column, a unit's name is a report where the year is known, and otherwise the name of a folder below; so are words for who reports.
    ReportLink? SubColumn(Anchor item, Uri to)
    {
        if (!place.InColumn || to.Host != answer.Address.Host) return null;
        foreach (var title in item.Titles)
        {
            var unit = Words.NameUnit(title);
            if (unit && place.Year is { } year && (Addresses.IsBelow(to, answer.Address) || !Addresses.IsFolder(to)))
                return new ReportLink(to, title, year, item.Listed, title);
            if ((unit || Words.NameIssuers(title)) && Addresses.IsFolder(to) && (Addresses.IsBelow(to, answer.Address) || Words.SpeakOfReports(title)))
                return new ReportLink(to, title, place.Year, item.Listed, unit ? title : null);
        }
        return null;
    }

    static bool IsFolder(ReportLink link) => Addresses.IsFolder(link.Address) || Words.NameMany(link.Title);

    PassReason Nearest(Anchor item) =>
        item.Titles.Select(t => ReportTitle.Objection(t, place.InColumn, Words)).Max() ?? PassReason.OtherTitle;
}
