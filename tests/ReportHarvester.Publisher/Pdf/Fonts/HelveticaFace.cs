using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Letters and digits in Helvetica, not embedded, without widths: readers know it by heart (ISO 32000-1, 9.6.2.2).</summary>
sealed class HelveticaFace : Face
{
    /// <summary>Advances from the space to the tilde in thousandths, from Adobe's metrics.</summary>
    static readonly int[] advances =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static bool Knows(char character) => character is >= ' ' and <= '~';

    protected override Glyph Make(char character) => new(character, "H", [(byte)character], advances[character - ' '] / 1000.0);

    public override IReadOnlyDictionary<string, int> Write(PdfObjects objects) => new Dictionary<string, int>
    {
        ["H"] = objects.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    };
}
