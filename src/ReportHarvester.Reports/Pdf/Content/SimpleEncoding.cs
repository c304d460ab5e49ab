using UglyToad.PdfPig.Fonts.AdobeFontMetrics;
using UglyToad.PdfPig.Fonts.Encodings;
using UglyToad.PdfPig.Tokens;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Glyph names of a simple font's codes: its /Encoding with differences, else what is built into one of the standard fonts (ISO 32000-1, 9.6.6).</summary>
sealed class SimpleEncoding
{
    readonly Dictionary<int, string> differences = [];
    Encoding? basis;
    AdobeFontMetrics? standard;
    bool hidden;

    /// <param name="file">The file's objects.</param>
    /// <param name="font">The font's dictionary.</param>
    /// <param name="standard">The metrics if it is one of the standard 14 fonts.</param>
    public static SimpleEncoding Load(PdfObjects file, DictionaryToken font, AdobeFontMetrics? standard)
    {
        var encoding = new SimpleEncoding { standard = standard };
        var given = font.Data.TryGetValue("Encoding", out var token) ? file.Resolve(token) : null;
        var name = given as NameToken;
        if (given is DictionaryToken dictionary)
        {
            name = file.Get<NameToken>(dictionary, "BaseEncoding");
            encoding.Differ(file, file.Get<ArrayToken>(dictionary, "Differences"));
        }
        if (name is not null) Encoding.TryGetNamedEncoding(name, out encoding.basis);
        // The encoding that a font program brings with it is not looked into here.
        encoding.hidden = encoding.basis is null && HasProgram(file, font);
        if (encoding.basis is null && standard is null) encoding.basis = StandardEncoding.Instance;
        return encoding;
    }

    /// <summary>True where only the embedded font program knows the glyph of a code.</summary>
    public bool IsHidden(int code) => hidden && !differences.ContainsKey(code);

    /// <summary>The name of a code's glyph, null if it has none.</summary>
    /// <exception cref="OddContentException">Only the embedded font program knows.</exception>
    public string? Name(int code)
    {
        if (differences.TryGetValue(code, out var different)) return different;
        if (hidden) throw new OddContentException("encoding within a font program");
        if (basis is not null) return basis.CodeToNameMap.GetValueOrDefault(code);
        return standard!.CharacterMetrics.Values.FirstOrDefault(m => m.CharacterCode == code)?.Name;
    }

    void Differ(PdfObjects file, ArrayToken? array)
    {
        var code = 0;
        foreach (var token in array?.Data ?? [])
        {
            if (file.Number(token) is { } number) code = (int)number;
            else if (token is NameToken name) differences[code++] = name.Data;
        }
    }

    static bool HasProgram(PdfObjects file, DictionaryToken font) =>
        file.Get<DictionaryToken>(font, "FontDescriptor") is { } descriptor
        && (descriptor.Data.ContainsKey("FontFile") || descriptor.Data.ContainsKey("FontFile2") || descriptor.Data.ContainsKey("FontFile3"));
}
