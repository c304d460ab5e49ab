using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>What stands in the cells of a comparison, for every way it is shown: numbers, marks, ranks.</summary>
sealed class ComparisonCells(Comparison comparison, ComparisonLook look)
{
    readonly HashSet<(string, FigureKey, int, bool)> breaks = [.. comparison.Breaks.Select(b => (b.Agency, b.Figure, b.ToYear, b.OfRegion))];
    readonly SortedSet<ComparisonMark> used = [];

    // Ranks have a table for each scope; without them all stand in one.
    readonly HashSet<FigureKey> mixed = look.Ranked ? [] : [.. comparison.Figures.Where(f => f.Scope is not null).GroupBy(f => f.Key).Where(block => block.DistinctBy(f => f.Scope).Count() > 1).Select(block => block.Key)];

    /// <summary>The marks that were used so far, for the legend.</summary>
    public IReadOnlyCollection<ComparisonMark> Used => used;

    /// <summary>One an agency; if ranked, the best of the last year that anybody has a place in come first.</summary>
    public IEnumerable<IGrouping<string, ComparedFigure>> Lines(IReadOnlyList<ComparedFigure> figures)
    {
        var lines = figures.GroupBy(figure => figure.Agency);
        if (!look.Ranked) return lines;
        var last = figures.Where(figure => figure.Rank is not null).Select(figure => figure.Year).DefaultIfEmpty().Max();
        return lines.OrderBy(line => line.Where(figure => figure.Year == last).Min(figure => figure.Rank) ?? int.MaxValue);
    }

    /// <summary>
    /// An agency that reports for itself and for its region has two figures in a year; each says which it is. So does a figure that is not of the organ itself, in a table that has several scopes.
    /// </summary>
    public string Of(IReadOnlyList<ComparedFigure> figures) =>
        string.Join(" ", figures.Select(figure => Cell(figure) + (figures.Count > 1 || mixed.Contains(figure.Key) && figure.Scope is Scope.Aggregate or Scope.Unknown ? ComparisonWords.Of(figure.Scope, look.Tongue) : "")));

    string Cell(ComparedFigure figure)
    {
        var breaks = figure.Aside is not Aside.OwnBeside && this.breaks.Contains((figure.Agency, figure.Key, figure.Year, figure.IsOfRegion));
        return (breaks ? Use(ComparisonMark.Break) : "") + Content(figure) + (figure.Issues is null ? "" : Use(ComparisonMark.Issue))
            + (figure.Corrected ? Use(ComparisonMark.Corrected) : "") + (figure.Form == Comparability.Close ? Use(ComparisonMark.NearForm) : "")
            + (figure.Aside is { } aside ? Use(ComparisonWords.Of(aside)) : "") + Beside(figure);
    }

    string Beside(ComparedFigure figure)
    {
        var change = look.Changes && figure.Change is { } by ? $" ({(by > 0 ? "+" : "")}{Rounded(by)})" : "";
        if (!look.Ranked || figure.Rank is null) return change;
        used.Add(ComparisonMark.Rank);
        return $"{change} [{figure.Rank}]";
    }

    string Content(ComparedFigure figure) => figure switch
    {
        { Value: { } value } => (figure.Numerator is null ? $"{value}" : Rounded(value)) + ComparisonWords.UnusualUnit(figure),
        { Missing: Missing.Mark or Missing.Text, Raw: { } raw } => raw,
        { Missing: Missing.UnderGuard } => $"{figure.Numerator}/{figure.Denominator}{Use(ComparisonMark.UnderGuard)}",
        { Missing: { } missing } => Use(ComparisonWords.Of(missing)),
        _ => figure.Raw ?? "",
    };

    public static string Rounded(decimal value) => value.ToString("0.##");

    string Use(ComparisonMark mark)
    {
        used.Add(mark);
        return ComparisonWords.Sign(mark, look.Tongue);
    }
}
