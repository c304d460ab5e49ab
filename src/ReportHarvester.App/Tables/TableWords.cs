using System.Text.Json;

namespace ReportHarvester.App;

/// <summary>Heads and words of the tables that are imported; data in tables.json.</summary>
sealed record TableWords
{
    static readonly JsonSerializerOptions Commented = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public static TableWords Known { get; } = Load();

    public required Dictionary<string, string[]> Agencies { get; init; }
    public required Dictionary<string, string[]> Sources { get; init; }
    public required Dictionary<string, string[]> Levels { get; init; }
    public required Dictionary<string, string[]> Kinds { get; init; }
    public required Dictionary<string, string[]> Ends { get; init; }
    public required Dictionary<string, string[]> Answers { get; init; }
    public required Dictionary<string, string[]> Scopes { get; init; }
    public required string[] Provinces { get; init; }

    /// <summary>The word of the program for a word of a cell; null if it has none.</summary>
    public static string? Find(IReadOnlyDictionary<string, string[]> words, string said) =>
        words.FirstOrDefault(word => word.Value.Contains(said, StringComparer.OrdinalIgnoreCase)).Key;

    static TableWords Load()
    {
        using var stream = typeof(TableWords).Assembly.GetManifestResourceStream("tables.json")!;
        return JsonSerializer.Deserialize<TableWords>(stream, Commented)!;
    }
}
