using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// Fonts whose character codes say nothing of the text: composite fonts by glyph number (Identity) without a map to Unicode.
/// Where the library interprets a page, it gives the glyph numbers out as characters, so that 882 may come out as 993. And fonts that would cost it
/// all time and memory there are.
/// </summary>
sealed class UnreadableFonts
{
    // Forms within forms that may bring fonts of their own; all resources that are looked through.
    const int DeepestForm = 8, MostResources = 1000;

    // The most characters that a composite font can have (ISO 32000-1, 9.7.2); the library makes an entry for each of a range.
    const int MostCharacters = 65_536;

    readonly PdfObjects file;
    readonly HashSet<string> names = [];
    bool hasEndlessRange;
    readonly HashSet<DictionaryToken> seen = new(ReferenceEqualityComparer.Instance);

    UnreadableFonts(PdfObjects file) => this.file = file;

    /// <summary>Names of the unreadable fonts of a page and of the forms on it.</summary>
    public static IReadOnlySet<string> Of(PdfObjects file, DictionaryToken? resources)
    {
        var fonts = new UnreadableFonts(file);
        fonts.Collect(resources, 0);
        return fonts.names;
    }

    /// <summary>Whether a font of a page gives widths to more characters than there are.</summary>
    public static bool HaveEndlessRange(PdfObjects file, DictionaryToken? resources)
    {
        var fonts = new UnreadableFonts(file);
        fonts.Collect(resources, 0);
        return fonts.hasEndlessRange;
    }

    void Collect(DictionaryToken? resources, int depth)
    {
        if (resources is null || depth > DeepestForm || seen.Count == MostResources || !seen.Add(resources)) return;
        foreach (var token in file.Get<DictionaryToken>(resources, "Font")?.Data.Values ?? [])
            if (file.Resolve(token) is DictionaryToken font)
            {
                if (IsUnreadable(font) && file.Name(font, "BaseFont") is { } name) names.Add(name);
                hasEndlessRange |= Descendant(font) is { } descendant && file.Get<ArrayToken>(descendant, "W") is { } widths && widths.Data.Any(n => file.Number(n) is { } number && Math.Abs(number) > MostCharacters);
            }
        foreach (var token in file.Get<DictionaryToken>(resources, "XObject")?.Data.Values ?? [])
            if (file.External(token) is { } form) Collect(file.Get<DictionaryToken>(form.StreamDictionary, "Resources"), depth + 1);
    }

    // Glyph numbers of a public collection (Adobe-GB1 …) are as good as text.
    bool IsUnreadable(DictionaryToken font) =>
        file.Name(font, "Subtype") == "Type0" && file.Name(font, "Encoding") is ("Identity-H" or "Identity-V") && !font.Data.ContainsKey("ToUnicode")
        && Descendant(font) is { } descendant && !CompositeFont.IsOfPublicCollection(file, descendant);

    DictionaryToken? Descendant(DictionaryToken font) =>
        file.Get<ArrayToken>(font, "DescendantFonts") is { Data: [var first, ..] } ? file.Resolve(first) as DictionaryToken : null;
}
