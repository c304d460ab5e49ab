using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What changed since the release before, whose database of the panel is at hand: old, new and why.</summary>
public sealed class PanelChanges : IDisposable
{
    readonly SqliteConnection previous;
    readonly HashSet<string> seen = [];

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public PanelChanges(string file)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"没有上一次发布的数据库。There is no database of the release before: {file}", file);
        previous = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        previous.Open();
    }

    /// <summary>What of a report is not as it was.</summary>
    public IEnumerable<object?[]> Of(PanelReport report)
    {
        if (report.Reading is null) return [];
        seen.Add(report.Key);
        var before = previous.QueryFirstOrDefault<OldReport>("SELECT sha256, reader FROM reports WHERE report = @Key AND sha256 IS NOT NULL", new { report.Key });
        if (before is null) return [Row(report.Key, null, null, null, "new_report")];
        var old = previous.Query<OldFigure>("SELECT figure, value, state FROM figures WHERE report = @Key ORDER BY figure", new { report.Key }).ToDictionary(f => f.Figure);
        var why = before.Sha256 != report.Sha256 ? "republished" : before.Reader != report.Reader ? "reread" : "rechosen";
        var now = report.Figures.Select(f => (Figure: f.Key.ToString(), f.Corrected, Cell: new Cell(f.Value, f.Value is { } value ? Convert.ToDouble(Printed.Store(value).Column) : null, Word.Of(f.State)))).ToList();
        return [.. from f in now let was = old.GetValueOrDefault(f.Figure)?.Cell where !IsSame(was, f.Cell) select Row(report.Key, f.Figure, was, f.Cell, f.Corrected ? "corrected" : why),
            .. from f in old.Values.ExceptBy(now.Select(f => f.Figure), f => f.Figure) select Row(report.Key, f.Figure, f.Cell, null, why)];
    }

    /// <summary>Reports that the release before had and this one has not; asked when all others have been.</summary>
    public IEnumerable<object?[]> Gone() => previous.Query<string>("SELECT report FROM reports WHERE sha256 IS NOT NULL ORDER BY report")
        .Where(key => !seen.Contains(key)).Select(key => Row(key, null, null, null, "gone_report"));

    public void Dispose() => previous.Dispose();

    static object?[] Row(string report, string? figure, Cell? old, Cell? now, string why) => [report, figure, old?.Value, old?.State, now?.Value, now?.State, why];

    // A database keeps doubles; what these cannot tell apart is no change.
    static bool IsSame(Cell? was, Cell now) => was is not null && (was.State, was.Stored) == (now.State, now.Stored);

    sealed record Cell(decimal? Value, double? Stored, string State);

    sealed record OldReport
    {
        public string Sha256 { get; init; } = "";
        public string Reader { get; init; } = "";
    }

    sealed record OldFigure
    {
        public string Figure { get; init; } = "";
        public object? Value { get; init; }
        public string State { get; init; } = "";
        public Cell Cell => new(Value is null ? null : Printed.Read(Value), Value is null ? null : Convert.ToDouble(Value), State);
    }
}
