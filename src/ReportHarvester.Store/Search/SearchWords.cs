using System.Globalization;
using System.Text;

namespace ReportHarvester.Store;

/// <summary>
/// Cuts text into what is looked up. Chinese has no spaces, and SQLite's trigrams cannot find words of two characters, which most Chinese
/// words are: so every two characters side by side are a word, and the last of a run alone. Other scripts' letters and digits stand together.
/// </summary>
static class SearchWords
{
    enum Kind { None, Chinese, Other }

    /// <summary>Each word of a text once, with spaces between.</summary>
    public static string Of(string text) => string.Join(' ', Runs(text).SelectMany(run => run.Kind == Kind.Other ? [run.Text] : Pairs(run.Text).Append(Last(run.Text))).Distinct());

    /// <summary>What FTS5 is asked for a phrase: texts that have all of its words. Null where there is nothing to look up.</summary>
    public static string? Question(string phrase)
    {
        var words = Runs(phrase).SelectMany(run => run.Kind == Kind.Other || Pairs(run.Text).Count == 0 ? [$"\"{run.Text}\"*"] : Pairs(run.Text).Select(pair => $"\"{pair}\"")).Distinct().ToList();
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    static List<string> Pairs(string run)
    {
        var runes = run.EnumerateRunes().ToList();
        return [.. runes.Zip(runes.Skip(1), (first, second) => $"{first}{second}")];
    }

    static string Last(string run) => run.EnumerateRunes().Last().ToString();

    // Line breaks and spaces within Chinese part nothing, between words of other scripts they do.
    static IEnumerable<(Kind Kind, string Text)> Runs(string text)
    {
        var (run, kind) = (new StringBuilder(), Kind.None);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && kind != Kind.Other) continue;
            var now = KindOf(rune);
            if (now != kind && run.Length > 0)
            {
                yield return (kind, run.ToString());
                run.Clear();
            }
            if ((kind = now) != Kind.None) run.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        if (run.Length > 0) yield return (kind, run.ToString());
    }

    static Kind KindOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter ? Kind.Chinese : Rune.IsLetterOrDigit(rune) ? Kind.Other : Kind.None;
}
