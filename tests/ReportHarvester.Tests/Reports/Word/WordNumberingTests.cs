using ReportHarvester.Reports.Word;
using static ReportHarvester.Tests.Reports.Word.RawDocx;

namespace ReportHarvester.Tests.Reports.Word;

/// <summary>Numbers that stand in no text of the file.</summary>
public sealed class WordNumberingTests
{
    const string Lists = "<w:abstractNum w:abstractNumId=\"0\">" +
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>" +
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>" +
        "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.%3\"/></w:lvl></w:abstractNum>" +
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\"/></w:lvl></w:abstractNum>" +
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>" +
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>" +
        "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>";

    static string Item(string text, int list, int level = 0) => Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    [Fact]
    public void Levels_are_counted_each_under_the_one_above() => Assert.Equal(
        ["一、总体情况", "（一）主动公开", "（二）依申请公开", "1.2.1 件", "二、其他", "（一）收费"],
        Lines(Item("总体情况", 1) + Item("主动公开", 1, 1) + Item("依申请公开", 1, 1) + Item("件", 1, 2) + Item("其他", 1) + Item("收费", 1, 1), Lists));

    [Fact]
    public void Lists_of_one_kind_go_on_from_each_other_unless_one_begins_anew() => Assert.Equal(
        ["一、甲", "二、乙", "一、丙", "二、丁", "无号"],
        Lines(Item("甲", 1) + Item("乙", 2) + Item("丙", 3) + Item("丁", 3) + Item("无号", 4), Lists));

    [Fact]
    public void A_style_numbers_its_paragraphs_unless_they_say_no()
    {
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
        Assert.Equal(["一、甲", "乙", "二、丙"], Lines(
            Paragraph("甲", "<w:pStyle w:val=\"b\"/>") + Paragraph("乙", "<w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Paragraph("丙", "<w:pStyle w:val=\"a\"/>"), Lists, styles));
    }

    [Fact]
    public void A_counted_number_before_a_figure_makes_it_doubtful()
    {
        var grid = Grid(Table($"<w:tc>{Item("国家秘密", 1)}</w:tc><w:tc>{Item("5", 1, 2)}</w:tc>"), Lists);
        Assert.Equal([("一、国家秘密", false), ("1.1.1 5", true)], grid.Cells.Select(c => (c.Text, c.Doubtful)));
    }

    [Theory]
    [InlineData("chineseCounting", 1, "一")]
    [InlineData("chineseCountingThousand", 10, "十")]
    [InlineData("japaneseCounting", 12, "十二")]
    [InlineData("taiwaneseCounting", 20, "二十")]
    [InlineData("chineseCounting", 35, "三十五")]
    [InlineData("chineseCounting", 100, "一百")]
    [InlineData("chineseCounting", 104, "一百零四")]
    [InlineData("chineseCounting", 115, "一百一十五")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographDigital", 20, "二〇")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("decimalEnclosedCircle", 11, "⑪")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerRoman", 14, "xiv")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("hebrew1", 3, "3")]
    public void A_number_is_written_in_the_format_of_its_list(string format, int number, string printed) => Assert.Equal(printed, NumberFormats.Write(number, format));
}
