using System.Reflection;
using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>An indicator as one edition of the form prints it.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }
    public required string Edition { get; init; }

    /// <summary>2, 3, 4 or stat.</summary>
    public required string Table { get; init; }

    /// <summary>The headings above the row.</summary>
    public required string Group { get; init; }

    public required string Label { get; init; }
    public required string English { get; init; }
    public required string Unit { get; init; }
    public required string Kind { get; init; }
}

/// <summary>Every indicator of every edition, and what it is called.</summary>
public static class Codebook
{
    /// <summary>The applicants of table 3, in its order.</summary>
    public static IReadOnlyList<string> Applicants { get; } =
        ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];

    public static IReadOnlyList<Indicator> Indicators { get; } = Load();

    /// <summary>The indicator in the newest edition that has it; null if none has.</summary>
    public static Indicator? Find(string id) => Indicators.Where(i => i.Id == id).MaxBy(i => i.Edition, StringComparer.Ordinal);

    static Indicator[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("codebook.json")!;
        return JsonSerializer.Deserialize<Indicator[]>(stream, JsonSerializerOptions.Web)!;
    }
}
