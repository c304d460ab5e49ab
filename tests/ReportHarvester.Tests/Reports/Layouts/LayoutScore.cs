using System.Text.RegularExpressions;
using ReportHarvester.Reports;
using Printed = ReportHarvester.Publisher.Truths.Truth;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>
/// A reading against what was printed, by the rules of the scoring tool: a figure is right, or flagged (an issue about reading names it,
/// or, where it is absent, its table), or silent; invented is a figure the print does not have; a false flag names a figure that is right.
/// Misnamed is what says which report it is, where it is wrong or not found; where no issue says so either, that is silent too.
/// </summary>
sealed record LayoutScore(
    int Figures, int Right, IReadOnlyList<string> Flagged, IReadOnlyList<string> Silent, IReadOnlyList<string> Invented,
    IReadOnlyList<string> FalseFlags, IReadOnlyList<string> Misnamed)
{
    /// <summary>A silent error: a figure or a name that is wrong while nothing says so.</summary>
    public bool Fails => Silent.Count + Invented.Count > 0;

    public static LayoutScore Of(Printed truth, Reading reading)
    {
        var doubts = reading.Issues.Where(i => i.Severity != Severity.Info && i.Fault != Fault.Publisher).ToList();
        var named = doubts.SelectMany(i => i.Figures).Select(f => f.ToString()).ToHashSet();
        var tables = doubts.Where(i => i.Figures.Count == 0).Select(i => i.Table).ToHashSet();
        var figures = reading.Report.Figures.ToLookup(f => f.Key.ToString());
        List<string> flagged = [], silent = [], falseFlags = [];
        foreach (var (key, text) in truth.Figures)
        {
            var figure = figures[key].LastOrDefault();
            if (figure is not null && (figure.Value, figure.State) == ValueOf(text))
                falseFlags.AddRange(named.Contains(key) ? [key] : []);
            else if (named.Contains(key) || figure is null && (tables.Contains(Table(key)) || reading.Outcome == Outcome.Failed))
                flagged.Add(Said(key, text, figure));
            else
                silent.Add(Said(key, text, figure));
        }
        var invented = figures.Where(g => !truth.Figures.ContainsKey(g.Key) && g.Last().Value is not null || g.Count() > 1).Select(g => $"{g.Key}: {g.Last().Raw}");
        var right = truth.Figures.Count - flagged.Count - silent.Count;
        var misnamed = Misnamings(truth, reading.Report).ToList();
        silent.AddRange(misnamed.Where(m => !doubts.Exists(i => i.Code.StartsWith(m.Name + "-", StringComparison.OrdinalIgnoreCase))).Select(m => m.Said));
        return new LayoutScore(truth.Figures.Count, right, flagged, silent, [.. invented], falseFlags, [.. misnamed.Select(m => m.Said)]);
    }

    static string Said(string key, string text, Figure? figure) => $"{key}: printed “{text}”, read {(figure is null ? "nothing" : $"“{figure.Raw}” as {figure.Value} {figure.State}")}";

    static IEnumerable<(string Name, string Said)> Misnamings(Printed truth, Report report)
    {
        (string Name, object? Printed, object? Read)[] names =
        [
            ("agency", truth.Agency, report.Agency), ("year", truth.Year, report.Year), ("dated", truth.Dated, report.Dated),
            ("title", Compact(truth.Title), report.Title is { } title ? Compact(title) : null),
        ];
        return names.Where(n => !Equals(n.Printed, n.Read)).Select(n => (n.Name, $"{n.Name}: printed {n.Printed}, read {n.Read ?? "nothing"}"));
    }

    static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static (decimal?, CellState) ValueOf(string printed)
    {
        if (printed.Length == 0) return (null, CellState.Blank);
        var text = string.Concat(printed.Select(c => c is > '！' and <= '～' ? (char)(c - '！' + '!') : c)).Replace(",", "").Replace('零', '0').Trim();
        if (Regex.Match(text, "[0-9]+(?:[.][0-9]+)?") is not { Success: true } number) return (null, CellState.Mark);
        return ((text[0] is '减' or '-' or '−' ? -1 : 1) * decimal.Parse(number.Value), CellState.Number);
    }

    static string Table(string key) => key.StartsWith("stat2014.", StringComparison.Ordinal) || key.StartsWith("fujian.", StringComparison.Ordinal) ? "stat"
        : key.StartsWith("requests.", StringComparison.Ordinal) ? "3"
        : key.StartsWith("reconsideration", StringComparison.Ordinal) || key.StartsWith("litigation", StringComparison.Ordinal) ? "4" : "2";
}
