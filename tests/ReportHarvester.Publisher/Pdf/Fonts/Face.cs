using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>A character in a font: the font's name among the resources, the code, and the advance in ems.</summary>
sealed record Glyph(char Character, string Font, byte[] Code, double Advance);

/// <summary>What text is set in. Characters become known as they are asked for, and the fonts are written when all are.</summary>
abstract class Face
{
    readonly Dictionary<char, Glyph> glyphs = [];

    public Glyph Of(char character)
    {
        if (!glyphs.TryGetValue(character, out var glyph))
            glyphs[character] = glyph = Make(character);
        return glyph;
    }

    protected IReadOnlyCollection<Glyph> Used => glyphs.Values;

    /// <summary>Whether the font has the character; what it lacks is set in another, as office programs do.</summary>
    public virtual bool Has(char character) => true;

    protected abstract Glyph Make(char character);

    /// <summary>Writes the fonts, and says which resource is which object.</summary>
    public abstract IReadOnlyDictionary<string, int> Write(PdfObjects objects);

    public static Face Of(FontStyle style)
    {
        Face chinese = style.Kind switch
        {
            FontKind.SimpleTrueType => new SimpleTrueTypeFace(style),
            FontKind.Identity => new IdentityFace(style, "F0"),
            FontKind.Type3 => new Type3Face(style),
            _ => new CollectionFace(style),
        };
        var all = new MixedFace(chinese.Has, chinese, new IdentityFace(style with { File = FontFile.Hei, Whole = false }, "Spare"));
        return style.LatinInHelvetica ? new MixedFace(HelveticaFace.Knows, new HelveticaFace(), all) : all;
    }
}
