using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What of one report a question needs: its figures, the issues that name them, and which editions its tables follow.</summary>
sealed class ReportFigures(ReportPlace place, IEnumerable<FoundFigure> found, IEnumerable<NamingIssue> issues, Func<IEnumerable<TableEdition>> tables)
{
    readonly Dictionary<FigureKey, FoundFigure> figures = found.ToDictionary(figure => figure.Key);
    readonly IReadOnlyList<NamingIssue> issues = [.. issues];
    IReadOnlyList<TableEdition>? editions;

    IReadOnlyList<TableEdition> Editions => editions ??= [.. tables()];

    /// <summary>What series come to in it, as far as that was worked out.</summary>
    public Dictionary<FigureKey, Evaluated> Evaluated { get; } = [];

    public FoundFigure? Find(FigureKey figure) => figures.GetValueOrDefault(figure);

    /// <summary>The edition of the first of the figures that is there in one of these; null if none is.</summary>
    public string? EditionOf(List<FigureKey> keys, IReadOnlyList<string> editions)
    {
        foreach (var key in keys)
            if (Find(key) is { } figure && editions.Contains(figure.Edition)) return figure.Edition;
        return null;
    }

    /// <summary>What a person put right is beyond doubt, and so is what only issues name that a person dismissed, or that what was put right explains.</summary>
    public bool IsDoubtful(FigureKey figure) => Find(figure)?.Corrected != true && issues.Any(issue => issue is { Severity: Severity.Error, Dismissed: false, Explained: false } && issue.Indicator is not null && issue.Names(figure));

    /// <summary>
    /// Codes of the issues that name any of the figures, without those that a person found to be none. One that what was put right explains is among them: the report prints it all the same.
    /// </summary>
    public IReadOnlyList<string> NamedIssues(IReadOnlyList<FigureKey> named) => Codes(issue => issue.Indicator is not null && named.Any(issue.Names));

    /// <summary>These, and those about the document as a whole; null if there are none.</summary>
    public string? IssuesOf(IReadOnlyList<FigureKey> named) => Codes(issue => named.Any(issue.Names)) is { Count: > 0 } codes ? string.Join(",", codes) : null;

    List<string> Codes(Func<NamingIssue, bool> chosen) => [.. issues.Where(issue => !issue.Dismissed && chosen(issue)).Select(issue => issue.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Why nothing of these tables is there, and the edition that says so. It is not in the edition only where that is sure: the table
    /// where it would stand follows an edition without it, or the report's edition has no such table.
    /// </summary>
    public (Missing Missing, string? Edition) Absence(IReadOnlySet<string> inTables, Func<string, bool> has)
    {
        if (place.Reading is null) return (place.IsDue ? Missing.NoReport : Missing.NotDue, null);
        if (place.Outcome == Outcome.Failed) return (Missing.NotRead, place.Edition);
        if (Editions.Where(table => inTables.Contains(table.Table)).Max(table => table.Edition) is { } edition)
            return (has(edition) ? Missing.NotPlaced : Missing.NotInEdition, edition);
        var report = place.Edition ?? Editions.Max(table => table.Edition);
        var mayHave = report is null || Codebook.Indicators.Any(i => i.Edition == report && inTables.Contains(i.Table));
        return (mayHave ? Missing.NotPlaced : Missing.NotInEdition, report);
    }
}
