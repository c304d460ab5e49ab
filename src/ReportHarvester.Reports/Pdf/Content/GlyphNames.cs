using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Characters of glyph names, by the Adobe glyph list and its rules for uniXXXX and uXXXXX. Other names that hold numbers say nothing.</summary>
static class GlyphNames
{
    public static string? Text(string name)
    {
        if (name.IndexOf('.') is > 0 and var dot) name = name[..dot];
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length == 7 && Scalar(name.AsSpan(3)) is { } character) return character;
        if (name.StartsWith('u') && name.Length is >= 5 and <= 7 && Scalar(name.AsSpan(1)) is { } rare) return rare;
        if (name.Contains('_')) return name.Split('_').Select(Text).ToList() is var parts && parts.TrueForAll(p => p is not null) ? string.Concat(parts) : null;
        // The library takes c57 for the character of that number; in most fonts it is the number of a glyph.
        if (name is GlyphList.NotDefined || name is ['c' or 'C', .. var number] && number.Length > 0 && number.All(char.IsAsciiDigit)) return null;
        return Listed(name);
    }

    static string? Listed(string name)
    {
        try
        {
            return GlyphList.AdobeGlyphList.NameToUnicode(name) is { Length: > 0 } text ? text : null;
        }
        catch (FormatException)
        {
            // A name like "upper", which the library takes for u and a number.
            return null;
        }
    }

    static string? Scalar(ReadOnlySpan<char> hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value) ? new Rune(value).ToString() : null;
}
