using System.IO.Compression;
using System.Text;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Excel;
using ReportHarvester.Tests.Reports.Layouts;

namespace ReportHarvester.Tests.Reports.Excel;

/// <summary>Workbooks: what shows of them, and files that are none.</summary>
public sealed class ExcelReaderTests
{
    [Theory]
    [InlineData("hidden-row")]
    [InlineData("hidden-column")]
    [InlineData("hidden-sheet")]
    public void What_is_hidden_is_not_there(string extra)
    {
        var printout = Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string> { ["sheetExtra"] = extra }));
        var plain = Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string>()));
        Assert.Equal(Texts(Workbook.Of(plain)), Texts(Workbook.Of(printout)));
    }

    [Fact]
    public void Numbers_are_as_their_formats_print_them()
    {
        var printout = Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string> { ["thousands"] = "comma" }));
        var reading = ReportReader.Read(Workbook.Of(printout));
        Assert.Contains(reading.Report.Figures, f => f.Raw.Contains(',') && f.Value >= 1000);
        Assert.Equal(DocumentFormat.Xlsx, reading.Format);
    }

    [Theory]
    [InlineData("<c r=\"B9000\" t=\"e\"><v>#REF!</v></c>", "#REF!", true)]
    [InlineData("<c r=\"B9000\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", true)]
    [InlineData("<c r=\"B9000\"><f>SUM(B1:B3)</f></c>", "[公式]", true)]
    [InlineData("<c r=\"B9000\"><f>SUM(B1:B3)</f><v></v></c>", "[公式]", true)]
    [InlineData("<c r=\"B9000\"><f>1+11</f><v>12</v></c>", "12", false)]
    [InlineData("<c r=\"B9000\" t=\"str\"><f>\"\"</f><v></v></c>", "", false)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>", "12", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>7</t></r><r><t>12</t></r></is></c>", "12", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><rPr><strike val=\"0\"/><vertAlign val=\"baseline\"/></rPr><t>7</t></r><r><t>12</t></r></is></c>", "712", false)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>7</t></r></is></c>", "7", true)]
    [InlineData("<c r=\"B9000\" t=\"str\"><f>\"12\"</f></c>", "[公式]", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><color indexed=\"9\"/></rPr><t>1</t></r></is></c>", "121", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><sz val=\"5\"/></rPr><t>1</t></r></is></c>", "121", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><sz val=\"8\"/></rPr><t>1</t></r></is></c>", "121", true)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>1</t></r><r><rPr><sz val=\"10\"/></rPr><t>2</t></r></is></c>", "12", false)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><rPr><sz val=\"5\"/></rPr><t>1</t></r><r><rPr><sz val=\"5\"/></rPr><t>2</t></r></is></c>", "12", false)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><sz val=\"5\"/></rPr><t>（含修订1件）</t></r></is></c>", "12(含修订1件)", false)]
    [InlineData("<c r=\"B9000\" s=\"2\"><v>12</v></c>", "12", true)]
    [InlineData("<c t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>1</t></r></is></c>", "12", true)]
    public void A_cell_that_shows_otherwise_than_its_value_is_in_doubt(string cell, string text, bool doubtful) => Holds(ExcelReader.Read(WithRow(cell), DocumentFormat.Xlsx), text, doubtful);

    [EngineFact("soffice")]
    public async Task The_same_holds_for_older_workbooks()
    {
        var tests = new (string Cell, string Text, bool Doubtful)[]
        {
            ("<c r=\"B9000\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", true),
            ("<c r=\"B9000\"><f>1+11</f><v>12</v></c>", "12", false),
            ("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>", "12", true),
            ("<c r=\"B9000\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>无</t></r><r><t>12</t></r></is></c>", "12", true),
            ("<c r=\"B9000\" s=\"2\"><v>12</v></c>", "12", true),
        };
        var older = await Office.Convert([.. tests.Select(t => WithRow(t.Cell))], "xlsx", "xls:MS Excel 97", default);
        foreach (var (test, file) in tests.Zip(older)) Holds(ExcelReader.Read(file, DocumentFormat.Xls), test.Text, test.Doubtful);
    }

    [Theory]
    [InlineData("<c r=\"B9000\"><f>SUM(B1:B3)</f><v>0</v></c>", "[公式]", true)]
    [InlineData("<c r=\"B9000\"><f>SUM(B1:B3)</f><v>5</v></c>", "5", true)]
    [InlineData("<c r=\"B9000\"><v>0</v></c>", "0", false)]
    public void What_a_workbook_works_out_as_it_is_opened_is_not_what_it_holds(string cell, string text, bool doubtful) =>
        Holds(ExcelReader.Read(Changed("xl/workbook.xml", xml => xml.Replace("</sheets>", "</sheets><calcPr fullCalcOnLoad=\"1\"/>", StringComparison.Ordinal), WithRow(cell)), DocumentFormat.Xlsx), text, doubtful);

    // To be worked out as the workbook is opened, or always: a zero may stand for what was not.
    [Theory]
    [InlineData(0, 0, false), InlineData(1, 0, true), InlineData(2, 0, true), InlineData(8, 0, false), InlineData(2, 5, false)]
    public void A_zero_that_an_older_workbook_did_not_work_out_is_in_doubt(int options, double value, bool doubtful)
    {
        var cells = ExcelReader.Read(RawWorkbook.Of(old: false, ("A"u8.ToArray(), [RawWorkbook.Number(0, 0, 7), RawWorkbook.Formula(0, 1, value, options)])), DocumentFormat.Xls).Grids.Single().Cells;
        Assert.Equal([("7", false), (value == 0 ? "0" : "5", doubtful)], cells.Select(c => (c.Text, c.Doubtful)));
    }

    // In Excel 5 and 95 the names of sheets are bytes of a code page.
    [Theory]
    [InlineData(false, "A", "B"), InlineData(true, "A", "B"), InlineData(true, "表一", "表二")]
    public void What_is_struck_out_is_in_doubt_on_its_own_sheet(bool old, string first, string second)
    {
        (byte[], byte[][]) Sheet(string name, int style) => (TextDecoding.Chinese.GetBytes(name), [RawWorkbook.Number(0, 0, 7), RawWorkbook.Number(0, 1, 12, style)]);
        var book = RawWorkbook.Of(old, Sheet(first, 0), Sheet(second, 1));
        Assert.Equal([false, false, false, true], ExcelReader.Read(book, DocumentFormat.Xls).Grids.SelectMany(g => g.Cells).Select(c => c.Doubtful));
    }

    [Theory]
    [InlineData("<font><color indexed=\"9\"/></font>", "<fill><patternFill patternType=\"none\"/></fill>", true)]
    [InlineData("<font><color rgb=\"FFFFFFFF\"/></font>", "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFFFF\"/></patternFill></fill>", true)]
    [InlineData("<font><color rgb=\"FFFFFFFF\"/></font>", "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF003366\"/></patternFill></fill>", false)]
    [InlineData("<font><color rgb=\"FF003366\"/></font>", "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF003366\"/></patternFill></fill>", true)]
    [InlineData("<font><color rgb=\"FF003366\"/></font>", "<fill><patternFill patternType=\"none\"/></fill>", false)]
    public void Letters_in_the_colour_of_their_cell_are_in_doubt(string font, string fill, bool doubtful)
    {
        var book = Changed("xl/styles.xml", _ => Styles(font, fill), WithRow("<c r=\"B9000\" s=\"2\"><v>12</v></c>"));
        Holds(ExcelReader.Read(book, DocumentFormat.Xlsx), "12", doubtful);
    }

    [EngineFact("soffice")]
    public async Task Letters_in_the_colour_of_their_cell_are_in_doubt_in_older_workbooks_too()
    {
        (string Font, string? Ground, bool Doubtful)[] tests = [("FFFFFFFF", null, true), ("FFFFFFFF", "FFFFFFFF", true), ("FFFFFFFF", "FF003366", false), ("FF003366", "FF003366", true), ("FF003366", null, false)];
        var books = tests.Select(t => Changed("xl/styles.xml", _ => Styles($"<font><sz val=\"11\"/><color rgb=\"{t.Font}\"/></font>", t.Ground is null ? "<fill><patternFill patternType=\"none\"/></fill>" : $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{t.Ground}\"/></patternFill></fill>"),
            WithRow("<c r=\"B9000\" s=\"2\"><v>12</v></c>"))).ToArray();
        foreach (var (test, file) in tests.Zip(await Office.Convert(books, "xlsx", "xls:MS Excel 97", default))) Holds(ExcelReader.Read(file, DocumentFormat.Xls), "12", test.Doubtful);
    }

    [Theory]
    [InlineData(";;;", "", false)]
    [InlineData("@\"万\"", "12万", false)]
    [InlineData("0.00", "12", false)]
    [InlineData("@", "12", false)]
    public void Texts_are_as_their_formats_print_them(string format, string text, bool doubtful)
    {
        var styles = Styles("<font/>", "<fill><patternFill patternType=\"none\"/></fill>").Replace("<fonts", $"<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><fonts").Replace("<xf fontId", "<xf numFmtId=\"170\" applyNumberFormat=\"1\" fontId");
        Holds(ExcelReader.Read(Changed("xl/styles.xml", _ => styles, WithRow("<c r=\"B9000\" s=\"2\" t=\"inlineStr\"><is><t>12</t></is></c>")), DocumentFormat.Xlsx), text, doubtful);
    }

    [Theory]
    [InlineData("<font><color rgb=\"FFFFFFFF\"/></font>", true)]
    [InlineData("<font><strike/></font>", true)]
    [InlineData("<numFmt numFmtId=\"171\" formatCode=\";;;\"/>", true)]
    [InlineData("<font><color rgb=\"FFFF0000\"/></font><fill><patternFill><bgColor rgb=\"FFFFFF00\"/></patternFill></fill>", false)]
    [InlineData("<font><color rgb=\"FFFFFFFF\"/></font><fill><patternFill><bgColor rgb=\"FF003366\"/></patternFill></fill>", false)]
    public void What_a_condition_may_hide_is_in_doubt(string style, bool doubtful) => Holds(ExcelReader.Read(WithCondition(style), DocumentFormat.Xlsx), "12", doubtful);

    [EngineFact("soffice")]
    public async Task What_a_condition_may_hide_is_in_doubt_in_older_workbooks_too()
    {
        (string Style, bool Doubtful)[] tests =
        [
            ("<font><color rgb=\"FFFFFFFF\"/></font>", true), ("<font><strike/></font>", true), ("<font><color rgb=\"FFFF0000\"/></font>", false),
            ("<font><color rgb=\"FFFFFFFF\"/></font><fill><patternFill><bgColor rgb=\"FF003366\"/></patternFill></fill>", false),
        ];
        foreach (var (test, file) in tests.Zip(await Office.Convert([.. tests.Select(t => WithCondition(t.Style))], "xlsx", "xls:MS Excel 97", default)))
            Holds(ExcelReader.Read(file, DocumentFormat.Xls), "12", test.Doubtful);
    }

    static byte[] WithCondition(string style)
    {
        var styles = Styles("<font/>", "<fill><patternFill patternType=\"none\"/></fill>").Replace("</cellXfs>", $"</cellXfs><dxfs count=\"1\"><dxf>{style}</dxf></dxfs>");
        var book = Changed("xl/styles.xml", _ => styles, WithRow("<c r=\"B9000\"><v>12</v></c>"));
        var conditions = "<conditionalFormatting sqref=\"B8999:B9001\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"equal\"><formula>0</formula></cfRule></conditionalFormatting>";
        return Changed("xl/worksheets/sheet1.xml", xml => xml.Replace("</sheetData>", "</sheetData>" + conditions, StringComparison.Ordinal), book);
    }

    static string Styles(string font, string fill) => $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"2\"><font/>{font}</fonts>"
        + $"<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>{fill}</fills><borders count=\"1\"><border/></borders><cellXfs count=\"3\"><xf/><xf/><xf fontId=\"1\" fillId=\"1\"/></cellXfs></styleSheet>";

    [Fact]
    public void Zeros_that_a_sheet_does_not_show_are_blanks()
    {
        var sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><v>7</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>0</t></is></c></row></sheetData>";
        GridCell[] Cells(string views) => [.. ExcelReader.Read(WithSheet(views + sheet), DocumentFormat.Xlsx).Grids.Single().Cells];
        Assert.Equal(["", "7", "0"], Cells("<sheetViews><sheetView showZeros=\"0\" workbookViewId=\"0\"/></sheetViews>").Select(c => c.Text));
        Assert.Equal(["0", "7", "0"], Cells("<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>").Select(c => c.Text));
        Assert.DoesNotContain(Cells("<sheetViews><sheetView showZeros=\"0\" workbookViewId=\"0\"/></sheetViews>"), c => c.Doubtful);
    }

    [EngineFact("soffice")]
    public async Task Zeros_that_an_older_workbook_does_not_show_are_blanks()
    {
        var sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><v>7</v></c><c r=\"C1\"><f>A1*2</f><v>0</v></c><c r=\"D1\"><v>0.5</v></c></row></sheetData>";
        var books = await Office.Convert([WithSheet("<sheetViews><sheetView showZeros=\"0\" workbookViewId=\"0\"/></sheetViews>" + sheet), WithSheet(sheet)], "xlsx", "xls:MS Excel 97", default);
        Assert.Equal([["", "7", "", "0.5"], ["0", "7", "0", "0.5"]], books.Select(book => ExcelReader.Read(book, DocumentFormat.Xls).Grids.Single().Cells.Select(c => c.Text).ToArray()));
    }

    static void Holds(Document workbook, string text, bool doubtful)
    {
        var row = workbook.Grids.Last().Rows[^1];
        Assert.Equal((text, doubtful), (row.Cells[1].Text, row.Cells[1].Doubtful));
        Assert.False(row.Cells[0].Doubtful);
    }

    [Fact]
    public void A_joined_cell_that_begins_in_what_is_hidden_shows_in_the_rest()
    {
        var workbook = ExcelReader.Read(WithSheet("<cols><col min=\"1\" max=\"1\" width=\"0\" hidden=\"1\" customWidth=\"1\"/></cols>" +
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>总计</t></is></c><c r=\"C1\"><v>5</v></c><c r=\"D1\"><v>6</v></c></row>" +
            "<row r=\"2\" hidden=\"1\"><c r=\"B2\" t=\"inlineStr\"><is><t>甲</t></is></c></row><row r=\"3\"><c r=\"C3\"><v>7</v></c><c r=\"D3\"><v>8</v></c></row></sheetData>" +
            "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"), DocumentFormat.Xlsx);
        Assert.Equal(["总计", "5", "6", "甲", "7", "8"], workbook.Grids.Single().Cells.Select(c => c.Text));
    }

    [EngineFact("soffice")]
    public async Task Rows_that_are_there_show_where_all_others_are_hidden()
    {
        var xlsx = WithSheet("<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>" +
            "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row><row r=\"3\" ht=\"20\" customHeight=\"1\"><c r=\"A3\"><v>5</v></c><c r=\"B3\"><v>6</v></c></row></sheetData>");
        Assert.Equal(["1", "2", "5", "6"], ExcelReader.Read(xlsx, DocumentFormat.Xlsx).Grids.Single().Cells.Select(c => c.Text));
        var plain = WithSheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row><row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\"><v>6</v></c></row></sheetData>");
        var xls = (await Office.Convert([plain], "xlsx", "xls:MS Excel 97", default)).Single();
        Assert.Equal(["1", "2", "5", "6"], ExcelReader.Read(xls, DocumentFormat.Xls).Grids.Single().Cells.Select(c => c.Text));
    }

    [EngineFact("soffice")]
    public async Task An_older_workbook_that_says_it_has_more_rows_than_any_can_have_is_refused_at_once()
    {
        var xls = (await Office.Convert([WithSheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")], "xlsx", "xls:MS Excel 97", default)).Single();
        // DIMENSIONS, 14 bytes: the first row, and the last but one.
        var dimensions = xls.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 14, 0, 0, 0, 0, 0]);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(xls.AsSpan(dimensions + 8), 452_985_600);
        Assert.Equal("TOO-LARGE", Assert.Single(ReportReader.Read(xls).Issues).Code);
    }

    [Theory]
    [InlineData("下属站表三", true)]
    [InlineData("表三2022", true)]
    [InlineData("Sheet1", false)]
    public void The_name_of_a_sheet_stands_over_it_where_it_says_whose_the_sheet_is(string name, bool stands)
    {
        var blocks = ExcelReader.Read(Changed("xl/workbook.xml", xml => System.Text.RegularExpressions.Regex.Replace(xml, "(<sheet [^>]*name=)\"[^\"]*\"", $"$1\"{name}\"")), DocumentFormat.Xlsx).Blocks;
        Assert.Equal(stands, blocks[0] is TextBlock line && line.Text == name);
    }

    static byte[] WithSheet(string sheet) => Changed("xl/worksheets/sheet1.xml", xml => xml[..(xml.IndexOf('>', xml.IndexOf("<worksheet", StringComparison.Ordinal)) + 1)] + sheet + "</worksheet>");

    // Style 2 is struck out.
    static byte[] WithRow(string cell) =>
        Changed("xl/worksheets/sheet1.xml", xml => xml.Replace("</sheetData>", $"<row r=\"9000\"><c r=\"A9000\"><v>1</v></c>{cell}<c r=\"C9000\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal));

    static byte[] Changed(string part, Func<string, string> change, byte[] workbook)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true)) Rewrite(archive.GetEntry(part)!, change);
        return file.ToArray();
    }

    static byte[] Changed(string part, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(Workbook.Of(Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string>()))));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            Rewrite(archive.GetEntry(part)!, change);
            Rewrite(archive.GetEntry("xl/styles.xml")!, xml => xml.Replace("<fonts count=\"1\">", "<fonts count=\"2\">").Replace("</fonts>", "<font><strike/><sz val=\"11\"/></font></fonts>")
                .Replace("<cellXfs count=\"2\">", "<cellXfs count=\"3\">").Replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"));
        }
        return file.ToArray();
    }

    [Fact]
    public void Any_byte_may_be_damaged()
    {
        var whole = Workbook.Of(Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string>())));
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 10; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = ReportReader.Read(damaged);
            Assert.True(reading.Report.Figures.Count > 0 || reading.Issues.Count > 0);
        }
    }

    static void Rewrite(ZipArchiveEntry entry, Func<string, string> change)
    {
        using var stream = entry.Open();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var changed = change(reader.ReadToEnd());
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(changed));
    }

    // The grid's own cells: a hidden row or column may not move them either.
    static IEnumerable<string> Texts(byte[] workbook) => ExcelReader.Read(workbook, DocumentFormat.Xlsx).Grids
        .SelectMany(g => g.Cells.Where(c => c.Text.Length > 0).Select(c => $"{g.Number}:{c.Row}/{c.Column} {c.RowSpan}x{c.ColumnSpan} {c.Text}"));
}
