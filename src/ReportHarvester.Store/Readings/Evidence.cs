using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What stood in the cells of a reading's figures, as compact JSON; the schema says which place means what.</summary>
static class Evidence
{
    // No browser reads it, and Chinese as \u escapes would triple it.
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<Figure> figures)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            foreach (var row in figures.Index().GroupBy(figure => figure.Item.Indicator))
            {
                json.WriteStartObject(row.Key);
                foreach (var (position, figure) in row)
                {
                    json.WritePropertyName(figure.Applicant ?? FigureRows.Alone);
                    var cell = Cell(position, figure);
                    Write(json, cell.AsSpan(0, Array.FindLastIndex(cell, place => place is not null) + 1));
                }
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static object?[] Cell(int position, Figure figure)
    {
        var origin = figure.Origin;
        return
        [
            position, origin.Page, origin.Grid, origin.Row, origin.Column, origin.Box, figure.Unit, figure.Proven ? 1 : null,
            RawUnlessPlain(figure), figure.State == CellState.Number ? null : Word.Of(figure.State), origin.Line, FigureRows.Stored(figure).Exact,
        ];
    }

    // Most cells print a whole number and nothing else; the view makes its digits from the number.
    static string? RawUnlessPlain(Figure figure)
    {
        var plain = figure.Value is not { } value ? "" : FigureRows.Stored(figure) is (long, null) ? Printed.Digits(value) : null;
        return figure.Raw == plain ? null : figure.Raw;
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<object?> cell)
    {
        json.WriteStartArray();
        foreach (var place in cell)
        {
            if (place is int number) json.WriteNumberValue(number);
            else if (place is double points) json.WriteNumberValue(points);
            else if (place is Box box) Write(json, [box.Left, box.Top, box.Right, box.Bottom]);
            else json.WriteStringValue((string?)place);
        }
        json.WriteEndArray();
    }
}
