using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Fonts with codes of one byte, given out in order of first use; when one is full the next begins.</summary>
abstract class SimpleFace(FontStyle style) : Face
{
    /// <summary>Codes 1 to 255 but not 32, at which word spacing would apply.</summary>
    const int Places = 254;

    /// <summary>With codes given out downward, numbers that begin with 18 begin with FE FF.</summary>
    readonly List<char> characters = style.CodesDownward ? ['1', '8'] : [];

    protected FontStyle Style => style;

    int Code(int place)
    {
        var upward = style.CodesDownward ? Places - 1 - (place ^ 1) : place;
        return upward < 31 ? upward + 1 : upward + 2;
    }

    protected abstract double Advance(char character);

    protected abstract int Write(PdfObjects objects, int part, IReadOnlyList<Glyph> glyphs);

    protected override Glyph Make(char character)
    {
        if (!characters.Contains(character))
            characters.Add(character);
        var number = characters.IndexOf(character);
        return new Glyph(character, $"F{number / Places}", [(byte)Code(number % Places)], Advance(character));
    }

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects) =>
        Used.GroupBy(g => g.Font).Select((g, i) => (g.Key, Number: Write(objects, i, [.. g]))).ToDictionary(f => f.Key, f => f.Number);

    /// <summary>Entries that say what the codes are: how wide, and which characters.</summary>
    protected string Codes(PdfObjects objects, IReadOnlyList<Glyph> glyphs, double unit)
    {
        var advances = glyphs.ToDictionary(g => (int)g.Code[0], g => g.Advance);
        var (first, last) = (advances.Keys.Min(), advances.Keys.Max());
        var widths = Enumerable.Range(first, last - first + 1).Select(c => Digits.Of(advances.GetValueOrDefault(c) * unit));
        return $"/FirstChar {first} /LastChar {last} /Widths [{string.Join(' ', widths)}]{ToUnicode.Entry(objects, glyphs, style)}";
    }
}
