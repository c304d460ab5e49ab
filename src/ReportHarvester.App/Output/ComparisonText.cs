using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A comparison for a person to read: a table a figure, a line an agency, a column a year; then what its marks mean.</summary>
sealed class ComparisonText(Comparison comparison, TextWriter output)
{
    readonly HashSet<(string, FigureKey, int, string?)> breaks = [.. comparison.Breaks.Select(b => (b.Agency, b.Figure, b.ToYear, b.ToEdition))];
    readonly SortedSet<ComparisonMark> used = [];

    public void Write()
    {
        if (comparison.Figures.Count == 0) output.WriteLine("库中尚无报告。The store has no reports yet.");
        var years = comparison.Figures.Select(figure => figure.Year).Distinct().Order().ToList();
        foreach (var block in comparison.Figures.GroupBy(figure => figure.Key))
        {
            output.WriteLine(ComparisonWords.Heading(block.Key));
            var table = new TextTable(["机关 Agency", .. years.Select(year => $"{year}")]);
            foreach (var agency in block.GroupBy(figure => figure.Agency))
                table.Add([agency.Key, .. years.Select(year => Cell([.. agency.Where(figure => figure.Year == year)]))]);
            table.Write(output);
            foreach (var sentence in ComparisonWords.Breaks(comparison.Breaks.Where(b => b.Figure == block.Key)))
                output.WriteLine(sentence);
            output.WriteLine();
        }
        foreach (var mark in used) output.WriteLine(ComparisonWords.Legend(mark));
    }

    // An agency that reports for itself and for its region has two figures in a year; each says which it is.
    string Cell(IReadOnlyList<ComparedFigure> figures) =>
        string.Join(" ", figures.Select(figure => Cell(figure) + (figures.Count > 1 ? ComparisonWords.Of(figure.Scope) : "")));

    string Cell(ComparedFigure figure)
    {
        var place = (figure.Agency, figure.Key, figure.Year, figure.Edition);
        return (breaks.Contains(place) ? Use(ComparisonMark.Break) : "") + Content(figure) + (figure.Issues is null ? "" : Use(ComparisonMark.Issue));
    }

    string Content(ComparedFigure figure) => figure switch
    {
        { Value: { } value } => value + ComparisonWords.UnusualUnit(figure),
        { Missing: Missing.Blank } => Use(ComparisonMark.Blank),
        { Missing: Missing.NoReport } => Use(ComparisonMark.NoReport),
        { Missing: Missing.NotInEdition } => Use(ComparisonMark.NotInEdition),
        { Missing: Missing.NotPlaced, Outcome: Outcome.Failed } => Use(ComparisonMark.NotRead),
        { Missing: Missing.NotPlaced } => Use(ComparisonMark.NotPlaced),
        _ => figure.Raw ?? "",
    };

    string Use(ComparisonMark mark)
    {
        used.Add(mark);
        return ComparisonWords.Sign(mark);
    }
}
