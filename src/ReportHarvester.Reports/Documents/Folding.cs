using System.Text;

namespace ReportHarvester.Reports.Documents;

/// <summary>
/// Folds characters that only look like others: full-width forms, CJK radicals that some fonts put in place of ideographs,
/// compatibility ideographs, and the many kinds of blanks. Own tables: the framework's normalisation leaves half of the radicals,
/// and does nothing at all without ICU. Superscripts and circled digits stay: a footnote sign is no digit of a number.
/// </summary>
static class Folding
{
    static readonly Dictionary<char, char> Table = Load("Folding.txt");

    // Every character's fold, looked up in hot loops.
    static readonly char[] Whole = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Fold((char)c))];
    static readonly char[] Prose = [.. Whole.Select((folded, c) => char.IsAscii(folded) && (char.IsPunctuation(folded) || char.IsSymbol(folded)) ? (char)c : folded)];

    static readonly Dictionary<char, char> Traditional = Load("Traditional.txt");
    static readonly char[] Simple = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Traditional.GetValueOrDefault((char)c, (char)c))];

    /// <summary>Traditional characters as simplified ones, for comparing only: copies of pages are found in either. As long as it was.</summary>
    public static string Simplify(string text) => Fold(text, Simple);

    /// <summary>Folds everything: for labels and values.</summary>
    public static string Fold(string text) => Fold(text, Whole);

    /// <summary>Folds letters, digits and blanks, and leaves the punctuation as it was printed: for prose.</summary>
    public static string FoldProse(string text) => Fold(text, Prose);

    /// <summary>Brackets of any shape as round ones, for comparing only. As long as it was.</summary>
    public static string Round(string text) =>
        text.Replace('[', '(').Replace('〔', '(').Replace('【', '(').Replace(']', ')').Replace('〕', ')').Replace('】', ')');

    /// <summary>The text without any blanks, otherwise as it is.</summary>
    public static string WithoutBlanks(string text)
    {
        var blanks = 0;
        foreach (var c in text)
            if (char.IsWhiteSpace(c)) blanks++;
        if (blanks == 0) return text;
        return string.Create(text.Length - blanks, text, static (span, text) =>
        {
            var at = 0;
            foreach (var c in text)
                if (!char.IsWhiteSpace(c)) span[at++] = c;
        });
    }

    static string Fold(string text, char[] fold)
    {
        var clean = true;
        foreach (var c in text) clean &= fold[c] == c;
        if (clean) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (fold[c] is not '\0' and var f) folded.Append(f);
        return folded.ToString();
    }

    /// <summary>The folded character; NUL for one that has no width and no meaning.</summary>
    static char Fold(char c) => c switch
    {
        < '\u0080' => c,
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202D') or '\u2060' or '\uFEFF' => '\0',
        '\u2028' or '\u2029' or '\u0085' => '\n',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2212' => '-',
        // Turns round what follows: nobody reads 4821 there. Not to be shown to anyone as it is.
        '\u202E' => '\uFFFD',
        _ => Table.GetValueOrDefault(c, c),
    };

    static Dictionary<char, char> Load(string name)
    {
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<char, char>();
        while (reader.ReadLine() is { } line)
            if (line is [var from, '\t', var to]) table[from] = to;
        return table;
    }
}
