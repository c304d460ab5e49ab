using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Some characters in one face, all else in another.</summary>
sealed class MixedFace(Func<char, bool> isFirst, Face first, Face second) : Face
{
    protected override Glyph Make(char character) => (isFirst(character) ? first : second).Of(character);

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects) =>
        first.Write(objects).Concat(second.Write(objects)).ToDictionary(f => f.Key, f => f.Value);
}
