namespace ReportHarvester.Harvest;

/// <summary>A link to an annual report, as a list page gives it.</summary>
/// <param name="Title">The whole title: the title attribute before the shortened text.</param>
/// <param name="Year">The year that the title names, or else the folder it stands in.</param>
/// <param name="Listed">The date printed beside the title.</param>
/// <param name="Agency">Whose report it seems to be, as printed: in the title, beside it, or as the name of the folder it stands in.</param>
public sealed record ReportLink(Uri Address, string Title, int? Year, DateOnly? Listed, string? Agency = null)
{
    /// <summary>True where the title may be that of a year's list instead of a report: only what stands there tells, and not its address.</summary>
    public bool MayList { get; init; }

    /// <summary>Under which address it was listed before, where a token in the query makes another of it each time; null: under its own, or never.</summary>
    public Uri? Before { get; init; }

    /// <summary>The address by which it is known.</summary>
    public Uri Known => Before ?? Address;
}

/// <summary>Why an anchor of a list page was not taken for a report; the later, the nearer it came to being one.</summary>
public enum PassReason { NoAddress, OtherTitle, OtherKind, InDoubt, NoYear, OtherSite, NeedsBrowser, TooMany }

/// <summary>An anchor that was not taken, and why.</summary>
/// <param name="Address">Where it leads, or what it says where that is no address.</param>
/// <param name="Listed">The date printed beside the title.</param>
public sealed record PassedLink(string Title, string Address, PassReason Reason, DateOnly? Listed = null);

/// <summary>What an article page carries besides its text.</summary>
public sealed record Carried
{
    public IReadOnlyList<Uri> Documents { get; init; } = [];

    /// <summary>Pages in its frames, where it has neither a document nor the marks of a report: one of them may be the report.</summary>
    public IReadOnlyList<Uri> Frames { get; init; } = [];

    /// <summary>Documents that are not taken, and why.</summary>
    public IReadOnlyList<PassedLink> Passed { get; init; } = [];
}

/// <summary>What a list page gives: reports, what may hold others, further pages, and what was passed over.</summary>
public sealed record ListPage
{
    public IReadOnlyList<ReportLink> Reports { get; init; } = [];

    /// <summary>Links that may lead to a list of a year, a unit or many units; or to a report under a folder's name.</summary>
    public IReadOnlyList<ReportLink> Folders { get; init; } = [];

    /// <summary>Articles that may be the list of a year or of many units instead of a report: only what stands there tells.</summary>
    public IReadOnlyList<ReportLink> Collections { get; init; } = [];

    public IReadOnlyList<PageRequest> NextPages { get; init; } = [];

    public IReadOnlyList<PassedLink> Passed { get; init; } = [];

    /// <summary>How many items the whole list has, as data for a script says; null where it does not.</summary>
    public int? Stated { get; init; }

    /// <summary>What tells the items apart that stand in data or records, whatever they are.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>True where the page is a list, be it of nothing that counts.</summary>
    public bool ListsOthers { get; init; }

    /// <summary>True where the page is a report itself or carries one, whatever it lists besides.</summary>
    public bool IsReport { get; init; }

    /// <summary>True where the page speaks of further ones and none could be found; it means so where it is the first of its list.</summary>
    public bool MissesPages { get; init; }

    /// <summary>What only a person or a browser could follow; never left unsaid.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}
