using System.Text;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Pdf.Content;

namespace ReportHarvester.Tests.Reports;

/// <summary>Files made to take time or memory without end, and fonts made to be misread.</summary>
public sealed class HostilePdfTests
{
    const string Helvetica = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

    // Identity-H over a font of one map or none: 5 0 R the descendant, 6 0 R the map.
    const string Composite = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>>>";
    const string Descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>";
    const string Line = "BT /F 10 Tf 50 700 Td <00310032> Tj ET";

    [Fact]
    public void D02_ranges_of_widths_and_of_characters_cost_nothing_by_their_numbers()
    {
        var pdf = RawPdf.Page(Line, Composite, Descendant.Replace("/DW 500", "/W[0 2147483647 600]"), RawPdf.Stream("1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"));
        Assert.Equal(["1", "2"], Glyphs(pdf).Select(g => g.Text));
        Assert.Equal(6, Glyphs(pdf)[0].Box.Right - Glyphs(pdf)[0].Box.Left, 0.01);
    }

    // What we do not know the library reads, which makes an entry for each character of a range.
    [Fact]
    public void D02_a_page_that_the_library_would_never_end_with_is_said_to_be_unread()
    {
        var pdf = RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>", $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{Composite}>>>>",
            RawPdf.Stream("9 cs BT /F 10 Tf 50 700 Td <00310032> Tj ET"), Descendant.Replace("/DW 500", "/W[0 2147483647 600]"), RawPdf.Stream("1 beginbfrange <0000> <FFFF> <0000> endbfrange"),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 8 0 R/Resources<</Font<</G<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>", RawPdf.Stream("BT /G 10 Tf 50 700 Td (12) Tj ET")]);
        Assert.NotNull(PdfPages.Read(pdf).Pages[0].Damage);
        Assert.Equal(2, PdfPages.Read(pdf).Pages[1].Letters.Count);
    }

    // The library lays a line of the table on its stack.
    [Theory]
    [InlineData("[1 4 99999999999999999999]"), InlineData("[1 2147483647 1]"), InlineData("[1 100000000 1]")]
    public void D02_a_table_of_objects_with_endless_fields_is_passed_by(string fields)
    {
        var file = Encoding.Latin1.GetString(RawPdf.Page("BT /F 10 Tf 50 700 Td (12) Tj ET", Helvetica, RawPdf.Stream("\u0001\u0001", $"/Type/XRef/Size 9/W {fields}/Root 1 0 R")));
        var pdf = Encoding.Latin1.GetBytes(file.Replace(file[file.IndexOf("startxref", StringComparison.Ordinal)..], $"startxref\n{file.IndexOf("5 0 obj", StringComparison.Ordinal)}\n%%EOF\n"));
        Assert.Equal(["1", "2"], Glyphs(pdf).Select(g => g.Text));
    }

    [Fact]
    public void D02_glyph_numbers_are_not_taken_for_characters() =>
        Assert.All(Glyphs(RawPdf.Page(Line, Composite.Replace("/ToUnicode 6 0 R", ""), Descendant)), g => Assert.Equal("\uFFFD", g.Text));

    [Theory]
    [InlineData("<0031> <E001>")]
    [InlineData("<0031> <0000>")]
    [InlineData("<0031> <FFFD>")]
    [InlineData("<0031> <D800>")]
    [InlineData("<0099> <0031>")]
    public void D02_what_a_map_does_not_say_of_a_code_is_unreadable(string map) =>
        Assert.Equal("\uFFFD", Glyphs(RawPdf.Page(Line, Composite, Descendant, RawPdf.Stream($"1 beginbfchar {map} endbfchar")))[0].Text);

    [Fact]
    public void D02_glyph_names_that_say_nothing_are_unreadable()
    {
        var font = Helvetica.Replace("/BaseFont", "/Encoding<</Differences[49/c57/g_12/uni0033]>>/BaseFont");
        Assert.Equal(["\uFFFD", "\uFFFD", "3"], Glyphs(RawPdf.Page("BT /F 10 Tf 50 700 Td (123) Tj ET", font)).Select(g => g.Text));
    }

    [Fact]
    public void D02_a_page_tree_that_holds_itself_ends() =>
        Assert.NotEmpty(Read(RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 1>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1>>"])).Issues);

    [Fact]
    public void D02_forms_that_paint_each_other_end()
    {
        var forms = "/XObject<</A 5 0 R/B 6 0 R>>" + Helvetica;
        string Form(string content) => RawPdf.Stream(content, $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<{forms}>>");
        Assert.Equal(["1", "2"], Glyphs(RawPdf.Page("/A Do", forms, Form("BT /F 10 Tf 9 9 Td (1) Tj ET /B Do"), Form("/A Do BT /F 10 Tf 19 9 Td (2) Tj ET"))).Select(g => g.Text));
    }

    // Each form paints the next one many times over: 10^9 times the last.
    [Fact]
    public void D02_forms_that_multiply_are_refused()
    {
        var names = string.Concat(Enumerable.Range(5, 10).Select(i => $"/X{i} {i} 0 R"));
        var forms = Enumerable.Range(5, 10).Select(i => RawPdf.Stream(string.Concat(Enumerable.Repeat($"/X{i + 1} Do ", 10)), $"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{names}>>>>")).ToArray();
        AssertRefused("TOO-LARGE", RawPdf.Page("/X5 Do", $"/XObject<<{names}>>", forms));
    }

    [Theory]
    [InlineData("1 0 0 1 4e12 9e11 cm"), InlineData("1e11 0 0 1e11 0 0 cm"), InlineData("1e-9 0 0 1e-9 0 0 cm"), InlineData("1 0 0 1 -3e15 1e300 cm")]
    public void D02_letters_far_from_any_paper_end(string far) =>
        Assert.NotNull(Read(RawPdf.Page($"BT /F 10 Tf 50 700 Td (12) Tj ET {far} BT /F 10 Tf 50 700 Td (12) Tj (12) Tj ET", Helvetica)));

    [Fact]
    public void D02_areas_without_end_over_many_letters_leave_them_in_doubt()
    {
        var letters = "BT /F 1 Tf 20 700 Td " + string.Concat(Enumerable.Repeat("(12) Tj ", 5000)) + "ET ";
        Assert.Contains(Glyphs(RawPdf.Page(letters + "1 g " + string.Concat(Enumerable.Repeat("0 690 2 20 re f ", 20_000)), Helvetica)), g => g.Unsure);
    }

    [Fact]
    public void D02_lines_without_end_are_refused() => AssertRefused("TOO-LARGE", RawPdf.Page("BT /F 10 Tf 20 700 Td (a line of text among others) Tj ET "
        + string.Concat(Enumerable.Range(0, 6000).Select(i => $"0 {3 * i} m 9 {3 * i} l {3 * i} 0 m {3 * i} 9 l ")) + "S", Helvetica));

    [Fact]
    public void D02_states_without_end_are_refused() => AssertRefused("TOO-LARGE", RawPdf.Page(string.Concat(Enumerable.Repeat("q ", 100_000)), Helvetica));

    [Fact]
    public void D02_operators_without_end_are_refused() => AssertRefused("TOO-LARGE", RawPdf.Page(string.Concat(Enumerable.Repeat("n ", 2_100_000)), Helvetica));

    [Fact]
    public void D02_a_stream_that_unpacks_without_end_is_refused() =>
        AssertRefused("TOO-LARGE", RawPdf.File([RawPdf.Catalog, RawPdf.Pages, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>", RawPdf.Packed(new byte[300 << 20])]));

    [Fact]
    public void D02_a_stream_of_an_impossible_length_is_damage()
    {
        var pdf = Encoding.Latin1.GetString(RawPdf.Page(Line, Helvetica)).Replace($"/Length {Line.Length}", "/Length 2147483647");
        Assert.NotEqual(Outcome.Complete, Read(Encoding.Latin1.GetBytes(pdf)).Outcome);
    }

    [Fact]
    public void D02_lost_parts_of_a_page_are_said()
    {
        var text = string.Concat(Enumerable.Range(0, 5).Select(i => $"BT /F 10 Tf 50 {700 - 20 * i} Td (a line of text) Tj ET "));
        foreach (var pdf in (byte[][])[RawPdf.Page(text, "/Font<</F 99 0 R>>"), RawPdf.Page(text + "/X Do", Helvetica + "/XObject<</X 99 0 R>>"),
            RawPdf.File([RawPdf.Catalog, "<</Type/Pages/Kids[3 0 R 99 0 R]/Count 2>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<" + Helvetica + ">>>>", RawPdf.Stream(text)])])
            Assert.Contains(Read(pdf).Issues, i => i is { Code: "DAMAGED", Severity: Severity.Error });
    }

    static Reading Read(byte[] pdf) => ReportReader.Read(pdf);

    static void AssertRefused(string code, byte[] pdf) => Assert.Equal(code, Assert.Single(Read(pdf).Issues).Code);

    static IReadOnlyList<Glyph> Glyphs(byte[] pdf)
    {
        Assert.Empty(PdfPages.Read(pdf).Odd);
        return PdfReader.Pages(pdf)[0].Glyphs;
    }
}
