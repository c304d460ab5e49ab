using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>
/// Holds the prose of the reports on a year against each other and against those before. Worked out for the whole year at once, whenever a report of
/// these years is read or the registry changes, so that it does not depend on the order in which reports came.
/// </summary>
sealed class ProseChecks(SqliteConnection connection)
{
    const int YearsBefore = 2;

    const string Current = "r.is_current = 1 AND r.outcome <> 'failed' AND p.year BETWEEN @from AND @year";

    static readonly string Texts = $"""
        SELECT c.reading, c.report, c.agency, c.year, c.name, c.sha256, c.place, s.number, s.text FROM (
          SELECT r.id AS reading, p.id AS report, r.agency, p.year, {AgencyNames.InYear("g", "p.year")} AS name, r.sha256, COALESCE(a.region, 'agency ' || r.agency) AS place
          FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report JOIN agency g ON g.id = r.agency
          LEFT JOIN agency_period a ON a.agency = r.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = r.agency)
          WHERE {Current}) c
        CROSS JOIN section s ON s.reading = c.reading AND s.agency = c.agency WHERE s.number IN (1, 5, 6) ORDER BY c.year, c.name, c.sha256, c.reading, s.position
        """;

    /// <summary>The years of which there are reports, each with what its comparison was worked out from.</summary>
    public IReadOnlyList<(int Year, string State)> Years() =>
        [.. connection.Query<int>("SELECT DISTINCT year FROM report ORDER BY year").Select(year => (year, connection.ExecuteScalar<string>(
            $"SELECT count(*) || ' ' || COALESCE(sum(r.id), 0) || ' ' || COALESCE(max(r.id), 0) FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report WHERE {Current}", new { year, from = year - YearsBefore })!))];

    /// <summary>What the reports on a year share with others.</summary>
    public IReadOnlyList<(Told Report, ReportIssue Issue)> Of(int year)
    {
        var index = new ProseIndex(year);
        var told = new List<Told>();
        foreach (var (report, sections) in Read(year))
        {
            index.Add(report.Agency, report.Place, report.Year, report.Sha256, new Prose(sections));
            told.Add(report);
        }
        return [.. from later in index.Search().GroupBy(s => (s.Later, s.Own))
                   let prose = new Prose(ReadingLoader.Sections(connection, told[later.Key.Later].Reading))
                   let copies = later.Select(s => (told[s.Other].Name, told[s.Other].Year, told[s.Other].Reading, Copied: Copied.Between(prose, new Prose(ReadingLoader.Sections(connection, told[s.Other].Reading)), s.Own, index)))
                       .Where(c => c.Copied is not null).Select(c => (c.Name, c.Year, c.Reading, Copied: c.Copied!)).OrderByDescending(c => c.Copied.Share).ThenBy(c => c.Year).ThenBy(c => c.Name, StringComparer.Ordinal).ToList()
                   where copies.Count > 0
                   select (told[later.Key.Later], Issue(year, later.Key.Own, copies))];
    }

    static ReportIssue Issue(int year, bool own, List<(string Name, int Year, long Reading, Copied Copied)> copies)
    {
        var finding = AcrossAgencies.Finding(year, own, [.. copies.Select(c => (c.Name, c.Year, c.Copied))]);
        // A decision holds while the same passages stand in the same report.
        var evidence = JsonSerializer.Serialize(new
        {
            figures = new[] { new { agency = copies[0].Name, copies[0].Year, copies[0].Copied.Passages } },
            others = copies.Select(c => new { agency = c.Name, c.Year, c.Reading, share = Math.Round(c.Copied.Share, 2), c.Copied.Letters }),
        }, Difference.Sparse);
        return new(finding.Code, finding.Subject, finding.Severity, Fault.Unknown, finding.Message, evidence, []);
    }

    IEnumerable<(Told Report, List<Section> Sections)> Read(int year)
    {
        var sections = new List<Section>();
        Told? report = null;
        foreach (var line in connection.Query<Told>(Texts, new { year, from = year - YearsBefore }, buffered: false))
        {
            if (report is not null && report.Reading != line.Reading)
            {
                yield return (report, sections);
                sections = [];
            }
            sections.Add(new Section(line.Number, "", line.Text));
            report = line with { Text = "" };
        }
        if (report is not null) yield return (report, sections);
    }

    /// <summary>A report whose prose is compared, with a section of it.</summary>
    public sealed record Told
    {
        public long Reading { get; init; }
        public long Report { get; init; }
        public long Agency { get; init; }
        public int Year { get; init; }
        public string Name { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public string Place { get; init; } = "";
        public int Number { get; init; }
        public string Text { get; init; } = "";
    }
}
