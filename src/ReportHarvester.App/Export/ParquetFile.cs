using Parquet;
using Parquet.Schema;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>A table as Parquet. Rows are collected into groups, as the format wants columns.</summary>
sealed class ParquetFile : IPanelFile
{
    const int GroupRows = 50_000;

    // Zstandard, as most readers have it, and dictionaries for texts that repeat.
    static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd };

    readonly List<object?[]> rows = [];
    readonly IReadOnlyList<PanelColumn> columns;
    readonly DataField[] fields;
    readonly FileStream stream;
    readonly ParquetWriter writer;

    ParquetFile(IReadOnlyList<PanelColumn> columns, DataField[] fields, FileStream stream, ParquetWriter writer) =>
        (this.columns, this.fields, this.stream, this.writer) = (columns, fields, stream, writer);

    public static async Task<ParquetFile> Create(string file, PanelTable table)
    {
        var fields = table.Columns.Select(column => new DataField(column.Name, TypeOf(column.Type), isNullable: true)).ToArray();
        var stream = File.Create(file);
        return new ParquetFile(table.Columns, fields, stream, await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, Options));
    }

    public async ValueTask Add(object?[] row)
    {
        rows.Add(row);
        if (rows.Count == GroupRows) await WriteGroup();
    }

    public async ValueTask DisposeAsync()
    {
        if (rows.Count > 0) await WriteGroup();
        await writer.DisposeAsync();
        await stream.DisposeAsync();
    }

    async Task WriteGroup()
    {
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++) await Write(group, i);
        group.CompleteValidate();
        rows.Clear();
    }

    async Task Write(ParquetRowGroupWriter group, int i)
    {
        var values = rows.Select(row => row[i]);
        switch (columns[i].Type)
        {
            case ColumnType.Integer: await group.WriteAsync<int>(fields[i], values.Select(value => (int?)value).ToArray()); break;
            case ColumnType.Number: await group.WriteAsync<double>(fields[i], values.Select(value => (double?)(decimal?)value).ToArray()); break;
            case ColumnType.Boolean: await group.WriteAsync<bool>(fields[i], values.Select(value => (bool?)value).ToArray()); break;
            default: await group.WriteAsync(fields[i], values.Select(value => (string?)value).ToArray()); break;
        }
    }

    static Type TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => typeof(int),
        ColumnType.Number => typeof(double),
        ColumnType.Boolean => typeof(bool),
        _ => typeof(string),
    };
}
