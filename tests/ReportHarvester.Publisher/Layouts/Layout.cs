using System.Text.Json;
using System.Text.Json.Nodes;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>How one report is laid out: the traits that are not plain. Whatever is left to chance follows from the seed.</summary>
sealed record Layout(int Seed, IReadOnlyDictionary<string, string> Traits)
{
    static readonly Traits catalogue = Layouts.Traits.Catalogue;

    public static Layout Plain(int seed) => new(seed, new Dictionary<string, string>());

    public string this[string trait] => Traits.TryGetValue(trait, out var value) ? value : catalogue.All[trait].Plain;

    public bool Is(string trait, params ReadOnlySpan<string> values) => values.Contains(this[trait]);

    public Random Chance(string purpose) => Layouts.Seed.For(Seed, purpose);

    public Layout Without(string trait) => this with { Traits = Traits.Where(t => t.Key != trait).ToDictionary() };

    /// <summary>The same layout with what a format cannot show left plain.</summary>
    /// <param name="look">The format whose traits it shows, if not its own.</param>
    public Layout In(string format, string? look = null) =>
        this with { Traits = Traits.Where(t => catalogue.Shows(look ?? format, t.Key, t.Value) && !catalogue.IsLost(format, t.Key, t.Value)).ToDictionary() };

    public string Written => string.Join(',', Traits.Select(t => $"{t.Key}={t.Value}"));

    public string Json()
    {
        var traits = new JsonObject();
        foreach (var (name, value) in Traits)
            traits[name] = value;
        return TruthJson.Of(new JsonObject { ["seed"] = Seed, ["traits"] = traits });
    }
}
