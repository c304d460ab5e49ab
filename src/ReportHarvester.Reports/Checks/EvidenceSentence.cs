using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Checks;

/// <summary>A sentence with holes, in Chinese and in English.</summary>
sealed partial class EvidenceSentence(string chinese, string english)
{
    // What stands in a hole is no longer.
    const int Longest = 2000;

    readonly List<Piece> chinese = Pieces(chinese), english = Pieces(english);

    public string Write(object[] values) => string.Concat(chinese.Select(p => p.Words + (p.Hole is { } hole ? hole.Write(values[hole.Number]) : "")));

    public IReadOnlyList<Hole> Holes { get; } = [.. Pieces(chinese).Select(p => p.Hole).OfType<Hole>()];

    /// <summary>Whether its Chinese ends in those words.</summary>
    public bool EndsIn(string words) => chinese[^1].Words.EndsWith(words, StringComparison.Ordinal);

    /// <summary>What the text says in English, in every way in which it may have been written by this sentence.</summary>
    public IEnumerable<string> Read(string text, EvidenceReading reading) => Readings(text, reading).Select(found => Tell(text, found, reading)).OfType<string>();

    // What stood in the holes, in every way in which the text may have been written by this sentence. Most sentences have words that the text has not.
    IEnumerable<Filled?> Readings(string text, EvidenceReading reading) =>
        text.EndsWith(chinese[^1].Words, StringComparison.Ordinal) && chinese.TrueForAll(piece => text.Contains(piece.Words, StringComparison.Ordinal)) ? From(text, 0, 0, null, reading) : [];

    IEnumerable<Filled?> From(string text, int at, int piece, Filled? found, EvidenceReading reading)
    {
        var (words, hole) = chinese[piece];
        if (!reading.Takes(1) || string.CompareOrdinal(text, at, words, 0, words.Length) != 0) yield break;
        at += words.Length;
        if (hole is null)
        {
            if (at == text.Length) yield return found;
            yield break;
        }
        foreach (var end in Ends(hole, text, at, chinese[piece + 1], reading))
        {
            if (!reading.Takes(end - at)) yield break;
            foreach (var filled in From(text, end, piece + 1, new(hole, at, end, found), reading)) yield return filled;
        }
    }

    static IEnumerable<int> Ends(Hole hole, string text, int at, Piece next, EvidenceReading reading)
    {
        if (hole.IsNumber) return !(at > 0 && at < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at])) && Number().Match(text, at) is { Success: true } number ? [at + number.Length] : [];
        if (hole.IsDate) return Date().IsMatch(text, at) ? [at + "2020-01-01".Length] : [];
        if (hole.IsRest) return [text.Length];
        if (hole.IsQuoted) return reading.Takes(text.Length - at) && EvidenceReading.EndOfQuote(text, at) is { } end ? [end] : [];
        // The last words stand at the end and nowhere else.
        if (next.Hole is null) return text.Length - next.Words.Length - at is > 0 and <= Longest and var length ? [at + length] : [];
        return Before(next.Words, text, at + 1, Math.Min(text.Length, at + Longest + next.Words.Length), reading);
    }

    static IEnumerable<int> Before(string words, string text, int from, int to, EvidenceReading reading)
    {
        while (from < to)
        {
            var found = text.IndexOf(words, from, to - from, StringComparison.Ordinal);
            if (!reading.Takes((found < 0 ? to : found) - from) || found < 0) yield break;
            yield return found;
            from = found + 1;
        }
    }

    string? Tell(string text, Filled? found, EvidenceReading reading)
    {
        var told = new Dictionary<int, string>();
        for (var filled = found; filled is not null; filled = filled.Before)
        {
            if (reading.In(filled.Hole, text[filled.Start..filled.End], Between(filled.Hole.Number)) is not { } said) return null;
            told[filled.Hole.Number] = said;
        }
        return Tell(told);
    }

    /// <summary>What stands between the parts of a list in English.</summary>
    public string Between(int hole) => english.FirstOrDefault(p => p.Hole?.Number == hole).Hole?.Format ?? "";

    /// <summary>The English sentence with that in its holes.</summary>
    public string Tell(IReadOnlyDictionary<int, string> told) => string.Concat(english.Select(p => p.Words + (p.Hole is { } hole ? told[hole.Number] : "")));

    static List<Piece> Pieces(string text)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (Match match in HoleMark().Matches(text))
        {
            var (words, end) = (text[at..match.Index], match.Index + match.Length);
            pieces.Add(new(words, new(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["format"].Value, words.EndsWith('“') && text.IndexOf('”', end) == end)));
            at = end;
        }
        return [.. pieces, new(text[at..], null)];
    }

    /// <summary>Where in a text what fills a hole stands, and those before it.</summary>
    sealed record Filled(Hole Hole, int Start, int End, Filled? Before);

    /// <summary>Words, and the hole behind them; the last have none.</summary>
    readonly record struct Piece(string Words, Hole? Hole);

    [GeneratedRegex(@"\{(?<number>[0-9])(?::(?<format>[^}]*))?\}")]
    private static partial Regex HoleMark();

    [GeneratedRegex(@"\G[-+]?[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Date();
}

/// <summary>A place in a sentence where something is filled in.</summary>
sealed record Hole(int Number, string Format, bool IsQuoted)
{
    public bool IsNumber => Format.Contains('0');
    public bool IsDate => Format.StartsWith("yyyy", StringComparison.Ordinal);
    public bool IsRest => Format == "rest";
    public bool IsWord => Format.Length == 0;
    public bool IsName => Format == "name";
    public bool IsSum => Format == "sum";
    public bool IsPart => Format == "part";

    public string Write(object value) => value switch
    {
        string word => word,
        IEnumerable<string> list => string.Join(Format, list),
        IFormattable number when IsNumber || IsDate => number.ToString(Format, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
