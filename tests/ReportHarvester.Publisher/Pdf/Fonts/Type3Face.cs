using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>Fonts whose glyphs are small drawings: here a frame for every character. Their unit is not the usual thousandth.</summary>
sealed class Type3Face(FontStyle style) : SimpleFace(style)
{
    const double Unit = 2048;

    protected override double Advance(char character) => character < 128 ? 0.5 : 1;

    protected override int Write(PdfObjects objects, int part, IReadOnlyList<Glyph> glyphs)
    {
        var (half, whole) = (Drawing(objects, 0.5), Drawing(objects, 1));
        var drawings = glyphs.Select(g => $"/g{g.Code[0]} {(g.Advance < 1 ? half : whole)} 0 R");
        var names = glyphs.Select(g => $"{g.Code[0]} /g{g.Code[0]}");
        return objects.Add($"<< /Type /Font /Subtype /Type3 /FontBBox [0 -246 {Unit} 1802] /FontMatrix [{1 / Unit:0.0###########} 0 0 {1 / Unit:0.0###########} 0 0]"
            + $" /CharProcs << {string.Join(' ', drawings)} >> /Encoding << /Type /Encoding /Differences [{string.Join(' ', names)}] >>"
            + $" {Codes(objects, glyphs, Unit)} /Resources << >> >>");
    }

    static int Drawing(PdfObjects objects, double width)
    {
        var advance = width * Unit;
        return objects.AddStream(Encoding.ASCII.GetBytes(
            $"{Digits.Of(advance)} 0 0 -246 {Digits.Of(advance)} 1802 d1 90 w 150 -50 {Digits.Of(advance - 300)} 1500 re S"));
    }
}
