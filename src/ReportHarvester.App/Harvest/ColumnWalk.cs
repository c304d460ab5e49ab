using System.Runtime.InteropServices;
using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// Walks the pages of one source's column and, when it is through, saves the links it lists. Always discovers from kept bytes, also of pages that did not
/// change: so the links that a killed run left undone are found again.
/// </summary>
sealed class ColumnWalk(ReportStore store, Acquisition acquisition, TimeProvider time, Tally tally, Source source)
{
    const int MaxPages = 200;

    // Articles that are opened because they may be lists; what is beyond stays a report.
    const int MaxArticles = 2_000;

    // What a source may make the run remember of it: some two hundred links a page.
    const int MostLinks = 50_000;

    // Columns are divided by year, years by the kind of unit, and these by unit.
    const int MaxDepth = 3;

    // How often a list is walked that changes while it is.
    const int MostWalks = 3;

    readonly Queue<Step> ahead = new();

    // Where first pages were found, and which pages of a list gave these bytes.
    readonly HashSet<Uri> found = [], ledBack = [];
    readonly Dictionary<(Uri List, string Sha256), List<Step>> given = [];
    readonly HashSet<string> seen = [], lists = [], passedOver = [];
    readonly Dictionary<Uri, ReportLink> reports = [];
    readonly HashSet<Uri> collections = [];

    // The first page with items of a list of several pages, and what stood on it.
    (Step Step, string Items)? first;

    // What the pages of the column and of each folder say of how many items they have, and which they give.
    readonly Dictionary<Uri, List<GivenItems>> read = [];

    bool IsTooLong => passedOver.Count + reports.Count + seen.Count > MostLinks || read.Values.Sum(pages => pages.Sum(page => page.Items.Length)) > MostLinks;

    /// <summary>True where every page of the list was had and gave no trouble: what it does not list is not there.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>Addresses that the list holds under a title that is passed over: what was a report there is not taken off the list.</summary>
    public IReadOnlySet<string> PassedOver => passedOver;

    /// <summary>True where something was passed over that may be a report by a title nobody knows: what is not listed may be there all the same.</summary>
    public bool InDoubt { get; private set; }

    // Folder: the link by which a folder within the column was found; Opens: this is its first page; IsArticle: it may be a report instead.
    sealed record Step(PageRequest Request, ReportLink? Folder, bool Opens, int Depth, bool IsArticle = false);

    /// <summary>The reports listed; null if the column itself could not be had.</summary>
    public async Task<IReadOnlyCollection<ReportLink>?> Links(CancellationToken cancellationToken)
    {
        for (var walk = 1; ; walk++)
        {
            if (!await Walk(cancellationToken)) return null;
            // An item taken from a list between two of its pages pulls another to the page that was read before.
            if (first is not { } page || await IsSteady(page.Step, page.Items, cancellationToken)) break;
            if (walk == MostWalks)
            {
                Report("the list changed each time while it was read", source.Address);
                break;
            }
            tally.Tell(HarvestStep.Unexpected, source.Agency, "the list changed while it was read, and is read again");
        }
        // What stands on the pages that were reached before is no count of what the column lists.
        if (!acquisition.PutOff) tally.Count(Counted.Links, reports.Count);
        return [.. reports.Values.GroupBy(link => (link.Title, link.Address.Query.Length == 0 ? link.Address.AbsoluteUri : link.Address.AbsolutePath)).SelectMany(Recognise).Select(Enter)];
    }

    // Of those with one title and path, the one that was never listed is the one that was and is not any more, where no other could be either.
    IEnumerable<ReportLink> Recognise(IEnumerable<ReportLink> alike)
    {
        if (alike.First() is not { Address.Query.Length: > 0 } one) return alike;
        var known = store.LinksWithQuery(source.Key, one.Title).ToHashSet();
        return alike.Where(link => !known.Contains(link.Address.AbsoluteUri)).Take(2).ToList() is [var other]
            && Listed(other).Where(address => !reports.ContainsKey(address)).ToList() is [var before]
            ? alike.Select(link => link == other ? link with { Before = before } : link) : alike;
    }

    // The addresses that were listed before under the link's title and differ from its own at most by a token.
    IEnumerable<Uri> Listed(ReportLink link) => store.LinksWithQuery(source.Key, link.Title).Select(url => new Uri(url))
        .Where(address => address == link.Address || Discovery.DifferInValues(address, link.Address));

    ReportLink Enter(ReportLink link)
    {
        if (!store.SaveLink(source.Key, link.Known.AbsoluteUri, link.Title, time.GetUtcNow(), link.Year, link.Listed)) return link;
        tally.Count(Counted.LinksNew);
        tally.Tell(HarvestStep.Link, link.Title, link.Address.AbsoluteUri);
        return link;
    }

    // Every page of the list once; false if its first could not be had.
    async Task<bool> Walk(CancellationToken cancellationToken)
    {
        foreach (var list in lists) acquisition.Forget(list);
        seen.Clear();
        first = null;
        read.Clear();
        found.Clear();
        ledBack.Clear();
        given.Clear();
        Plan(new Step(new PageRequest(source.Address), null, Opens: true, Depth: 0));
        var (pages, had, articles) = (0, 0, 0);
        for (; pages < MaxPages && articles <= MaxArticles && !IsTooLong && !acquisition.PutOff && ahead.TryDequeue(out var step); pages += step.IsArticle && !collections.Contains(step.Folder!.Address) ? 0 : 1)
        {
            if (step.IsArticle) articles++;
            if (await Ask(step, cancellationToken) is { } page)
            {
                Read(page, step);
                had++;
            }
            else if (step is { IsArticle: true, Folder: { } itself }) Save(itself);
            else if ((acquisition.Offline || acquisition.SaysGone(step.Request.Key)) && Discovery.NextWhenMissing(step.Request) is { } others)
                foreach (var next in others) Plan(step with { Request = next, Opens = false });
            else if (pages == 0) return false;
            else if (!acquisition.PutOff) Report("this page of the list could not be had", step.Request.Address);
        }
        if (acquisition.PutOff) Whole = false;
        else if (IsTooLong) Report($"more than {MostLinks} links", source.Address);
        else if (articles > MaxArticles) Report($"more than {MaxArticles} articles that may be lists", source.Address);
        else if (ahead.Count > 0) Report($"more than {MaxPages} list pages", source.Address);
        // What was not opened is left to the report to show.
        foreach (var left in ahead.Where(step => step.IsArticle)) Save(left.Folder!);
        ahead.Clear();
        if (!acquisition.PutOff) CountItems();
        return had > 0 || pages == 0;
    }

    // An interface that gives fewer items than it says has lost some, or gave an empty answer for one of its pages.
    void CountItems()
    {
        foreach (var (list, pages) in read)
            if (pages.Max(page => page.Stated ?? 0) is var stated && GivenItems.Count(pages) is var given && given < stated)
                Report($"{given} items given of the {stated} that the list says it has", list);
    }

    Task<Original?> Ask(Step step, CancellationToken cancellationToken) =>
        acquisition.Get(step.Request, step.Request.ForScript ? Wanted.ListData : step.IsArticle ? Wanted.Article : Wanted.ListPage, cancellationToken);

    async Task<bool> IsSteady(Step step, string items, CancellationToken cancellationToken)
    {
        acquisition.Forget(step.Request.Key);
        return await Ask(step, cancellationToken) is not { } page || Items(List(page, step)) == items;
    }

    ListPage List(Original page, Step step) => page.Read(bytes => Discovery.ReadList(bytes, page.Charset, step.Request with { Address = page.Address },
        new ListPlace(step.Depth > 0, step.Folder?.Year, step.Folder?.Agency) { Names = source.Names, Title = step.Folder?.Title ?? "" }));

    // The items of the list and the number of its pages; not what surrounds it and is another each time, nor addresses with a mark of the visit.
    static string Items(ListPage list) => string.Join('\n',
        list.Reports.Concat(list.Collections).Select(r => (r.Title, r.Listed)).Concat(list.Passed.Where(p => p.Listed is not null).Select(p => (p.Title, p.Listed)))
            .Select(item => $"{item.Title} {item.Listed:O}").Append($"{list.NextPages.Count}"));

    void Read(Original page, Step step)
    {
        var list = List(page, step);
        if (step is { IsArticle: true, Opens: true, Folder: { } article } && IsReport(article, list))
        {
            Save(article);
            return;
        }
        if (step.IsArticle) collections.Add(step.Folder!.Address);
        lists.Add(step.Request.Key);
        (CollectionsMarshal.GetValueRefOrAddDefault(read, step.Folder?.Address ?? source.Address, out _) ??= []).Add(GivenItems.Of(step.Request, list));
        if (first is null && list.Reports.Count > 0 && list.NextPages.Count > 0) first = (step, Items(list));
        tally.Count(Counted.ListPages);
        tally.Tell(HarvestStep.ListPage, step.Request.Key, $"{list.Reports.Count} reports, {list.Folders.Count + list.Collections.Count} to open, {list.Passed.Count} other links");
        foreach (var passed in list.Passed) Pass(passed);
        foreach (var trouble in list.Troubles) Report(trouble, page.Address);
        if (LeadsBack(page, step, list) && ledBack.Add(step.Folder?.Address ?? source.Address)) Report("this page of the list gives one that was read before, or the home page", step.Request.Address);
        if (step.Opens) found.Add(page.Address);
        if (step.Opens && list.MissesPages) Report("it says that it has further pages, and none of their addresses could be found", page.Address);
        foreach (var report in list.Reports.Where(report => !report.MayList)) Save(report);
        foreach (var collection in list.Collections.Concat(list.Reports.Where(report => report.MayList))) Open(collection, step.Depth + 1);
        foreach (var next in list.NextPages) Plan(step with { Request = next, Opens = false, IsArticle = false });
        var folders = list.Folders.Where(folder => !seen.Contains(folder.Address.AbsoluteUri)).ToList();
        // A folder that lists nothing is no list but a report under a folder's name.
        if (step is { Opens: true, Folder: { Year: not null } self } && !list.ListsOthers && list.Reports.Count + list.Collections.Count + list.NextPages.Count + folders.Count == 0) Save(self);
        foreach (var folder in folders) Enter(folder, step.Depth + 1);
    }

    // A site that has no such page any more, or does not heed its number, sends on to the first or gives it again. The first may have a number too,
    // another page may be linked under two addresses, and what is asked for behind the last may be answered with the last.
    bool LeadsBack(Original page, Step step, ListPage list)
    {
        if (step.Request is not { Form: null, ForScript: false } request) return false;
        var opening = step.Folder?.Address ?? source.Address;
        var same = CollectionsMarshal.GetValueRefOrAddDefault(given, (opening, page.Sha256), out _) ??= [];
        same.Add(step);
        if (step.Opens || Discovery.MayBeFirst(opening, request.Address)) return false;
        if (page.Address != request.Address && (found.Contains(page.Address) || Discovery.IsHome(page.Address))) return true;
        return list.Reports.Count + list.Collections.Count + list.Passed.Count(passed => passed.Listed is not null) > 0 && (same[0].Opens ? same.Count > 1 : same.Count > 2);
    }

    // An article collects reports if it is none and names some of its year that are not listed where it is: what the articles before and after
    // it link, and the newest of the column beside it, is.
    bool IsReport(ReportLink article, ListPage list) => list.IsReport || !collections.Contains(article.Address) && !list.Reports.Concat(list.Folders).Concat(list.Collections)
        .Any(to => to.Address != article.Address && (article.Year is null || to.Year == article.Year) && !reports.ContainsKey(to.Address) && !seen.Contains(to.Address.AbsoluteUri));

    void Pass(PassedLink passed)
    {
        passedOver.Add(passed.Address);
        // The column's own pages are called like reports, too.
        var reason = seen.Contains(passed.Address) ? PassReason.OtherTitle : passed.Reason;
        InDoubt |= reason is PassReason.InDoubt or PassReason.OtherSite;
        tally.Count(Counted.Passed(reason));
        // What has nothing to do with reports is only counted; what may be one needs somebody to look at it.
        if (reason > PassReason.OtherTitle) tally.Tell(reason is PassReason.InDoubt ? HarvestStep.Unexpected : HarvestStep.Passed, passed.Title, $"{reason}: {passed.Address}");
    }

    void Report(string trouble, Uri page)
    {
        Whole = false;
        tally.Count(Counted.ListTroubles);
        tally.Tell(HarvestStep.Unexpected, page.AbsoluteUri, trouble);
    }

    void Enter(ReportLink folder, int depth)
    {
        if (depth <= MaxDepth) Plan(new Step(new PageRequest(folder.Address), folder, Opens: true, depth));
        else Report($"more than {MaxDepth} levels below the column", folder.Address);
    }

    // What was a report once is one.
    void Open(ReportLink collection, int depth)
    {
        var step = new Step(new PageRequest(collection.Address), collection, Opens: true, depth, IsArticle: true);
        if (depth > MaxDepth || Listed(collection).Prepend(collection.Address).Any(address => store.HasFigures(source.Key, address.AbsoluteUri)) || (acquisition.Last(collection.Address) is { } kept && List(kept, step).IsReport)) Save(collection);
        else Plan(step);
    }

    void Plan(Step step)
    {
        if (seen.Add(step.Request.Key)) ahead.Enqueue(step);
    }

    void Save(ReportLink link) => reports.TryAdd(link.Address, link);
}
