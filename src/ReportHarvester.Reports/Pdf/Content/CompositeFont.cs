using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A font of codes of several bytes, whose glyphs have numbers of their own, CIDs (ISO 32000-1, 9.7).</summary>
sealed class CompositeFont : Font
{
    readonly ToUnicodeMap? toUnicode;
    readonly PredefinedCMap? cmap;
    readonly CidWidths widths;
    readonly (double, double)? down;
    readonly Dictionary<uint, FontCode> codes = [];

    CompositeFont(ToUnicodeMap? toUnicode, PredefinedCMap? cmap, CidWidths widths, (double, double)? down) =>
        (this.toUnicode, this.cmap, this.widths, this.down) = (toUnicode, cmap, widths, down);

    public override (double Origin, double Advance)? Down => down;

    public static CompositeFont Load(PdfObjects file, DictionaryToken font, ToUnicodeMap? toUnicode)
    {
        if (file.Get<ArrayToken>(font, "DescendantFonts") is not { Data: [var first, ..] } || file.Resolve(first) is not DictionaryToken descendant)
            throw new BrokenContentException("composite font without descendant");
        var encoding = file.Name(font, "Encoding") ?? throw new OddContentException("CMap within the file");
        var cmap = encoding is "Identity-H" or "Identity-V" ? null : PredefinedCMap.Named(encoding) ?? throw new OddContentException($"CMap {encoding}");
        // The library knows the glyph numbers of the public collections (Adobe-GB1 …).
        if (cmap is null && toUnicode is null && IsOfPublicCollection(file, descendant)) throw new OddContentException("glyph numbers of a public collection");
        var widths = CidWidths.Load(file, descendant);
        if (cmap is not null && !widths.AreOfLettersOnly) throw new OddContentException("widths by glyph number with a CMap by name");
        return new CompositeFont(toUnicode, cmap, widths, encoding[^1] == 'V' ? Downward(file, descendant) : null);
    }

    public override FontCode Next(ReadOnlySpan<byte> text, ref int at)
    {
        var length = Math.Min(cmap?.Length(text[at..]) ?? 2, text.Length - at);
        uint code = 0;
        foreach (var b in text.Slice(at, length)) code = code << 8 | b;
        // A string cut off in the middle of a code is read as if zeros followed.
        if (cmap is null && length == 1) code <<= 8;
        var bytes = text.Slice(at, length);
        at += length;
        // The length is part of the code: 41 and 0041 are two.
        var key = (uint)length << 30 ^ code;
        if (!codes.TryGetValue(key, out var found)) codes[key] = found = Make(code, bytes);
        return found;
    }

    FontCode Make(uint code, ReadOnlySpan<byte> bytes)
    {
        var text = toUnicode?.Text(code) ?? cmap?.Text(bytes) ?? Characters.Unknown;
        var width = cmap is null ? widths.Of(code) : cmap.Letter(bytes) is { } cid ? widths.Of(cid) : widths.Default;
        return new(text, width / 1000, bytes is [(byte)' ']);
    }

    /// <summary>Whether the glyph numbers are those of Adobe-GB1 or its like, and not the font's own.</summary>
    public static bool IsOfPublicCollection(PdfObjects file, DictionaryToken descendant) =>
        file.Get<DictionaryToken>(descendant, "CIDSystemInfo") is { } info
        && file.Get<IToken>(info, "Ordering") switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => "" } is not ("" or "Identity");

    // DW2 (9.7.4.3); single glyphs with measures of their own are left to the library.
    static (double, double) Downward(PdfObjects file, DictionaryToken descendant)
    {
        if (descendant.Data.ContainsKey("W2")) throw new OddContentException("W2");
        var measures = file.Numbers(descendant, "DW2", 2) ?? [880, -1000];
        return (measures[0] / 1000, measures[1] / 1000);
    }
}
