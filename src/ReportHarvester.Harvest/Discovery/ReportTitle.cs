using System.Text.RegularExpressions;

namespace ReportHarvester.Harvest;

/// <summary>Tells the title of an annual report from the titles that stand beside it.</summary>
static partial class ReportTitle
{
    /// <summary>Why a title is not that of a report; null if it is.</summary>
    public static PassReason? Objection(string title, bool inColumn, Words words)
    {
        title = Fold(title);
        if (inColumn && words.BareYear(title) is not null) return null;
        if (!words.SpeakOfReports(title)) return PassReason.OtherTitle;
        if (words.SpeakOfOthers(title)) return PassReason.OtherKind;
        return Year(title) is null ? PassReason.NoYear : null;
    }

    /// <summary>The year that a title names, in digits or in Chinese numerals; null if it names none.</summary>
    public static int? Year(string title)
    {
        title = Fold(title);
        if (Digits().Match(title) is { Success: true } digits) return int.Parse(digits.Value);
        return Numerals().Match(title) is { Success: true } numerals
            ? numerals.Groups[1].Value.Aggregate(0, (year, c) => year * 10 + Numeral(c)) : null;
    }

    // Full-width digits and brackets are folded, white space is dropped.
    static string Fold(string title) =>
        string.Concat(title.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));

    static int Numeral(char c) => c is '○' or '零' ? 0 : "〇一二三四五六七八九".IndexOf(c);

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)")]
    private static partial Regex Digits();

    [GeneratedRegex("(二[〇○零][〇○零一二三四五六七八九]{2})年")]
    private static partial Regex Numerals();
}
