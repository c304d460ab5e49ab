using System.Text;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>A table as CSV after RFC 4180: UTF-8 without a mark, lines end in LF, missing is empty, text is never a formula.</summary>
sealed class CsvFile : IPanelFile
{
    readonly StreamWriter writer;

    public CsvFile(string file, PanelTable table)
    {
        writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 16);
        writer.Write(Csv.Line(table.Columns.Select(column => column.Name)) + "\n");
    }

    public async ValueTask Add(object?[] row) => await writer.WriteAsync(Csv.Line(row.Select(Text)) + "\n");

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    static object? Text(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("O"),
        DateTimeOffset time => PanelRows.Time(time),
        _ => value,
    };
}
