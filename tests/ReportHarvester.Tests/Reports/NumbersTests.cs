using ReportHarvester.Reports;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

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
    [InlineData("3", null)]
    public void The_unit_is_the_printed_one(string printed, string? unit) => Assert.Equal(unit, Read(printed).Unit);

    [Theory]
    [InlineData("本年收费金额（单位：万元）", "万元")]
    [InlineData("采购总金额(元)", "元")]
    [InlineData("本年制发件数", null)]
    [InlineData("本年增/减（指2020年增加的事项数）", null)]
    public void A_head_may_print_the_unit(string head, string? unit) => Assert.Equal(unit, Numbers.UnitOf(Folding.Fold(head)));

    static CellValue Read(string printed) => Numbers.Read(Folding.Fold(printed));
}
