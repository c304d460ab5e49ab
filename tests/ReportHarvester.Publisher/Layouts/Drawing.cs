namespace ReportHarvester.Publisher.Layouts;

/// <summary>How layouts are drawn by lot: traits that are given, values left out, values of which each layout needs one.</summary>
sealed record Drawing(
    IReadOnlyDictionary<string, string> Given, IReadOnlySet<string> Without, IReadOnlyList<string> Among, bool OthersPlain = false)
{
    public static Drawing Free { get; } = new(new Dictionary<string, string>(), new HashSet<string>(), []);

    /// <summary>Some layouts are nearly plain, some are odd in every second trait.</summary>
    static readonly double[] oddities = [0.05, 0.15, 0.15, 0.3, 0.5];

    public Layout Of(int seed)
    {
        var odd = Seed.For(seed, "oddity").Of(oddities);
        var traits = new Dictionary<string, string>();
        foreach (var (name, trait) in Traits.Catalogue.All)
            if (Given.TryGetValue(name, out var given))
                Set(traits, name, given);
            else if (!OthersPlain && Seed.For(seed, name) is var chance && chance.NextDouble() < odd)
                Set(traits, name, Drawn(name, trait, chance));
        if (Among.Count > 0 && !traits.Any(t => Among.Contains($"{t.Key}={t.Value}")))
            Set(traits, Seed.For(seed, "among").Of(Among).Split('='));
        foreach (var clash in Traits.Catalogue.Excluded.Where(e => e.Traits.All(t => Value(traits, t.Key) == t.Value)))
            traits.Remove(clash.Traits.Keys.FirstOrDefault(k => traits.ContainsKey(k) && !Given.ContainsKey(k), ""));
        return new Layout(seed, traits);
    }

    string Drawn(string name, Trait trait, Random chance)
    {
        string[] allowed = [.. trait.Values.Skip(1).Where(v => !Without.Contains($"{name}={v}") && !Without.Contains(name))];
        return allowed.Length == 0 ? trait.Plain : chance.Of(allowed);
    }

    static void Set(Dictionary<string, string> traits, params ReadOnlySpan<string> trait)
    {
        if (Traits.Checked(trait[0], trait[1]) != Traits.Catalogue.All[trait[0]].Plain)
            traits[trait[0]] = trait[1];
    }

    static string Value(Dictionary<string, string> traits, string name) =>
        traits.TryGetValue(name, out var value) ? value : Traits.Catalogue.All[name].Plain;
}
