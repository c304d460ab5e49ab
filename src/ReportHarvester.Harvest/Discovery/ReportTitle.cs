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
        if (!words.SpeakOfReports(title) && !(inColumn && IsOfUnit(title, words))) return PassReason.OtherTitle;
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

    /// <summary>Whose report a title names, as printed before the year or the subject; null if nobody's.</summary>
    public static string? Agency(string title)
    {
        var folded = Fold(title);
        var at = new[] { Digits().Match(folded), Numerals().Match(folded) }.Where(m => m.Success).Select(m => m.Index).DefaultIfEmpty(folded.Length).Min();
        var end = Words.Known.Subjects.Select(s => folded.IndexOf(s, StringComparison.Ordinal)).Where(i => i >= 0).Append(at).Min();
        var name = folded[..end].Trim('(', '[', '【', '《', ':').TrimStart('·', '•');
        name = name.StartsWith("关于", StringComparison.Ordinal) ? name[2..] : name;
        return name.Length > 1 ? name : null;
    }

    // Within the column the subject may go without saying: 东湖市财政局2023年年报.
    static bool IsOfUnit(string title, Words words) =>
        Digits().Match(title) is { Success: true, Index: > 0 } year && words.NameUnit(title[..year.Index]) && words.BareYear(title[year.Index..]) is not null;

    // Full-width digits and brackets are folded, white space is dropped.
    static string Fold(string title) =>
        string.Concat(title.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));

    static int Numeral(char c) => c is '○' or '零' ? 0 : "〇一二三四五六七八九".IndexOf(c);

    [GeneratedRegex(@"(?<!\d)20\d{2}(?!\d)")]
    private static partial Regex Digits();

    [GeneratedRegex("(二[〇○零][〇○零一二三四五六七八九]{2})年")]
    private static partial Regex Numerals();
}
