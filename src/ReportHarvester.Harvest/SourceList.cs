using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportHarvester.Harvest;

/// <summary>A list of sources that cannot be used; the message names the entry and what is wrong with it.</summary>
public sealed class SourceListException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Reads sources.json: an array of sources. A mistake in it is found at start, never in the middle of the night.</summary>
public static class SourceList
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter<SourceScope>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SourceListException">The list is not JSON, or an entry is wrong.</exception>
    public static IReadOnlyList<Source> Load(Stream json)
    {
        try
        {
            using var list = JsonDocument.Parse(json, Lenient);
            if (list.RootElement.ValueKind != JsonValueKind.Array) throw new SourceListException("The list of sources is not an array.");
            var sources = list.RootElement.EnumerateArray().Select(Entry).ToList();
            RefuseRepeated(sources);
            return sources;
        }
        catch (JsonException wrong)
        {
            throw new SourceListException($"The list of sources is not JSON: {wrong.Message}", wrong);
        }
    }

    /// <summary>The JSON of a list, as a person would write it: what is not said is left out.</summary>
    public static string Write(IEnumerable<Source> sources) => JsonSerializer.Serialize(sources.Select(SourceEntry.Of), Strict);

    /// <summary>What is wrong with a source; null if nothing is.</summary>
    public static string? Objection(Source source) => SourceRules.Objection(source);

    static Source Entry(JsonElement entry, int index)
    {
        var name = $"Source {index + 1}{(Text(entry, "key") is { } key ? $" ({key})" : "")}";
        try
        {
            var source = entry.Deserialize<Source>(Strict) ?? throw new SourceListException($"{name} is null.");
            return SourceRules.Objection(source) is { } objection ? throw new SourceListException($"{name}: {objection}") : source;
        }
        catch (JsonException wrong)
        {
            throw new SourceListException($"{name}: {wrong.Message}", wrong);
        }
    }

    static string? Text(JsonElement entry, string property) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    static void RefuseRepeated(IEnumerable<Source> sources)
    {
        if (sources.GroupBy(s => s.Key).FirstOrDefault(g => g.Count() > 1) is { } repeated)
            throw new SourceListException($"The key {repeated.Key} is given to more than one source.");
    }
}
