using System.Globalization;
using System.Text.Json;

namespace ReportHarvester.Store;

/// <summary>
/// By when reports are due, by law or by a local rule: for which report years, regions (first digits of the code) and levels, and whether for
/// reports of a region or of an organ. Due: month and day of the year after the report's.
/// </summary>
public sealed record DueRule
{
    /// <summary>The reports of governments from the county up, and of whoever else speaks for a region.</summary>
    public const string Region = "region";

    /// <summary>The reports of single organs, of towns and of streets.</summary>
    public const string Organ = "organ";

    public required string Rule { get; init; }
    public required string Due { get; init; }

    /// <summary>The article or notice that says so.</summary>
    public required string Basis { get; init; }

    public int FromYear { get; init; }
    public int UntilYear { get; init; } = int.MaxValue;
    public string? Covers { get; init; }
    public string In { get; init; } = "";
    public string? Level { get; init; }

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Those of the law.</summary>
    public static IReadOnlyList<DueRule> OfLaw { get; } = Load();

    /// <summary>Reads local rules: a JSON array like that of the law.</summary>
    /// <exception cref="InvalidDataException">It is no such array; the message says where.</exception>
    public static IReadOnlyList<DueRule> Read(string json)
    {
        try
        {
            var all = JsonSerializer.Deserialize<IReadOnlyList<DueRule>>(json, Options) ?? [];
            foreach (var deadline in all) deadline.After(2020);
            return all;
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException)
        {
            throw new InvalidDataException($"期限规则有误。The deadlines cannot be read: {trouble.Message}", trouble);
        }
    }

    /// <summary>For whom an agency answers. A zone or an agency sent out by a government answers by what its report covers; towns as departments do.</summary>
    internal static string CoveredBy(string? level, string? kind, bool ofRegion) => level != "town" && (kind == "government" || kind is "zone" or "agency" && ofRegion) ? Region : Organ;

    /// <summary>The day by which a report on the year is due.</summary>
    public DateOnly After(int year) => DateOnly.ParseExact($"{year + 1:0000}-{Due}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The rule for a report: the one for the smallest region, and of several the earliest day; null before there was any.</summary>
    internal static DueRule? For(IReadOnlyList<DueRule> all, int year, string covers, string? region, string? level) =>
        all.Where(d => year >= d.FromYear && year <= d.UntilYear && (d.Covers is null || d.Covers == covers) && (region ?? "").StartsWith(d.In, StringComparison.Ordinal) && (d.Level is null || d.Level == level))
            .OrderByDescending(d => d.In.Length).ThenBy(d => d.After(year)).FirstOrDefault();

    static IReadOnlyList<DueRule> Load()
    {
        using var stream = typeof(DueRule).Assembly.GetManifestResourceStream("deadlines.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<DueRule>>(stream, Options)!;
    }
}
