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

/// <summary>A column of table 3.</summary>
public sealed record Applicant(string Id, string Label, string English);

/// <summary>Every indicator of every edition and the applicants of table 3, and what they are called.</summary>
public static class Codebook
{
    static readonly Content Loaded = Load();

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Applicant> Applicants => Loaded.Applicants;

    public static IReadOnlyList<Indicator> Indicators => Loaded.Indicators;

    /// <summary>The indicator in the newest edition that has it; null if none has.</summary>
    public static Indicator? Find(string id) => Indicators.Where(i => i.Id == id).MaxBy(i => i.Edition, StringComparer.Ordinal);

    static Content Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("codebook.json")!;
        return JsonSerializer.Deserialize<Content>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record Content(IReadOnlyList<Applicant> Applicants, IReadOnlyList<Indicator> Indicators);
}
