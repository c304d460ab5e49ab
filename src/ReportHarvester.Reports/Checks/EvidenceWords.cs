using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Checks;

namespace ReportHarvester.Reports;

/// <summary>The sentences that show what is wrong, from EvidenceWords.json: written in Chinese, which is what is kept, and told in English by reading that back.</summary>
public static partial class EvidenceWords
{
    const int LongestHalved = 3000;

    static readonly Catalogue Words = Resource.Read<Catalogue>("EvidenceWords.json");
    internal static IReadOnlyDictionary<string, EvidenceSentence> Sentences { get; } = Words.Sentences.ToDictionary(s => s.Key, s => new EvidenceSentence(s.Value[0], s.Value[1]));
    static readonly Lazy<IReadOnlyDictionary<string, string>> Names = new(AllNames);

    /// <summary>Whether there is a sentence of that key.</summary>
    public static bool Has(string key) => Sentences.ContainsKey(key);

    /// <summary>The sentence in Chinese.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that key.</exception>
    public static string Write(string key, params object[] values) => Sentences[key].Write(values);

    /// <summary>
    /// What an issue of that code shows, in English; what is quoted stays as printed. Null where the evidence cannot be read back, or in more than one way: it may quote anything.
    /// </summary>
    public static string? English(string code, string evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        // The rows of a table may hold anything, and many of them take long to be read as something else.
        var reading = code == "TABLE-UNKNOWN" ? new EvidenceReading([Sentences["table unknown"]], Names.Value) : Reading();
        return reading.Whole(evidence) ?? (Rules.Find(code) is null ? SecondHalf(evidence) : null);
    }

    internal static EvidenceReading Reading() => new(Sentences.Values, Names.Value);

    // Issues of reading say in English themselves what they say, and quote what they found in the Chinese before it. Where that names something without quoting it,
    // by a number or by words that are not Chinese and that the English has not, or has a sentence of its own for that, the English alone would leave it out.
    static string? SecondHalf(string message)
    {
        if (message.Length > LongestHalved) return null;
        var end = message.LastIndexOf('。');
        return end <= 0 || message.Contains('\n', StringComparison.Ordinal) || message[(end + 1)..] is not { Length: > 0 } english || !char.IsAsciiLetterOrDigit(english[0]) || !english.All(char.IsAscii) || Sentences.Values.Any(s => s.EndsIn($"。{english}")) ? null
            : EvidenceReading.Quotes(message[..end]).ToList() is var quotes && quotes.Aggregate(message[..end], (rest, quote) => rest.Remove(rest.IndexOf(quote, StringComparison.Ordinal), quote.Length)) is var rest && (rest.Any(c => c is '“' or '”') || LatinWord().Matches(rest).Any(word => !LatinWord().Matches(english).Any(said => said.Value == word.Value))) ? null
            : string.Join(' ', quotes.Prepend(english));
    }

    [GeneratedRegex("[!-~]+")]
    private static partial Regex LatinWord();

    // Of words that are the same in several places what is said of all of them alike: 结果维持 is upheld, in reconsideration and litigation.
    static Dictionary<string, string> AllNames()
    {
        var indicators = Codebook.Indicators.Select(i => Codebook.Find(i.Id)!).DistinctBy(i => i.Id).ToList();
        var names = new Dictionary<string, string>(Words.Names);
        foreach (var applicant in Codebook.Applicants) names.TryAdd(applicant.Label, applicant.English);
        foreach (var name in indicators.SelectMany(i => new[] { (Words: Codebook.Called(i.Id), i.English), (Words: i.Label, i.English) }).Distinct().ToLookup(n => n.Words, n => n.English))
            if (Alike([.. name]) is { } english) names.TryAdd(name.Key, english);
        return names;
    }

    static string? Alike(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : names.Select(n => n[(n.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..]).Distinct().ToList() is [var only] ? only : null;

    /// <param name="Sentences">In Chinese and in English, by their keys. A hole of the Chinese says what stands in it: {0} a word as printed, {0:rest} all that follows,
    /// {0:name} a name, {0:sum} a number or sum, {0:part} another sentence, and by their formats numbers, dates, and lists of parts with what stands between them.</param>
    /// <param name="Names">Of what is counted, by the Chinese; also those of the codebook are known.</param>
    sealed record Catalogue(IReadOnlyDictionary<string, IReadOnlyList<string>> Sentences, IReadOnlyDictionary<string, string> Names);
}
