using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Which edition of the form a table of a reading follows. Asked only where a figure is missing.</summary>
sealed record TableEdition
{
    public long Reading { get; init; }
    public string Table { get; init; } = "";
    public string Edition { get; init; } = "";

    const string Sql = """
        SELECT f.reading, i.form_table AS "table", max(f.edition) AS edition
        FROM json_each(@readings) r CROSS JOIN figure_row f ON f.reading = r.value
        CROSS JOIN indicator i ON i.id = f.indicator AND i.edition = f.edition
        GROUP BY f.reading, i.form_table
        """;

    public static ILookup<long, TableEdition> Of(SqliteConnection connection, string readings) =>
        connection.Query<TableEdition>(Sql, new { readings }).ToLookup(table => table.Reading);
}
