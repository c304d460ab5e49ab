using System.Text;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// The CMaps for simplified Chinese that PDF names without giving them (ISO 32000-1, table 118). Their codes are those of character sets that the
/// framework knows, so text needs no glyph numbers; widths need them for the letters of ASCII only.
/// </summary>
sealed class PredefinedCMap
{
    // Glyph numbers of the blank and of what follows it, in the proportional and in the half-width letters of Adobe-GB1.
    const uint Proportional = 1, HalfBlank = 7716, Half = 814;

    readonly Encoding encoding;
    readonly bool half;

    static PredefinedCMap() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    PredefinedCMap(string charset, bool half) =>
        (encoding, this.half) = (Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Characters.Unknown)), half);

    static readonly Dictionary<string, PredefinedCMap> Known = new()
    {
        ["GB-EUC"] = new("gb2312", half: true), ["GBK-EUC"] = new("gb2312", half: true), ["GBKp-EUC"] = new("gb2312", half: false),
        ["GBK2K"] = new("gb18030", half: false), ["UniGB-UCS2"] = new("utf-16BE", half: false), ["UniGB-UTF16"] = new("utf-16BE", half: false),
    };

    /// <summary>The CMap of that name, null for one that is not known here.</summary>
    public static PredefinedCMap? Named(string name) => name is [.. var stem, '-', 'H' or 'V'] ? Known.GetValueOrDefault(stem) : null;

    /// <summary>How many bytes the next code has.</summary>
    public int Length(ReadOnlySpan<byte> text)
    {
        if (IsUtf16) return text is [>= 0xD8 and <= 0xDB, ..] ? 4 : 2;
        if (text[0] < 0x81) return 1;
        return encoding.CodePage == 54936 && text is [_, >= 0x30 and <= 0x39, ..] ? 4 : 2;
    }

    public string Text(ReadOnlySpan<byte> code) =>
        encoding.GetString(code) is { Length: > 0 } text && !text.Contains('\uFFFD') ? Characters.Trusted(text) : Characters.Unknown;

    /// <summary>The glyph number of a letter, digit or sign of ASCII, null for all else.</summary>
    public uint? Letter(ReadOnlySpan<byte> code)
    {
        var letter = IsUtf16 ? code is [0, var low] ? low : 0 : code is [var only] ? only : 0;
        if (letter is < 0x20 or > 0x7E) return null;
        if (!half) return (uint)letter - 0x20 + Proportional;
        return letter == 0x20 ? HalfBlank : (uint)letter - 0x21 + Half;
    }

    bool IsUtf16 => encoding.CodePage == 1201;
}
