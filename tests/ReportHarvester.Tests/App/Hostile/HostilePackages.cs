using System.IO.Compression;
using System.Text;
using ReportHarvester.Tests.Reports.Word;
using static ReportHarvester.Tests.App.Hostile.HostileDocuments;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>Archives, and office documents that are archives: bombs, entities, names that lead elsewhere, passwords.</summary>
static class HostilePackages
{
    const string Manifest = "META-INF/manifest.xml", Text = "application/vnd.oasis.opendocument.text";

    public static IReadOnlyDictionary<string, Hostile> All { get; } = new Dictionary<string, Hostile>
    {
        ["D01 DOCX: a document that unpacks to 400 MB"] = new("TOO-LARGE", () => Swollen("word/document.xml", Docx("<w:document/>"))),
        ["D01 DOCX: 6,000 elements within each other"] = new("TOO-LARGE", () => Docx("<w:document xmlns:w='w'><w:body>" + Times("<w:a>", 6000) + Times("</w:a>", 6000) + "</w:body></w:document>")),
        ["D01 DOCX: entities that multiply"] = new("DAMAGED", () => Docx("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + Each(9, i => $"<!ENTITY a{i} '&a{(i == 0 ? "" : i - 1)};&a{(i == 0 ? "" : i - 1)};&a{(i == 0 ? "" : i - 1)};'>") + "]><w:document xmlns:w='w'><w:body>&a8;</w:body></w:document>")),
        ["D01 DOCX: an entity of the machine's files"] = new("DAMAGED", () => Docx("<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'><w:body>&a;</w:body></w:document>")),
        ["D04 DOCX: a million cells"] = new("TOO-LARGE", () => Docx("<w:document xmlns:w='w'><w:body><w:tbl>" + Times("<w:tr>" + Times("<w:tc/>", 100) + "</w:tr>", 10_000) + "</w:tbl></w:body></w:document>")),
        ["D04 DOCX: 65,536 entries"] = new("TOO-LARGE", () => RawDocx.Zip(Enumerable.Range(0, 65_536).Select(n => ($"word/{n}.xml", "")))),
        ["D04 DOCX: its main part twice"] = new("DAMAGED", () => RawDocx.Of(RawDocx.Paragraph("x"), more: [("word/document.xml", "<x/>")])),
        ["D04 DOCX: another document embedded"] = new("PART-UNREAD", () => RawDocx.Of("<w:altChunk r:id='a' xmlns:r='r'/>", more: [("word/afchunk.html", "<table><tr><td>规章")])),
        ["D04 XLSX: a sheet that unpacks to 400 MB"] = new("TOO-LARGE", () => Swollen("xl/worksheets/sheet1.xml", Xlsx(""))),
        ["D04 XLSX: entities that multiply"] = new("DAMAGED", () => Xlsx("<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&a5;</t></is></c></row></sheetData>", Laughs)),
        ["D04 XLSX: an entity of the machine's files"] = new("DAMAGED", () => Xlsx("<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&a;</t></is></c></row></sheetData>", "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")),
        ["D04 XLSX: cells at both ends of the largest sheet"] = new("TOO-LARGE", () => Xlsx("<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>")),
        ["D04 XLSX: the whole sheet joined, by turns"] = new("TOO-LARGE", () => Xlsx("<sheetData>" + Each(3000, i => $"<row r='{i + 1}'><c r='A{i + 1}'><v>1</v></c><c r='GR{i + 1}'><v>1</v></c></row>") + "</sheetData><mergeCells>" + Each(3000, i => $"<mergeCell ref='A{i + 1}:GR3000'/>") + "</mergeCells>")),
        ["D04 ODT: a document that unpacks to 400 MB"] = new("TOO-LARGE", () => Swollen("content.xml", RawDocx.Zip([("mimetype", Text), ("content.xml", "<office:document-content/>")]))),
        ["D04 ODT: a password"] = new("ENCRYPTED", () => RawDocx.Zip([("mimetype", Text), ("content.xml", "\u0001"), (Manifest, "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")])),
        ["D04 ODT: a password over all of it"] = new("ENCRYPTED", () => RawDocx.Zip([("mimetype", Text), ("encrypted-package", "\u0001"), (Manifest, "<manifest:manifest><manifest:file-entry manifest:full-path='encrypted-package'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")])),
        ["D04 ZIP: a name that leads out of it"] = new("ARCHIVE-UNSAFE", () => RawDocx.Zip([("../../etc/x", "x")])),
        ["D04 ZIP: an absolute name"] = new("ARCHIVE-UNSAFE", () => RawDocx.Zip([("/etc/x", "x")])),
        ["D04 ZIP: 65,536 entries"] = new("TOO-LARGE", () => RawDocx.Zip(Enumerable.Range(0, 65_536).Select(n => ($"{n}.txt", "")))),
        ["D04 ZIP: a report under one name twice"] = new("ARCHIVE-SEVERAL", () => RawDocx.Zip([("年报.html", Report), ("年报.html", Report.Replace("2021", "2020"))])),
        ["D04 ZIP: archives within each other"] = new("UNSUPPORTED", () => Enumerable.Range(0, 5).Aggregate("x"u8.ToArray(), (inner, _) => Zipped("x.zip", inner))),
        ["D04 ZIP: files that unpack to 400 MB together"] = new("TOO-LARGE", () => Enumerable.Range(0, 4).Aggregate(RawDocx.Zip([]), (zip, n) => Swollen($"{n}.txt", zip, 50))),
    };

    static string Report => Encoding.UTF8.GetString(Fixtures.Bytes("donghu-finance-2021-clean"));

    static string Laughs => "<!DOCTYPE a [<!ENTITY a0 'aaaaaaaaaa'>" + Each(5, i => $"<!ENTITY a{i + 1} '{Times($"&a{i};", 30)}'>") + "]>";

    static byte[] Docx(string document) =>
        RawDocx.Zip([("_rels/.rels", "<Relationships xmlns='r'><Relationship Id='a' Type='t/officeDocument' Target='word/document.xml'/></Relationships>"), ("word/document.xml", document)]);

    static byte[] Xlsx(string sheet, string declaration = "") => RawDocx.Zip([
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
        ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='a' sheetId='1' r:id='r'/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", $"{declaration}<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{sheet}</worksheet>")]);

    static string Relation(string kind, string target) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}'/></Relationships>";

    // One part is so many megabytes of blanks instead.
    static byte[] Swollen(string part, byte[] package, int megabytes = 400)
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        using var old = new ZipArchive(new MemoryStream(package));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries.Where(e => e.FullName != part))
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }
            using var swollen = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            for (var i = 0; i < megabytes; i++) swollen.Write(blanks);
        }
        return file.ToArray();
    }

    static byte[] Zipped(string name, byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        using (var entry = zip.CreateEntry(name).Open()) entry.Write(bytes);
        return file.ToArray();
    }
}
