using System.IO.Compression;
using System.Text;
using ReportHarvester.Tests.Reports;
using static ReportHarvester.Tests.App.Hostile.HostileDocuments;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>PDFs made to take time or memory without end, or that hold no text.</summary>
static class HostilePdfs
{
    const string Helvetica = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", Text = "BT /F 10 Tf 50 700 Td (a line of text that is long enough) Tj ET";
    const string Composite = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>>>";
    const string Descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>";
    const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + Helvetica + ">>>>";

    public static IReadOnlyDictionary<string, Hostile> All { get; } = new Dictionary<string, Hostile>
    {
        ["D01 PDF: a page tree that holds itself"] = new("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])),
        ["D02 PDF: 50,000 pages"] = new("TOO-LARGE", () => RawPdf.File([RawPdf.Catalog, $"<</Type/Pages/Count 50000/Kids[{Each(50_000, i => $"{i + 4} 0 R ")}]>>", RawPdf.Stream(Text), .. Enumerable.Repeat(Page.Replace("4 0 R", "3 0 R"), 50_000)])),
        ["D02 PDF: no page"] = new("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[]/Count 0>>"])),
        ["D02 PDF: a million tiny characters"] = new("TOO-LARGE", () => RawPdf.Page($"BT /F 0.01 Tf 50 700 Td {Times($"({new string('1', 100)}) Tj ", 10_000)}ET", Helvetica)),
        ["D02 PDF: 100,000 pieces of text"] = new("TOO-LARGE", () => RawPdf.Page($"BT /F 1 Tf {Each(100_000, i => $"1 0 0 1 {i % 100 * 6} {i / 100 * 0.8} Tm (1) Tj ")}ET", Helvetica)),
        ["D02 PDF: 50,000 lines each way"] = new("NO-REPORT", () => RawPdf.Page(Each(50_000, i => $"{i * 0.01} 0 m {i * 0.01} 800 l S 0 {i * 0.01} m 600 {i * 0.01} l S ") + Text, Helvetica)),
        ["D02 PDF: 100,000 filled squares"] = new("NO-REPORT", () => RawPdf.Page(Each(100_000, i => $"{i % 300 * 2} {i / 300 * 2} 1.5 1.5 re f ") + Text, Helvetica)),
        ["D02 PDF: a form painted 200,000 times"] = new("TOO-LARGE", () => RawPdf.Page(Times("/X Do ", 200_000), "/XObject<</X 5 0 R>>" + Helvetica, RawPdf.Stream("BT /F 1 Tf (12345) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))),
        ["D01 PDF: 200,000 arrays within each other"] = new("DAMAGED", () => WithResources(Times("[", 200_000) + Times("]", 200_000))),
        ["D01 PDF: 100,000 dictionaries within each other"] = new("DAMAGED", () => WithResources(Times("<</A ", 100_000) + "1" + Times(">>", 100_000))),
        ["D01 PDF: an xref table that leads to itself"] = new("NO-REPORT", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("/Size", $"/Prev {pdf.LastIndexOf("xref\n0", StringComparison.Ordinal)}/Size"))),
        ["D01 PDF: an xref table of two billion entries"] = new("NO-REPORT", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("xref\n0 5", "xref\n0 2000000000"))),
        ["D02 PDF: half a million objects"] = new("NO-REPORT", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Stream(Text), .. Enumerable.Repeat("1", 500_000)])),
        ["D02 PDF: objects and no table of them"] = new("DAMAGED", () => Encoding.Latin1.GetBytes("%PDF-1.4\n" + Times("1 0 obj <</A 1 0 R>> endobj\n", 300_000))),
        ["D01 PDF: content of 2 MB that unpacks to 2,000 MB"] = new("TOO-LARGE", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Stream(Bomb(2000), "/Filter/FlateDecode")])),
        ["D01 PDF: content that is said to be two billion bytes long"] = new("DAMAGED", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace($"/Length {Text.Length}", "/Length 2147483647"))),
        ["D01 PDF: a form that paints itself"] = new("NEEDS-OCR", () => RawPdf.Page("/X Do", "/XObject<</X 5 0 R>>", RawPdf.Stream("/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"))),
        ["D01 PDF: two thirds of a report"] = new("DAMAGED", () => Fixtures.Bytes("donghu-labour-2022-pdf-suit-total-wrong") is var whole ? whole[..(whole.Length * 2 / 3)] : []),
        ["D02 PDF: a table of objects that unpacks to 100 MB"] = new("DAMAGED", XrefBomb),
        ["D02 PDF: a map to Unicode that unpacks to 300 MB"] = new("TOO-LARGE", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant, RawPdf.Stream(Bomb(300), "/Filter/FlateDecode"))),
        ["D02 PDF: a map to Unicode of a million codes"] = new("NEEDS-OCR", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant, RawPdf.Stream("1 beginbfchar " + Times("<0031> <0031> ", 1_000_000) + "endbfchar"))),
        ["D02 PDF: widths of two billion glyphs"] = new("NEEDS-OCR", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant.Replace("/DW 500", "/W[0 2147483647 600 (x)]/W2[0 2147483647 1 2 3]"), RawPdf.Stream(""))),
        ["D02 PDF: 100,000 filters in a row"] = new("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Packed(new byte[100]).Replace("/Filter/FlateDecode", $"/Filter[{Times("/FlateDecode ", 100_000)}]")])),
        ["D02 PDF: run lengths that unpack to 1 GB"] = new("TOO-MUCH-MEMORY", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Stream(Times("\u0081\0", 9_000_000), "/Filter/RunLengthDecode")])),
        ["D02 PDF: places beyond all numbers"] = new("DAMAGED", () => RawPdf.Page("1e30 0 0 1e30 1e300 1e300 cm BT /F 1e30 Tf 1e300 1e300 Td (12345 text that is long enough) Tj ET 0 0 m 1e308 1e308 l S", Helvetica)),
        ["D02 PDF: a script, an attached file and links"] = new("NO-REPORT", () => RawPdf.File(["<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1);)>>/AcroForm<</XFA 5 0 R>>/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>>>", RawPdf.Pages, Page.Replace("/Contents", "/AA<</O<</S/GoToR/F(http://127.0.0.1/)>>>>/Contents"), RawPdf.Stream(Text), RawPdf.Stream("x")])),
        ["D02 PDF: a scan"] = new("NEEDS-OCR", () => RawPdf.Page("600 0 0 800 0 0 cm /X Do", "/XObject<</X 5 0 R>>", RawPdf.Stream(Times("0", 100), "/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"))),
        ["D02 PDF: a font without a map to Unicode"] = new("FONT-WITHOUT-UNICODE", () => RawPdf.Page($"BT /F 10 Tf 50 700 Td <{Times("0031", 50)}> Tj ET", Composite.Replace("/ToUnicode 6 0 R", ""), Descendant)),
        ["D02 PDF: a form that only Adobe's program fills (XFA)"] = new("NO-REPORT", () => RawPdf.File(["<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</XFA 5 0 R/Fields[]>>>>", RawPdf.Pages, Page, RawPdf.Stream("BT /F 10 Tf 50 700 Td (Please wait... If this message is not replaced) Tj ET"), RawPdf.Stream("<xdp/>")])),
        ["D02 PDF: a stream of objects that is part of itself"] = new("DAMAGED", () => Streams("1 0 2 30 3 60", "/N 3/First 90", [1, 2, 3])),
        ["D02 PDF: a table of objects as a stream that leads to itself"] = new("NEEDS-OCR", () => Streams("", "/N 0/First 0", [], "/Prev 0000000000")),
        ["D02 PDF: a stream of two billion objects"] = new("TOO-MUCH-MEMORY", () => Streams("1 0 2 30", "/N 2147483647/First 2147483600", [1, 2])),
        ["D02 PDF: a stream of objects that unpacks to 2,000 MB"] = new("TOO-LARGE", () => Streams(Bomb(2000), "/N 2/First 9/Filter/FlateDecode", [1, 2])),
        ["D02 PDF: text drawn as curves"] = new("NEEDS-OCR", () => RawPdf.Page(Times("0 0 m 10 10 20 20 30 5 c f ", 10_000), Helvetica)),
        ["D02 PDF: a password"] = new("ENCRYPTED", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("/Root", $"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{Times("41", 32)}>/U<{Times("42", 32)}>>>/Root"))),
    };

    static byte[] XrefBomb()
    {
        const string Objects = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
        var table = RawPdf.Stream(Bomb(100), "/Filter/FlateDecode").Replace("/Filter", "/Type/XRef/W[1 2 1]/Index[0 25000000]/Root 1 0 R/Size 25000000/Filter");
        return Encoding.Latin1.GetBytes($"{Objects}3 0 obj\n{table}\nendobj\nstartxref\n{Objects.Length}\n%%EOF\n");
    }

    // Blocks of zeros that each end on a whole byte can stand behind each other any number of times.
    static string Bomb(int megabytes)
    {
        using var block = new MemoryStream();
        using (var deflate = new DeflateStream(block, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(new byte[1 << 20]);
            deflate.Flush();
            return "\u0078\u00DA" + Times(Encoding.Latin1.GetString(block.ToArray()), megabytes);
        }
    }

    // A file of which the table of objects is a stream, number 4, and some objects are kept in another, number 3.
    static byte[] Streams(string kept, string entries, IReadOnlyCollection<int> inIt, string more = "")
    {
        string[] objects = [RawPdf.Catalog, "<</Type/Pages/Kids[]/Count 0>>", RawPdf.Stream(kept, "/Type/ObjStm" + entries)];
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("\0\0\0\0\0\0");
        foreach (var (i, value) in objects.Index())
        {
            var compressed = inIt.Contains(i + 1);
            table.Append(compressed ? $"\u0002\0\0\0\u0003{(char)i}" : $"\u0001{Big(file.Length)}\0");
            if (!compressed || i == 2) file.Append($"{i + 1} 0 obj\n{value}\nendobj\n");
        }
        var at = file.Length;
        table.Append($"\u0001{Big(at)}\0");
        var itself = more.Replace("0000000000", $"{at:0000000000}");
        file.Append($"4 0 obj\n{RawPdf.Stream(table.ToString(), $"/Type/XRef/W[1 4 1]/Root 1 0 R/Size 5{itself}")}\nendobj\nstartxref\n{at}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    static string Big(int number) => string.Concat(new[] { 24, 16, 8, 0 }.Select(shift => (char)(number >> shift & 0xFF)));

    static byte[] WithResources(string resources) => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R>>", RawPdf.Stream("n"), resources]);

    static byte[] Changed(byte[] pdf, Func<string, string> change) => Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(pdf)));
}
