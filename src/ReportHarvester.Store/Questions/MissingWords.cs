using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportHarvester.Store;

/// <summary>A reason in both languages.</summary>
public sealed record MissingWord(string Chinese, string English);

/// <summary>What the reasons for missing values mean.</summary>
public static class MissingWords
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyDictionary<Missing, MissingWord> All { get; } = Load();

    static Dictionary<Missing, MissingWord> Load()
    {
        using var stream = typeof(MissingWords).Assembly.GetManifestResourceStream("missing.json")!;
        return JsonSerializer.Deserialize<Dictionary<Missing, MissingWord>>(stream, Options)!;
    }
}
