using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>A program that leaves rows out of a print, or prints them over others, must be noticed: readers would be blamed for it.</summary>
public sealed class LostTextTests
{
    static readonly Printout whole = Printout.Of(Layout.Plain(3).In("drawn"));

    [Fact]
    public void Nothing_is_missed_on_a_whole_print() => Assert.Equal("", LostText.Of(whole, DrawnLook.Print(whole)));

    [Fact]
    public void A_row_that_is_not_on_paper_is_missed()
    {
        var table = whole.Tables.Three[0];
        var cut = whole with { Tables = whole.Tables with { Three = [table with { Rows = [.. table.Rows.SkipLast(1)] }] } };
        Assert.Contains("继续", LostText.Of(whole, DrawnLook.Print(cut)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_printed_over_other_text_on_a_whole_print() => Assert.Equal("", Overprint.Of(DrawnLook.Print(whole)));

    [Theory]
    [InlineData(102, 703, "12")]
    [InlineData(102, 712, "")]
    [InlineData(130, 700, "")]
    public void What_is_printed_over_other_text_is_noticed(double x, double y, string under)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("12", 12, new PdfPoint(100, 700), font);
        page.AddText("34", 12, new PdfPoint(x, y), font);
        Assert.Equal(under, Overprint.Of(builder.Build()));
    }
}
