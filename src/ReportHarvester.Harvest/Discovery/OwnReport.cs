namespace ReportHarvester.Harvest;

/// <summary>Tells a page that is a report itself, though it was asked for as a list.</summary>
static class OwnReport
{
    const int MarksNeeded = 2;

    public static ReportLink? Of(ListAnswer answer)
    {
        if (answer.Json is not null || answer.Request.ForScript) return null;
        var title = answer.Page.Meta.GetValueOrDefault("ArticleTitle") is { Length: > 0 } named ? named : answer.Page.Title;
        var year = YearByYear.Asked(answer.Address);
        var isReport = year is null ? HasMarks(answer) && Words.Known.SpeakOfReports(title) : HasMarks(answer) || AttachmentPlaces.Of(answer.Page).Any();
        year ??= ReportTitle.Year(title);
        return isReport && year is not null ? new ReportLink(answer.Address, title, year, null, ReportTitle.Agency(title)) : null;
    }

    /// <summary>
    /// True where a page shows neither marks of a report nor a document, but items with a date beside them, or that stand in its own folder.
    /// </summary>
    public static bool IsListOfOthers(ListAnswer answer) =>
        !HasMarks(answer) && !AttachmentPlaces.Of(answer.Page).Any()
        && answer.Items.Any(item => item.Listed is not null || (answer.Page.Resolve(item.Href) is { } to && to != answer.Address && Addresses.IsIn(to, answer.Address)));

    /// <summary>True where a page shows the marks of a report, or carries a document and promises no more than one.</summary>
    public static bool IsIn(ListAnswer answer, ListPlace place) =>
        HasMarks(answer) || (!Words.Known.NameMany(place.Title) && AttachmentPlaces.Of(answer.Page).Any());

    static bool HasMarks(ListAnswer answer) => Words.Known.ReportMarks.Count(answer.Page.Text.Contains) >= MarksNeeded;
}
