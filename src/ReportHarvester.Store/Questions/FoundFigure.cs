using System.Data;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure of a reading that a question needs.</summary>
sealed record FoundFigure
{
    public required FigureKey Key { get; init; }
    public required string Edition { get; init; }
    public decimal? Value { get; init; }
    public CellState State { get; init; }

    /// <summary>The printed text and unit. Not looked up where a whole number is only counted with.</summary>
    public string? Raw { get; init; }
    public string? Unit { get; init; }

    /// <summary>Whether a person put it right.</summary>
    public bool Corrected { get; init; }

    // As chosen_figure, but straight from the rows of figures: of most, nothing is needed but the number, and the place where all that stands beside it
    // is kept is not touched then.
    const string Sql = """
        WITH asked AS MATERIALIZED (
          SELECT key AS asked, value ->> 0 AS indicator, value ->> 1 AS applicant, COALESCE(value ->> 1, 'value') AS name, value ->> 2 AS is_amount FROM json_each(@figures)),
        placed AS (
          SELECT f.agency, f.reading, f.edition, t.*,
            CASE t.name WHEN 'value' THEN f.value WHEN 'total' THEN f.total WHEN 'natural_person' THEN f.natural_person WHEN 'business' THEN f.business
              WHEN 'research' THEN f.research WHEN 'public_interest' THEN f.public_interest WHEN 'legal_service' THEN f.legal_service WHEN 'other_org' THEN f.other_org END AS value,
            (SELECT max(k.id) FROM correction k WHERE k.agency = f.agency AND k.indicator = t.indicator AND k.applicant IS t.applicant
              AND +k.report = (SELECT report FROM reading WHERE id = f.reading)) AS last
          FROM json_each(@readings) r CROSS JOIN asked t CROSS JOIN figure_row f ON f.reading = r.value AND f.indicator = t.indicator),
        seen AS (
          SELECT p.*, e.cells -> p.indicator -> p.name AS cell FROM placed p
          LEFT JOIN evidence e ON e.agency = p.agency
            AND e.reading = CASE WHEN @printed OR typeof(p.value) <> 'integer' OR p.is_amount OR p.last IS NOT NULL THEN p.reading END)
        SELECT s.reading, s.asked, s.edition, COALESCE(c.value, s.value), CASE WHEN c.id IS NULL THEN s.cell ->> 11 END AS exact,
          CASE WHEN c.id IS NULL AND s.value IS NULL THEN s.cell ->> 9 END AS state, s.cell ->> 6 AS unit,
          CASE WHEN @printed THEN COALESCE(s.cell ->> 8, CAST(s.value AS TEXT), '') END AS raw, c.id IS NOT NULL AS is_corrected
        FROM seen s LEFT JOIN correction c ON c.id = s.last AND c.value IS NOT NULL AND c.printed IS COALESCE(s.cell ->> 8, CAST(s.value AS TEXT), '')
        WHERE s.value IS NOT NULL OR s.cell IS NOT NULL OR c.id IS NOT NULL
        """;

    /// <summary>By reading.</summary>
    /// <param name="printed">Whether the printed texts are wanted too, which takes longer.</param>
    public static ILookup<long, FoundFigure> Of(SqliteConnection connection, string readings, IReadOnlyList<FigureKey> figures, bool printed)
    {
        using var rows = connection.ExecuteReader(Sql, new
        {
            readings, printed, figures = JsonSerializer.Serialize(figures.Select(f => new object?[] { f.Indicator, f.Applicant, Codebook.Find(f.Indicator)?.Kind == "amount" })),
        });
        return Read(rows, figures).ToLookup(found => found.Reading, found => found.Figure);
    }

    static IEnumerable<(long Reading, FoundFigure Figure)> Read(IDataReader rows, IReadOnlyList<FigureKey> figures)
    {
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        while (rows.Read())
            yield return (rows.GetInt64(0), new FoundFigure
            {
                Key = figures[rows.GetInt32(1)], Edition = rows.GetString(2), Value = (Text(4) ?? rows.GetValue(3)) is var stored and not DBNull ? Printed.Read(stored) : null,
                State = Word.To<CellState>(Text(5)) ?? CellState.Number, Unit = Text(6), Raw = Text(7), Corrected = rows.GetBoolean(8),
            });
    }
}
