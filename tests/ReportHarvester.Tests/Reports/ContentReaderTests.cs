using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;

namespace ReportHarvester.Tests.Reports;

/// <summary>Page content against the library's own interpretation, glyph by glyph.</summary>
public sealed class ContentReaderTests
{
    public static TheoryData<string> Pdfs => [.. Fixtures.Reports.Where(f => Fixtures.Source(f).EndsWith(".pdf", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Pdfs))]
    public void Glyphs_and_rulings_are_those_of_the_library(string name)
    {
        var bytes = Fixtures.Bytes(name);
        Assert.Empty(PdfPages.Read(bytes).Odd);
        Assert.Equal([], PageDifferences.Between(PdfReader.Pages(bytes), PdfReader.Pages(bytes, byLibrary: true)));
    }

    // Fonts that are not embedded, with codes of a character set that the file only names.
    [Theory]
    [InlineData("GB-EUC-H", "D6D0CEC43132")]
    [InlineData("GBK-EUC-H", "D6D0CEC43132")]
    [InlineData("GBKp-EUC-H", "D6D0CEC43132")]
    [InlineData("GBK2K-H", "D6D0CEC43132")]
    [InlineData("UniGB-UCS2-H", "4E2D658700310032")]
    [InlineData("UniGB-UTF16-H", "4E2D658700310032")]
    public void Character_sets_that_are_only_named_are_read_as_the_library_reads_them(string cmap, string codes)
    {
        var pdf = RawPdf.Page($"BT /F 10 Tf 50 700 Td <{codes}> Tj ET", $"/Font<</F<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{cmap}/DescendantFonts[5 0 R]>>>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500 7716[500]]/FontDescriptor 6 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93>>");
        Assert.Empty(PdfPages.Read(pdf).Odd);
        Assert.Equal(["中", "文", "1", "2"], PdfReader.Pages(pdf)[0].Glyphs.Select(g => g.Text));
        Assert.Equal([], PageDifferences.Between(PdfReader.Pages(pdf), PdfReader.Pages(pdf, byLibrary: true)));
    }

    [Fact]
    public void Glyph_numbers_of_a_public_collection_are_left_to_the_library()
    {
        var pdf = RawPdf.Page("BT /F 10 Tf 50 700 Td <0012> Tj ET", "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/Identity-H/DescendantFonts[5 0 R]>>>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 6 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93>>");
        Assert.Single(PdfPages.Read(pdf).Odd);
        Assert.Equal("1", Assert.Single(PdfReader.Pages(pdf)[0].Glyphs).Text);
    }

    // A node of the page tree may give the crop box, and lines that run downward have their glyphs to both sides of the pen (ISO 32000-1, 7.7.3.4, 9.7.4.3): the library does neither.
    [Fact]
    public void A_crop_box_is_inherited()
    {
        var pdf = RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1/CropBox[100 100 400 500]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>", RawPdf.Stream("BT /F 10 Tf 150 300 Td (1) Tj ET")]);
        var page = PdfReader.Pages(pdf)[0];
        Assert.Equal((300, 400, 50), (page.Width, page.Height, page.Glyphs[0].Box.Left));
    }
}
