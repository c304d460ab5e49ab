using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Widths of a simple font's codes from a first one on, in units of a part of the font's size, and of all others.</summary>
sealed record SimpleWidths(double[] Widths, int First, double Unit, double Missing)
{
    public double? Of(int code) => code >= First && code - First < Widths.Length ? Widths[code - First] : null;
}

/// <summary>A font of one-byte codes: Type 1, TrueType or Type 3 (ISO 32000-1, 9.6).</summary>
sealed class SimpleFont(SimpleWidths widths, AdobeFontMetrics? standard, ToUnicodeMap? toUnicode, Func<SimpleEncoding> load) : Font
{
    readonly FontCode[] codes = new FontCode[256];

    public static SimpleFont Load(PdfObjects file, DictionaryToken font, ToUnicodeMap? toUnicode)
    {
        var widths = Widths(file, font);
        var isType3 = file.Name(font, "Subtype") == "Type3";
        var standard = widths.Length > 0 || isType3 ? null
            : file.Name(font, "BaseFont") is { } name && Standard14.GetAdobeFontMetrics(name) is { } metrics ? metrics : throw new OddContentException("font without widths");
        var first = (int?)file.Number(font, "FirstChar") ?? (int?)file.Number(font, "LastChar") - widths.Length + 1 ?? 0;
        return new(isType3 ? Type3(widths, first, file.Numbers(font, "FontMatrix", 6), file.Numbers(font, "FontBBox", 4))
            : new(widths, first, 0.001, file.Get<DictionaryToken>(font, "FontDescriptor") is { } descriptor ? file.Number(descriptor, "MissingWidth") ?? 0 : 0),
            standard, toUnicode, () => SimpleEncoding.Load(file, font, standard));
    }

    /// <summary>The widths of a Type 3 font are in units of its own.</summary>
    public static SimpleWidths Type3(double[] widths, int first, double[]? matrix, double[]? box) =>
        new(widths, first, matrix?[0] ?? throw new BrokenContentException("Type 3 font without matrix"), box is null ? 0 : Math.Abs(box[2] - box[0]));

    public override FontCode Next(ReadOnlySpan<byte> text, ref int at)
    {
        ref var code = ref codes[text[at]];
        if (code.Text is null) code = new(Text(text[at]), Width(text[at]) * widths.Unit, text[at] == ' ');
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

    SimpleEncoding Encoding => field ??= load();

    double Width(int code)
    {
        if (widths.Of(code) is { } given) return given;
        if (standard is null) return widths.Missing;
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
