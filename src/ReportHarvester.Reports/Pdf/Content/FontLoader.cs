using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Makes font maps of font dictionaries.</summary>
sealed class FontLoader(PdfObjects file)
{
    readonly Dictionary<DictionaryToken, Font> loaded = new(ReferenceEqualityComparer.Instance);

    public Font Load(DictionaryToken? dictionary)
    {
        if (dictionary is null) return new LostFont();
        if (!loaded.TryGetValue(dictionary, out var font)) loaded[dictionary] = font = Make(dictionary);
        return font;
    }

    Font Make(DictionaryToken dictionary) => file.Name(dictionary, "Subtype") switch
    {
        "Type0" => CompositeFont.Load(file, dictionary, ToUnicode(dictionary)),
        "Type1" or "MMType1" or "TrueType" or "Type3" => SimpleFont.Load(file, dictionary, ToUnicode(dictionary)),
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
