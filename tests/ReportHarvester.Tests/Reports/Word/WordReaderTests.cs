using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using static ReportHarvester.Tests.Reports.Word.RawDocx;

namespace ReportHarvester.Tests.Reports.Word;

/// <summary>What a Word document says, and what only its file holds.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("<w:drawing><blip xmlns=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/></w:drawing>", "2023年", true)]
    [InlineData("<w:pict><imagedata xmlns=\"urn:schemas-microsoft-com:vml\"/></w:pict>", "", true)]
    [InlineData("<w:pict><imagedata xmlns=\"urn:schemas-microsoft-com:vml\"/></w:pict>", "一二三四五六七八九十一二三四五六七八九十", false)]
    [InlineData("", "", false)]
    public void A_document_of_nothing_but_pictures_is_a_scan(string picture, string text, bool isScan)
    {
        var issues = ReportReader.Read(Of($"<w:p><w:r>{picture}</w:r></w:p>{Paragraph(text)}")).Issues;
        Assert.Equal(isScan ? ["NEEDS-OCR", "C-READABLE"] : ["NO-REPORT"], issues.Where(i => i.Code is "NEEDS-OCR" or "C-READABLE" or "NO-REPORT").Select(i => i.Code));
    }

    [Theory]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del>", "5")]
    [InlineData("<w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>7</w:t></w:r></w:moveFrom>", "5")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>", "5")]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>5</w:t></w:r>", "5")]
    [InlineData("<w:r><w:rPr><w:rStyle w:val=\"gone\"/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>5</w:t></w:r>", "5")]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>5</w:t></w:r></w:sdtContent></w:sdt>", "5")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt>", "")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(3,4)</w:instrText></w:r><w:r><w:t>8</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "5")]
    [InlineData("<w:fldSimple w:instr=\"=SUM(3,4)\"><w:r><w:t>5</w:t></w:r></w:fldSimple>", "5")]
    [InlineData("<w:hyperlink><w:smartTag><w:r><w:t>5</w:t></w:r></w:smartTag></w:hyperlink>", "5")]
    [InlineData("<w:r><w:t>行政</w:t><w:noBreakHyphen/><w:t>复议</w:t><w:softHyphen/></w:r>", "行政-复议")]
    [InlineData("<w:r><w:sym w:font=\"SimSun\" w:char=\"0037\"/></w:r>", "7")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>XE 5</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "5")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一</w:t></w:r></w:rubyBase></w:ruby></w:r>", "一")]
    public void A_paragraph_says_what_its_print_shows(string content, string shown) =>
        Assert.Equal(shown, string.Concat(Lines($"<w:p>{content}</w:p>", styles: "<w:style w:type=\"character\" w:styleId=\"gone\"><w:rPr><w:vanish/></w:rPr></w:style>")));

    [Theory]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [InlineData("<w:fldSimple w:instr=\"=SUM(ABOVE)\"/>")]
    public void What_only_Word_can_print_is_no_blank(string content) =>
        Assert.Equal("［图］", Grid(Table(Cell("甲") + $"<w:tc><w:p>{content}</w:p></w:tc>")).Cells[1].Text);

    [Theory]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>", "5")]
    [InlineData("<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>5</w:t></w:r>", "5")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:position w:val=\"10\"/></w:rPr><w:t>2</w:t></w:r>", "5")]
    [InlineData("<w:sSup><w:e><w:r><w:t>5</w:t></w:r></w:e><w:sup><w:r><w:t>2</w:t></w:r></w:sup></w:sSup>", "5")]
    [InlineData("<w:f><w:num><w:r><w:t>5</w:t></w:r></w:num><w:den><w:r><w:t>2</w:t></w:r></w:den></w:f>", "52")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\"/><w:t>2</w:t></w:r>", "5")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F082\"/></w:r>", "5")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> LISTNUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "5")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"FEFEFE\"/></w:rPr><w:t>7</w:t></w:r>", "7")]
    [InlineData("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>7</w:t></w:r>", "7")]
    [InlineData("<w:r><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>5</w:t></w:r>", "75")]
    [InlineData("<w:r><w:rPr><w:w w:val=\"1\"/></w:rPr><w:t>7</w:t></w:r><w:r><w:t>5</w:t></w:r>", "75")]
    [InlineData("<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>5</w:t></w:r><w:r><w:rPr><w:sz w:val=\"12\"/></w:rPr><w:t>2</w:t></w:r>", "52")]
    [InlineData("<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t>5</w:t></w:r><w:r><w:rPr><w:sz w:val=\"18\"/></w:rPr><w:t>2</w:t></w:r>", "52")]
    [InlineData("<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr><w:t>5</w:t></w:r><w:r><w:rPr><w:sz w:val=\"15\"/></w:rPr><w:t>2</w:t></w:r>", "52")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:position w:val=\"5\"/></w:rPr><w:t>2</w:t></w:r>", "5")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:hyperlink w:anchor=\"_ftn1\"><w:r><w:t>2</w:t></w:r></w:hyperlink>", "52")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"336699\"/><w:shd w:fill=\"336699\"/></w:rPr><w:t>7</w:t></w:r>", "7")]
    [InlineData("<w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>7</w:t></w:r>", "57")]
    public void What_may_not_belong_to_a_number_makes_it_doubtful(string content, string text)
    {
        var cell = Grid(Table(Cell("甲") + $"<w:tc><w:p>{content}</w:p></w:tc>")).Cells[1];
        Assert.Equal((text, true), (cell.Text, cell.Doubtful));
    }

    // Letters, the ground of their cell, of their paragraph.
    [Theory]
    [InlineData("FFFFFF", "<w:shd w:val=\"clear\" w:fill=\"003366\"/>", "", false), InlineData("FFFFFF", "", "<w:shd w:val=\"clear\" w:fill=\"003366\"/>", false)]
    [InlineData("D9D9D9", "<w:shd w:val=\"clear\" w:fill=\"d9d9d9\"/>", "", true), InlineData("D9D9D9", "", "<w:shd w:val=\"clear\" w:fill=\"D9D9D9\"/>", true)]
    [InlineData("FFFFFF", "<w:shd w:val=\"clear\" w:fill=\"003366\"/>", "<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", true)]
    [InlineData("FFFFFF", "<w:shd w:val=\"clear\" w:fill=\"003366\"/>", "<w:shd w:val=\"clear\" w:fill=\"auto\"/>", false)]
    [InlineData("FFFFFF", "<w:shd w:val=\"clear\" w:fill=\"auto\"/>", "", true), InlineData("FFFFFF", "<w:shd w:val=\"pct5\" w:fill=\"FFFFFF\"/>", "", true)]
    [InlineData("FFFFFF", "<w:shd w:val=\"solid\" w:color=\"003366\" w:fill=\"FFFFFF\"/>", "", false), InlineData("333333", "<w:shd w:val=\"clear\" w:fill=\"D9D9D9\"/>", "", false)]
    [InlineData("FFFFFF", "<w:shd w:val=\"clear\" w:fill=\"003366\"/>", "<w:pStyle w:val=\"pale\"/>", true)]
    public void Letters_are_held_against_the_ground_that_they_stand_on(string colour, string cell, string paragraph, bool doubtful)
    {
        var number = $"<w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr><w:color w:val=\"{colour}\"/></w:rPr><w:t>7</w:t></w:r></w:p></w:tc>";
        const string pale = "<w:style w:type=\"paragraph\" w:styleId=\"pale\"><w:pPr><w:shd w:val=\"clear\" w:fill=\"FEFEFE\"/></w:pPr></w:style>";
        var grid = Assert.Single(Blocks(Table(Cell("甲") + number), styles: pale).OfType<Grid>());
        Assert.Equal(("7", doubtful), (grid.Cells[1].Text, grid.Cells[1].Doubtful));
    }

    [Theory]
    [InlineData("<w:r><w:t>收到12</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>件</w:t></w:r>", "收到12\uFFFD9件")]
    [InlineData("<w:r><w:t>收到</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>12</w:t></w:r><w:r><w:t>件</w:t></w:r>", "收到\uFFFD12件")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>2022年度报告</w:t></w:r>", "2022年度报告")]
    [InlineData("<w:r><w:t>收到12</w:t></w:r><w:r><w:rPr><w:sz w:val=\"14\"/></w:rPr><w:t>3</w:t></w:r><w:r><w:t>件</w:t></w:r>", "收到12\uFFFD3件")]
    [InlineData("<w:r><w:t>收到12件</w:t></w:r><w:r><w:rPr><w:sz w:val=\"14\"/></w:rPr><w:t>，3件</w:t></w:r>", "收到12件，3件")]
    public void Prose_marks_digits_that_may_belong_to_no_number(string content, string text) => Assert.Equal([text], Lines($"<w:p>{content}</w:p>"));

    [Fact]
    public void Cells_stand_where_their_spans_put_them()
    {
        var grid = Grid(Table(
            Cell("三", "<w:vMerge w:val=\"restart\"/>") + Cell("予以公开", "<w:gridSpan w:val=\"2\"/>") + Cell("1"),
            Cell("", "<w:vMerge/>") + Cell("不予公开", "<w:vMerge w:val=\"restart\"/>") + Cell("1.国家秘密") + Cell("2"),
            Cell("三", "<w:vMerge/>") + Cell("", "<w:vMerge w:val=\"continue\"/>") + Cell("2.其他") + Cell("3"),
            "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("总计", "<w:gridSpan w:val=\"2\"/>") + Cell("6")));
        Assert.Equal(
            ["1/1 3x1 三", "1/2 1x2 予以公开", "1/4 1x1 1", "2/2 2x1 不予公开", "2/3 1x1 1.国家秘密", "2/4 1x1 2", "3/3 1x1 2.其他", "3/4 1x1 3", "4/1 1x1 ", "4/2 1x2 总计", "4/4 1x1 6"],
            grid.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => $"{c.Row}/{c.Column} {c.RowSpan}x{c.ColumnSpan} {c.Text}"));
        Assert.DoesNotContain(grid.Cells, c => c.Doubtful);
    }

    [Fact]
    public void A_number_under_the_lower_part_of_a_joined_cell_makes_it_doubtful()
    {
        var grid = Grid(Table(Cell("甲") + Cell("5", "<w:vMerge w:val=\"restart\"/>"), Cell("乙") + Cell("7", "<w:vMerge/>")));
        Assert.True(grid.Cells.Single(c => c.Text == "5").Doubtful);
    }

    [Fact]
    public void A_cell_that_goes_on_from_nothing_is_one_of_its_own()
    {
        var grid = Grid(Table(Cell("甲") + Cell("5"), Cell("乙") + Cell("7", "<w:vMerge/>")));
        Assert.Equal(["甲", "5", "乙", "7"], grid.Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_deleted_row_and_a_deleted_cell_are_gone()
    {
        var grid = Grid(Table(Cell("甲") + Cell("1"), "<w:trPr><w:del w:id=\"1\" w:author=\"x\"/></w:trPr>" + Cell("乙") + Cell("2"), Cell("丙") + Cell("3", "<w:cellDel w:id=\"2\" w:author=\"x\"/>") + Cell("4")));
        Assert.Equal(["甲", "1", "丙", "4"], grid.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Content_controls_around_tables_rows_and_cells_are_opened()
    {
        static string Control(string content) => $"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        var grid = Grid(Control($"<w:tbl><w:tr>{Control(Cell("甲"))}{Cell("1")}</w:tr>{Control($"<w:tr>{Cell("乙")}{Control(Cell("2"))}</w:tr>")}</w:tbl>"));
        Assert.Equal(["甲", "1", "乙", "2"], grid.Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_small_table_within_a_cell_belongs_to_it_and_a_frame_around_the_report_does_not_swallow_it()
    {
        var inner = Table(Cell("本年新收政府信息公开申请数量") + Cell("12"), Cell("上年结转政府信息公开申请数量") + $"<w:tc>{Table(Cell("3"))}<w:p/></w:tc>");
        var blocks = Blocks(Table($"<w:tc>{Paragraph("一、总体情况")}{inner}<w:p/></w:tc>"));
        Assert.Equal("一、总体情况", ((TextBlock)blocks[0]).Text);
        Assert.Equal(["本年新收政府信息公开申请数量", "12", "上年结转政府信息公开申请数量", "3"], ((Grid)blocks[1]).Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_text_box_is_read_once_though_the_file_has_it_twice()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>东湖市财政局</w:t></w:r></w:p></w:txbxContent>";
        Assert.Equal(["甲", "东湖市财政局"], Lines("<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" +
            $"<mc:Choice Requires=\"wps\"><w:drawing><wps:txbx xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">{box}</wps:txbx></w:drawing></mc:Choice>" +
            $"<mc:Fallback><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\">{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));
    }

    [Fact]
    public void An_embedded_document_is_not_read_and_that_is_said() =>
        Assert.Contains(ReportReader.Read(Of("<w:altChunk/>" + Paragraph("甲"))).Issues, i => i.Code == "PART-UNREAD");
}
