using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>TrueType fonts of a few hundred characters as LibreOffice writes them: own codes, no encoding.</summary>
sealed class SimpleTrueTypeFace(FontStyle style) : SimpleFace(style)
{
    readonly Embedding embedding = new(style.File);

    public override bool Has(char character) => embedding.Font.Has(character);

    protected override double Advance(char character) => embedding.Font.Advance(embedding.Font.Glyph(character));

    protected override int Write(PdfObjects objects, int part, IReadOnlyList<Glyph> glyphs)
    {
        var codes = glyphs.Select((g, i) => (Code: (int)g.Code[0], Glyph: i + 1)).ToDictionary(c => c.Code, c => c.Glyph);
        var file = TrueTypeSubset.Of(embedding.Font, [0, .. glyphs.Select(g => embedding.Font.Glyph(g.Character))], codes);
        var name = embedding.Name(part);
        return objects.Add($"<< /Type /Font /Subtype /TrueType /BaseFont /{name} {Codes(objects, glyphs, 1000)}"
            + $" /FontDescriptor {embedding.Descriptor(objects, name, file)} 0 R >>");
    }
}
