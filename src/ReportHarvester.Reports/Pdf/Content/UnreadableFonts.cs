using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// Fonts whose character codes say nothing of the text: composite fonts by glyph number (Identity) without a map to Unicode.
/// Where the library interprets a page, it gives the glyph numbers out as characters, so that 882 may come out as 993.
/// </summary>
sealed class UnreadableFonts
{
    // Forms within forms that may bring fonts of their own; all resources that are looked through.
    const int DeepestForm = 8, MostResources = 1000;

    readonly PdfObjects file;
    readonly HashSet<string> names = [];
    readonly HashSet<DictionaryToken> seen = new(ReferenceEqualityComparer.Instance);

    UnreadableFonts(PdfObjects file) => this.file = file;

    /// <summary>Names of the unreadable fonts of a page and of the forms on it.</summary>
    public static IReadOnlySet<string> Of(PdfObjects file, DictionaryToken? resources)
    {
        var fonts = new UnreadableFonts(file);
        fonts.Collect(resources, 0);
        return fonts.names;
    }

    void Collect(DictionaryToken? resources, int depth)
    {
        if (resources is null || depth > DeepestForm || seen.Count == MostResources || !seen.Add(resources)) return;
        foreach (var token in file.Get<DictionaryToken>(resources, "Font")?.Data.Values ?? [])
            if (file.Resolve(token) is DictionaryToken font && IsUnreadable(font) && file.Name(font, "BaseFont") is { } name) names.Add(name);
        foreach (var token in file.Get<DictionaryToken>(resources, "XObject")?.Data.Values ?? [])
            if (file.External(token) is { } form) Collect(file.Get<DictionaryToken>(form.StreamDictionary, "Resources"), depth + 1);
    }

    // Glyph numbers of a public collection (Adobe-GB1 …) are as good as text.
    bool IsUnreadable(DictionaryToken font) =>
        file.Name(font, "Subtype") == "Type0" && file.Name(font, "Encoding") is ("Identity-H" or "Identity-V") && !font.Data.ContainsKey("ToUnicode")
        && file.Get<ArrayToken>(font, "DescendantFonts") is { Data: [var first, ..] } && file.Resolve(first) is DictionaryToken descendant
        && !CompositeFont.IsOfPublicCollection(file, descendant);
}
