using System.IO.Compression;
using System.Text;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Word;

namespace ReportHarvester.Tests.Reports.Word;

/// <summary>Word documents written part by part, as no program would write them.</summary>
static class RawDocx
{
    const string Package = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Of(string body, string numbering = "", string styles = "", IEnumerable<(string Name, string Text)>? more = null, string relations = "") =>
        Zip([.. Parts($"<w:document {Space}><w:body>{body}</w:body></w:document>", numbering, styles, relations), .. more ?? []]);

    /// <summary>A document of which the main part is written as it is.</summary>
    public static byte[] OfMain(string main) => Zip([.. Parts(main, "", "", "")]);

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{r}</w:tr>"))}</w:tbl>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    public static IReadOnlyList<Block> Blocks(string body, string numbering = "", string styles = "") => WordReader.Read(Of(body, numbering, styles)).Blocks;

    public static IEnumerable<string> Lines(string body, string numbering = "", string styles = "") => Blocks(body, numbering, styles).OfType<TextBlock>().Select(t => t.Text);

    public static Grid Grid(string body, string numbering = "") => Assert.Single(Blocks(body, numbering).OfType<Grid>());

    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    static IEnumerable<(string, string)> Parts(string main, string numbering, string styles, string relations)
    {
        yield return ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + Override("document", "document.main") + Override("numbering", "numbering") + Override("styles", "styles") + "</Types>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        yield return ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"n\" Type=\"{Office}/numbering\" Target=\"numbering.xml\"/>" +
            $"<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>{relations}</Relationships>");
        yield return ("word/document.xml", main);
        yield return ("word/numbering.xml", $"<w:numbering {Space}>{numbering}</w:numbering>");
        yield return ("word/styles.xml", $"<w:styles {Space}>{styles}</w:styles>");
    }

    static string Override(string part, string type) =>
        $"<Override PartName=\"/word/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml\"/>";
}
