using System.Runtime.InteropServices;

namespace ReportHarvester.Reports;

/// <summary>What of a report's own words stands in another report too.</summary>
/// <param name="Share">Of its own words, from 0 to 1; those that are everybody's are left out on both sides of the fraction.</param>
/// <param name="Letters">How many letters that are.</param>
/// <param name="Passages">As the later report prints them, the longest first.</param>
public sealed record Copied(double Share, int Letters, IReadOnlyList<string> Passages)
{
    // Shorter runs are alike by chance.
    const int ShortestPassage = 20;

    // Offices that were criticised for repeating themselves had hardly changed a sentence; who writes off another organ need not go so far.
    const double OwnAlike = 0.8, OthersAlike = 0.5;
    const int FewestLetters = 100;

    /// <summary>Holds two texts against each other letter by letter; null where they are not so alike that it is to be told.</summary>
    public static Copied? Between(Prose later, Prose other, bool own, ProseIndex index)
    {
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(index);
        var (all, marks) = (0, new List<int>());
        foreach (var (at, hash) in Fingerprints.Of(later.Letters))
        {
            all++;
            if (index.IsOwn(hash)) marks.Add(at);
        }
        if (marks.Count == 0) return null;
        var passages = Common(later.Letters, other.Letters)
            .Select(p => (p.At, p.Length, Marks: marks.Count(m => m >= p.At && m + Fingerprints.Gram <= p.At + p.Length))).Where(p => p.Marks > 0).ToList();
        var share = (double)passages.Sum(p => p.Marks) / marks.Count;
        var letters = (int)(share * later.Letters.Length * marks.Count / all);
        return share < (own ? OwnAlike : OthersAlike) || letters < FewestLetters ? null
            : new Copied(share, letters, [.. passages.OrderByDescending(p => p.Length).ThenBy(p => p.At).Select(p => later.Quote(p.At, p.Length))]);
    }

    // From the first letter on, always the longest run that the other has too.
    static IEnumerable<(int At, int Length)> Common(string later, string other)
    {
        var places = new Dictionary<ulong, List<int>>();
        foreach (var (at, hash) in Fingerprints.Grams(other).Index().Where(g => g.Item != Fingerprints.None))
            (CollectionsMarshal.GetValueRefOrAddDefault(places, hash, out _) ??= []).Add(at);
        var grams = Fingerprints.Grams(later);
        for (var i = 0; i < grams.Length;)
        {
            var longest = !places.TryGetValue(grams[i], out var starts) ? 0
                : starts.Max(start => later.AsSpan(i).CommonPrefixLength(other.AsSpan(start)));
            if (longest >= ShortestPassage) yield return (i, longest);
            i += longest >= ShortestPassage ? longest : 1;
        }
    }
}
