using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>Enumerations and places as the database spells them.</summary>
static class Word
{
    static readonly JsonSerializerOptions Sparse = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    // The words are all of one part, so lower case is their snake case.
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static T? To<T>(string? word) where T : struct, Enum => word is null ? null : Enum.Parse<T>(word, ignoreCase: true);

    public static string? OfOrigin(Reports.Origin? origin) => origin is null ? null : JsonSerializer.Serialize(origin, Sparse);

    public static Reports.Origin? ToOrigin(string? text) => text is null ? null : JsonSerializer.Deserialize<Reports.Origin>(text, Sparse);
}
