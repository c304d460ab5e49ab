using ReportHarvester.App;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>One document printed and read: its layout as the format shows it, and how the reading did.</summary>
sealed record LayoutResult(Layout Layout, Format Format, LayoutScore Score);

/// <summary>Prints layouts in a format and reads back those that were printed whole.</summary>
static class LayoutRun
{
    /// <summary>How many documents an engine is handed at a time.</summary>
    const int Batch = 50;

    static readonly Conversion conversion = new(OfficeProgram.Find);

    public static async Task<IReadOnlyList<LayoutResult>> Of(IEnumerable<Layout> layouts, Format format, IReadOnlySet<string>? kept = null)
    {
        var results = new List<LayoutResult>();
        foreach (var part in layouts.Chunk(Batch))
        {
            var printed = await format.Print(part, kept, default);
            results.AddRange(printed.Select(p => new LayoutResult(p.Printout.Layout, format, LayoutScore.Of(p.Printout.Truth, conversion.Read(p.Document, null, ReportReader.Read)))));
        }
        return results;
    }
}
