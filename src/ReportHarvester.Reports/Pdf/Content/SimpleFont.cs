using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A font of one-byte codes: Type 1, TrueType or Type 3 (ISO 32000-1, 9.6).</summary>
sealed class SimpleFont : Font
{
    readonly PdfObjects file;
    readonly DictionaryToken dictionary;
    readonly ToUnicodeMap? toUnicode;
    readonly AdobeFontMetrics? standard;
    readonly double[] widths;
    readonly int first;
    readonly double unit, missing;
    readonly FontCode[] codes = new FontCode[256];
    SimpleEncoding? encoding;

    SimpleFont(PdfObjects file, DictionaryToken dictionary, ToUnicodeMap? toUnicode)
    {
        (this.file, this.dictionary, this.toUnicode) = (file, dictionary, toUnicode);
        widths = Widths(file, dictionary);
        first = (int?)file.Number(dictionary, "FirstChar") ?? (int?)file.Number(dictionary, "LastChar") - widths.Length + 1 ?? 0;
        var isType3 = file.Name(dictionary, "Subtype") == "Type3";
        unit = isType3 ? file.Numbers(dictionary, "FontMatrix", 6)?[0] ?? throw new OddContentException("Type 3 font without matrix") : 0.001;
        missing = isType3
            ? file.Numbers(dictionary, "FontBBox", 4) is { } box ? Math.Abs(box[2] - box[0]) : 0
            : file.Get<DictionaryToken>(dictionary, "FontDescriptor") is { } descriptor ? file.Number(descriptor, "MissingWidth") ?? 0 : 0;
        if (widths.Length > 0 || isType3) return;
        standard = file.Name(dictionary, "BaseFont") is { } name ? Standard14.GetAdobeFontMetrics(name) : null;
        if (standard is null) throw new OddContentException("font without widths");
    }

    public static SimpleFont Load(PdfObjects file, DictionaryToken dictionary, ToUnicodeMap? toUnicode) => new(file, dictionary, toUnicode);

    public override FontCode Next(ReadOnlySpan<byte> text, ref int at)
    {
        ref var code = ref codes[text[at]];
        if (code.Text is null) code = new(Text(text[at]), Width(text[at]) * unit, text[at] == ' ');
        at++;
        return code;
    }

    string Text(int code)
    {
        if (toUnicode?.Text((uint)code) is { } given) return given;
        // Codes that a map to Unicode leaves out are not worth a page's second reading.
        if (toUnicode is not null && Encoding.IsHidden(code)) return Characters.Unknown;
        return Encoding.Name(code) is { } name && GlyphNames.Text(name) is { } text ? Characters.Trusted(text) : Characters.Unknown;
    }

    SimpleEncoding Encoding => encoding ??= SimpleEncoding.Load(file, dictionary, standard);

    double Width(int code)
    {
        if (code >= first && code - first < widths.Length) return widths[code - first];
        if (standard is null) return missing;
        return Encoding.Name(code) is { } name && standard.CharacterMetrics.TryGetValue(name, out var metric) ? metric.Width.X : standard.CharacterMetrics["space"].Width.X;
    }

    static double[] Widths(PdfObjects file, DictionaryToken dictionary)
    {
        if (file.Get<ArrayToken>(dictionary, "Widths") is not { } array) return [];
        var widths = new double[array.Data.Count];
        for (var i = 0; i < widths.Length; i++) widths[i] = file.Number(array.Data[i]) ?? 0;
        return widths;
    }
}
