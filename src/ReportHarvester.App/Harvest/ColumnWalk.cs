using ReportHarvester.Harvest;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// Walks the pages of one source's column and saves the links it lists. Always discovers from kept bytes, also of pages that did not
/// change: so the links that a killed run left undone are found again.
/// </summary>
sealed class ColumnWalk(ReportStore store, Acquisition acquisition, TimeProvider time, Tally tally, Source source)
{
    const int MaxPages = 200;

    // Columns are divided by year, and years at most once more by who reports.
    const int MaxDepth = 2;

    // How often a list is walked that changes while it is.
    const int MostWalks = 3;

    readonly Queue<Step> ahead = new();
    readonly HashSet<string> seen = [];
    readonly Dictionary<Uri, ReportLink> reports = [];

    // The first page with items of a list of several pages, and what stood on it.
    (Step Step, string Items)? first;

    /// <summary>True where every page of the list was had and gave no trouble: what it does not list is not there.</summary>
    public bool Whole { get; private set; } = true;

    // Folder: the link by which a folder within the column was found; Opens: this is its first page.
    sealed record Step(PageRequest Request, ReportLink? Folder, bool Opens, int Depth)
    {
        public ListPlace Place => new(Depth > 0, Folder?.Year, Folder?.Agency);
    }

    /// <summary>The reports listed; null if the column itself could not be had.</summary>
    public async Task<IReadOnlyCollection<ReportLink>?> Links(CancellationToken cancellationToken)
    {
        for (var walk = 1; ; walk++)
        {
            if (!await Walk(cancellationToken)) return null;
            // An item taken from a list between two of its pages pulls another to the page that was read before.
            if (first is not { } page || await IsSteady(page.Step, page.Items, cancellationToken)) break;
            tally.Tell(HarvestStep.Unexpected, source.Agency, $"the list changed while it was read{(walk < MostWalks ? ", and is read again" : "")}");
            if (walk == MostWalks) break;
        }
        tally.Count(Counted.Links, reports.Count);
        return reports.Values;
    }

    // Every page of the list once; false if its first could not be had.
    async Task<bool> Walk(CancellationToken cancellationToken)
    {
        foreach (var step in seen) acquisition.Forget(step);
        seen.Clear();
        first = null;
        Plan(new Step(new PageRequest(source.Address), null, Opens: true, Depth: 0));
        for (var pages = 0; pages < MaxPages && !acquisition.PutOff && ahead.TryDequeue(out var step); pages++)
        {
            if (await Ask(step.Request, cancellationToken) is { } page) Read(page, step);
            else if (pages == 0) return false;
            else Whole = false;
        }
        Whole &= ahead.Count == 0;
        if (ahead.Count > 0 && !acquisition.PutOff) tally.Tell(HarvestStep.Unexpected, source.Agency, $"more than {MaxPages} list pages");
        ahead.Clear();
        return true;
    }

    Task<Original?> Ask(PageRequest request, CancellationToken cancellationToken) =>
        acquisition.Get(request, request.ForScript ? Wanted.ListData : Wanted.ListPage, cancellationToken);

    async Task<bool> IsSteady(Step step, string items, CancellationToken cancellationToken)
    {
        acquisition.Forget(step.Request.Key);
        return await Ask(step.Request, cancellationToken) is not { } page || Items(List(page, step)) == items;
    }

    static ListPage List(Original page, Step step) =>
        Discovery.ReadList(page.Bytes, page.Charset, step.Request with { Address = page.Address }, step.Place);

    static string Items(ListPage list) => string.Join('\n', list.Reports.Select(r => r.Address.AbsoluteUri).Concat(list.Passed.Select(p => p.Address)));

    void Read(Original page, Step step)
    {
        var list = List(page, step);
        if (first is null && list.Reports.Count > 0 && list.NextPages.Count > 0) first = (step, Items(list));
        tally.Count(Counted.ListPages);
        tally.Tell(HarvestStep.ListPage, step.Request.Key, $"{list.Reports.Count} reports, {list.Passed.Count} other links");
        foreach (var passed in list.Passed) Pass(passed);
        foreach (var trouble in list.Troubles) Report(trouble, page.Address);
        foreach (var report in list.Reports) Save(report);
        foreach (var next in list.NextPages) Plan(step with { Request = next, Opens = false });
        var folders = list.Folders.Where(folder => !seen.Contains(folder.Address.AbsoluteUri)).ToList();
        // A folder that lists nothing is no list but a report under a folder's name.
        if (step is { Opens: true, Folder: { Year: not null } self } && !list.ListsOthers && list.Reports.Count + list.NextPages.Count + folders.Count == 0) Save(self);
        foreach (var folder in folders) Enter(folder, step.Depth + 1);
    }

    void Pass(PassedLink passed)
    {
        tally.Count(Counted.Passed(passed.Reason));
        // What has nothing to do with reports is only counted.
        if (passed.Reason > PassReason.OtherTitle) tally.Tell(HarvestStep.Passed, passed.Title, $"{passed.Reason}: {passed.Address}");
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
        else tally.Tell(HarvestStep.Unexpected, folder.Address.AbsoluteUri, $"more than {MaxDepth} levels below the column");
    }

    void Plan(Step step)
    {
        if (seen.Add(step.Request.Key)) ahead.Enqueue(step);
    }

    void Save(ReportLink link)
    {
        if (!reports.TryAdd(link.Address, link)) return;
        if (!store.SaveLink(source.Key, link.Address.AbsoluteUri, link.Title, time.GetUtcNow())) return;
        tally.Count(Counted.LinksNew);
        tally.Tell(HarvestStep.Link, link.Title, link.Address.AbsoluteUri);
    }
}
