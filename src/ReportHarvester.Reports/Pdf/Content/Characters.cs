using System.Globalization;
using System.Text;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Characters as glyphs hold them: folded, a blank as one blank, and what cannot be trusted as U+FFFD.</summary>
static class Characters
{
    public const string Unknown = "\uFFFD";

    // Made once for all documents: a report has thousands of glyphs and a few hundred different ones.
    static readonly string?[] One = new string?[char.MaxValue + 1];

    public static string Trusted(char c) => One[c] ??= Fold(c.ToString());

    public static string Trusted(string text) => text is [var c] ? Trusted(c) : Fold(text);

    // Control characters, private use, noncharacters and halves of pairs: a number that some font gave a glyph, not a character.
    static string Fold(string text)
    {
        if (text.Length == 0) return text;
        if (string.IsNullOrWhiteSpace(text)) return " ";
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) return Unknown;
        return Folding.FoldProse(text);
    }
}
