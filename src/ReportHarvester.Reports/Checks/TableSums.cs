using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports;

/// <summary>The sums that the tables of one report must obey, without the report around them.</summary>
public static class TableSums
{
    static readonly HashSet<string> Codes = [.. CheckList.All.Where(c => c is { Table: not null, Severity: Severity.Error }).Select(c => c.Code)];

    /// <summary>Whether an issue of that code says that a sum does not hold.</summary>
    public static bool AreOf(string code) => Codes.Contains(code);

    /// <summary>The sums that do not hold, each by its code and every figure in it.</summary>
    public static IReadOnlySet<(string Code, FigureKey Figure)> Broken(IEnumerable<Figure> figures)
    {
        var report = new CheckedReport(new PlacedFigures(figures.Select(f => new PlacedFigure(f, Sure: true))), new FramedReport(new Report(), new ReportBody([]), null, null), new Document { Format = DocumentFormat.Html, Blocks = [] });
        return CheckList.Failing(report).Where(f => AreOf(f.Check.Code)).SelectMany(f => f.Finding.Figures.Select(figure => (f.Check.Code, figure))).ToHashSet();
    }
}
