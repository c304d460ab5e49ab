using System.IO.Compression;
using System.Text;
using ReportHarvester.Tests.Reports;

namespace ReportHarvester.Tests.App;

/// <summary>Documents made to hurt whoever reads them, each with the code of the issue that it must end in. Made anew in every run: kept in files they would fill the repository.</summary>
static class HostileDocuments
{
    const string Helvetica = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", Text = "BT /F 10 Tf 50 700 Td (a line of text that is long enough) Tj ET";
    const string Composite = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>>>";
    const string Descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>";
    const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + Helvetica + ">>>>";

    const string Head = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>", Row = "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>";

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Make)> All { get; } = new Dictionary<string, (string, Func<byte[]>)>
    {
        ["HTML: 100,000 divs within each other"] = ("TOO-DEEP", () => Html(Times("<div>", 100_000))),
        ["HTML: 20,000 fonts left open"] = ("TOO-DEEP", () => Html(Each(20_000, i => $"<p><font size={i}>"))),
        ["HTML: tables 2,000 deep"] = ("TOO-DEEP", () => Html(Times("<table><tr><td>x<td>", 2000))),
        ["HTML: a table of a million cells"] = ("TOO-LARGE", () => Html("<table>" + Times("<tr>" + Times("<td>1", 100), 10_000))),
        ["HTML: a row of a million cells"] = ("TOO-LARGE", () => Html("<table><tr>" + Times("<td>1", 1_000_000))),
        ["HTML: half a million paragraphs"] = ("TOO-LARGE", () => Html(Times("<p>第一句。", 500_000))),
        ["HTML: 50,000 titles"] = ("NO-REPORT", () => Html(Times("<h1>东湖市财政局2023年政府信息公开工作年度报告</h1>", 50_000))),
        ["HTML: 45,000 headings of sections"] = ("NO-REPORT", () => Html(Times("<p>一、总体情况<p>正文", 45_000))),
        ["HTML: a lattice of spans"] = ("NO-REPORT", () => Html("<table>" + Times("<tr>" + Times("<td rowspan=65534 colspan=1000>1</td>", 20), 5000))),
        ["HTML: a lattice of row spans"] = ("NO-REPORT", () => Html("<table>" + Times("<tr>" + Times("<td rowspan=500>1</td><td>2", 100), 900))),
        ["HTML: heads and rows by turns"] = ("ROW-MISSING", () => Html("<table>" + Times(Head + Row, 10_000))),
        ["HTML: one head and 40,000 rows"] = ("ROW-MISSING", () => Html("<table>" + Head + Times(Row, 40_000))),
        ["HTML: 5,000 tables"] = ("ROW-MISSING", () => Html(Times("<table>" + Head + Row + "</table>", 5000))),
        ["HTML: an attribute of 20 MB"] = ("NO-REPORT", () => Html($"<p x='{new string('a', 20_000_000)}'>y")),
        ["HTML: a style sheet that begins and begins"] = ("NO-REPORT", () => Html($"<style>{Times("/*", 1_000_000)}{Times("@a ", 300_000)}</style>{Times("a b", 300_000)}")),
        ["HTML: rules by the thousand for elements by the thousand"] = ("TOO-LARGE", () => Html($"<style>{Each(5000, i => $".a .b{i} {{display:none}}")}</style>{Times("<div class=a>x</div>", 20_000)}")),
        ["text: 800,000 cells"] = ("TOO-LARGE", () => Encoding.UTF8.GetBytes(Times("规章\t1\t2\t3\n", 200_000))),
        ["PDF: a page tree that holds itself"] = ("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])),
        ["PDF: 50,000 pages"] = ("TOO-LARGE", () => RawPdf.File([RawPdf.Catalog, $"<</Type/Pages/Count 50000/Kids[{Each(50_000, i => $"{i + 4} 0 R ")}]>>", RawPdf.Stream(Text), .. Enumerable.Repeat(Page.Replace("4 0 R", "3 0 R"), 50_000)])),
        ["PDF: no page"] = ("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[]/Count 0>>"])),
        ["PDF: a million tiny characters"] = ("TOO-LARGE", () => RawPdf.Page($"BT /F 0.01 Tf 50 700 Td {Times($"({new string('1', 100)}) Tj ", 10_000)}ET", Helvetica)),
        ["PDF: 100,000 pieces of text"] = ("TOO-LARGE", () => RawPdf.Page($"BT /F 1 Tf {Each(100_000, i => $"1 0 0 1 {i % 100 * 6} {i / 100 * 0.8} Tm (1) Tj ")}ET", Helvetica)),
        ["PDF: 50,000 lines each way"] = ("NO-REPORT", () => RawPdf.Page(Each(50_000, i => $"{i * 0.01} 0 m {i * 0.01} 800 l S 0 {i * 0.01} m 600 {i * 0.01} l S ") + Text, Helvetica)),
        ["PDF: 100,000 filled squares"] = ("NO-REPORT", () => RawPdf.Page(Each(100_000, i => $"{i % 300 * 2} {i / 300 * 2} 1.5 1.5 re f ") + Text, Helvetica)),
        ["PDF: a form painted 200,000 times"] = ("TOO-LARGE", () => RawPdf.Page(Times("/X Do ", 200_000), "/XObject<</X 5 0 R>>" + Helvetica, RawPdf.Stream("BT /F 1 Tf (12345) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))),
        ["PDF: 200,000 arrays within each other"] = ("DAMAGED", () => WithResources(Times("[", 200_000) + Times("]", 200_000))),
        ["PDF: 100,000 dictionaries within each other"] = ("DAMAGED", () => WithResources(Times("<</A ", 100_000) + "1" + Times(">>", 100_000))),
        ["PDF: an xref table that leads to itself"] = ("NO-REPORT", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("/Size", $"/Prev {pdf.LastIndexOf("xref\n0", StringComparison.Ordinal)}/Size"))),
        ["PDF: an xref table of two billion entries"] = ("NO-REPORT", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("xref\n0 5", "xref\n0 2000000000"))),
        ["PDF: half a million objects"] = ("NO-REPORT", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Stream(Text), .. Enumerable.Repeat("1", 500_000)])),
        ["PDF: objects and no table of them"] = ("DAMAGED", () => Encoding.Latin1.GetBytes("%PDF-1.4\n" + Times("1 0 obj <</A 1 0 R>> endobj\n", 300_000))),
        ["PDF: content that unpacks to 300 MB"] = ("TOO-LARGE", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Packed(new byte[300 << 20])])),
        ["PDF: a table of objects that unpacks to 100 MB"] = ("DAMAGED", XrefBomb),
        ["PDF: a map to Unicode that unpacks to 300 MB"] = ("TOO-LARGE", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant, RawPdf.Packed(new byte[300 << 20]))),
        ["PDF: a map to Unicode of a million codes"] = ("NEEDS-OCR", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant, RawPdf.Stream("1 beginbfchar " + Times("<0031> <0031> ", 1_000_000) + "endbfchar"))),
        ["PDF: widths of two billion glyphs"] = ("NEEDS-OCR", () => RawPdf.Page("BT /F 10 Tf <0031> Tj ET", Composite, Descendant.Replace("/DW 500", "/W[0 2147483647 600 (x)]/W2[0 2147483647 1 2 3]"), RawPdf.Stream(""))),
        ["PDF: 100,000 filters in a row"] = ("NEEDS-OCR", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Packed(new byte[100]).Replace("/Filter/FlateDecode", $"/Filter[{Times("/FlateDecode ", 100_000)}]")])),
        ["PDF: run lengths that unpack to 1 GB"] = ("TOO-MUCH-MEMORY", () => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, Page, RawPdf.Stream(Times("\u0081\0", 9_000_000), "/Filter/RunLengthDecode")])),
        ["PDF: places beyond all numbers"] = ("NEEDS-OCR", () => RawPdf.Page("1e30 0 0 1e30 1e300 1e300 cm BT /F 1e30 Tf 1e300 1e300 Td (12345 text that is long enough) Tj ET 0 0 m 1e308 1e308 l S", Helvetica)),
        ["PDF: a script, an attached file and links"] = ("NO-REPORT", () => RawPdf.File(["<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1);)>>/AcroForm<</XFA 5 0 R>>/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>>>", RawPdf.Pages, Page.Replace("/Contents", "/AA<</O<</S/GoToR/F(http://127.0.0.1/)>>>>/Contents"), RawPdf.Stream(Text), RawPdf.Stream("x")])),
        ["PDF: text drawn as curves"] = ("NEEDS-OCR", () => RawPdf.Page(Times("0 0 m 10 10 20 20 30 5 c f ", 10_000), Helvetica)),
        ["PDF: a password"] = ("ENCRYPTED", () => Changed(RawPdf.Page(Text, Helvetica), pdf => pdf.Replace("/Root", $"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{Times("41", 32)}>/U<{Times("42", 32)}>>>/Root"))),
        ["DOCX: a document that unpacks to 400 MB"] = ("TOO-LARGE", () => Docx("<w:document xmlns:w='w'><w:body>" + new string(' ', 400_000_000) + "</w:body></w:document>")),
        ["DOCX: 6,000 elements within each other"] = ("TOO-LARGE", () => Docx("<w:document xmlns:w='w'><w:body>" + Times("<w:a>", 6000) + Times("</w:a>", 6000) + "</w:body></w:document>")),
        ["DOCX: entities that multiply"] = ("DAMAGED", () => Docx("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + Each(9, i => $"<!ENTITY a{i} '&a{(i == 0 ? "" : i - 1)};&a{(i == 0 ? "" : i - 1)};&a{(i == 0 ? "" : i - 1)};'>") + "]><w:document xmlns:w='w'><w:body>&a8;</w:body></w:document>")),
        ["DOCX: an entity of the machine's files"] = ("DAMAGED", () => Docx("<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'><w:body>&a;</w:body></w:document>")),
        ["DOCX: a million cells"] = ("TOO-LARGE", () => Docx("<w:document xmlns:w='w'><w:body><w:tbl>" + Times("<w:tr>" + Times("<w:tc/>", 100) + "</w:tr>", 10_000) + "</w:tbl></w:body></w:document>")),
    };

    static byte[] XrefBomb()
    {
        const string Objects = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
        var table = RawPdf.Packed(new byte[100 << 20]).Replace("/Filter", "/Type/XRef/W[1 2 1]/Index[0 25000000]/Root 1 0 R/Size 25000000/Filter");
        return Encoding.Latin1.GetBytes($"{Objects}3 0 obj\n{table}\nendobj\nstartxref\n{Objects.Length}\n%%EOF\n");
    }

    static byte[] Html(string body) => Encoding.UTF8.GetBytes("<html><body>" + body);

    static byte[] WithResources(string resources) => RawPdf.File([RawPdf.Catalog, RawPdf.Pages, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R>>", RawPdf.Stream("n"), resources]);

    static byte[] Changed(byte[] pdf, Func<string, string> change) => Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(pdf)));

    static string Times(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    static string Each(int times, Func<int, string> what) => string.Concat(Enumerable.Range(0, times).Select(what));

    static byte[] Docx(string document)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            Add("_rels/.rels", "<Relationships xmlns='r'><Relationship Id='a' Type='t/officeDocument' Target='word/document.xml'/></Relationships>");
            Add("word/document.xml", document);
            void Add(string name, string text)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }
}
