namespace ReportHarvester.Harvest;

/// <summary>A link to an annual report, as a list page gives it.</summary>
/// <param name="Title">The whole title: the title attribute before the shortened text.</param>
/// <param name="Year">The year the title names.</param>
/// <param name="Listed">The date printed beside the title.</param>
public sealed record ReportLink(Uri Address, string Title, int? Year, DateOnly? Listed);

/// <summary>Why an anchor of a list page was not taken for a report; the later, the nearer it came to being one.</summary>
public enum PassReason { NoAddress, OtherTitle, OtherKind, NoYear, OtherSite }

/// <summary>An anchor that was not taken, and why.</summary>
public sealed record PassedLink(string Title, string Address, PassReason Reason);

/// <summary>What a list page gives: reports, years that have a list of their own, further pages, and what was passed over.</summary>
public sealed record ListPage
{
    public IReadOnlyList<ReportLink> Reports { get; init; } = [];

    /// <summary>Links whose address is a folder: a year's own list, or a report under a folder's name.</summary>
    public IReadOnlyList<ReportLink> Folders { get; init; } = [];

    public IReadOnlyList<Uri> NextPages { get; init; } = [];

    public IReadOnlyList<PassedLink> Passed { get; init; } = [];
}
