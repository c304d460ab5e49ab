using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The part of a document that is the report: on a web page the smallest container of its section titles and tables, without the portal around it.</summary>
sealed record ReportBody(IReadOnlyList<Block> Blocks)
{
    public static ReportBody Of(Document document, IReadOnlyList<TableReading> tables)
    {
        var grids = tables.SelectMany(t => t.Rows).Select(r => r.Row.Grid).ToHashSet(ReferenceEqualityComparer.Instance);
        var marks = document.Blocks.Where(b => b is Grid ? grids.Contains(b) : Sections.Heading((TextBlock)b) is not null).ToList();
        if (marks.Count == 0) return new(document.Blocks);
        var container = marks[0].Path.Take(marks[0].Path.Count - 1).ToList();
        foreach (var mark in marks) container = [.. container.Zip(mark.Path).TakeWhile(x => x.First == x.Second).Select(x => x.First)];
        return new([.. document.Blocks.Where(b => b.Path.Take(container.Count).SequenceEqual(container))]);
    }
}
