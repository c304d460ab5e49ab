using System.IO.Compression;
using System.Text;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Excel;

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
    [InlineData("<c r=\"B9000\" t=\"e\"><v>#REF!</v></c>", true)]
    [InlineData("<c r=\"B9000\"><f>SUM(B1:B3)</f></c>", true)]
    [InlineData("<c r=\"B9000\"><f>1+11</f><v>12</v></c>", false)]
    [InlineData("<c r=\"B9000\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>", true)]
    public void What_the_library_leaves_out_is_said(string cell, bool said) =>
        Assert.Equal(said, ExcelReader.Read(WithRow(cell), DocumentFormat.Xlsx).Issues.Any(i => i.Code == "PART-UNREAD"));

    static byte[] WithRow(string cell)
    {
        using var file = new MemoryStream();
        file.Write(Workbook.Of(Format.All["xlsx"].Shown(new Layout(5, new Dictionary<string, string>()))));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            Rewrite(archive.GetEntry("xl/worksheets/sheet1.xml")!, xml => xml.Replace("</sheetData>", $"<row r=\"9000\"><c r=\"A9000\"><v>1</v></c>{cell}</row></sheetData>", StringComparison.Ordinal));
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
