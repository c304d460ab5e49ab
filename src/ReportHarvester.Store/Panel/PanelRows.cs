using System.Globalization;
using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>The rows of the panel's tables: values in the order of their columns, texts without control characters.</summary>
public static class PanelRows
{
    public static object?[] Report(PanelReport report) => Plain(
    [
        report.Key, .. Who(report), report.Outcome is { } outcome ? Word.Of(outcome) : "no_report", report.Edition, .. Document(report), report.Format,
        report.RetrievedAt, report.Dated, report.Published, report.Vanished is { } day ? DateOnly.ParseExact(day, "O") : null, Codes(report.Issues),
    ]);

    public static IEnumerable<object?[]> Figures(PanelReport report) => report.Figures.Select(f => Plain(
    [
        report.Key, f.Key.ToString(), .. Who(report), f.Indicator, f.Applicant, f.Edition, f.Value, Word.Of(f.State), f.Raw, f.Unit, f.Proven, f.Corrected, Codes(f.Issues),
        f.Page, f.Grid, f.Row, f.Column, f.Line, .. Document(report),
    ]));

    public static IEnumerable<object?[]> Measures(PanelReport report) => report.Measures.Select(m => Plain(
    [
        report.Key, m.Measure.Key.Indicator, .. Who(report), Word.Of(m.Measure.Kind), m.Value, m.Numerator, m.Denominator, m.Measure.Unit,
        m.Missing is { } missing ? Snake(missing) : null, m.Corrected, m.Edition,
        m.ToNewest is { } crossing ? Word.Of(crossing.Comparability) : null, m.ToNewest?.Reasons.Select(reason => (int?)reason.Year).Min(), Codes(m.Issues),
    ]));

    /// <summary>Every row the values of the columns that a database keeps: what it can join is left out.</summary>
    public static object?[] Joined(PanelTable table, IReadOnlyList<object?> row) => [.. table.Columns.Index().Where(c => !c.Item.Flat).Select(c => row[c.Index])];

    /// <summary>A time as all files of the panel write it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Snake(Missing missing) => JsonNamingPolicy.SnakeCaseLower.ConvertName(missing.ToString());

    internal static object?[] Who(PanelReport report) =>
        [report.Code, report.Agency, report.Level, report.Region, report.Year, report.Scope is { } scope ? Word.Of(scope) : null, report.MayBeAnothers];

    static object?[] Document(PanelReport report) => [Address.Published(report.Url, report.Sha256), report.Sha256, report.Reading is null ? null : report.Version, report.Reader];

    static string? Codes(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(';', codes);

    internal static object?[] Plain(object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
            if (row[i] is string text) row[i] = text.Length == 0 ? null : PlainText(text);
        return row;
    }

    /// <summary>Without what no file format takes: control characters, lone halves of surrogate pairs, what is no character at all.</summary>
    public static string PlainText(string text) => text.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < 0xFFFE) ? text
        : string.Concat(text.EnumerateRunes().Select(r => System.Text.Rune.IsControl(r) || r.Value is 0xFFFE or 0xFFFF ? " " : r.ToString()));
}
