using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>What a document says around its tables: title, agency, year, dates, scope and the six sections.</summary>
static class ReportFrame
{
    public static Report Read(Document document, IReadOnlyList<TableReading> tables, List<Issue> issues)
    {
        var body = ReportBody.Of(document, tables);
        var titles = ReportTitle.Candidates(document, body).ToList();
        var signature = Signature.Of(body.Blocks);
        var sections = Sections.Of(body.Blocks, signature);
        var agency = titles.Select(t => t.Agency).FirstOrDefault(a => a is not null);
        var year = Year(titles, body, sections, issues);
        if (agency is not null && signature?.Agency is { } signed && signed != agency) issues.Add(SignedByOther(agency, signed));
        if (tables.Count > 0) issues.AddRange(Sections.Missing(sections));
        return new Report
        {
            Agency = agency ?? signature?.Agency, Year = year, Title = titles.FirstOrDefault()?.Text,
            Edition = Edition(tables),
            Scope = ReportScope.Of(agency, sections), Dated = signature?.Date,
            Published = ReportDates.Published(document), Sections = sections,
        };
    }

    static string? Edition(IReadOnlyList<TableReading> tables) =>
        (tables.FirstOrDefault(t => t.Table.Number is "2" or "3") ?? (tables.Count > 0 ? tables[0] : null))?.Form.Edition;

    // The title's year counts; the period of the statistics stands in for it, then a year that heads a column.
    static int? Year(List<ReportTitle> titles, ReportBody body, IReadOnlyList<Section> sections, List<Issue> issues)
    {
        var period = ReportDates.Period(body.Blocks);
        var year = titles.Select(t => t.Year).FirstOrDefault(y => y is not null);
        if (year is not null && period is not null && period != year) issues.Add(OtherPeriod(year.Value, period.Value));
        return year ?? period ?? ReportDates.HeadYear(body.Blocks) ?? ReportDates.FirstYear(sections);
    }

    static Issue SignedByOther(string agency, string signed) => new()
    {
        Code = "AGENCY-CONFLICT", Severity = Severity.Info,
        Message = $"标题机关为“{agency}”，落款为“{signed}”。The title and the signature name different organs; the title's was taken.",
    };

    static Issue OtherPeriod(int year, int period) => new()
    {
        Code = "YEAR-CONFLICT", Severity = Severity.Warning,
        Message = $"标题年份为{year}，统计期限为{period}年。The title and the period of the statistics name different years; the title's was taken.",
    };
}
