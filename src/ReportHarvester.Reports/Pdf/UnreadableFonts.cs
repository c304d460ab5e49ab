using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf;

/// <summary>
/// Fonts whose character codes say nothing of the text: composite fonts by glyph number (Identity) without a map to Unicode.
/// PdfPig gives the glyph numbers out as characters, so that 882 may come out as 993.
/// </summary>
static class UnreadableFonts
{
    // Page trees deeper than this are broken.
    const int DeepestTree = 32;

    /// <summary>Names of the page's unreadable fonts.</summary>
    public static IReadOnlySet<string> Of(PdfDocument pdf, Page page)
    {
        var names = new HashSet<string>();
        if (Inherited(pdf, page.Dictionary, "Resources") is { } resources && Get<DictionaryToken>(pdf, resources, "Font") is { } fonts)
            foreach (var reference in fonts.Data.Values)
                if (Resolve(pdf, reference) is DictionaryToken font && IsUnreadable(pdf, font) && Get<NameToken>(pdf, font, "BaseFont") is { } name)
                    names.Add(name.Data);
        return names;
    }

    static bool IsUnreadable(PdfDocument pdf, DictionaryToken font) =>
        Get<NameToken>(pdf, font, "Subtype")?.Data == "Type0"
        && Get<NameToken>(pdf, font, "Encoding")?.Data is "Identity-H" or "Identity-V"
        && Get<IToken>(pdf, font, "ToUnicode") is null
        && !IsKnownCollection(pdf, font);

    // Glyph numbers of a public collection (Adobe-GB1 …) are as good as text.
    static bool IsKnownCollection(PdfDocument pdf, DictionaryToken font) =>
        Get<ArrayToken>(pdf, font, "DescendantFonts") is { Data: [var first, ..] } && Resolve(pdf, first) is DictionaryToken descendant
        && Get<DictionaryToken>(pdf, descendant, "CIDSystemInfo") is { } info
        && Get<IToken>(pdf, info, "Ordering") is StringToken { Data: not "Identity" };

    static DictionaryToken? Inherited(PdfDocument pdf, DictionaryToken node, string name)
    {
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            if (Get<DictionaryToken>(pdf, node, name) is { } found) return found;
            if (Get<DictionaryToken>(pdf, node, "Parent") is not { } parent) return null;
            node = parent;
        }
        return null;
    }

    static T? Get<T>(PdfDocument pdf, DictionaryToken dictionary, string name) where T : class, IToken =>
        dictionary.Data.TryGetValue(name, out var token) ? Resolve(pdf, token) as T : null;

    static IToken? Resolve(PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data)?.Data : token;
}
