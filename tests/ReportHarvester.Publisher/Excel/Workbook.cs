using System.IO.Compression;
using System.Security;
using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Excel;

/// <summary>A report as a workbook: prose in rows of one cell, tables with joined cells, numbers as numbers with formats.</summary>
static class Workbook
{
    const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static byte[] Of(Printout printout)
    {
        var layout = printout.Layout;
        var sheets = new List<SheetWriter> { new(layout) };
        foreach (var (text, tables) in Blocks(printout))
        {
            if (tables.Count > 0 && layout.Is("sheets", "three")) sheets.Add(new SheetWriter(layout));
            if (text.Length > 0) sheets[^1].Line(text);
            foreach (var table in tables) sheets[^1].Table(table);
        }
        foreach (var line in printout.Truth.Signature) sheets[^1].Line(line);
        if (layout.Is("sheetExtra", "hidden-sheet")) sheets.Insert(0, HiddenSheet(printout));
        return Zip(sheets, layout);
    }

    static IEnumerable<(string Text, IReadOnlyList<Table> Tables)> Blocks(Printout printout)
    {
        var (truth, tables, _) = printout;
        yield return (truth.Title, []);
        foreach (var (text, _, section) in Narrative.Of(truth).Blocks())
            yield return section == 0 ? (text, []) : ("", [.. Article.TablesOf(tables, section)]);
    }

    /// <summary>Last year's table, kept out of sight.</summary>
    static SheetWriter HiddenSheet(Printout printout)
    {
        var sheet = new SheetWriter(printout.Layout);
        foreach (var table in printout.Tables.Three) sheet.Table(table.Changing(c => c.Kind == CellKind.Value ? c with { Text = "77" } : c));
        return sheet;
    }

    static byte[] Zip(List<SheetWriter> sheets, Layout layout)
    {
        var hidden = layout.Is("sheetExtra", "hidden-sheet");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text));
            }
            string Each(Func<int, string> each) => string.Concat(Enumerable.Range(1, sheets.Count).Select(each));
            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", package = "http://schemas.openxmlformats.org/package/2006", type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            Add("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{type}.styles+xml\"/>" +
                Each(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{type}.worksheet+xml\"/>") + "</Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\">" + Each(n => $"<Relationship Id=\"r{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>") +
                $"<Relationship Id=\"s\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook {Space}><sheets>" + Each(n => $"<sheet name=\"Sheet{n}\" sheetId=\"{n}\"{(hidden && n == 1 ? " state=\"hidden\"" : "")} r:id=\"r{n}\"/>") + "</sheets></workbook>");
            Add("xl/styles.xml", $"<styleSheet {Space}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>" +
                "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>" +
                "<cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            foreach (var (n, sheet) in sheets.Index()) Add($"xl/worksheets/sheet{n + 1}.xml", $"<worksheet {Space}>{sheet.Written}</worksheet>");
        }
        return stream.ToArray();
    }

    public static string Escaped(string text) => SecurityElement.Escape(text);
}
