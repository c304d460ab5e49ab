using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>Prints a comparison as text: one line an agency, one column a year, a block a figure.</summary>
static class ComparisonTable
{
    public static void Write(Comparison comparison, TextWriter to)
    {
        foreach (var figure in comparison.Figures.GroupBy(f => f.Key))
        {
            var years = figure.Select(f => f.Year).Distinct().Order().ToList();
            var label = Codebook.Find(figure.Key.Indicator);
            to.WriteLine();
            to.WriteLine($"{label?.Label} ({label?.English}), {figure.Key}");
            to.WriteLine(Pad("", 36) + string.Concat(years.Select(y => $"{y,10}")));
            foreach (var agency in figure.GroupBy(f => (f.Agency, f.Scope)).Where(a => a.Any(f => f.Reading is not null)))
                to.WriteLine(Pad(agency.Key.Agency, 36) + string.Concat(years.Select(y => $"{Text(agency.FirstOrDefault(f => f.Year == y)),10}")));
        }
    }

    // A gap says why it is one; a figure that a check names is marked.
    static string Text(ComparedFigure? figure) => figure switch
    {
        null or { Missing: Missing.NoReport } => "-",
        { Value: { } value } => value + (figure.Issues is null ? "" : "*"),
        { Missing: { } missing } => missing.ToString().ToLowerInvariant(),
        _ => figure.Raw ?? "",
    };

    static string Pad(string text, int columns) => text + new string(' ', Math.Max(1, columns - text.Sum(c => c >= 0x1100 ? 2 : 1)));
}
