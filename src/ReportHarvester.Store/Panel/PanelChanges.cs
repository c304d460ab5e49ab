using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What changed since the release before, whose database of the panel is at hand: old, new and why.</summary>
public sealed class PanelChanges : IDisposable
{
    readonly SqliteConnection previous;

    // Reports of the release before whose key no report of this one bears; and which of them is which report of this one, by its key.
    readonly List<OldReport> lost = [];
    readonly Dictionary<string, OldReport> rekeyed = [];

    // A series or metric that the release before did not have has not changed.
    readonly HashSet<string> measures;

    const string OldSql = "SELECT report, agency_code AS code, agency, region, year, scope, sha256, reader FROM reports WHERE sha256 IS NOT NULL";

    /// <param name="reports">All of this release.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public PanelChanges(string file, IEnumerable<PanelReport> reports)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"没有上一次发布的数据库。There is no database of the release before: {file}", file);
        previous = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        previous.Open();
        measures = [.. previous.Query<string>("SELECT DISTINCT measure FROM measures")];
        var fresh = reports.Where(report => report.Reading is not null).ToDictionary(report => report.Key);
        var keys = fresh.Keys.ToHashSet();
        foreach (var old in previous.Query<OldReport>($"{OldSql} ORDER BY report", buffered: false))
            if (keys.Contains(old.Report)) fresh.Remove(old.Report);
            else lost.Add(old);
        Match(fresh.Values);
    }

    /// <summary>What of a report is not as it was.</summary>
    public IEnumerable<object?[]> Of(PanelReport report)
    {
        if (report.Reading is null) return [];
        if ((previous.QueryFirstOrDefault<OldReport>($"{OldSql} AND report = @Key", new { report.Key }) ?? rekeyed.GetValueOrDefault(report.Key)) is not { } before)
            return [Row(report.Key, null, null, null, null, "new_report")];
        var old = previous.Query<OldFigure>("SELECT figure, value, state, unit, edition, corrected FROM figures WHERE report = @Report ORDER BY figure", before).ToDictionary(f => f.Figure);
        var why = before.Sha256 != report.Sha256 ? "republished" : before.Reader != report.Reader ? "reread" : "rechosen";
        var now = report.Figures.Select(f => (Figure: f.Key.ToString(), f.Corrected, Cell: NewCell(f.Value, Word.Of(f.State), f.Unit, f.Edition))).ToList();
        List<object?[]> figures =
        [
            .. from f in now let was = old.GetValueOrDefault(f.Figure) where !IsSame(was?.Cell, f.Cell) select Row(report.Key, f.Figure, null, was?.Cell, f.Cell, Why(f.Corrected, was, why)),
            .. from f in old.Values.ExceptBy(now.Select(f => f.Figure), f => f.Figure) select Row(report.Key, f.Figure, null, f.Cell, null, Why(false, f, why)),
        ];
        return [.. before.Report == report.Key ? Array.Empty<object?[]>() : [Row(report.Key, null, null, null, null, "rekeyed", before.Report)], .. figures,
            .. Measures(report, before.Report, why == "rechosen" && figures.TrueForAll(row => row[^1] is not "rechosen") ? "reassessed" : why)];
    }

    IEnumerable<object?[]> Measures(PanelReport report, string before, string why)
    {
        var old = previous.Query<OldFigure>("SELECT measure AS figure, value, COALESCE(missing, 'number') AS state, unit, edition, corrected FROM measures WHERE report = @before", new { before }).ToDictionary(m => m.Figure);
        return from m in report.Measures
               let id = m.Measure.Key.Indicator
               where measures.Contains(id)
               let was = old.GetValueOrDefault(id)
               let cell = NewCell(m.Value, m.Missing is { } missing ? PanelRows.Snake(missing) : "number", m.Measure.Unit, m.Edition)
               where !IsSame(was?.Cell, cell)
               select Row(report.Key, null, id, was?.Cell, cell, Why(m.Corrected, was, why));
    }

    // Of the same document by the same reader, what is no longer corrected is so because the correction was withdrawn.
    static string Why(bool corrected, OldFigure? was, string why) => corrected || (was?.Corrected == true && why is "rechosen" or "reassessed") ? "corrected" : why;

    static Cell NewCell(decimal? value, string state, string? unit, string? edition) => new(value, value is { } number ? Convert.ToDouble(Printed.Store(number).Column) : null, state, unit, edition);

    /// <summary>Reports that the release before had and this one has not.</summary>
    public IEnumerable<object?[]> Gone() => lost.Except(rekeyed.Values).Select(old => Row(old.Report, null, null, null, null, "gone_report"));

    public void Dispose() => previous.Dispose();

    // The agency had no code then or another name, or its report did not say whom it speaks for: the surest matches first, and none where several reports may be meant.
    void Match(IReadOnlyCollection<PanelReport> fresh)
    {
        var byDocument = lost.ToLookup(old => (old.Year, old.Sha256));
        var byName = lost.Where(old => old.Code is null).ToLookup(old => (old.Year, old.Scope, old.Agency));
        var matches =
            from report in fresh
            let scope = Word.Of(report.Scope!.Value)
            let names = JsonSerializer.Deserialize<HashSet<string>>(report.Names)!
            from old in byDocument[(report.Year, report.Sha256!)].Concat(names.SelectMany(name => byName[(report.Year, scope, name)]).Where(old => IsPlace(old.Region, report.Region))).Distinct()
            select (report.Key, Old: old, Sureness: (old.Sha256 == report.Sha256, names.Contains(old.Agency), old.Scope == scope));
        HashSet<OldReport> taken = [];
        foreach (var alike in matches.GroupBy(match => match.Sureness).OrderByDescending(group => group.Key))
        {
            var free = alike.Where(match => !rekeyed.ContainsKey(match.Key) && !taken.Contains(match.Old)).ToList();
            var (claims, claimed) = (free.CountBy(match => match.Key).ToDictionary(), free.CountBy(match => match.Old).ToDictionary());
            foreach (var (key, old, _) in free.Where(match => claims[match.Key] == 1 && claimed[match.Old] == 1))
            {
                rekeyed.Add(key, old);
                taken.Add(old);
            }
        }
    }

    static bool IsPlace(string? one, string? other) => one is null || other is null || one == other;

    static object?[] Row(string report, string? figure, string? measure, Cell? old, Cell? now, string why, string? oldReport = null) =>
        [report, figure, measure, old?.Value, old?.State, old?.Unit, old?.Edition, now?.Value, now?.State, now?.Unit, now?.Edition, oldReport, why];

    // A database keeps doubles; what these cannot tell apart is no change.
    static bool IsSame(Cell? was, Cell now) => was is not null && was with { Value = now.Value } == now;

    sealed record Cell(decimal? Value, double? Stored, string State, string? Unit, string? Edition);

    sealed record OldReport
    {
        public string Report { get; init; } = "";
        public string? Code { get; init; }
        public string Agency { get; init; } = "";
        public string? Region { get; init; }
        public int Year { get; init; }
        public string Scope { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string Reader { get; init; } = "";
    }

    sealed record OldFigure
    {
        public string Figure { get; init; } = "";
        public object? Value { get; init; }
        public string State { get; init; } = "";
        public string? Unit { get; init; }
        public string? Edition { get; init; }
        public bool Corrected { get; init; }
        public Cell Cell => new(Value is null ? null : Printed.Read(Value), Value is null ? null : Convert.ToDouble(Value), State, Unit, Edition);
    }
}
