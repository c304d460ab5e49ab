using ReportHarvester.Reports.Catalogue;
using Document = ReportHarvester.Reports.Documents.Document;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Says why no figure was read: another kind of report, a table of an unknown form, or no table at all.</summary>
static class NoReport
{
    const int LongestTitle = 60;

    public static Issue Explain(Document document)
    {
        var lines = document.Blocks.OfType<TextBlock>().Select(t => Folding.Simplify(t.Text)).Where(t => t.Length <= LongestTitle).ToList();
        // What the document calls itself goes before what stands on its page, links to other reports among it.
        var other = OtherKind(document.Titles) ?? OtherKind(lines);
        var message = other is not null ? $"这是“{other}”，不是政府信息公开工作年度报告。A report of another kind."
            : document.Grids.Any() ? EvidenceWords.Write("no known form", document.Grids.Count())
            : "没有表格，不是政府信息公开工作年度报告或其正文在附件中。No table: not a report, or only a page that leads to one.";
        return new Issue { Code = "NO-REPORT", Severity = Severity.Error, Message = message };
    }

    static string? OtherKind(IReadOnlyList<string> lines) =>
        lines.Any(l => ReportTitle.Of(l) is not null) ? null : Wording.Current.OtherReports.FirstOrDefault(kind => lines.Any(l => l.Replace(" ", "").Contains(kind)));
}
