using System.Runtime.InteropServices;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports;

/// <summary>Two reports that may share their prose, by the numbers that <see cref="ProseIndex.Add"/> gave.</summary>
/// <param name="Own">Both are the agency's own.</param>
public sealed record Suspects(int Later, int Other, bool Own);

/// <summary>
/// The prose of the reports on a year and on those before, as fingerprints of which each leads to the reports that have it: no two texts are
/// held against each other that share no words of their own. Eight bytes a fingerprint, one for nine letters. Words that stand in the standard texts,
/// or with agencies of many places, are nobody's own.
/// </summary>
/// <param name="year">The year of the reports that are looked at; those before it are only looked into.</param>
public sealed class ProseIndex(int year)
{
    const int DocumentBits = 64 - Fingerprints.Bits, Parts = 256;

    // Of a whole country's places half a percent may have words in common before they are everybody's; more reports than these have no own words.
    const int FewestPlaces = 5, PlacesShare = 200, MostReports = 400;

    // A copy of seven sentences of ten in another order keeps a fifth of its fingerprints; the closest ones are named.
    const int LeastShared = 3, LeastShare = 6, MostOthers = 3;

    static readonly HashSet<ulong> Standard = [.. Resource.Read<IReadOnlyList<string>>("StandardProse.json").SelectMany(text => Fingerprints.Grams(new Prose([new Section(1, "", text)]).Letters))];

    readonly List<ulong>[] postings = [.. Enumerable.Range(0, Parts).Select(_ => new List<ulong>())];
    readonly List<Document> documents = [];
    readonly Dictionary<string, int> places = [];
    readonly HashSet<ulong> ofOne = [];

    int MostPlaces => Math.Max(FewestPlaces, places.Count / PlacesShare);

    /// <param name="place">Code of the region, or what else stands for those who share a template.</param>
    /// <param name="original">What the same document has: a report filed twice is no copy.</param>
    /// <returns>The report's number in the index.</returns>
    public int Add(long agency, string place, int reportYear, string original, Prose prose)
    {
        ArgumentNullException.ThrowIfNull(prose);
        if (!places.TryGetValue(place, out var known)) places[place] = known = places.Count;
        ofOne.Clear();
        foreach (var (_, hash) in Fingerprints.Of(prose.Letters))
            if (ofOne.Add(hash)) postings[PartOf(hash)].Add(hash << DocumentBits | (uint)documents.Count);
        documents.Add(new Document(agency, known, reportYear, original));
        return documents.Count - 1;
    }

    /// <summary>The reports on the year with the others whose own words they share, the closest first. Nothing can be added afterwards.</summary>
    public IReadOnlyList<Suspects> Search()
    {
        var own = new int[documents.Count];
        var shared = new List<(int Later, int Part, int Start)>();
        for (var part = 0; part < Parts; part++)
        {
            var all = CollectionsMarshal.AsSpan(postings[part]);
            all.Sort();
            for (int start = 0, end; start < all.Length; start = end)
            {
                end = End(all, start);
                if (!IsOwn(all[start..end])) continue;
                foreach (var posting in all[start..end])
                {
                    own[DocumentOf(posting)]++;
                    if (end - start > 1 && documents[DocumentOf(posting)].Year == year) shared.Add((DocumentOf(posting), part, start));
                }
            }
        }
        return [.. shared.OrderBy(s => s.Later).GroupBy(s => s.Later).SelectMany(group => Closest(group.Key, own[group.Key], Tally(group)))];
    }

    /// <summary>Whether words with this fingerprint are somebody's own: with one agency or a few, and not standard.</summary>
    internal bool IsOwn(ulong hash)
    {
        var all = CollectionsMarshal.AsSpan(postings[PartOf(hash)]);
        var start = all.BinarySearch(hash << DocumentBits);
        if (start < 0) start = ~start;
        return start < all.Length && all[start] >> DocumentBits == hash && IsOwn(all[start..End(all, start)]);
    }

    bool IsOwn(ReadOnlySpan<ulong> postings)
    {
        if (postings.Length > MostReports || Standard.Contains(postings[0] >> DocumentBits)) return false;
        var seen = new HashSet<int>();
        foreach (var posting in postings)
            if (seen.Add(documents[DocumentOf(posting)].Place) && seen.Count > MostPlaces) return false;
        return true;
    }

    Dictionary<int, int> Tally(IEnumerable<(int Later, int Part, int Start)> shared)
    {
        var tally = new Dictionary<int, int>();
        foreach (var (_, part, start) in shared)
        {
            var all = CollectionsMarshal.AsSpan(postings[part]);
            foreach (var posting in all[start..End(all, start)])
                CollectionsMarshal.GetValueRefOrAddDefault(tally, DocumentOf(posting), out _)++;
        }
        return tally;
    }

    IEnumerable<Suspects> Closest(int later, int own, Dictionary<int, int> tally)
    {
        var document = documents[later];
        var close = tally.Where(t => t.Value >= LeastShared && t.Value * LeastShare >= own && documents[t.Key] is var other && other.Original != document.Original
                && (other.Agency != document.Agency || other.Year < document.Year))
            .OrderByDescending(t => t.Value).ThenBy(t => t.Key).Select(t => new Suspects(later, t.Key, documents[t.Key].Agency == document.Agency)).ToLookup(s => s.Own);
        return close[true].Concat(close[false].Take(MostOthers));
    }

    static int End(ReadOnlySpan<ulong> all, int start)
    {
        var (hash, end) = (all[start] >> DocumentBits, start + 1);
        while (end < all.Length && all[end] >> DocumentBits == hash) end++;
        return end;
    }

    static int PartOf(ulong hash) => (int)(hash >> (Fingerprints.Bits - 8));

    static int DocumentOf(ulong posting) => (int)(posting & (1UL << DocumentBits) - 1);

    readonly record struct Document(long Agency, int Place, int Year, string Original);
}
