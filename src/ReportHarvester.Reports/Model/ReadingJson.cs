using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ReportHarvester.Reports;

/// <summary>The document a reading was made from, as `parse` names it.</summary>
public sealed record DocumentName(string Name, string? Sha256, DocumentFormat Format, int? Pages);

/// <summary>One answer of `parse`: document, reader version, report, issues, outcome.</summary>
public sealed record ParsedDocument(DocumentName Document, string Reader, Report? Report, IReadOnlyList<Issue> Issues, Outcome Outcome);

/// <summary>The JSON form of readings, the same for `parse`, the store and the golden files.</summary>
public static class ReadingJson
{
    /// <summary>Version of the reader; a change of it is a reason to read archived documents again.</summary>
    public static string ReaderVersion { get; } = typeof(ReadingJson).Assembly.GetName().Version!.ToString(3);

    public static JsonSerializerOptions Options { get; } = MakeOptions(indented: false);

    public static JsonSerializerOptions Indented { get; } = MakeOptions(indented: true);

    public static ParsedDocument Parsed(string name, string? sha256, Reading reading) =>
        new(new DocumentName(name, sha256, reading.Format, reading.Pages), ReaderVersion, reading.Report, reading.Issues, reading.Outcome);

    static JsonSerializerOptions MakeOptions(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new BoxConverter() },
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ReadingContext.Default, new DefaultJsonTypeInfoResolver()).WithAddedModifier(HideDerived),
    };

    // A figure's key repeats two of its own properties, and absent places of an origin say nothing.
    static void HideDerived(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (type.Type == typeof(Figure) && property.PropertyType == typeof(FigureKey)) property.ShouldSerialize = (_, _) => false;
            if (type.Type == typeof(Origin)) property.ShouldSerialize = (_, value) => value is not null;
        }
    }

    sealed class BoxConverter : JsonConverter<Box>
    {
        public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var sides = JsonSerializer.Deserialize<double[]>(ref reader, options)!;
            return new Box(sides[0], sides[1], sides[2], sides[3]);
        }

        public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var side in (ReadOnlySpan<double>)[value.Left, value.Top, value.Right, value.Bottom])
                writer.WriteNumberValue(side);
            writer.WriteEndArray();
        }
    }
}
