using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>One embedded font in which the code is the number of the glyph: what Word and WPS write.</summary>
sealed class IdentityFace(FontStyle style, string resource) : Face
{
    readonly Embedding embedding = new(style.File);

    public override bool Has(char character) => embedding.Font.Has(character);

    protected override Glyph Make(char character)
    {
        var glyph = embedding.Font.Glyph(character);
        return new Glyph(character, resource, SfntFile.Short(glyph), embedding.Font.Advance(glyph));
    }

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects)
    {
        if (Used.Count == 0)
            return new Dictionary<string, int>();
        var name = style.Whole ? embedding.Plain : embedding.Name(0);
        var widths = Used.OrderBy(Number).Select(g => $"{Number(g)} [{Digits.Of(g.Advance * 1000)}]");
        var descendant = objects.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity"
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000"
            + $" /W [{string.Join(' ', widths)}] /FontDescriptor {embedding.Descriptor(objects, name, Program())} 0 R >>");
        return new Dictionary<string, int>
        {
            [resource] = objects.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                + $" /DescendantFonts [{descendant} 0 R]{ToUnicode.Entry(objects, Used, style)} >>"),
        };
    }

    /// <summary>A subset keeps the numbers of its glyphs; those not used are empty.</summary>
    byte[] Program()
    {
        var font = embedding.Font;
        HashSet<int> kept = [0, .. Used.Select(Number)];
        return TrueTypeSubset.Of(font, Enumerable.Range(0, style.Whole ? font.Count : kept.Max() + 1)
            .Select(g => style.Whole || kept.Contains(g) ? g : -1));
    }

    static int Number(Glyph glyph) => glyph.Code[0] << 8 | glyph.Code[1];
}
