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

    // The grid's own cells: a hidden row or column may not move them either.
    static IEnumerable<string> Texts(byte[] workbook) => ExcelReader.Read(workbook, DocumentFormat.Xlsx).Grids
        .SelectMany(g => g.Cells.Where(c => c.Text.Length > 0).Select(c => $"{g.Number}:{c.Row}/{c.Column} {c.RowSpan}x{c.ColumnSpan} {c.Text}"));
}
