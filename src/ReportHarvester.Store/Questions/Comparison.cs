using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Figures of agencies over years side by side, every gap with its reason, and the breaks between editions of the form.</summary>
public sealed record Comparison(IReadOnlyList<ComparedFigure> Figures, IReadOnlyList<EditionBreak> Breaks)
{
    // Rows: every agency x year x asked figure, with a report or without; two where an agency reports for itself and for its region.
    // The edition of an empty place is that of the other figures of its table; without any, that of the report. An indicator is
    // "not in the edition" only where that is sure: its own table follows an edition without it, or the report's edition has no such table.
    const string Sql = """
        WITH asked AS (SELECT a.key AS position, a.value ->> 0 AS indicator, a.value ->> 1 AS applicant FROM json_each(@asked) a),
        agencies AS (SELECT id, name FROM agency WHERE @agencies = '[]' OR code IN (SELECT value FROM json_each(@agencies))
          OR id IN (SELECT agency FROM agency_period WHERE folded IN (SELECT value FROM json_each(@folded)))),
        years AS (
          SELECT DISTINCT year FROM report WHERE @years = '[]'
          UNION SELECT value FROM json_each(@years)),
        place AS (
          SELECT g.name AS agency, g.id AS agency_id, p.id AS report, y.year, p.scope, r.id AS reading, r.outcome, a.position, a.indicator, a.applicant,
            (SELECT max(f.edition) FROM figure_row f JOIN indicator i ON i.id = f.indicator AND i.edition = f.edition
              WHERE f.reading = r.id AND f.agency = r.agency
                AND i.form_table IN (SELECT form_table FROM indicator WHERE id = a.indicator)) AS table_edition,
            COALESCE(r.edition, (SELECT max(edition) FROM figure_row WHERE reading = r.id AND agency = r.agency)) AS report_edition
          FROM agencies g CROSS JOIN years y CROSS JOIN asked a
          LEFT JOIN report p ON p.agency = g.id AND p.year = y.year
            AND EXISTS (SELECT 1 FROM reading WHERE agency = p.agency AND report = p.id AND is_current = 1)
          LEFT JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1),
        -- An inner join lets SQLite seek each figure; a left join to the view would build the whole view first.
        found AS MATERIALIZED (
          SELECT l.position AS asked, f.reading, f.edition, COALESCE(f.exact, f.value) AS value, f.state, f.raw, f.unit
          FROM place l JOIN figure f ON f.reading = l.reading AND f.indicator = l.indicator AND f.applicant IS NOT DISTINCT FROM l.applicant)
        SELECT l.agency, l.year, l.scope, l.indicator, l.applicant, f.value, f.state, f.raw, f.unit,
          COALESCE(f.edition, l.table_edition, l.report_edition) AS edition, l.outcome, l.reading,
          CASE
            WHEN l.reading IS NULL THEN 'NoReport'
            WHEN f.state = 'blank' THEN 'Blank'
            WHEN f.state = 'mark' THEN 'Mark'
            WHEN f.state IS NOT NULL THEN NULL
            WHEN EXISTS (SELECT 1 FROM indicator WHERE id = l.indicator AND edition = l.table_edition) THEN 'NotPlaced'
            WHEN l.table_edition IS NOT NULL THEN 'NotInEdition'
            WHEN l.report_edition IS NULL OR EXISTS (SELECT 1 FROM indicator WHERE edition = l.report_edition
              AND form_table IN (SELECT form_table FROM indicator WHERE id = l.indicator)) THEN 'NotPlaced'
            ELSE 'NotInEdition'
          END AS missing,
          (SELECT string_agg(code, ',') FROM (
            SELECT DISTINCT s.code FROM issue_figure n JOIN issue s ON s.reading = n.reading AND s.position = n.issue AND s.agency = n.agency
            WHERE n.reading = l.reading AND n.indicator = l.indicator AND n.applicant IS NOT DISTINCT FROM l.applicant
            UNION
            SELECT code FROM report_issue WHERE reading = l.reading AND settled IS NULL
            UNION
            SELECT s.code FROM report_issue s JOIN report_issue_figure n ON n.issue = s.id
            WHERE s.agency = l.agency_id AND s.report = l.report AND s.settled IS NULL
              AND n.indicator = l.indicator AND n.applicant IS NOT DISTINCT FROM l.applicant)) AS issues
        FROM place l
        LEFT JOIN found f ON f.reading = l.reading AND f.asked = l.position
        ORDER BY l.position, l.agency, l.year, l.scope
        """;

    /// <summary>The agencies that have a line in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Agencies => Figures.Select(figure => figure.Agency).Distinct();

    public static Comparison Ask(ReportStore store, ComparisonQuestion question)
    {
        var figures = store.Read(connection => connection.Query(Sql, new
        {
            asked = JsonSerializer.Serialize(question.Figures.Select(figure => new[] { figure.Indicator, figure.Applicant })),
            agencies = JsonSerializer.Serialize(question.Agencies), folded = JsonSerializer.Serialize(question.Agencies.Select(AgencyNames.Fold)),
            years = JsonSerializer.Serialize(question.Years),
        }).Select(row => (ComparedFigure)Figure(row)).ToList());
        return new Comparison(figures, [.. BreaksIn(figures)]);
    }

    // By hand: Dapper takes the types of computed columns from the first row, where they may be null.
    static ComparedFigure Figure(dynamic row) => new()
    {
        Agency = row.agency, Year = (int)row.year, Scope = Word.To<Scope>(row.scope), Indicator = row.indicator, Applicant = row.applicant,
        Value = row.value is null ? null : Printed.Read((object)row.value), State = Word.To<CellState>(row.state), Raw = row.raw,
        Unit = row.unit, Edition = row.edition, Missing = Word.To<Missing>(row.missing), Outcome = Word.To<Outcome>(row.outcome), Issues = row.issues,
        Reading = row.reading,
    };

    // A report of which it is not known whether it speaks for one organ stands in the line of those that do.
    static IEnumerable<EditionBreak> BreaksIn(IEnumerable<ComparedFigure> figures) =>
        from line in figures.Where(figure => figure.Edition is not null).GroupBy(figure => (figure.Agency, figure.Key, IsOfRegion: figure.Scope == Scope.Aggregate))
        let years = line.OrderBy(figure => figure.Year).ToList()
        from pair in years.Zip(years.Skip(1))
        where pair.First.Edition != pair.Second.Edition
        let only = Has(pair.First) == Has(pair.Second) ? null : Has(pair.First) ? pair.First : pair.Second
        select new EditionBreak(
            line.Key.Agency, line.Key.Key, pair.First.Year, pair.First.Edition!, pair.Second.Year, pair.Second.Edition!, only?.Edition);

    static bool Has(ComparedFigure figure) => Codebook.Indicators.Any(i => i.Id == figure.Indicator && i.Edition == figure.Edition);
}
