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

    // What is chosen, straight from the rows of figures: of most, nothing is needed but the number, and the place where all that stands beside it is kept is not touched then.
    const string Sql = $"""
        WITH asked AS MATERIALIZED (
          SELECT key AS asked, value ->> 0 AS indicator, value ->> 1 AS applicant, COALESCE(value ->> 1, 'value') AS name, value ->> 2 AS is_amount FROM json_each(@figures)),
        placed AS (
          SELECT f.agency, f.reading, f.edition, a.*, {ChosenFigure.Number} AS number, {ChosenFigure.Last} AS last
          FROM json_each(@readings) r CROSS JOIN asked a CROSS JOIN figure_row f ON f.reading = r.value AND f.indicator = a.indicator),
        seen AS (
          SELECT f.*, {ChosenFigure.Cell} AS cell FROM placed f
          LEFT JOIN evidence e ON e.agency = f.agency
            AND e.reading = CASE WHEN @printed OR typeof(f.number) <> 'integer' OR f.is_amount OR f.last IS NOT NULL THEN f.reading END)
        SELECT p.reading, p.asked, p.edition, {ChosenFigure.Value}, {ChosenFigure.Exact}, {ChosenFigure.State}, {ChosenFigure.Unit}, CASE WHEN @printed THEN {ChosenFigure.Raw} END, c.id IS NOT NULL
        FROM seen p LEFT JOIN correction c ON {ChosenFigure.Holds}
        WHERE {ChosenFigure.IsThere}
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
