namespace ReportHarvester.Reports;

/// <summary>
/// Fingerprints of a text by winnowing (Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting, SIGMOD 2003): of
/// every window of hashes of runs of letters the least. Two texts that share <see cref="Gram"/> + <see cref="Window"/> - 1 letters of a sentence share a fingerprint.
/// </summary>
static class Fingerprints
{
    /// <summary>Letters of a run, and runs of a window.</summary>
    public const int Gram = 12, Window = 16;

    /// <summary>Bits of a hash.</summary>
    public const int Bits = 40;

    /// <summary>The hash of a run over the end of a sentence: greater than any other.</summary>
    public const ulong None = 1UL << Bits;

    const ulong Base = 1_000_003;

    /// <summary>Hashes with the place of the run that each is of, in order.</summary>
    public static IEnumerable<(int At, ulong Hash)> Of(string letters)
    {
        var grams = Grams(letters);
        var least = -1;
        for (var end = Math.Min(Window, grams.Length); end > 0 && end <= grams.Length; end++)
        {
            var start = Math.Max(0, end - Window);
            var before = least;
            if (least < start) least = RightmostLeast(grams, start, end);
            else if (grams[end - 1] <= grams[least]) least = end - 1;
            if (least != before && grams[least] != None) yield return (least, grams[least]);
        }
    }

    /// <summary>The hash of every run, by the place where it begins.</summary>
    public static ulong[] Grams(string letters)
    {
        var grams = new ulong[Math.Max(0, letters.Length - Gram + 1)];
        var (rolling, first, sentence) = (0UL, 1UL, 0);
        for (var i = 1; i < Gram; i++) first = unchecked(first * Base);
        for (var i = 0; i < letters.Length; i++)
            unchecked
            {
                if (i >= Gram) rolling -= letters[i - Gram] * first;
                rolling = rolling * Base + letters[i];
                if (letters[i] == Prose.Stop) sentence = i + 1;
                if (i >= Gram - 1) grams[i - Gram + 1] = i - sentence >= Gram - 1 ? Mixed(rolling) : None;
            }
        return grams;
    }

    static int RightmostLeast(ulong[] grams, int start, int end)
    {
        var least = start;
        for (var i = start + 1; i < end; i++)
            if (grams[i] <= grams[least]) least = i;
        return least;
    }

    // The finalizer of MurmurHash3: neighbours' hashes shall not lie beside each other.
    static ulong Mixed(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return (hash ^ (hash >> 33)) >> (64 - Bits);
        }
    }
}
