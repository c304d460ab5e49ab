using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>How a label is numbered: （三） 三、 or 3.</summary>
enum Numbering { None, Chinese, Arabic }

/// <summary>A label's key with its numbering. 其他 is the third row of 其他处理 as 3.其他, and the whole of it as （六）其他.</summary>
readonly record struct LabelKey(string Key, Numbering Numbering)
{
    // Keys as short as this are told apart by their numbering too.
    const int Short = 4;

    public bool Fits(string printed, Numbering numbering) =>
        Key == printed && (Key.Length > Short || Numbering == Numbering.None || numbering == Numbering.None || Numbering == numbering);
}

/// <summary>Labels of rows and heads of columns, compared without blanks, punctuation, numbering and variant spellings.</summary>
static partial class Labels
{
    /// <summary>The part of a printed label that tells it from others.</summary>
    public static string Key(string text)
    {
        var compact = Compact(text);
        var key = Letters(compact.AsSpan(EnumeratorLength(compact)));
        foreach (var variant in Wording.Current.Variants) key = key.Replace(variant[0], variant[1], StringComparison.Ordinal);
        return key;
    }

    static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[128]);
        foreach (ref readonly var c in text)
            if (char.IsLetterOrDigit(c)) letters.AppendFormatted(new ReadOnlySpan<char>(in c));
        return letters.ToStringAndClear();
    }

    /// <summary>The key without remarks in brackets; null where there are none, or nothing else.</summary>
    public static string? KeyWithoutRemarks(string text)
    {
        var compact = Compact(text);
        if (compact.AsSpan().IndexOfAny("(〔[") < 0) return null;
        compact = compact[EnumeratorLength(compact)..];
        var bare = Remark().Replace(compact, "");
        // A number alone in brackets may be a value that ran into its label.
        return bare.Length == compact.Length || bare.Length == 0 || NumberRemark().IsMatch(compact) ? null : Key(bare);
    }

    /// <summary>Whether two keys differ by no more than a slip of the pen: one character, two in a long label.</summary>
    public static bool IsSlip(string printed, string label)
    {
        var allowed = label.Length >= LongLabel ? 2 : label.Length >= ShortestSlip ? 1 : 0;
        // A digit is never a slip, it may be a value.
        return allowed > 0 && Math.Abs(printed.Length - label.Length) <= allowed
            && !HasMoreOthers(printed, label, allowed)
            && Distance(printed, label) <= allowed
            && HaveSameDigits(printed, label)
            && !IsTurned(printed, label);
    }

    // Each character that the label does not have at all is a slip: what is another label altogether shows so at once.
    static bool HasMoreOthers(string printed, string label, int allowed)
    {
        foreach (var c in printed)
            if (!label.Contains(c) && --allowed < 0) return true;
        return false;
    }

    static bool HaveSameDigits(string a, string b) => a.Where(char.IsAsciiDigit).SequenceEqual(b.Where(char.IsAsciiDigit));

    // One other character makes 行政处分 of 行政处罚; shorter labels are read exactly or not at all.
    const int ShortestSlip = 5;

    /// <summary>From this length on a slip leaves no doubt which label is meant.</summary>
    public const int LongLabel = 10;

    /// <summary>How the label is numbered.</summary>
    public static Numbering NumberingOf(string text)
    {
        var compact = Compact(text);
        var number = compact.AsSpan(0, EnumeratorLength(compact));
        return number.IsEmpty ? Numbering.None : number.ContainsAnyInRange('0', '9') ? Numbering.Arabic : Numbering.Chinese;
    }

    static int EnumeratorLength(string compact)
    {
        foreach (var match in Enumerator().EnumerateMatches(compact)) return match.Length;
        return 0;
    }

    /// <summary>Whether one says the contrary of the other, or what another time had: 非行政许可 is not 行政许可, 上年制发件数 not 本年制发件数.</summary>
    public static bool IsTurned(string printed, string label) =>
        Wording.Current.Turning.Any(c => printed.Count(p => p == c) != label.Count(l => l == c))
        || Wording.Current.OtherThing.Any(word => printed.StartsWith(word, StringComparison.Ordinal) != label.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Number of characters to put in, leave out or change to get from one text to the other (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        // What both begin and end with costs nothing.
        var same = one.AsSpan().CommonPrefixLength(other);
        ReadOnlySpan<char> a = one.AsSpan(same), b = other.AsSpan(same);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }

    static string Compact(string text) => Folding.WithoutBlanks(Folding.Simplify(Folding.Fold(text)));

    // （一） (1) 一、 1. 1、 1：, once; a bare digit only before a letter, since 3.其他 may lose its point.
    [GeneratedRegex(@"^(?:[(〔]?[一二三四五六七八九十\d]{1,2}[)〕.、,:．]+|\d(?=\p{Lo}))+")]
    private static partial Regex Enumerator();

    [GeneratedRegex(@"[(〔\[]\d+[)〕\]]")]
    private static partial Regex NumberRemark();

    [GeneratedRegex(@"[(〔\[][^()〔〕\[\]]*[)〕\]]")]
    private static partial Regex Remark();
}
