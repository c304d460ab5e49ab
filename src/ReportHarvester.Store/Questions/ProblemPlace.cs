using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A place that a problem speaks of.</summary>
public sealed record ProblemPlace
{
    /// <summary>The year of the report that it stands in, where reports of several years are compared.</summary>
    public int? Year { get; init; }
    public string? Url { get; init; }

    /// <summary>The section of the sentence that is quoted.</summary>
    public int? Section { get; init; }
    public Origin Origin { get; init; } = new();

    // As much of a quoted sentence as tells it from others.
    const int LeastProbe = 4, MostProbe = 12;

    /// <summary>The problem with everywhere that it stands: its own place, or those of its figures in every report that it speaks of, or the section that it quotes.</summary>
    internal static Problem Locate(SqliteConnection connection, Problem problem)
    {
        List<ProblemPlace> places = [.. Kept(connection, problem)];
        if (places.Count == 0 && problem.Origin is null) places.AddRange(OfFigures(connection, problem));
        var section = SectionOf(connection, problem);
        if (problem.Origin is { } origin) places.Add(new ProblemPlace { Url = problem.Url, Section = section, Origin = origin });
        else if (section is not null) places.Add(new ProblemPlace { Url = problem.Url, Section = section });
        return problem with { Places = places };
    }

    // What a comparison between years noted.
    static IEnumerable<ProblemPlace> Kept(SqliteConnection connection, Problem problem) => problem.Id[0] != 'P' ? [] : connection.Query<Cell>("""
        SELECT p.value ->> 'year' AS year, p.value ->> 'url' AS url, p.value ->> 'page' AS page, p.value ->> 'grid' AS grid, p.value ->> 'row' AS "row", p.value ->> 'column' AS "column"
        FROM report_issue i, json_each(i.evidence, '$.places') p WHERE i.id = CAST(substr(@Id, 2) AS INTEGER)
        """, new { problem.Id }).Select(cell => cell.ToPlace());

    static IEnumerable<ProblemPlace> OfFigures(SqliteConnection connection, Problem problem) => problem.Figures.Count == 0 ? [] : connection.Query<Cell>("""
        SELECT r.url, f.page, f.grid, f."row", f."column" FROM reading r CROSS JOIN json_each(@figures) k
        JOIN figure f ON f.reading = r.id AND f.indicator = k.value ->> 0 AND f.applicant IS k.value ->> 1
        WHERE r.agency = @AgencyId AND r.report = @ReportId AND r.is_current = 1 ORDER BY k.key
        """, new { problem.AgencyId, problem.ReportId, figures = JsonSerializer.Serialize(problem.Figures.Select(f => new[] { f.Indicator, f.Applicant })) }).Select(cell => cell.ToPlace());

    static int? SectionOf(SqliteConnection connection, Problem problem)
    {
        if (Probe(problem.Evidence) is not { } probe) return null;
        var sections = connection.Query<(long Number, string Text)>("""
            SELECT s.number, s.text FROM reading r JOIN section s ON s.reading = r.id AND s.agency = r.agency
            WHERE r.agency = @AgencyId AND r.report = @ReportId AND r.is_current = 1 ORDER BY s.position
            """, problem);
        return sections.FirstOrDefault(s => Compact(s.Text).Contains(probe, StringComparison.Ordinal)) is { Text: not null } found ? (int)found.Number : null;
    }

    static string? Probe(string evidence)
    {
        var at = evidence.IndexOf('“') + 1;
        if (at == 0) return null;
        var quoted = evidence[at..].Split('”', '…')[0];
        return Compact(quoted) is { Length: >= LeastProbe } said ? said[..Math.Min(said.Length, MostProbe)] : null;
    }

    static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    sealed record Cell
    {
        public long? Year { get; init; }
        public string? Url { get; init; }
        public int? Page { get; init; }
        public int? Grid { get; init; }
        public int? Row { get; init; }
        public int? Column { get; init; }

        public ProblemPlace ToPlace() => new() { Year = (int?)Year, Url = Address.Published(Url), Origin = new Origin { Page = Page, Grid = Grid, Row = Row, Column = Column } };
    }
}
