namespace ReportHarvester.Publisher.Layouts;

/// <summary>
/// Chance that can be repeated: each purpose has a sequence of its own, so that taking one trait away leaves every other choice as it was.
/// </summary>
static class Seed
{
    public static Random For(int seed, string purpose)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 2166136261u;
        foreach (var c in $"{seed}/{purpose}")
            hash = (hash ^ c) * 16777619u;
        return new Random((int)(hash & int.MaxValue));
    }

    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
