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

    const string Asked = """
        WITH asked AS MATERIALIZED (
          SELECT key AS asked, value ->> 0 AS indicator, value ->> 1 AS applicant, COALESCE(value ->> 1, 'value') AS name FROM json_each(@figures))
        """;

    const string Places = "json_each(@readings) r CROSS JOIN asked a CROSS JOIN figure_row f ON f.reading = r.value AND f.indicator = a.indicator";

    // Of most counts nothing is needed but the number: the place where all that stands beside it is kept is not touched for them.
    const string NumbersSql = $"{Asked} SELECT f.reading, a.asked, f.edition, {ChosenFigure.Number}, {ChosenFigure.Last} IS NOT NULL FROM {Places}";

    const string ToldSql = $"""
        {Asked},
        placed AS (SELECT f.agency, f.reading, f.edition, a.*, {ChosenFigure.Number} AS number, {ChosenFigure.Last} AS last FROM {Places}),
        seen AS (SELECT f.*, {ChosenFigure.Cell} AS cell FROM placed f LEFT JOIN evidence e ON e.agency = f.agency AND e.reading = f.reading)
        SELECT p.reading, p.asked, p.edition, {ChosenFigure.Value}, {ChosenFigure.Exact}, {ChosenFigure.State}, {ChosenFigure.Unit}, CASE WHEN @printed THEN {ChosenFigure.Raw} END, c.id IS NOT NULL
        FROM seen p LEFT JOIN correction c ON {ChosenFigure.Holds}
        WHERE {ChosenFigure.IsThere}
        """;

    /// <summary>By reading.</summary>
    /// <param name="printed">Whether the printed texts are wanted too, which takes longer.</param>
    public static ILookup<long, FoundFigure> Of(SqliteConnection connection, string readings, IReadOnlyList<FigureKey> figures, bool printed)
    {
        var amounts = figures.Where(figure => printed || Codebook.Find(figure.Indicator)?.Kind == "amount").ToList();
        var (found, left) = (Told(connection, readings, amounts, printed), new HashSet<(long Reading, FigureKey Key)>());
        found.AddRange(Numbers(connection, readings, [.. figures.Except(amounts)], left));
        if (left.Count > 0)
            found.AddRange(Told(connection, JsonSerializer.Serialize(left.Select(one => one.Reading).Distinct()), [.. left.Select(one => one.Key).Distinct()], printed)
                .Where(one => left.Contains((one.Reading, one.Figure.Key))));
        return found.ToLookup(one => one.Reading, one => one.Figure);
    }

    // Those that are whole numbers as printed; what else there is, or may be, is left.
    static List<(long Reading, FoundFigure Figure)> Numbers(SqliteConnection connection, string readings, List<FigureKey> figures, HashSet<(long, FigureKey)> left)
    {
        var found = new List<(long, FoundFigure)>();
        if (figures.Count == 0) return found;
        using var rows = connection.ExecuteReader(NumbersSql, new { readings, figures = Json(figures) });
        while (rows.Read())
        {
            var (reading, key) = (rows.GetInt64(0), figures[rows.GetInt32(1)]);
            if (rows.GetValue(3) is long number && !rows.GetBoolean(4)) found.Add((reading, new FoundFigure { Key = key, Edition = rows.GetString(2), Value = number }));
            else left.Add((reading, key));
        }
        return found;
    }

    static List<(long Reading, FoundFigure Figure)> Told(SqliteConnection connection, string readings, List<FigureKey> figures, bool printed)
    {
        var found = new List<(long, FoundFigure)>();
        if (figures.Count == 0) return found;
        using var rows = connection.ExecuteReader(ToldSql, new { readings, printed, figures = Json(figures) });
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        while (rows.Read())
            found.Add((rows.GetInt64(0), new FoundFigure
            {
                Key = figures[rows.GetInt32(1)], Edition = rows.GetString(2), Value = (Text(4) ?? rows.GetValue(3)) is var stored and not DBNull ? Printed.Read(stored) : null,
                State = Word.To<CellState>(Text(5)) ?? CellState.Number, Unit = Text(6), Raw = Text(7), Corrected = rows.GetBoolean(8),
            }));
        return found;
    }

    static string Json(IEnumerable<FigureKey> figures) => JsonSerializer.Serialize(figures.Select(f => new[] { f.Indicator, f.Applicant }));
}
