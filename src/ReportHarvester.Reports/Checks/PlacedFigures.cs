using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Checks;

/// <summary>The figures of one report while its checks run: looked up by name, and marked where an identity proves them.</summary>
sealed class PlacedFigures(IEnumerable<PlacedFigure> placed)
{
    readonly Dictionary<FigureKey, PlacedFigure> figures = placed.ToDictionary(f => f.Figure.Key);
    readonly HashSet<FigureKey> proven = [], provenTwice = [], doubted = [];

    public int Count => figures.Count;

    public IEnumerable<Figure> All => figures.Values.Select(f => f.Figure);

    public Figure? this[FigureKey key] => figures.TryGetValue(key, out var found) ? found.Figure : null;

    /// <summary>The rows of table 3 whose names begin so, for one kind of applicant.</summary>
    public IReadOnlyList<FigureKey> Under(string beginning, string? applicant) =>
        [.. figures.Keys.Where(k => k.Applicant == applicant && k.Indicator.StartsWith(beginning, StringComparison.Ordinal))];

    public bool IsSure(FigureKey key) => figures.TryGetValue(key, out var found) && found.Sure && !doubted.Contains(key);

    public void Prove(IEnumerable<FigureKey> keys)
    {
        foreach (var key in keys)
            if (!proven.Add(key)) provenTwice.Add(key);
    }

    /// <summary>
    /// The issue without figures that may be mixed with others but are proven: a row's sum tells of one number that is in the wrong row,
    /// of several only together with the sum of a column. None if no figure is left.
    /// </summary>
    public IEnumerable<Issue> Settle(Issue issue)
    {
        if (issue.Code != ReadingIssues.RowBeside) return [issue];
        var settling = issue.Figures.Select(f => f.Applicant).Distinct().Count() == 1 ? proven : provenTwice;
        var left = issue.Figures.Where(k => !settling.Contains(k) || this[k]?.State != CellState.Number).ToList();
        return left.Count == 0 ? [] : [issue with { Figures = left }];
    }

    /// <summary>
    /// Takes note of the figures that another reading of their marks would mend. That a figure has digits too many is refuted where another identity
    /// proves it; that two columns were changed about is not, since sums down a column know nothing of its head.
    /// </summary>
    public void Doubt(Finding failing)
    {
        doubted.UnionWith(failing.Rivals);
        doubted.UnionWith(failing.TooLong.Where(k => !proven.Contains(k)));
    }

    public IReadOnlyList<Figure> InOrder() => [.. figures.Select(f => proven.Contains(f.Key) ? f.Value.Figure with { Proven = true } : f.Value.Figure)];

    /// <summary>Takes note of figures that reading has named as doubtful: what fails with them is not proven to be the publisher's.</summary>
    public void Doubt(IEnumerable<FigureKey> named) => doubted.UnionWith(named);

    /// <summary>Numbers with blanks between their digits that no identity proves, and blanks in which something is hidden.</summary>
    public IEnumerable<Issue> DigitsApart() =>
        figures.Where(f => f.Value.Apart && !proven.Contains(f.Key)).Select(f => ReadingIssues.DigitsApart(f.Value.Figure));
}
