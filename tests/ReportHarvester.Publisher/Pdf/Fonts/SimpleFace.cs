using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Fonts with codes of one byte, given out in order of first use; when one is full the next begins.</summary>
abstract class SimpleFace(FontStyle style) : Face
{
    /// <summary>Codes 1 to 255 but not 32, at which word spacing would apply.</summary>
    const int Places = 254;

    readonly List<char> characters = [];

    protected FontStyle Style => style;

    protected static int Code(int place) => place < 31 ? place + 1 : place + 2;

    protected abstract double Advance(char character);

    protected abstract int Write(PdfObjects objects, int part, IReadOnlyList<Glyph> glyphs);

    protected override Glyph Make(char character)
    {
        var number = characters.Count;
        characters.Add(character);
        return new Glyph(character, $"F{number / Places}", [(byte)Code(number % Places)], Advance(character));
    }

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects) =>
        Used.GroupBy(g => g.Font).Select((g, i) => (g.Key, Number: Write(objects, i, [.. g]))).ToDictionary(f => f.Key, f => f.Number);

    /// <summary>Entries that say what the codes are: how wide, and which characters.</summary>
    protected string Codes(PdfObjects objects, IReadOnlyList<Glyph> glyphs, double unit)
    {
        var widths = Enumerable.Range(1, glyphs[^1].Code[0]).Select(c => glyphs.SingleOrDefault(g => g.Code[0] == c)?.Advance ?? 0);
        return $"/FirstChar 1 /LastChar {glyphs[^1].Code[0]} /Widths [{string.Join(' ', widths.Select(w => Digits.Of(w * unit)))}]"
            + ToUnicode.Entry(objects, glyphs, style);
    }
}
