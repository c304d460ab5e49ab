using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// A document without the reports of others that stand in it (last year's appended, that of an office under the agency), its tables that stand side by
/// side parted, and the title of the report that it is; null where no title tells.
/// </summary>
sealed partial record OwnReport(Document Document, ReportTitle? Title, IReadOnlyList<Issue> Issues)
{
    public static OwnReport Of(Document document)
    {
        var declared = ReportTitle.Declared(document).FirstOrDefault(t => t is { Agency: not null, Year: not null });
        var parts = Parts([.. document.Blocks.SelectMany(SideBySide.Parted)]);
        var reports = parts.Count > 1 ? parts.FindAll(p => p.IsReport) : parts;
        var own = reports.Find(p => declared is not null && p.Title is { Year: not null } title && title.Year == declared.Year && !title.Differs(declared)) ?? reports.FirstOrDefault();
        var title = own?.Title is not { } printed ? declared : reports.Count == 1 && declared is not null && printed.Differs(declared) ? null : printed;
        var others = title is null || own is null ? [] : reports.FindAll(p => p.Title is { } other && other.Differs(title) && !GoesOn(reports, own, p));
        var kept = document with { Blocks = [.. parts.Except(others).SelectMany(p => p.Blocks)] };
        return new(kept, title, [.. others.Select(p => ReadingIssues.OtherReport(p.Title!, p.Blocks[0]))]);
    }

    // A title with a slip in its year may run at the top of every page: the sections go on under it.
    static bool GoesOn(List<Part> reports, Part own, Part part) =>
        reports.IndexOf(part) > reports.IndexOf(own) && part.Headings.Count > 0 && own.Headings.Count > 0 && part.Headings[0] > own.Headings.Max();

    static List<Part> Parts(IReadOnlyList<Block> blocks)
    {
        var parts = new List<Part> { new(null, []) };
        string? above = null;
        foreach (var block in blocks)
        {
            var line = (block as TextBlock)?.Text;
            if (line is not null && ReportTitle.Of(Annex().Replace(line, ""), above) is { } title && title is not { Agency: null, Year: null }) parts.Add(new(title, []));
            parts[^1].Blocks.Add(block);
            above = line;
        }
        return parts;
    }

    [GeneratedRegex(@"^\s*附(?:[件表录]\s*[\d一二三四五六七八九十]*\s*[:：.、]?|\d*\s*[:：])\s*")]
    private static partial Regex Annex();

    /// <summary>What stands from one title to the next.</summary>
    sealed record Part(ReportTitle? Title, List<Block> Blocks)
    {
        public IReadOnlyList<int> Headings => field ??= [.. Blocks.OfType<TextBlock>().Select(Sections.Heading).OfType<int>()];

        public bool IsReport => Headings.Count > 0 || Blocks.OfType<Grid>().Any(g => g.Cells.Any(SideBySide.IsLabel));
    }
}
