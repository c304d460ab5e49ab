using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What changed since the release before, whose database of the panel is at hand: old, new and why.</summary>
public sealed class PanelChanges : IDisposable
{
    readonly SqliteConnection previous;
    readonly IReadOnlySet<string> keys;
    readonly HashSet<string> seen = [];

    const string OldSql = "SELECT report, sha256, reader FROM reports WHERE sha256 IS NOT NULL";

    /// <param name="keys">Of all reports of this release.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public PanelChanges(string file, IReadOnlySet<string> keys)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"没有上一次发布的数据库。There is no database of the release before: {file}", file);
        this.keys = keys;
        previous = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        previous.Open();
    }

    /// <summary>What of a report is not as it was.</summary>
    public IEnumerable<object?[]> Of(PanelReport report)
    {
        if (report.Reading is null) return [];
        if ((previous.QueryFirstOrDefault<OldReport>($"{OldSql} AND report = @Key", new { report.Key }) ?? UnderAnotherKey(report)) is not { } before)
            return [Row(report.Key, null, null, null, "new_report")];
        seen.Add(before.Report);
        var old = previous.Query<OldFigure>("SELECT figure, value, state, unit, edition FROM figures WHERE report = @Report ORDER BY figure", before).ToDictionary(f => f.Figure);
        var why = before.Sha256 != report.Sha256 ? "republished" : before.Reader != report.Reader ? "reread" : "rechosen";
        var now = report.Figures.Select(f => (Figure: f.Key.ToString(), f.Corrected, Cell: new Cell(f.Value, f.Value is { } value ? Convert.ToDouble(Printed.Store(value).Column) : null, Word.Of(f.State), f.Unit, f.Edition))).ToList();
        return [.. before.Report == report.Key ? Array.Empty<object?[]>() : [Row(report.Key, null, null, null, "rekeyed", before.Report)],
            .. from f in now let was = old.GetValueOrDefault(f.Figure)?.Cell where !IsSame(was, f.Cell) select Row(report.Key, f.Figure, was, f.Cell, f.Corrected ? "corrected" : why),
            .. from f in old.Values.ExceptBy(now.Select(f => f.Figure), f => f.Figure) select Row(report.Key, f.Figure, f.Cell, null, why)];
    }

    /// <summary>Reports that the release before had and this one has not; asked when all others have been.</summary>
    public IEnumerable<object?[]> Gone() => previous.Query<string>("SELECT report FROM reports WHERE sha256 IS NOT NULL ORDER BY report")
        .Where(key => !seen.Contains(key)).Select(key => Row(key, null, null, null, "gone_report"));

    public void Dispose() => previous.Dispose();

    // The agency had no code then or another name, or its report did not say whom it speaks for: the same document, or a report of one of its names. Whose key is still borne is another's.
    OldReport? UnderAnotherKey(PanelReport report) => previous.Query<OldReport>($"""
        {OldSql} AND year = @Year AND (sha256 = @Sha256 OR scope = @scope AND agency IN (SELECT value FROM json_each(@Names))) ORDER BY sha256 = @Sha256 DESC, scope = @scope DESC, report
        """, new { report.Year, report.Sha256, report.Names, scope = Word.Of(report.Scope!.Value) }).FirstOrDefault(old => !keys.Contains(old.Report) && !seen.Contains(old.Report));

    static object?[] Row(string report, string? figure, Cell? old, Cell? now, string why, string? oldReport = null) =>
        [report, figure, old?.Value, old?.State, old?.Unit, old?.Edition, now?.Value, now?.State, now?.Unit, now?.Edition, oldReport, why];

    // A database keeps doubles; what these cannot tell apart is no change.
    static bool IsSame(Cell? was, Cell now) => was is not null && was with { Value = now.Value } == now;

    sealed record Cell(decimal? Value, double? Stored, string State, string? Unit, string Edition);

    sealed record OldReport
    {
        public string Report { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string Reader { get; init; } = "";
    }

    sealed record OldFigure
    {
        public string Figure { get; init; } = "";
        public object? Value { get; init; }
        public string State { get; init; } = "";
        public string? Unit { get; init; }
        public string Edition { get; init; } = "";
        public Cell Cell => new(Value is null ? null : Printed.Read(Value), Value is null ? null : Convert.ToDouble(Value), State, Unit, Edition);
    }
}
