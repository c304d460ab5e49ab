namespace ReportHarvester.Reports.Checks;

/// <summary>The reading back of one evidence: sentences that may stand in each other, and names.</summary>
sealed class EvidenceReading(IEnumerable<EvidenceSentence> sentences, IReadOnlyDictionary<string, string> names)
{
    /// <summary>What an evidence takes at most: one that was made to be read in very many ways is not read.</summary>
    public const int MostTaken = 4_000_000;

    const int Deepest = 10;

    readonly HashSet<string> open = [];
    readonly Dictionary<string, string?> told = [];

    /// <summary>How many characters were looked at or copied, those of one place as often as they were.</summary>
    public int Taken { get; private set; }

    bool IsSpent => Taken >= MostTaken;

    /// <summary>Whether that many characters more may be looked at; once they may not, none may.</summary>
    public bool Takes(int characters)
    {
        Taken = (int)Math.Min(MostTaken, (long)Taken + Math.Max(1, characters));
        return !IsSpent;
    }

    /// <summary>The evidence in English; null where it cannot be read, or in several ways.</summary>
    public string? Whole(string evidence) => Part(evidence) is { } english && !IsSpent ? english : null;

    string? Part(string text)
    {
        if (!Takes(text.Length)) return null;
        if (text.All(c => char.IsAscii(c) || c == '≠')) return text;
        if (names.TryGetValue(text, out var name)) return name;
        if (told.TryGetValue(text, out var known)) return known;
        if (open.Count == Deepest) Taken = MostTaken;
        // Nothing is a part of itself.
        if (IsSpent || !open.Add(text)) return null;
        var ways = sentences.SelectMany(s => s.Read(text, this)).Distinct().Take(2).ToList();
        open.Remove(text);
        return told[text] = ways is [var only] ? only : null;
    }

    /// <summary>What stands in a hole, in English; null where nothing of that kind does.</summary>
    /// <param name="between">What stands between the parts of a list in English.</param>
    public string? In(Hole hole, string text, string between)
    {
        if (!Takes(text.Length)) return null;
        if (hole.IsNumber || hole.IsDate || hole.IsRest || hole.IsQuoted) return text;
        if (hole.IsSum) return text.All(c => char.IsAscii(c) && c != ' ') ? text : null;
        if (hole.IsWord || hole.IsName) return names.GetValueOrDefault(text) ?? ((hole.IsName ? IsId(text) : IsWord(text)) ? text : null);
        if (hole.IsPart) return Part(text);
        var told = Split(text, hole.Format).Select(Part).ToList();
        return told.Contains(null) ? null : string.Join(between, told);
    }

    // What has no name is called by its id.
    static bool IsId(string text) => char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_');

    // What is printed without quotes, a name or a number, has no signs that a sentence is made of.
    static bool IsWord(string text) => !text.Any(c => char.IsWhiteSpace(c) || c is '，' or '；' or '：' or '。' or '“' or '”');

    // What stands in quotes or brackets is not divided.
    static IEnumerable<string> Split(string text, string between)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '“' or '（' ? 1 : text[i] is '”' or '）' ? -1 : 0;
            if (depth != 0 || string.CompareOrdinal(text, i, between, 0, between.Length) != 0) continue;
            yield return text[start..i];
            start = i + between.Length;
        }
        yield return text[start..];
    }

    /// <summary>Where the quote that begins here ends; one that was cut short has lost the ends of those in it. Null where it ends nowhere.</summary>
    public static int? EndOfQuote(string text, int at)
    {
        var depth = 1;
        for (var i = at; i < text.Length; i++)
            if ((depth += text[i] == '“' ? 1 : text[i] == '”' ? -1 : 0) == 0) return i;
        return text.IndexOf("…”", at, StringComparison.Ordinal) is >= 0 and var cut ? cut + 1 : null;
    }

    /// <summary>All that the text quotes, with its marks.</summary>
    public static IEnumerable<string> Quotes(string text)
    {
        for (var at = text.IndexOf('“'); at >= 0 && EndOfQuote(text, at + 1) is { } end; at = text.IndexOf('“', end + 1)) yield return text[at..(end + 1)];
    }
}
