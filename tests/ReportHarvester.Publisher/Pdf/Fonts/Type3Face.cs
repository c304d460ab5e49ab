using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>
/// Fonts whose glyphs are small drawings: here a frame for every character but blanks. Their unit is not the usual thousandth.
/// </summary>
sealed class Type3Face(FontStyle style) : SimpleFace(style)
{
    const double Unit = 2048;

    protected override double Advance(char character) => character < 128 ? 0.5 : 1;

    protected override int Write(PdfObjects objects, int part, IReadOnlyList<Glyph> glyphs)
    {
        var drawn = glyphs.Select(g => (g.Advance, Blank: char.IsWhiteSpace(g.Character))).Distinct()
            .ToDictionary(d => d, d => Drawing(objects, d.Advance * Unit, d.Blank));
        var drawings = glyphs.Select(g => $"/g{g.Code[0]} {drawn[(g.Advance, char.IsWhiteSpace(g.Character))]} 0 R");
        var names = glyphs.Select(g => $"{g.Code[0]} /g{g.Code[0]}");
        var scale = (1 / Unit).ToString("0.0###########");
        return objects.Add($"<< /Type /Font /Subtype /Type3 /FontBBox [0 -246 {Unit} 1802] /FontMatrix [{scale} 0 0 {scale} 0 0]"
            + $" /CharProcs << {string.Join(' ', drawings)} >> /Encoding << /Type /Encoding /Differences [{string.Join(' ', names)}] >>"
            + $" {Codes(objects, glyphs, Unit)} /Resources << >> >>");
    }

    static int Drawing(PdfObjects objects, double advance, bool blank)
    {
        var box = blank ? "" : $" 90 w 150 -50 {Digits.Of(advance - 300)} 1500 re S";
        return objects.AddStream(Encoding.ASCII.GetBytes($"{Digits.Of(advance)} 0 0 -246 {Digits.Of(advance)} 1802 d1{box}"));
    }
}
