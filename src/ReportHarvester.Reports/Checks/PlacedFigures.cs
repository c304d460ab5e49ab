using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Checks;

/// <summary>The figures of one report while its checks run: looked up by name, and marked where an identity proves them.</summary>
sealed class PlacedFigures(IEnumerable<PlacedFigure> placed)
{
    readonly Dictionary<FigureKey, PlacedFigure> figures = placed.ToDictionary(f => f.Figure.Key);
    readonly HashSet<FigureKey> proven = [], doubted = [], anothers = [];
    readonly List<IReadOnlyList<FigureKey>> proofs = [];

    public int Count => figures.Count;

    public IEnumerable<Figure> All => figures.Values.Select(f => f.Figure);

    public Figure? this[FigureKey key] => figures.TryGetValue(key, out var found) ? found.Figure : null;

    public bool IsSure(FigureKey key) => figures.TryGetValue(key, out var found) && found.Sure && !doubted.Contains(key);

    /// <param name="keys">All figures of an identity that holds.</param>
    public void Prove(IReadOnlyList<FigureKey> keys)
    {
        proven.UnionWith(keys);
        proofs.Add(keys);
    }

    /// <summary>The issues without figures that may be mixed with those of another row but are proven; without those of which no figure is left.</summary>
    public IEnumerable<Issue> Settle(IReadOnlyList<Issue> issues)
    {
        var beside = issues.Where(i => i.Code == ReadingIssues.RowBeside).ToList();
        foreach (var issue in issues)
        {
            if (issue.Code != ReadingIssues.RowBeside) yield return issue;
            else if (issue.Figures.Where(k => this[k]?.State != CellState.Number).Concat(issue.Figures.Except(proofs.Where(p => Refutes(p, issue, beside)).SelectMany(p => p))).Distinct().ToList() is { Count: > 0 } left)
                yield return issue with { Figures = left };
        }
    }

    // An identity tells whether one of its figures lacks a number, but not of two, which may lack as much on both sides: two of one row that is printed apart, or of two such rows.
    static bool Refutes(IReadOnlyList<FigureKey> proof, Issue issue, List<Issue> beside) =>
        issue.Figures.Intersect(proof).ToList() is var own && (own.Count == 1 || own.TrueForAll(k => k.Applicant is { } column && column == own[0].Applicant))
        && !beside.Exists(other => other != issue && other.Figures.Intersect(proof).Any());

    /// <summary>
    /// Takes note of the figures that another reading of their marks would mend. That a figure has digits too many is refuted where another identity
    /// proves it; that two columns were changed about is not, since sums down a column know nothing of its head.
    /// </summary>
    public void Doubt(Finding failing)
    {
        doubted.UnionWith(failing.Rivals);
        doubted.UnionWith(failing.TooLong.Where(k => !proven.Contains(k)));
    }

    public IReadOnlyList<Figure> InOrder() => [.. figures.Select(f => proven.Contains(f.Key) && !anothers.Contains(f.Key) ? f.Value.Figure with { Proven = true } : f.Value.Figure)];

    /// <summary>Takes note of figures that reading has named as doubtful: what fails with them is not proven to be the publisher's.</summary>
    public void Doubt(IEnumerable<FigureKey> named) => doubted.UnionWith(named);

    /// <summary>Numbers of which their own cells say that they are of another year than the report's.</summary>
    public IReadOnlyList<Issue> OfAnotherYear(int? year) => [.. figures.Values.Where(f => f.Year is { } own && own != year).Select(f => ReadingIssues.OfAnotherYear(f.Figure))];

    /// <summary>Takes note of figures that may be those of another table, year or organ: identities hold in those too and prove nothing.</summary>
    public void Distrust(IEnumerable<FigureKey> named) => anothers.UnionWith(named);

    /// <summary>Numbers with blanks between their digits that no identity proves, and blanks in which something is hidden.</summary>
    public IEnumerable<Issue> DigitsApart() =>
        figures.Where(f => f.Value.Apart && !proven.Contains(f.Key)).Select(f => ReadingIssues.DigitsApart(f.Value.Figure));
}
