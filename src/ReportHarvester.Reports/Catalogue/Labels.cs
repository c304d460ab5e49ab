using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Catalogue;

/// <summary>Labels of rows and heads of columns, compared without blanks, punctuation, numbering and variant spellings.</summary>
static partial class Labels
{
    /// <summary>The part of a printed label that tells it from others.</summary>
    public static string Key(string text)
    {
        var compact = Compact(text);
        var letters = new StringBuilder(compact.Length);
        foreach (var c in Enumerator().Replace(compact, ""))
            if (char.IsLetterOrDigit(c)) letters.Append(c);
        foreach (var variant in Wording.Current.Variants) letters.Replace(variant[0], variant[1]);
        return letters.ToString();
    }

    /// <summary>The key without remarks in brackets; null where there are none, or nothing else.</summary>
    public static string? KeyWithoutRemarks(string text)
    {
        var compact = Enumerator().Replace(Compact(text), "");
        var bare = Remark().Replace(compact, "");
        return bare.Length == compact.Length || bare.Length == 0 ? null : Key(bare);
    }

    /// <summary>Whether two keys differ by no more than a slip of the pen: one character, two in a long label.</summary>
    public static bool IsSlip(string printed, string label)
    {
        var allowed = label.Length >= 10 ? 2 : label.Length >= 4 ? 1 : 0;
        return allowed > 0 && Math.Abs(printed.Length - label.Length) <= allowed && Distance(printed, label) <= allowed;
    }

    /// <summary>Number of characters to put in, leave out or change to get from one text to the other (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
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

    static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in Folding.Fold(text))
            if (!char.IsWhiteSpace(c)) compact.Append(c);
        return compact.ToString();
    }

    // （一） (1) 一、 1. 1、 1：, once; a bare digit only before a letter, since 3.其他 may lose its point.
    [GeneratedRegex(@"^(?:[(〔]?[一二三四五六七八九十\d]{1,2}[)〕.、,:．]+|\d(?=\p{Lo}))+")]
    private static partial Regex Enumerator();

    [GeneratedRegex(@"[(〔\[][^()〔〕\[\]]*[)〕\]]")]
    private static partial Regex Remark();
}
