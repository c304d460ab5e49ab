using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Checks;

/// <summary>What the checks look at: the figures of a report, and what its document says around them.</summary>
sealed class CheckedReport(PlacedFigures figures, FramedReport frame, Document document)
{
    readonly Dictionary<string, string> editions = figures.All.GroupBy(f => Domain.TableOf(f)).ToDictionary(g => g.Key, g => g.First().Edition);

    public PlacedFigures Figures => figures;

    public Report Report => frame.Report;

    /// <summary>The issues about rows with numbers that no form has, by their table.</summary>
    public ILookup<string?, Issue> UnknownRows { get; init; } = Array.Empty<Issue>().ToLookup(i => i.Table);

    public FramedReport Frame => frame;

    public Document Document => document;

    /// <summary>The edition of a table, or of the report; null where there is none.</summary>
    public string? Edition(string? table) => table is null ? Report.Edition : editions.GetValueOrDefault(table);

    /// <summary>The report's text outside its tables, paragraph by paragraph, in simplified characters.</summary>
    public IReadOnlyList<TextBlock> Text => field ??= [.. frame.Body.Blocks.OfType<TextBlock>().Select(t => t with { Text = Folding.Simplify(t.Text) })];

    /// <summary>Where a sentence stands; null where it was put together from several paragraphs.</summary>
    public Origin? PlaceOf(string sentence) => Text.FirstOrDefault(t => t.Text.Contains(sentence, StringComparison.Ordinal))?.Origin;

    /// <summary>The text of a section, in simplified characters; null where the section was not found.</summary>
    public string? Section(int number) => Report.Sections.FirstOrDefault(s => s.Number == number) is { } section ? Folding.Simplify(section.Text) : null;

    /// <summary>Numbers of the sections that the publisher left out, beyond doubt.</summary>
    public IReadOnlyList<int> LeftOut => field ??= SectionTitles.LeftOut(this);
}
