using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>STSong-Light, which every reader was once expected to have: not embedded, half an em for ASCII and one for all else.</summary>
sealed class CollectionFace(FontStyle style) : Face
{
    static readonly Encoding gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>GB 2312 is the part of GBK in which both bytes are high.</summary>
    public override bool Has(char character) => style.Kind != FontKind.GbEuc || gbk.GetBytes([character]) is [< 0x80] or [>= 0xA1, >= 0xA1];

    protected override Glyph Make(char character) => new(character, "F0", Code(character), character < 128 ? 0.5 : 1);

    byte[] Code(char character) => style.Kind switch
    {
        FontKind.Collection => SfntFile.Short(CharacterCollection.Number(character)),
        FontKind.GbkEuc or FontKind.GbEuc => gbk.GetBytes([character]),
        _ => SfntFile.Short(character),
    };

    string Name => style.Kind switch
    {
        FontKind.Collection => "Identity-H",
        FontKind.GbkEuc => "GBK-EUC-H",
        FontKind.GbEuc => "GB-EUC-H",
        FontKind.UniGbUcs2 => "UniGB-UCS2-H",
        _ => "UniGB-UTF16-H",
    };

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects)
    {
        var descriptor = objects.Add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
            + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        // Half-width forms: 1 to 95 proportional, 814 to 939 and the blank 7716 of half an em; the encodings differ in which they take for ASCII.
        var descendant = objects.Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500 7716 7716 500]"
            + $" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor {descriptor} 0 R >>");
        return new Dictionary<string, int>
        {
            ["F0"] = objects.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-{Name} /Encoding /{Name}"
                + $" /DescendantFonts [{descendant} 0 R]{ToUnicode.Entry(objects, Used, style)} >>"),
        };
    }
}
