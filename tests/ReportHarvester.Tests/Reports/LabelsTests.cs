using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Tests.Reports;

public sealed class LabelsTests
{
    [Theory]
    [InlineData("（一）予以公开", "(一) 予以公开")]
    [InlineData("1.属于国家秘密", "1、属于国家秘密")]
    [InlineData("1.属于国家秘密", "1． 属于国家\n秘密")]
    [InlineData("3.危及“三安全一稳定”", "3. 危及「三安全一稳定」")]
    [InlineData("三、本年度办理结果", "三\n、\n本\n年\n度\n办\n理\n结\n果")]
    [InlineData("3.其他", "3其它")]
    [InlineData("5.要求行政机关确认或重新出具已获取信息", "5.要求行政机关确认或者重新出具已获取信息")]
    [InlineData("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数量")]
    [InlineData("行政处罚", "⾏政处罚")]
    public void Spellings_of_one_label_have_one_key(string form, string printed) => Assert.Equal(Labels.Key(form), Labels.Key(printed));

    [Fact]
    public void A_numeral_that_belongs_to_the_label_stays() =>
        Assert.Equal("第二十条第一项", Labels.Key("第二十条 第（一）项"));

    [Fact]
    public void Remarks_in_brackets_can_be_left_out() =>
        Assert.Equal("规章", Labels.KeyWithoutRemarks("规章（设区的市、自治州人民政府应提供相关数据）"));

    [Theory]
    [InlineData("其他法律行政法规禁公开", "其他法律行政法规禁止公开", true)]
    [InlineData("科研机够", "科研机构", false)]
    [InlineData("社会公意组织", "社会公益组织", true)]
    [InlineData("非行政许可", "行政许可", false)]
    [InlineData("行政规范性文件6", "行政规范性文件", false)]
    [InlineData("结果维持", "结果纠正", false)]
    [InlineData("行政许可", "行政处罚", false)]
    [InlineData("总记", "总计", false)]
    public void A_slip_is_one_character_or_two_in_a_long_label(string printed, string label, bool slip) =>
        Assert.Equal(slip, Labels.IsSlip(printed, label));

    [Theory]
    [InlineData("⼀⼆⾏⽌⽤⼾", "一二行止用户")]
    [InlineData("⺠⻅⻓", "民见长")]
    [InlineData("ＡＢ１２（，）", "AB12(,)")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData("10²", "10²")]
    public void Look_alikes_are_folded_and_superscripts_are_not(string printed, string folded) => Assert.Equal(folded, Folding.Fold(printed));

    [Fact]
    public void Prose_keeps_its_punctuation() => Assert.Equal("2021年，我局（办）", Folding.FoldProse("２０２１年，我局（办）"));
}
