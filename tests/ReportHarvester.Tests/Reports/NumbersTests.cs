using ReportHarvester.Reports;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Tests.Reports;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("11398889", 11398889)]
    [InlineData("１２０件", 120)]
    [InlineData("1,035,000", 1035000)]
    [InlineData("251000元", 251000)]
    [InlineData("190.457379", 190.457379)]
    [InlineData("160.5964万元", 160.5964)]
    [InlineData("减4", -4)]
    [InlineData("－18", -18)]
    [InlineData("−15", -15)]
    [InlineData("+19", 19)]
    [InlineData("22（其中修订 16 件）", 22)]
    [InlineData("22\n（其中修订16件）", 22)]
    [InlineData("零", 0)]
    [InlineData(" 3 ", 3)]
    [InlineData("-0", 0)]
    [InlineData("1.2万", 1.2)]
    [InlineData("０", 0)]
    [InlineData("0.0", 0)]
    [InlineData("0 件", 0)]
    [InlineData("0（无）", 0)]
    [InlineData("+0", 0)]
    [InlineData("增4", 4)]
    [InlineData("增加19项", 19)]
    [InlineData("减少3件", -3)]
    [InlineData("负3", -3)]
    [InlineData("减0", 0)]
    [InlineData("1,035,000.50元", 1035000.5)]
    [InlineData("3（注1）", 3)]
    [InlineData("3（含3）", 3)]
    [InlineData("0（没有发生）", 0)]
    [InlineData("12（上年9件）", 12)]
    [InlineData("12（本年）", 12)]
    [InlineData("12（均为本年制发）", 12)]
    [InlineData("12（均为2023年制发）", 12)]
    [InlineData("5200（元）", 5200)]
    [InlineData("0.12万件", 0.12)]
    [InlineData("5.2千元", 5.2)]
    public void D07_numbers_are_read_as_printed_and_never_scaled(string printed, double value)
    {
        var read = Read(printed);
        Assert.Equal((CellState.Number, (decimal?)value), (read.State, read.Value));
    }

    [Theory]
    [InlineData("", CellState.Blank)]
    [InlineData("\u00A0\u3000", CellState.Blank)]
    [InlineData("/", CellState.Mark)]
    [InlineData("／", CellState.Mark)]
    [InlineData("—", CellState.Mark)]
    [InlineData("——", CellState.Mark)]
    [InlineData("-", CellState.Mark)]
    [InlineData("无", CellState.Mark)]
    [InlineData("N/A", CellState.Mark)]
    [InlineData("----", CellState.Mark)]
    [InlineData("―", CellState.Mark)]
    [InlineData("暂无", CellState.Mark)]
    [InlineData("约30", CellState.Text)]
    [InlineData("3 、", CellState.Text)]
    [InlineData("O", CellState.Text)]
    [InlineData("l", CellState.Text)]
    [InlineData("1O", CellState.Text)]
    [InlineData("1.", CellState.Text)]
    [InlineData(".5", CellState.Text)]
    [InlineData("1,0000", CellState.Text)]
    [InlineData("0,123", CellState.Text)]
    [InlineData("012,345", CellState.Text)]
    [InlineData("1.035.000", CellState.Text)]
    [InlineData("1、035", CellState.Text)]
    [InlineData("5-6", CellState.Text)]
    [InlineData("5/6", CellState.Text)]
    [InlineData("(3)", CellState.Text)]
    [InlineData("3（2）", CellState.Text)]
    [InlineData("—3", CellState.Text)]
    [InlineData("--3", CellState.Text)]
    [InlineData("减-4", CellState.Text)]
    [InlineData("无0", CellState.Text)]
    [InlineData("12'", CellState.Text)]
    [InlineData("5%", CellState.Text)]
    [InlineData("3*", CellState.Text)]
    [InlineData("3+2", CellState.Text)]
    [InlineData("壹佰", CellState.Text)]
    [InlineData("〇", CellState.Text)]
    [InlineData("٣", CellState.Text)]
    [InlineData("1e3", CellState.Text)]
    [InlineData("NaN", CellState.Text)]
    [InlineData("件", CellState.Text)]
    [InlineData("0.12345678901234567890123456789012", CellState.Text)]
    [InlineData("一百二十", CellState.Text)]
    [InlineData("00", CellState.Text)]
    [InlineData("1,23", CellState.Text)]
    [InlineData("5²", CellState.Text)]
    [InlineData("①", CellState.Text)]
    [InlineData("3\uFFFD", CellState.Text)]
    [InlineData("1000000000000000000000000000000", CellState.Text)]
    [InlineData("12.3.4", CellState.Text)]
    [InlineData("第3", CellState.Text)]
    [InlineData("0（未统计）", CellState.Text)]
    [InlineData("0（无法统计）", CellState.Text)]
    [InlineData("0（见附表）", CellState.Text)]
    [InlineData("0（其中2件尚未统计）", CellState.Text)]
    [InlineData("12（上年）", CellState.Text)]
    [InlineData("12（全为上年）", CellState.Text)]
    [InlineData("12（均系往年制发）", CellState.Text)]
    [InlineData("12（均为2022年至2023年）", CellState.Text)]
    [InlineData("12（约）", CellState.Text)]
    [InlineData("12（累计）", CellState.Text)]
    [InlineData("12（应为13件）", CellState.Text)]
    [InlineData("5（无）", CellState.Text)]
    [InlineData("5万元（元）", CellState.Text)]
    public void What_is_no_number_is_none(string printed, CellState state)
    {
        var read = Read(printed);
        Assert.Equal((state, (decimal?)null), (read.State, read.Value));
    }

    [Theory]
    [InlineData("113 98889", true)]
    [InlineData("1\n0", true)]
    [InlineData("1 035 000", true)]
    [InlineData("1, 035", true)]
    [InlineData("减 1 2", true)]
    [InlineData("减 12", false)]
    [InlineData("22 （其中修订16件）", false)]
    [InlineData("22（其中修订1 2件）", false)]
    [InlineData("22 （2 0 2 3年）", false)]
    [InlineData("160.5964 万 元", false)]
    public void Blanks_between_the_digits_of_the_number_are_remembered(string printed, bool apart) => Assert.Equal(apart, Read(printed).Apart);

    [Theory]
    [InlineData("251000元", "元")]
    [InlineData("160.5964万元", "万元")]
    [InlineData("3件", "件")]
    [InlineData("5200（元）", "元")]
    [InlineData("5200（单位：元）", "元")]
    [InlineData("5200（以元为单位）", "元")]
    [InlineData("0.12（万件）", "万件")]
    [InlineData("3", null)]
    public void The_unit_is_the_printed_one(string printed, string? unit) => Assert.Equal(unit, Read(printed).Unit);

    [Theory]
    [InlineData("本年收费金额（单位：万元）", "万元")]
    [InlineData("采购总金额(元)", "元")]
    [InlineData("本年收费金额（单位：千元）", "千元")]
    [InlineData("本年收费金额（单位：人民币元）", "元")]
    [InlineData("本年收费金额（單位：萬元）", "萬元")]
    [InlineData("本年收费金额，单位：元", "元")]
    [InlineData("本年收费金额（单位：港币）", "港币")]
    [InlineData("本年收费金额（人民币：元）", "元")]
    [InlineData("本年收费金额（以元为单位）", "元")]
    [InlineData("本年收费金额（单位为萬元）", "萬元")]
    [InlineData("本年收费金额（元，保留两位小数）", "元")]
    [InlineData("本年收费金额（元，取整）", null)]
    [InlineData("本年处理决定数量（万件）", "万件")]
    [InlineData("参加培训的单位", null)]
    [InlineData("本年制发件数", null)]
    [InlineData("本年增/减（指2020年增加的事项数）", null)]
    [InlineData("本年收费金额［单位：元］", "元")]
    [InlineData("行政事业性收费〔萬元〕", "萬元")]
    [InlineData("行政事业性收费【元】", "元")]
    [InlineData("行政事业性收费〔2021〕", null)]
    public void A_head_may_print_the_unit(string head, string? unit) => Assert.Equal(unit, Numbers.UnitOf(Folding.Fold(head)));

    [Theory]
    [InlineData("本年收费金额（元，取整）", "元,取整")]
    [InlineData("本年收费金额（美元）", "美元")]
    [InlineData("本年收费金额〔美元〕", "美元")]
    [InlineData("本年收费金额（单位：万元）", "万元")]
    [InlineData("采购总金额（50万元以上）", null)]
    [InlineData("行政事业性收费（广元市）", null)]
    public void Over_an_amount_what_speaks_of_money_in_brackets_is_a_unit(string head, string? unit) => Assert.Equal(unit, Numbers.UnitOf(Folding.Fold(head), isAmount: true));

    [Theory]
    [InlineData("万元", "万")]
    [InlineData("萬件", "万")]
    [InlineData("万", "万")]
    [InlineData("人次", "")]
    [InlineData(null, "")]
    public void A_unit_counts_by_ones_or_more(string? unit, string scale) => Assert.Equal(scale, Numbers.Scale(unit));

    [Theory]
    [InlineData("宗", "件", true)]
    [InlineData("人次", "件", true)]
    [InlineData("萬件", "件", false)]
    [InlineData("户次", "件", false)]
    [InlineData("页", "件", false)]
    [InlineData("小时", "件", false)]
    [InlineData("美金", "件", false)]
    [InlineData("萬元", "万元", true)]
    [InlineData("元", "万元", false)]
    [InlineData("美金", "万元", false)]
    [InlineData(null, "件", true)]
    public void A_count_is_set_beside_others_only_in_a_unit_that_is_known(string? printed, string known, bool isSame) => Assert.Equal(isSame, Codebook.IsSameUnit(printed, known));

    [Theory]
    [InlineData("11（2022年）", 2022)]
    [InlineData("11（2 0 2 2 年度）", 2022)]
    [InlineData("11（均为2022年制发）", 2022)]
    [InlineData("11（全部为2022年）", 2022)]
    [InlineData("11（其中2022年3件）", null)]
    [InlineData("12（全县2015件）", null)]
    [InlineData("12（全部为2023年）", 2023)]
    public void The_year_that_a_number_is_of_is_remembered(string printed, int? year) => Assert.Equal(year, Read(printed).Year);

    [Fact]
    public void A_bracket_that_never_ends_is_read_through_once()
    {
        var words = "(" + new string('元', 1_000_000);
        Assert.Null(Numbers.UnitOf(words, isAmount: true));
        Assert.Equal(CellState.Text, Numbers.Read("1" + words).State);
        Assert.False(new CellText(new GridCell(1, 1, 1, 1, "x" + new string('1', 1_000_000), new Origin())).IsCutRemark);
    }

    static CellValue Read(string printed) => Numbers.Read(Folding.Fold(printed));
}
