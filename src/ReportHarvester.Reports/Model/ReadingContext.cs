using System.Text.Json.Serialization;

namespace ReportHarvester.Reports;

/// <summary>How readings are written and read as JSON, worked out when the program is built: working it out anew costs every start a tenth of a second.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(ParsedDocument))]
sealed partial class ReadingContext : JsonSerializerContext;
