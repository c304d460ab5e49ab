using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure of a reading that a question needs.</summary>
sealed record FoundFigure
{
    public long Reading { get; init; }
    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }
    public string Edition { get; init; } = "";

    /// <summary>As the database gives it.</summary>
    public object? Stored { get; init; }
    public string? Exact { get; init; }

    /// <summary>Null: a number.</summary>
    public string? State { get; init; }

    /// <summary>The printed text and unit. Not looked up where a whole number is only counted with.</summary>
    public string? Raw { get; init; }
    public string? Unit { get; init; }

    /// <summary>Null: as printed.</summary>
    public long? Correction { get; init; }

    public FigureKey Key => new(Indicator, Applicant);
    public decimal? Value => (Exact ?? Stored) is { } stored ? Printed.Read(stored) : null;
    public CellState CellState => Word.To<CellState>(State) ?? CellState.Number;

    const string Sql = """
        WITH asked AS MATERIALIZED (SELECT value ->> 0 AS indicator, value ->> 1 AS applicant, value ->> 2 AS is_amount FROM json_each(@figures))
        SELECT f.reading, f.indicator, f.applicant, f.edition, f.value AS stored,
          CASE WHEN @printed OR typeof(f.value) = 'real' THEN f.exact END AS exact, f.state,
          CASE WHEN @printed THEN f.raw END AS raw, f.correction,
          CASE WHEN @printed OR typeof(f.value) <> 'integer' OR t.is_amount THEN f.unit END AS unit
        FROM json_each(@readings) r CROSS JOIN asked t
        CROSS JOIN chosen_figure f ON f.reading = r.value AND f.indicator = t.indicator AND f.applicant IS t.applicant
        WHERE f.value IS NOT NULL OR f.cell IS NOT NULL
        """;

    /// <param name="printed">Whether the printed texts are wanted too, which takes longer.</param>
    public static ILookup<long, FoundFigure> Of(SqliteConnection connection, string readings, IEnumerable<FigureKey> figures, bool printed) =>
        connection.Query<FoundFigure>(Sql, new
        {
            readings, printed, figures = JsonSerializer.Serialize(figures.Select(f => new object?[] { f.Indicator, f.Applicant, Codebook.Find(f.Indicator)?.Kind == "amount" })),
        }).ToLookup(figure => figure.Reading);
}
