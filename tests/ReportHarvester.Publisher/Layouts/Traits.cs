using System.Text.Json.Serialization;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>A trait: its values, the plain one first, and the formats it shows in; null for all.</summary>
sealed record Trait(IReadOnlyList<string> Values, IReadOnlyList<string>? Formats)
{
    public string Plain => Values[0];
}

/// <summary>Values that cannot stand together on paper, and why.</summary>
sealed record Exclusion(IReadOnlyDictionary<string, string> Traits, string Why);

/// <summary>The catalogue of what layouts can differ in: traits.json.</summary>
sealed record Traits([property: JsonPropertyName("traits")] IReadOnlyDictionary<string, Trait> All,
    IReadOnlyDictionary<string, IReadOnlyList<string>> NotIn, IReadOnlyList<Exclusion> Excluded)
{
    public static Traits Catalogue { get; } = Resources.Json<Traits>("Layouts/traits.json");

    /// <summary>Whether a format can show a value at all.</summary>
    public bool Shows(string format, string name, string value) => (All[name].Formats?.Contains(format) ?? true)
        && !IsLost(format, name, value);

    /// <summary>Whether a format's own program does not show a value, or makes something else of it.</summary>
    public bool IsLost(string format, string name, string value) => NotIn.TryGetValue(format, out var values) && values.Contains($"{name}={value}");

    /// <summary>The value of a trait, or an error that names what there is.</summary>
    public static string Checked(string name, string value)
    {
        if (!Catalogue.All.TryGetValue(name, out var trait))
            throw new ArgumentException($"no trait {name}; there are {string.Join(", ", Catalogue.All.Keys)}");
        return trait.Values.Contains(value) ? value
            : throw new ArgumentException($"{name} has no value {value}; it has {string.Join(", ", trait.Values)}");
    }
}
