using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>
/// A workbook for Excel, WPS and LibreOffice, written as a stream: the library for the format keeps all of a workbook in memory and dates its
/// parts by the clock. Texts are inline strings and never formulas; the head stands still and filters, and a printed sheet is as wide as its page.
/// One that is made to be printed has rulings, bold heads on every page, and lines that are broken instead of columns as wide as their text.
/// </summary>
sealed class Workbook : IDisposable
{
    public const int MostRows = 1_048_576;

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packaged = "http://schemas.openxmlformats.org/package/2006/";
    const int MostText = 32_767;
    const string IsCut = "……（下略 cut off here）";

    // Columns are as wide as what stands in the first rows of them, within these; in halves of a Chinese character.
    const int LookedAt = 200, Narrowest = 8, Widest = 60, WidestPrinted = 30, Between = 2, FewColumns = 3, LineHeight = 14, MostLines = 28;

    // Positions in the styles: as it is, a head, a text, a share.
    const int Head = 1, Body = 2, Share = 3;

    // The first that a ZIP can say: the bytes shall not depend on when they are written.
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly ZipArchive zip;
    readonly List<string> sheets = [];
    readonly bool printed;

    /// <param name="target">Is written to until the workbook is disposed, and stays open.</param>
    /// <param name="printed">Whether it is made to be printed.</param>
    public Workbook(Stream target, bool printed = false) => (zip, this.printed) = (new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true), printed);

    /// <summary>Writes a sheet; what goes beyond the rows that a sheet can have goes to further ones.</summary>
    public void Add(string name, IReadOnlyList<string> heads, IEnumerable<object?[]> rows)
    {
        using var given = rows.GetEnumerator();
        var first = new List<object?[]>();
        while (first.Count < LookedAt && given.MoveNext()) first.Add(given.Current);
        // A head may be broken.
        IReadOnlyList<int> widths = [.. heads.Select((head, i) => Math.Clamp(first.Select(row => WidthOf(row.ElementAtOrDefault(i))).Append(WidthOf(head) * (printed ? 2 : 3) / 3).Max() + Between, Narrowest, printed && heads.Count > FewColumns ? WidestPrinted : Widest))];
        using var all = first.Concat(Rest(given)).GetEnumerator();
        var more = all.MoveNext();
        for (var part = 1; part == 1 || more; part++) more = Write(part == 1 ? name : $"{name} {part}", heads, widths, all, more);
    }

    static IEnumerable<object?[]> Rest(IEnumerator<object?[]> rows)
    {
        while (rows.MoveNext()) yield return rows.Current;
    }

    static int WidthOf(object? value) => value is Percentage ? 6 : value is int or decimal ? Convert.ToString(value, CultureInfo.InvariantCulture)!.Length : Text(value)?.Sum(c => char.IsAscii(c) ? 1 : 2) ?? 0;

    public void Dispose()
    {
        Write("xl/workbook.xml", "workbook", Main, xml =>
        {
            xml.WriteStartElement("sheets", Main);
            foreach (var (i, name) in sheets.Index())
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("sheetId", $"{i + 1}");
                xml.WriteAttributeString("r", "id", Relations, $"r{i + 1}");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            if (printed) WriteTitles(xml);
        });
        if (printed) Write("xl/styles.xml", "styleSheet", Main, xml => xml.WriteRaw(Styles));
        Relate("xl/_rels/workbook.xml.rels", sheets.Index().Select(s => ($"r{s.Index + 1}", "worksheet", $"worksheets/sheet{s.Index + 1}.xml")).Concat(printed ? [("styles", "styles", "styles.xml")] : []));
        Relate("_rels/.rels", [("r1", "officeDocument", "xl/workbook.xml")]);
        Write("[Content_Types].xml", "Types", Packaged + "content-types", xml =>
        {
            Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
            if (printed) Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"));
            foreach (var i in Enumerable.Range(1, sheets.Count))
                Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
        });
        zip.Dispose();
    }

    bool Write(string name, IReadOnlyList<string> heads, IReadOnlyList<int> widths, IEnumerator<object?[]> rows, bool more)
    {
        sheets.Add(name);
        Write($"xl/worksheets/sheet{sheets.Count}.xml", "worksheet", Main, xml =>
        {
            xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
            xml.WriteStartElement("cols", Main);
            foreach (var (i, width) in widths.Index()) Element(xml, "col", ("min", $"{i + 1}"), ("max", $"{i + 1}"), ("width", $"{width}"), ("customWidth", "1"));
            xml.WriteEndElement();
            xml.WriteStartElement("sheetData", Main);
            WriteRow(xml, heads, widths, Head);
            var row = 1;
            for (; more && row < MostRows; row++, more = rows.MoveNext()) WriteRow(xml, rows.Current, widths, Body);
            xml.WriteEndElement();
            Element(xml, "autoFilter", ("ref", $"A1:{Letters(heads.Count)}{row}"));
            Element(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        });
        return more;
    }

    // The heads again on every page that is printed.
    void WriteTitles(XmlWriter xml)
    {
        xml.WriteStartElement("definedNames", Main);
        foreach (var (i, name) in sheets.Index())
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", $"{i}");
            xml.WriteString($"'{name}'!$1:$1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Not every program makes a row as high as its lines.
    void WriteRow(XmlWriter xml, IReadOnlyList<object?> cells, IReadOnlyList<int> widths, int style)
    {
        xml.WriteStartElement("row", Main);
        if (printed && cells.Zip(widths, (cell, width) => (WidthOf(cell) + width - 2) / (width - 1)).Append(1).Max() is > 1 and var lines)
        {
            xml.WriteAttributeString("ht", $"{Math.Min(lines, MostLines) * LineHeight}");
            xml.WriteAttributeString("customHeight", "1");
        }
        foreach (var cell in cells) WriteCell(xml, cell, style);
        xml.WriteEndElement();
    }

    void WriteCell(XmlWriter xml, object? given, int style)
    {
        xml.WriteStartElement("c", Main);
        var (value, share) = given is Percentage part ? (part.Value, true) : (given, false);
        if (printed) xml.WriteAttributeString("s", share ? $"{Share}" : $"{style}");
        if (value is int or decimal) xml.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
        else if (Text(value) is { } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static string? Text(object? value) => value switch
    {
        DateOnly day => day.ToString("O"),
        DateTimeOffset time => PanelRows.Time(time),
        bool yes => yes ? "true" : "false",
        _ => (string?)value is { } text ? Cut(PanelRows.PlainText(text)) : null,
    };

    // Between two characters, and so that nobody takes it for all.
    static string Cut(string text)
    {
        if (text.Length <= MostText) return text;
        var end = MostText - IsCut.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + IsCut;
    }

    void Relate(string part, IEnumerable<(string Id, string Kind, string Target)> targets) => Write(part, "Relationships", Packaged + "relationships", xml =>
    {
        foreach (var (id, kind, target) in targets) Element(xml, "Relationship", ("Id", id), ("Type", $"{Relations}/{kind}"), ("Target", target));
    });

    void Write(string part, string root, string space, Action<XmlWriter> content)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement(root, space);
        content(xml);
        xml.WriteEndElement();
    }

    static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    const string Styles = """
        <numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="10"/></font><font><b/><sz val="10"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="4"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs>
        """;

    static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);
}

/// <summary>A share of one, which is shown in hundredths.</summary>
readonly record struct Percentage(decimal Value);
