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
    public void Numbers_are_read_as_printed_and_never_scaled(string printed, double value)
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
    [InlineData("约30", CellState.Text)]
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

    [Fact]
    public void Blanks_between_digits_are_remembered()
    {
        Assert.True(Read("113 98889").Apart);
        Assert.True(Read("1\n0").Apart);
        Assert.False(Read("22 （其中修订16件）").Apart);
    }

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
