using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportHarvester.Harvest;

/// <summary>Reads the data files that are part of the assembly.</summary>
static class EmbeddedJson
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static T Load<T>(string name)
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Strict)!;
    }
}
