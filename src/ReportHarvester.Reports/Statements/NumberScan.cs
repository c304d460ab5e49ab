using System.Globalization;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Statements;

/// <summary>Finds the numbers of a text from left to right, each sign looked at a bounded number of times.</summary>
static class NumberScan
{
    // As many signs as a count in prose ever has.
    const int Longest = 16;
    static readonly StatementWords words = StatementWords.Current;

    public static IEnumerable<SpokenNumber> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (At(text, at) is not { } number)
            {
                at++;
                continue;
            }
            yield return number;
            at = number.End;
        }
    }

    static SpokenNumber? At(string text, int at)
    {
        if (words.Titles.IndexOf(text[at]) is >= 0 and var opens && opens % 2 == 0) return Title(text, at, words.Titles[opens + 1]);
        if (char.IsAsciiDigit(text[at])) return Western(text, at);
        return ChineseNumeral.IsPart(text[at]) ? Chinese(text, at) : null;
    }

    // Whatever number stands in 《…》 or 〔…〕 is part of a name.
    static SpokenNumber? Title(string text, int at, char closes)
    {
        var end = text.IndexOf(closes, at, Math.Min(words.LongestTitle, text.Length - at));
        return end < 0 ? null : new(at, end + 1, null, null, null, Ends: false);
    }

    static SpokenNumber Western(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) end++;
        var digits = text.AsSpan(at, end - at);
        decimal? value = digits.Length <= Longest && IsGrouped(digits) && decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return WithRest(text, at, end, value) ?? Counted(text, at, end, value);
    }

    // 1万2000, 一万二千: four places of ones behind the ten thousands. Whatever else goes on behind 万 or 亿 is no number.
    static SpokenNumber? WithRest(string text, int at, int end, decimal? tenThousands)
    {
        if (end + 1 >= text.Length || text[end] is not ('万' or '亿') || !IsNumeral(text[end + 1])) return null;
        var start = end + 1;
        var last = start;
        while (last < text.Length && last - start < Longest && (IsNumeral(text[last]) || text[last] is '.' or ',' && last + 1 < text.Length && char.IsAsciiDigit(text[last + 1]))) last++;
        var rest = text.AsSpan(start, last - start);
        var ones = char.IsAsciiDigit(rest[0]) ? (rest.Length == 4 && decimal.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places : null) : ChineseNumeral.Parse(rest);
        var whole = text[end] == '万' && tenThousands is { } many && decimal.IsInteger(many) && ones is { } few && few < 10_000 && (few >= 1000 || rest[0] is '零' or '〇' or '0');
        return Counted(text, at, last, whole ? 10_000 * tenThousands + ones : null);
    }

    // 1,136 and 12,345.67, not 3,4.
    static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var whole = digits.IndexOf('.') is >= 0 and var point ? digits[..point] : digits;
        if (whole.Length > 1 && whole[0] == '0') return false;
        var comma = whole.IndexOf(',');
        if (comma < 0) return true;
        if (comma > 3 || (whole.Length - comma) % 4 != 0) return false;
        for (var i = comma; i < whole.Length; i++)
            if (whole[i] == ',' != ((i - comma) % 4 == 0)) return false;
        return true;
    }

    static SpokenNumber? Chinese(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= Longest && ChineseNumeral.IsPart(text[end])) end++;
        var parsed = ChineseNumeral.Parse(text.AsSpan(at, end - at));
        if (WithRest(text, at, end, parsed) is { } whole) return whole;
        return parsed is { } value && Counted(text, at, end, value) is { } number && (number.Unit is not null || number.Year is not null)
            ? number : new(at, end, null, null, null, Ends: false);
    }

    static SpokenNumber Counted(string text, int at, int end, decimal? value)
    {
        if (Year(text, end, value) is { } year) return new(at, end + 1, null, null, year, Ends: false);
        if (StartsWithAny(text, end, words.NoCounts) is { } kind) return new(at, end + kind.Length, null, null, null, Ends: words.Shares.Contains(kind));
        var vague = StartsWithAny(text, end, words.VagueBetween);
        end += vague?.Length ?? 0;
        var unit = Unit(text, end) ?? (value == 0 && IsBare(text, at, end) ? "" : null);
        end += unit?.Length ?? 0;
        var exact = vague is null && !IsVague(text, at, end);
        return new(at, end, exact ? value : null, unit, null, Ends: !EndsWithAny(text, at, words.Ordinals) && !(unit is null && at > 0 && char.IsAsciiLetter(text[at - 1])));
    }

    static int? Year(string text, int end, decimal? value) =>
        value is >= 1949 and < 2100 && decimal.IsInteger(value.Value) && end < text.Length && text[end] == '年' ? (int)value : null;

    static string? Unit(string text, int at)
    {
        var magnitude = StartsWithAny(text, at, words.Magnitudes) ?? "";
        var counter = StartsWithAny(text, at + magnitude.Length, words.Counters) ?? "";
        return magnitude.Length + counter.Length == 0 ? null : magnitude + counter;
    }

    static bool IsBare(string text, int start, int end) => EndsWithAny(text, start, words.BareBefore) && (end == text.Length || words.BareAfter.Contains(text[end]));

    static bool IsVague(string text, int start, int end) =>
        EndsWithAny(text, start, words.VagueBefore) || IsRange(text, start, end) || EndsWithAny(text, start, words.Ordinals) || StartsWithAny(text, end, words.VagueAfter) is not null
        || start > 0 && (char.IsAsciiLetter(text[start - 1]) || IsNumeral(text[start - 1]) || text[start - 1] is '万' or '亿' or SectionProse.DigitsApart or TextBlock.Doubt) || end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == TextBlock.Doubt);

    // 3至5件, 三、四件; but 3件、5件 are two numbers.
    static bool IsRange(string text, int start, int end) =>
        start > 1 && words.Ranges.Contains(text[start - 1]) && IsNumeral(text[start - 2])
        || end + 1 < text.Length && words.Ranges.Contains(text[end]) && IsNumeral(text[end + 1]) && (text[end] != '、' || IsNumeral(text[end - 1]));

    public static bool IsNumeral(char sign) => char.IsAsciiDigit(sign) || ChineseNumeral.IsPart(sign);

    static string? StartsWithAny(string text, int at, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return word;
        return null;
    }

    static bool EndsWithAny(string text, int end, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (end >= word.Length && string.CompareOrdinal(text, end - word.Length, word, 0, word.Length) == 0) return true;
        return false;
    }
}
