namespace ReportHarvester.Harvest;

/// <summary>Tells a page that is a report itself, though it was asked for as a list.</summary>
static class OwnReport
{
    const int MarksNeeded = 2;

    public static ReportLink? Of(ListAnswer answer)
    {
        if (answer.Json is not null || answer.Request.ForScript || Words.Known.ReportMarks.Count(answer.Page.Text.Contains) < MarksNeeded) return null;
        var title = answer.Page.Meta.GetValueOrDefault("ArticleTitle") is { Length: > 0 } named ? named : answer.Page.Title;
        var year = YearByYear.Asked(answer.Address) ?? ReportTitle.Year(title);
        return year is null || (YearByYear.Asked(answer.Address) is null && !Words.Known.SpeakOfReports(title)) ? null
            : new ReportLink(answer.Address, title, year, null, ReportTitle.Agency(title));
    }
}
