using Microsoft.Data.Sqlite;
using Parquet;

namespace ReportHarvester.Tests.App.Export;

/// <summary>What a Parquet file holds.</summary>
static class Columns
{
    public static async Task<IReadOnlyList<string>> Texts(string file)
    {
        var texts = new List<string>();
        await using var reader = await ParquetReader.CreateAsync(file);
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            foreach (var field in reader.Schema.DataFields.Where(field => field.ClrType == typeof(string)))
            {
                var values = new string?[group.RowCount];
                await group.ReadAsync(field, values.AsMemory());
                texts.AddRange(values.OfType<string>());
            }
        }
        return texts;
    }

    public static async Task<IReadOnlyList<(string?, double?)>> Figures(string file)
    {
        var figures = new List<(string?, double?)>();
        await using var reader = await ParquetReader.CreateAsync(file);
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var (names, values) = (new string?[group.RowCount], new double?[group.RowCount]);
            await group.ReadAsync(reader.Schema.DataFields.Single(field => field.Name == "figure"), names.AsMemory());
            await group.ReadAsync<double>(reader.Schema.DataFields.Single(field => field.Name == "value"), values.AsMemory());
            figures.AddRange(names.Zip(values));
        }
        return figures;
    }
}

/// <summary>Questions to a database file, answered as text.</summary>
static class Sqlite
{
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }
}
