using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>A font file of the machine inside a PDF.</summary>
sealed class Embedding(FontFile file)
{
    public TrueTypeFile Font { get; } = TrueTypeFile.Open(file == FontFile.Song
        ? "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf" : "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");

    public string Plain => file == FontFile.Song ? "ARPLSungtiLGB" : "WenQuanYiZenHei";

    /// <summary>A subset's name begins with six letters of its own.</summary>
    public string Name(int part) => $"ABCDE{(char)('F' + part)}+{Plain}";

    public int Descriptor(PdfObjects objects, string name, byte[] program)
    {
        var stream = objects.AddStream(program, $"/Length1 {program.Length}");
        var box = string.Join(' ', Font.Box.Select(b => Digits.Of(Math.Round(b * 1000))));
        return objects.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent 880"
            + $" /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 {stream} 0 R >>");
    }
}
