using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>A figure as it was read and as it is read now; null where there is none.</summary>
sealed record FigureChange(string Figure, string? Before, string? Now);

/// <summary>What another reader sees differently in a document.</summary>
/// <param name="Stored">False where the version of the reader is the same: a version is read once, and what it saw stays.</param>
sealed record RereadChange(
    string Source, int? Year, string Url, string ReaderBefore, bool Stored, Outcome OutcomeBefore, Outcome OutcomeNow, IReadOnlyList<FigureChange> Figures,
    IReadOnlyList<string> IssuesGone, IReadOnlyList<string> IssuesNew)
{
    public static RereadChange? Between(OutdatedReading document, string reader, Reading before, Reading now)
    {
        var (then, today) = (Printed(before), Printed(now));
        var figures = then.Keys.Union(today.Keys).Where(key => then.GetValueOrDefault(key) != today.GetValueOrDefault(key))
            .Select(key => new FigureChange(key, then.GetValueOrDefault(key), today.GetValueOrDefault(key))).ToList();
        var (issues, issuesNow) = (Issues(before), Issues(now));
        var (gone, fresh) = (issues.Except(issuesNow).ToList(), issuesNow.Except(issues).ToList());
        return figures.Count + gone.Count + fresh.Count == 0 && before.Outcome == now.Outcome ? null : new RereadChange(
            document.Source, document.Year, document.Url, reader, reader != ReadingJson.ReaderVersion, before.Outcome, now.Outcome, figures, gone, fresh);
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Source} {Year}  {Url}  {OutcomeBefore} → {OutcomeNow}{(Stored ? "" : "  未入库 not stored: the reader's version is the same")}");
        foreach (var figure in Figures) output.WriteLine($"    {figure.Figure}  {figure.Before ?? "—"} → {figure.Now ?? "—"}");
        foreach (var gone in IssuesGone) output.WriteLine($"    - {gone}");
        foreach (var fresh in IssuesNew) output.WriteLine($"    + {fresh}");
    }

    static Dictionary<string, string> Printed(Reading reading) =>
        reading.Report.Figures.ToDictionary(figure => figure.Key.ToString(), figure => figure.State == CellState.Number ? $"{figure.Value}" : $"({figure.State}) {figure.Raw}".TrimEnd());

    static List<string> Issues(Reading reading) =>
        [.. reading.Issues.Select(issue => $"{issue.Code} {issue.Table} {string.Join(' ', issue.Figures)}".TrimEnd()).Distinct()];
}
