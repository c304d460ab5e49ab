using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Makes font maps of font dictionaries.</summary>
sealed class FontLoader(PdfObjects file)
{
    readonly Dictionary<DictionaryToken, Font> loaded = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<IndirectReference, Font> quick = [];

    /// <summary>The font that a resource is, or refers to; one that makes no sense is as good as lost.</summary>
    public Font Load(IToken? token)
    {
        try
        {
            return Find(token);
        }
        catch (BrokenContentException)
        {
            return new LostFont();
        }
    }

    Font Find(IToken? token)
    {
        if (token is IndirectReferenceToken { Data: var reference })
        {
            if (quick.TryGetValue(reference, out var known)) return known;
            if (Quick(reference) is { } made) return quick[reference] = made;
        }
        if (file.Resolve(token) is not DictionaryToken dictionary) return new LostFont();
        if (!loaded.TryGetValue(dictionary, out var font)) loaded[dictionary] = font = Make(dictionary);
        return font;
    }

    // A Type 3 font that brings a map to Unicode; its names are read only if the map leaves out a code.
    SimpleFont? Quick(IndirectReference reference)
    {
        if (file.Raw(reference) is not { } raw || raw.Name("Subtype") != "Type3" || raw.Reference("ToUnicode") is not var (number, generation)) return null;
        if (raw.Numbers("Widths") is not { } widths || raw.Numbers("FontMatrix") is not { Length: 6 } matrix || raw.Number("FirstChar") is not { } first) return null;
        if (file.Resolve(new IndirectReferenceToken(new(number, generation))) is not StreamToken map) return null;
        var measures = SimpleFont.Type3(widths, (int)first, matrix, raw.Numbers("FontBBox") is { Length: 4 } box ? box : null);
        return new(measures, null, ToUnicodeMap.Parse(file.Decode(map).Span),
            () => file.Resolve(new IndirectReferenceToken(reference)) is DictionaryToken font ? SimpleEncoding.Load(file, font, null) : throw new OddContentException("font"));
    }

    Font Make(DictionaryToken dictionary) => file.Name(dictionary, "Subtype") switch
    {
        "Type0" => CompositeFont.Load(file, dictionary, ToUnicode(dictionary)),
        "Type1" or "MMType1" or "TrueType" or "Type3" => SimpleFont.Load(file, dictionary, ToUnicode(dictionary)),
        null => new LostFont(),
        var other => throw new OddContentException($"font of kind {other}"),
    };

    ToUnicodeMap? ToUnicode(DictionaryToken dictionary)
    {
        if (!dictionary.Data.TryGetValue("ToUnicode", out var token)) return null;
        return file.Resolve(token) switch
        {
            StreamToken stream => ToUnicodeMap.Parse(file.Decode(stream).Span),
            // Some writers say so that the codes are Unicode.
            NameToken { Data: "Identity-H" or "Identity-V" } => ToUnicodeMap.Identity,
            _ => null,
        };
    }
}
