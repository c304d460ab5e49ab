using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ReportHarvester.App.Export;
using ReportHarvester.App.Notices;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>What an office hands out, made when it is asked for: an agency's notice and a region's workbook on a year. By the deadlines of the law.</summary>
static class HandOuts
{
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const int LongestIssuer = 100;

    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices/{agency:long}.docx", context => PageRoutes.Download(context, NoticeTo, Word))
            .WithMetadata(new Described("整改通知。What an agency is to put right or explain on a year", Word, null, [QueryValue.Year, new("issuer", "发文机关。Who writes it")], IsTagged: false));
        routes.MapGet("/workbook.xlsx", context => PageRoutes.Download(context, WorkbookOf, Excel))
            .WithMetadata(new Described("年度工作簿。A region's year: coverage, problems, ranks", Excel, null, [QueryValue.Year, QueryValue.Region], IsTagged: false));
    }

    static (string, byte[])? NoticeTo(PageRequest request)
    {
        if (AgencyReports.Of(request.Store, request.Number("agency")) is not { } agency) return null;
        var (year, issuer, now) = (YearOf(request), request.Query("issuer"), TimeProvider.System.GetUtcNow());
        if (issuer?.Length > LongestIssuer) throw new UsageException(request.In($"署名最长{LongestIssuer}字。", $"Whoever writes has a name of at most {LongestIssuer} characters."));
        var notice = Notice.Of(request.Store, new ComplianceQuestion(year) { Agency = agency.Code ?? agency.Name }, now).SingleOrDefault()
            ?? throw new UsageException(request.In($"{year}年度没有需要通知的问题。", $"There is nothing to tell of {year}."));
        return ($"{notice.Agency}-{year}.docx", NoticeDocument.Of(notice, issuer, BeijingTime.Date(now)));
    }

    static (string, byte[])? WorkbookOf(PageRequest request)
    {
        var question = new ComplianceQuestion(YearOf(request)) { Region = request.Region() };
        if (RegionSpreads.AreMany(request.Store, question.Region is { } region ? [region] : []))
            throw new UsageException(request.In("机关太多，不能当场做成工作簿：请选较小的地区，或用命令行 workbook。", "Too many agencies to make a workbook of while somebody waits: choose a smaller region, or use workbook on the command line."));
        using var file = new MemoryStream();
        new RegionWorkbook(request.Store, question, TimeProvider.System.GetUtcNow()).Write(file);
        return ($"{question.Region ?? "all"}-{question.Year}.xlsx", file.ToArray());
    }

    static int YearOf(PageRequest request) => request.QueryNumber("year") is >= 2000 and < 2100 and var year ? year : throw new UsageException(request.In("请给出年度。", "Give a year."));
}
