using ReportHarvester.Publisher.Print;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Word.Binary;
using ReportHarvester.Tests.Reports.Layouts;
using static ReportHarvester.Tests.Reports.Word.RawDocx;

namespace ReportHarvester.Tests.Reports.Word;

/// <summary>Documents of Word 97 to 2003, saved by an office program from what holds in newer ones.</summary>
public sealed class DocReaderTests
{
    const string Numbered = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    const string Styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"out\"><w:name w:val=\"struck paragraph\"/><w:basedOn w:val=\"a\"/><w:rPr><w:strike/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"up\"><w:name w:val=\"note mark\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"higher\"><w:name w:val=\"other note mark\"/><w:basedOn w:val=\"up\"/><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"gone\"><w:name w:val=\"unseen\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"bold\"><w:name w:val=\"heavy\"/><w:rPr><w:b/></w:rPr></w:style>";

    [EngineFact("soffice")]
    public async Task Styles_of_paragraphs_and_of_characters_say_what_shows()
    {
        static string Run(string text, string style = "", string more = "") => $"<w:r><w:rPr>{(style.Length > 0 ? $"<w:rStyle w:val=\"{style}\"/>" : "")}{more}</w:rPr><w:t>{text}</w:t></w:r>";
        (string Content, string Text, bool Doubtful)[] cells =
        [
            (Run("5") + Run("2", "up"), "5", true),
            (Run("5") + Run("2", "higher"), "5", true),
            (Run("7", "gone") + Run("5"), "5", false),
            (Run("5") + Run("2", "bold"), "52", false),
            ("<w:pPr><w:pStyle w:val=\"out\"/></w:pPr>" + Run("7"), "7", true),
            ("<w:pPr><w:pStyle w:val=\"out\"/></w:pPr>" + Run("7", "", "<w:strike w:val=\"0\"/>"), "7", false),
            (Run("7", "", "<w:sz w:val=\"4\"/>") + Run("5"), "75", true),
            (Run("5", "", "<w:sz w:val=\"24\"/>") + Run("2", "", "<w:sz w:val=\"12\"/>"), "52", true),
            (Run("5", "", "<w:sz w:val=\"24\"/>") + Run("2", "", "<w:sz w:val=\"18\"/>"), "52", true),
            (Run("5", "", "<w:sz w:val=\"24\"/>") + Run("2", "", "<w:sz w:val=\"21\"/>"), "52", false),
            (Run("5") + Run("2", "", "<w:position w:val=\"5\"/>"), "5", true),
            (Run("5", "", "<w:sz w:val=\"24\"/>") + Run("（含2件）", "", "<w:sz w:val=\"12\"/>"), "5(含2件)", false),
        ];
        var docx = Of(Table([.. cells.Select(c => Cell("甲") + $"<w:tc><w:p>{c.Content}</w:p></w:tc>" + Cell("乙"))]) + Paragraph("x"), styles: Styles);
        var rows = DocReader.Read((await Office.Convert([docx], "docx", "doc:MS Word 97", default)).Single()).Grids.Single().Rows;
        Assert.Equal(cells.Select(c => (c.Text, c.Doubtful)), rows.Select(r => (r.Cells[1].Text, r.Cells[1].Doubtful)));
    }

    // What Word saved fast is changed over whole pieces of the text: by a number of the change, or of one of the properties before the table of pieces.
    [EngineFact("soffice")]
    public async Task What_is_changed_in_a_piece_bears_on_its_numbers()
    {
        var doc = (await Office.Convert([Of(Table(Cell("甲") + Cell("7")) + Paragraph("x"))], "docx", "doc:MS Word 97", default)).Single();
        // One piece: a two, the length of the table, its two places in the text, then the flags and the offset of the piece.
        var property = doc.AsSpan().IndexOf((ReadOnlySpan<byte>)[2, 16, 0, 0, 0, 0, 0, 0, 0]) + 5 + 8 + 6;
        GridCell Number(int changed)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(doc.AsSpan(property), (ushort)changed);
            return DocReader.Read(doc).Grids.Single().Rows[0].Cells[1];
        }
        Assert.False(Number(0).Doubtful);
        Assert.False(Number(0x05 << 1).Doubtful);
        Assert.True(Number(0x57 << 1 | 1 << 8).Doubtful);
        Assert.True(Number(3).Doubtful);
    }

    [EngineFact("soffice")]
    public async Task What_may_not_belong_to_a_number_makes_it_doubtful()
    {
        (string Content, string Text, bool Doubtful)[] cells =
        [
            ("<w:r><w:t>12</w:t></w:r>", "12", false),
            ("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>", "5", true),
            ("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:position w:val=\"10\"/></w:rPr><w:t>2</w:t></w:r>", "5", true),
            ("<w:r><w:rPr><w:position w:val=\"2\"/></w:rPr><w:t>5</w:t></w:r>", "5", false),
            ("<w:r><w:rPr><w:color w:val=\"FEFEFE\"/></w:rPr><w:t>7</w:t></w:r>", "7", true),
            ("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>7</w:t></w:r>", "57", true),
            ("<w:r><w:rPr><w:color w:val=\"333333\"/></w:rPr><w:t>7</w:t></w:r>", "7", false),
            ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>7</w:t></w:r>", "7", true),
            ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>5</w:t></w:r>", "5", false),
            ("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>3</w:t></w:r>", "3", true),
        ];
        var docx = Of(Table([.. cells.Select(c => Cell("甲") + $"<w:tc><w:p>{c.Content}</w:p></w:tc>" + Cell("乙"))]) + Paragraph("x"), Numbered);
        var rows = DocReader.Read((await Office.Convert([docx], "docx", "doc:MS Word 97", default)).Single()).Grids.Single().Rows;
        Assert.Equal(cells.Select(c => (c.Text, c.Doubtful)), rows.Select(r => (r.Cells[1].Text, r.Cells[1].Doubtful)));
    }
}
