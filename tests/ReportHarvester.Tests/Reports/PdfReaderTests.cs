using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace ReportHarvester.Tests.Reports;

/// <summary>What a cell of a PDF says, and when its number is in doubt. Pages are drawn here, or given as glyphs and rulings.</summary>
public sealed class PdfReaderTests
{
    const double Size = 10, Line = 300;
    const string Fonts = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

    [Fact]
    public void A_blank_however_narrow_parts_two_numbers() => Assert.Equal("20 5", Drawn((page, font) => page.AddText("20 5", Size, new PdfPoint(110, 710), font)).Text);

    [Fact]
    public void White_on_white_is_left_out_and_doubted()
    {
        var cell = Drawn((page, font) =>
        {
            page.SetTextAndFillColor(255, 255, 255);
            page.AddText("9", Size, new PdfPoint(104, 710), font);
            page.SetTextAndFillColor(0, 0, 0);
            page.AddText("12", Size, new PdfPoint(110, 710), font);
        });
        Assert.Equal(("12", true), (cell.Text, cell.Doubtful));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_that_is_not_painted_is_left_out_and_doubted_if_it_may_stand_for_an_outline(bool outline)
    {
        var cell = Drawn((page, font) =>
        {
            page.AddText("12", Size, new PdfPoint(110, 710), font);
            if (outline) page.DrawCircle(new PdfPoint(132, 713), 5, 1, true);
            page.SetTextRenderingMode(TextRenderingMode.Neither);
            page.AddText("9", Size, new PdfPoint(130, 710), font);
        });
        Assert.Equal(("12", outline), (cell.Text, cell.Doubtful));
    }

    [Fact]
    public void Slanted_text_is_a_watermark_and_in_no_cell()
    {
        var cell = Drawn((page, font) =>
        {
            page.AddText("12", Size, new PdfPoint(110, 710), font);
            page.CurrentStream.Operations.Add(new ModifyCurrentTransformationMatrix([0.8, 0.6, -0.6, 0.8, 130, 705]));
            page.AddText("9", Size, new PdfPoint(0, 0), font);
        });
        Assert.Equal(("12", false), (cell.Text, cell.Doubtful));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_on_its_side_is_read_as_it_is_written(int degrees) =>
        Assert.Equal(("12", false), Drawn((page, font) => page.AddText("12", Size, new PdfPoint(110, 710), font), degrees) is var cell ? (cell.Text, cell.Doubtful) : default);

    // Bold made by printing twice, a shadow, letters filled and then drawn around.
    [Theory]
    [InlineData("BT /F 10 Tf 110 710 Td (1105) Tj ET BT /F 10 Tf 110 710 Td (1105) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (1105) Tj 0.4 0 Td (1105) Tj ET")]
    [InlineData("0.7 g BT /F 10 Tf 110.8 709.2 Td (1105) Tj ET 0 g BT /F 10 Tf 110 710 Td (1105) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (1) Tj 0.1 0 Td (1) Tj 5.56 0 Td (1) Tj 0.1 0 Td (1) Tj 5.46 0 Td (0) Tj (5) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (1105) Tj ET 1 Tr BT /F 10 Tf 110 710 Td (1105) Tj ET")]
    public void What_is_printed_twice_at_one_place_counts_once(string content) => AssertRaw("1105", false, content);

    [Theory]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET BT /F 10 Tf 110 710 Td (35) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET BT /F 10 Tf 112.2 710 Td (12) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (8) Tj ET BT /F 10 Tf 111 710 Td (/) Tj ET")]
    public void Digits_printed_over_other_signs_are_doubted(string content) => Assert.True(Raw(content).Doubtful);

    [Theory]
    [InlineData("(9) Tj ET 1 g 105 702 40 16 re f 0 g BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    [InlineData("(9) Tj ET 0.5 g 105 702 40 16 re f 0 g BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    [InlineData("(98) Tj ET q 100 700 15.6 30 re W n 1 g 0 0 595 842 re f Q", "8")]
    [InlineData("(9) Tj ET 1 g 105 702 40 16 re f", "")]
    [InlineData("(12) Tj ET 1 g 105 712 40 8 re f", "12")]
    [InlineData("(9) Tj ET 1 g 105 702 40 16 re 300 300 40 16 re f 0 g BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    [InlineData("(9) Tj ET 1 g 300 300 m 340 300 l 340 316 l 300 316 l h 105 702 40 16 re B 0 g BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    [InlineData("(12) Tj ET 1 g 105 702 m 140 702 l 146 702 146 718 140 718 c 105 718 l h f", "12")]
    [InlineData("(12) Tj ET q 40 0 0 16 105 702 cm /Whole Do Q", "")]
    [InlineData("(9) Tj ET q 40 0 0 16 105 702 cm /Whole Do Q BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    [InlineData("(9) Tj ET q /Tiles cs 0 -40 16 0 105 718 cm BI /W 1 /H 1 /CS /G /BPC 8 /I false ID x EI Q 0 g BT /F 10 Tf 110 710 Td (8) Tj ET", "8")]
    public void What_an_area_painted_later_covers_is_left_out_and_doubted(string content, string text) => AssertRaw(text, true, "BT /F 10 Tf 110 710 Td " + content);

    // What we do not know the library reads.
    [Fact]
    public void What_the_library_leaves_out_or_does_not_hide_is_said()
    {
        const string odd = "BT /F 10 Tf 110 710 Td (12) Tj ET q /Own gs Q", font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", form = "/Rect[101 701 179 719]/AP<</N 6 0 R>>";
        IReadOnlyList<Issue> Issues(string annotation, string catalog, string more) => PdfReader.Read(WithTable(odd, annotation, catalog, "/ExtGState<</Own<</Font[5 0 R 10]>>>>", font, more)).Issues;
        Assert.Empty(Issues("/Subtype/Popup" + form, "", RawPdf.Stream("", "/Subtype/Form/BBox[0 0 9 9]")));
        Assert.Contains(Issues("/Subtype/Square" + form, "", RawPdf.Stream("", "/Subtype/Form/BBox[0 0 9 9]")), i => i.Code == "DAMAGED");
        Assert.Contains(Issues("", "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>", "<</Type/OCG/Name(a)>>"), i => i.Code == "DAMAGED");
    }

    // Painted before, beside, in a frame's empty middle, clipped to elsewhere or by who knows what, or letting light through.
    [Theory]
    [InlineData("1 g 105 702 40 16 re f 0 g BT /F 10 Tf 110 710 Td (12) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET 1 g 105 690 40 16 re f")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET 20 680 160 40 re 20.5 680.5 159 39 re f*")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 20 20 30 30 re W n 1 g 0 0 595 842 re f Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 20 20 m 50 20 l 30 90 l h W n 1 g 0 0 595 842 re f Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q /Half gs 1 1 0 rg 105 702 40 16 re f Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q /Mixed gs 1 1 0 rg 105 702 40 16 re f Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET 20 680 160 40 re 20.5 719.5 159 -39 re f")]
    [InlineData("q 40 0 0 16 105 702 cm /Whole Do Q BT /F 10 Tf 110 710 Td (12) Tj ET")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 40 0 0 16 105 685 cm /Whole Do Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 40 0 0 16 105 702 cm /Masked Do /Softly Do /Mask Do Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q /Half gs 40 0 0 16 105 702 cm /Whole Do Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 30 12 -12 30 115 690 cm /Whole Do Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 20 20 30 30 re W n 40 0 0 16 105 702 cm /Whole Do Q")]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET q 40 0 0 16 105 702 cm BI /W 1 /H 1 /IM true /BPC 1 ID x EI Q")]
    public void What_hides_nothing_hides_nothing(string content) => AssertRaw("12", false, content);

    [Theory]
    [InlineData("0.96 g BT /F 10 Tf 104 710 Td (9) Tj ET 0 g")]
    [InlineData("q /None gs BT /F 10 Tf 104 710 Td (9) Tj ET Q")]
    public void What_nearly_does_not_show_is_left_out_and_doubted(string content) => AssertRaw("12", true, content + " BT /F 10 Tf 110 710 Td (12) Tj ET");

    [Theory]
    [InlineData("q 20 20 30 30 re W n BT /F 10 Tf 104 710 Td (9) Tj ET Q", true), InlineData("q 20 680 90 40 re W n BT /F 10 Tf 104 710 Td (9) Tj ET Q", false)]
    [InlineData("BT /F 10 Tf 104 710 Td (9) Tj ET q 20 700 50 20 re W n 1 g 400 700 100 20 re f Q", false), InlineData("q 20 20 30 30 re W n 0 0 m 9 9 l 9 0 l W n BT /F 10 Tf 104 710 Td (9) Tj ET Q", true)]
    [InlineData("q 1 Tr 1 G BT /F 10 Tf 104 710 Td (9) Tj ET Q", true), InlineData("q 2 Tr 1 g 1 G BT /F 10 Tf 104 710 Td (9) Tj ET Q", true), InlineData("q 2 Tr 1 g 0 G BT /F 10 Tf 104 710 Td (9) Tj ET Q", false)]
    public void What_is_cut_away_or_drawn_in_white_is_left_out_and_doubted(string content, bool hidden) => AssertRaw(hidden ? "12" : "912", hidden, content + " BT /F 10 Tf 110 710 Td (12) Tj ET");

    [Theory]
    [InlineData(false), InlineData(true)]
    public void What_stands_beyond_the_page_is_not_read(bool byLibrary) =>
        Assert.True(PdfReader.Pages(RawPdf.Page("BT /F 10 Tf 600 710 Td (9) Tj ET BT /F 10 Tf 110 710 Td (1) Tj ET", Fonts), byLibrary)[0].Glyphs is [{ Unseen: true }, { Unseen: false }]);

    [Fact]
    public void Text_that_was_found_in_a_picture_and_lies_under_it_is_no_print() =>
        Assert.Equal("NEEDS-OCR", Assert.Throws<UnreadableDocumentException>(() => PdfReader.Read(WithTable("BT /F 10 Tf 110 710 Td (12) Tj ET q 595 0 0 842 0 0 cm /Whole Do Q", "", "", Pictures, Picture()))).Code);

    [Theory]
    [InlineData("{0} q 595 0 0 842 0 0 cm /Whole Do Q"), InlineData("q 595 0 0 842 0 0 cm /Whole Do Q 3 Tr {0}")]
    public void A_scan_whose_text_lies_under_its_pictures_can_be_searched(string content)
    {
        foreach (var (text, searched) in new[] { ("words that were found", true), ("few", false) })
        {
            var reading = ReportReader.Read(RawPdf.Page(content.Replace("{0}", $"BT /F 10 Tf 50 710 Td ({text} ) Tj ({text}) Tj ET", StringComparison.Ordinal), Fonts + Pictures, Picture()));
            Assert.Equal(searched ? ["NEEDS-OCR"] : ["NEEDS-OCR", "C-READABLE"], reading.Issues.Select(i => i.Code));
        }
    }

    // Where the library reads a page, nobody knows what was painted first.
    [Theory]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET 1 g 105 702 40 16 re f", true)]
    [InlineData("BT /F 10 Tf 110 710 Td (12) Tj ET 1 g 105 685 40 16 re f", false)]
    [InlineData("1 g 0 0 595 842 re f 0 g BT /F 10 Tf 110 710 Td (12) Tj ET", false)]
    public void A_white_patch_leaves_what_the_library_reads_in_doubt(string content, bool doubtful) =>
        Assert.Equal(("12", doubtful), PdfReader.Read(WithTable(content, "", "", ""), byLibrary: true).Grids.Single().Cells[1] is var cell ? (cell.Text, cell.Doubtful) : default);

    [Theory]
    [InlineData("q /Lab cs 20 0 0 sc BT /F 10 Tf 110 710 Td (12) Tj ET Q", "12", false)]
    [InlineData("q /Lab cs 100 0 0 sc BT /F 10 Tf 104 710 Td (9) Tj ET Q BT /F 10 Tf 110 710 Td (12) Tj ET", "12", true)]
    [InlineData("q /Listed cs BT /F 10 Tf 110 710 Td (1) Tj ET 0 sc BT /F 10 Tf 116 710 Td (2) Tj ET Q", "12", false)]
    [InlineData("q /Listed cs 1 sc BT /F 10 Tf 104 710 Td (9) Tj ET Q BT /F 10 Tf 110 710 Td (12) Tj ET", "12", true)]
    [InlineData("q /Streamed cs BT /F 10 Tf 104 710 Td (9) Tj ET 1 sc BT /F 10 Tf 110 710 Td (12) Tj ET Q", "12", true)]
    [InlineData("q 1 Tr /Listed CS 1 SC BT /F 10 Tf 104 710 Td (9) Tj ET 0 SC BT /F 10 Tf 110 710 Td (12) Tj ET Q", "12", true)]
    [InlineData("q /Short cs 0 sc BT /F 10 Tf 110 710 Td (12) Tj ET Q", "12", true)]
    [InlineData("BT /F 10 Tf 110 710 Td (9) Tj ET q /Listed cs 1 sc 105 702 40 16 re f Q BT /F 10 Tf 110 710 Td (8) Tj ET", "8", true)]
    public void Colours_of_every_space_hide_what_they_cover_and_may_be_white(string content, string text, bool doubtful) =>
        AssertPage(text, doubtful, content, "", "", "/ColorSpace<</Lab[/Lab<</WhitePoint[0.95 1 1.09]>>]/Listed[/Indexed/DeviceRGB 1<000000FFFFFF>]/Streamed[/Indexed/DeviceGray 1 5 0 R]/Short[/Indexed/DeviceRGB 1<000000>]>>", RawPdf.Stream("\u00FF\u0000"));

    // A mark in many cells, and figures that count along with the pages in the outer part of them.
    [Fact]
    public void Marks_at_the_same_places_of_two_pages_are_no_watermark()
    {
        var page = Page([.. Enumerable.Range(0, 4).SelectMany(i => Run("不涉及", 110, 220 + 30 * i, piece: i)), .. Run("一二三四五六七八九十一二三四五六七八九十", 20, 600, piece: 9)]);
        Assert.Equal(2, PdfReader.Read([page, page with { Number = 2 }]).Grids.SelectMany(g => g.Cells).Count(c => c.Text.Contains("不涉及", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("收费", ""), InlineData("", "-{0}-")]
    public void Figures_beside_a_label_or_over_a_page_number_are_none(string label, string foot)
    {
        PageContent Low(int n) => new(n, 595, 842, [.. Run("一二三四五六七八九十一二三四五六七八九十", 20, 600), .. Run(label, 25, 790), .. Run($"{n}", 110, 790), .. Run(string.Format(foot, n), 280, 830)],
            [new(true, 640, 20, 180), new(true, 770, 20, 180), new(true, 800, 20, 180), new(false, 20, 640, 800), new(false, 100, 640, 800), new(false, 180, 640, 800)]);
        Assert.Equal(["1", "2"], PdfReader.Read([Low(1), Low(2)]).Grids.SelectMany(g => g.Cells).Where(c => c.Text.Any(char.IsDigit)).Select(c => c.Text));
    }

    // The frame of the first page's table goes down around its foot.
    [Theory]
    [InlineData("某某局年度报告", false), InlineData("收费", true)]
    public void A_number_beside_a_running_foot_is_the_pages_also_in_a_table(string beside, bool isFigure)
    {
        PageContent Low(int n, params Ruling[] rulings) => new(n, 595, 842, [.. Run("一二三四五六七八九十一二三四五六七八九十", 20, 600), .. Run(n > 1 ? "某某局年度报告" : beside, 25, 790), .. Run($"{n}", 130, 790)], rulings);
        var table = new Ruling[] { new(true, 640, 20, 220), new(true, 770, 20, 220), new(true, 800, 20, 220), new(false, 20, 640, 800), new(false, 120, 640, 800), new(false, 220, 640, 800) };
        Assert.Equal(isFigure, PdfReader.Read([Low(1, table), Low(2), Low(3)]).Grids.SelectMany(g => g.Cells).Any(c => c.Text == "1"));
    }

    [Theory]
    [InlineData("/MediaBox[0 0 595 842]/CropBox[0 0 0 0]"), InlineData("/MediaBox[0 0 595 842]/CropBox[900 900 990 990]"), InlineData("/MediaBox[0 0 0 0]")]
    public void A_box_without_room_hides_no_page(string boxes) => Assert.False(PdfReader.Pages(RawPdf.File([RawPdf.Catalog, RawPdf.Pages,
        $"<</Type/Page/Parent 2 0 R{boxes}/Contents 4 0 R/Resources<<{Fonts}>>>>", RawPdf.Stream("BT /F 10 Tf 110 710 Td (1) Tj ET")]))[0].Glyphs.Single().Unseen);

    [Fact]
    public void Marks_whose_layers_were_lost_show() => AssertPage("912", false, "/OC /Gone BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC BT /F 10 Tf 110 710 Td (12) Tj ET", "", "", "");

    // 5 0 R shows, 6 0 R does not, 7 0 R only on paper.
    [Theory]
    [InlineData("/OC /On BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "912", false)]
    [InlineData("/OC /Off BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "12", false)]
    [InlineData("/OC /Off BDC /Span BMC EMC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "12", false)]
    [InlineData("/OC /Off BDC 1 g 20 600 200 200 re f 20 715 180 0.5 re f 0 g EMC", "12", false)]
    [InlineData("/OC /None BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "12", false)]
    [InlineData("/OC /Any BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "912", false)]
    [InlineData("/OC /Paper BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "912", true)]
    [InlineData("/OC /Said BDC BT /F 10 Tf 104 710 Td (9) Tj ET EMC", "912", true)]
    [InlineData("/Shown Do", "912", false), InlineData("/Not Do", "12", false)]
    public void Layers_that_do_not_show_are_not_read(string content, string text, bool doubtful)
    {
        string Form(string layer) => RawPdf.Stream("BT /F 10 Tf 104 710 Td (9) Tj ET", $"/Subtype/Form/BBox[0 0 595 842]/OC {layer}");
        AssertPage(text, doubtful, content + " BT /F 10 Tf 110 710 Td (12) Tj ET", "",
            "/OCProperties<</OCGs[5 0 R 6 0 R 7 0 R]/D<</OFF[6 0 R]/AS[<</Event/View/Category[/View]/OCGs[7 0 R]>>]>>>>",
            "/Properties<</On 5 0 R/Off 6 0 R/Paper 7 0 R/None<</Type/OCMD/OCGs[5 0 R 6 0 R]/P/AllOn>>/Any<</Type/OCMD/OCGs[5 0 R 6 0 R]>>/Said<</Type/OCMD/VE[/Not 6 0 R]>>>>/XObject<</Shown 8 0 R/Not 9 0 R>>",
            "<</Type/OCG/Name(a)>>", "<</Type/OCG/Name(b)>>", "<</Type/OCG/Name(c)/Usage<</View<</ViewState/OFF>>>>>>", Form("5 0 R"), Form("6 0 R"));
    }

    // A box with other digits laid over the number, a field in an empty cell, a mark, notes that open, what is hidden.
    [Theory]
    [InlineData("/Subtype/Square/Rect[101 701 179 719]/AP<</N 5 0 R>>", "15", true)]
    [InlineData("/Subtype/FreeText/Rect[111 701 189 719]/AP<</N 5 0 R>>", "15", true)]
    [InlineData("/Subtype/Square/F 2/Rect[101 701 179 719]/AP<</N 5 0 R>>", "12", false)]
    [InlineData("/Subtype/Popup/Rect[101 701 179 719]/AP<</N 5 0 R>>", "12", false)]
    [InlineData("/Subtype/Widget/FT/Tx/AS/Off/Rect[101 701 179 719]/AP<</N<</On 5 0 R>>>>", "12", false)]
    [InlineData("/Subtype/Widget/FT/Tx/AS/On/Rect[101 701 179 719]/AP<</N<</On 5 0 R>>>>", "15", true)]
    [InlineData("/Subtype/Highlight/Rect[101 701 179 719]/AP<</N 6 0 R>>", "12", false)]
    [InlineData("/Subtype/StrikeOut/Rect[101 701 179 719]/AP<</N 7 0 R>>", "12", true)]
    public void What_is_laid_over_a_page_is_read_as_it_shows(string annotation, string text, bool doubtful) => AssertPage(text, doubtful, "BT /F 10 Tf 110 710 Td (12) Tj ET", annotation, "", "",
        RawPdf.Stream("1 g 0 0 156 36 re f 0 g BT /F 20 Tf 18 18 Td (15) Tj ET", $"/Subtype/Form/BBox[0 0 156 36]/Resources<<{Fonts}>>"),
        RawPdf.Stream("1 1 0 rg 0 0 78 18 re f", "/Subtype/Form/BBox[0 0 78 18]"), RawPdf.Stream("9 12 m 21 12 l S", "/Subtype/Form/BBox[0 0 78 18]"));

    [Fact]
    public void A_field_in_an_empty_cell_is_its_number() => AssertPage("15", false, "", "/Subtype/Widget/FT/Tx/V(15)/Rect[101 701 179 719]/AP<</N 5 0 R>>", "", "",
        RawPdf.Stream("/Tx BMC q BT /F 10 Tf 2 5 Td (15) Tj ET Q EMC", $"/Subtype/Form/BBox[0 0 78 18]/Resources<<{Fonts}>>"));

    [Theory]
    [InlineData("/Subtype/Widget/FT/Tx/V(15)/Rect[101 701 179 719]"), InlineData("/Subtype/FreeText/Contents(15)/Rect[101 701 179 719]")]
    public void What_is_laid_over_a_page_in_words_alone_is_said_to_be_lost(string annotation) =>
        Assert.Contains(PdfReader.Read(WithTable("", annotation, "", "")).Issues, i => i.Code == "DAMAGED");

    [Fact]
    public void Digits_struck_out_in_prose_belong_to_no_number() =>
        Assert.Contains("申请\uFFFD99\uFFFD12件", PdfReader.Read([Page([.. Run("申请9912件", 20, 600), .. Run("一二三四五六七八九十一二三四五六七八九十", 20, 640)], new Ruling(true, 597, 40, 52))]).Blocks.OfType<TextBlock>().Select(b => b.Text));

    [Fact]
    public void Smaller_digits_in_prose_belong_to_no_number() => Assert.Equal(["申请12\uFFFD3\uFFFD件", "一二三四五六七八九十一二三四五六七八九十"],
        Lines([.. Run("申请12", 20, 600), .. Run("3", 52, 600, 7), .. Run("件", 57, 600), .. Run("一二三四五六七八九十一二三四五六七八九十", 20, 640)]));

    [Fact]
    public void Smaller_digits_beside_a_number_are_left_out_and_doubted() =>
        AssertCell("12", true, [.. Run("12", 110, Line), .. Run("1", 122, Line - 3, 6)]);

    [Fact]
    public void A_smaller_unit_beside_a_number_stays() => AssertCell("12件", false, [.. Run("12", 110, Line), .. Run("件", 122, Line, 7)]);

    [Fact]
    public void A_raised_digit_is_doubted() => AssertCell("121", true, [.. Run("12", 110, Line), .. Run("1", 122, Line - 3)]);

    [Fact]
    public void A_number_joined_over_lines_is_doubted() => AssertCell("1234567890125", true, [.. Run("123456789012", 101, Line), .. Run("5", 101, Line + 12)]);

    [Fact]
    public void A_number_struck_through_is_doubted() =>
        AssertCell("12", true, Run("12", 110, Line), new Ruling(true, Line - 3, 110, 122));

    [Fact]
    public void An_underline_parts_no_cell() =>
        AssertCell("12\n34", false, [.. Run("12", 110, Line - 8), .. Run("34", 110, Line + 8)], new Ruling(true, Line - 7, 110, 122));

    [Fact]
    public void Words_that_run_over_a_border_stay_in_the_cell_they_begin_in() =>
        Assert.Equal(["属于国家秘密的信息", "12"], Grid([.. Run("属于国家秘密的信息", 30, Line), .. Run("12", 110, Line)]).Cells.Take(2).Select(c => c.Text));

    [Fact]
    public void A_number_that_a_border_cuts_is_in_doubt_on_both_sides() =>
        Assert.All(Grid([.. Run("123456", 82, Line)]).Cells.Take(2), c => Assert.True(c.Doubtful));

    [Fact]
    public void Numbers_close_to_the_border_between_them_are_two() =>
        Assert.Equal(["12", "34"], Grid([.. Run("12", 87, Line), .. Run("34", 101, Line, piece: 2)]).Cells.Take(2).Select(c => c.Text));

    [Fact]
    public void A_title_that_is_the_longest_line_does_not_run_into_the_next()
    {
        Assert.Equal(["东湖市财政局年度报告全文", "本报告统计期限", "东湖市财政局", "2023年1月10日"],
            Lines([.. Run("东湖市财政局年度报告全文", 20, 40, 20), .. Run("本报告统计期限", 20, 80), .. Run("东湖市财政局", 20, 700), .. Run("2023年1月10日", 20, 720)]));
    }

    [Fact]
    public void A_date_alone_ends_no_paragraph() =>
        Assert.Equal(["本级机关各科室东湖市财政局办公", "2023年1月1日"], Lines([.. Run("本级机关各科室东", 20, 660), .. Run("湖市财政局办公", 20, 680), .. Run("2023年1月1日", 20, 700)]));

    [Fact]
    public void Many_glyphs_in_one_table_take_little_time()
    {
        var glyphs = Enumerable.Range(0, 30_000).SelectMany(i => Run("1", 21 + i % 150, 250 + i / 150 % 100)).ToList();
        Assert.Single(PdfReader.Read([Page(glyphs)]).Grids);
    }

    static void AssertCell(string text, bool doubtful, IEnumerable<Glyph> glyphs, params Ruling[] more)
    {
        var cell = Grid(glyphs, more).Cells[1];
        Assert.Equal((text, doubtful), (cell.Text, cell.Doubtful));
    }

    // Two rows and two columns: 20, 100 and 180 across, 200, 340 and 360 down.
    static Grid Grid(IEnumerable<Glyph> glyphs, params Ruling[] more) => PdfReader.Read([Page([.. glyphs, .. Run("一二三四五六七八九十一二三四五六七八九十", 20, 600)], more)]).Grids.Single();

    static PageContent Page(IReadOnlyList<Glyph> glyphs, params Ruling[] more) => new(1, 595, 842, glyphs,
        [new(true, 200, 20, 180), new(true, 340, 20, 180), new(true, 360, 20, 180), new(false, 20, 200, 360), new(false, 100, 200, 360), new(false, 180, 200, 360), .. more]);

    static IEnumerable<string> Lines(IReadOnlyList<Glyph> glyphs) => PdfReader.Read([Page(glyphs)]).Blocks.OfType<TextBlock>().Select(b => b.Text);

    static IEnumerable<Glyph> Run(string text, double left, double baseline, double size = Size, int piece = 1)
    {
        foreach (var c in text)
        {
            var width = char.IsAscii(c) ? size * 0.6 : size;
            yield return new Glyph(c.ToString(), new Box(left, baseline - size * 0.8, left + width, baseline + size * 0.2), size, Direction.Right) { Piece = piece };
            left += width;
        }
    }

    static void AssertRaw(string text, bool doubtful, string content) => Assert.Equal((text, doubtful), Raw(content) is var cell ? (cell.Text, cell.Doubtful) : default);

    // The objects that follow on those of a page.
    const string Pictures = "/XObject<</Whole 5 0 R/Masked 6 0 R/Softly 7 0 R/Mask 8 0 R>>";

    static string Picture(string mask = "") => RawPdf.Stream("x", $"/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8{mask}");

    // The same table by its operators.
    static GridCell Raw(string content)
    {
        var pdf = WithTable(content, "", "", "/ExtGState<</Half<</ca 0.5>>/None<</ca 0.02>>/Mixed<</BM/Multiply>>>>/ColorSpace<</Tiles/Pattern>>" + Pictures,
            Picture(), Picture("/Mask[0 0]"), Picture("/SMask 5 0 R"), Picture("/ImageMask true"));
        Assert.Empty(ReportHarvester.Reports.Pdf.Content.PdfPages.Read(pdf).Odd);
        return PdfReader.Read(pdf).Grids.Single().Cells[1];
    }

    static void AssertPage(string text, bool doubtful, string content, string annotation, string catalog, string resources, params string[] more)
    {
        var pdf = WithTable(content, annotation, catalog, resources, more);
        Assert.Empty(ReportHarvester.Reports.Pdf.Content.PdfPages.Read(pdf).Odd);
        Assert.Equal((text, doubtful), PdfReader.Read(pdf).Grids.Single().Cells[1] is var cell ? (cell.Text, cell.Doubtful) : default);
    }

    static byte[] WithTable(string content, string annotation, string catalog, string resources, params string[] more)
    {
        const string table = "20 720 m 180 720 l 20 700 m 180 700 l 20 680 m 180 680 l 20 720 m 20 680 l 100 720 m 100 680 l 180 720 m 180 680 l S BT /F 10 Tf 20 400 Td (a line of text beside the table) Tj ET ";
        return RawPdf.File([RawPdf.Catalog.Replace(">>", catalog + ">>"), RawPdf.Pages, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[<</Type/Annot{annotation}>>]/Resources<<{Fonts}{resources}>>>>", RawPdf.Stream(table + content), .. more]);
    }

    static GridCell Drawn(Action<PdfPageBuilder, PdfDocumentBuilder.AddedFont> draw, int degrees = 0)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        foreach (var y in new[] { 720, 700, 680 }) page.DrawLine(new PdfPoint(20, y), new PdfPoint(180, y));
        foreach (var x in new[] { 20, 100, 180 }) page.DrawLine(new PdfPoint(x, 720), new PdfPoint(x, 680));
        page.AddText("a line of text beside the table", Size, new PdfPoint(20, 400), font);
        draw(page, font);
        if (degrees > 0) page.SetRotation(new PageRotationDegrees(degrees));
        return PdfReader.Read(builder.Build()).Grids.Single().Cells[1];
    }
}
