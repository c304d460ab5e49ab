using ReportHarvester.Reports;
using ReportHarvester.Reports.Checks.Across;

namespace ReportHarvester.Tests.Reports;

public sealed class AcrossYearsTests
{
    [Fact]
    public void T2_STOCK_speaks_where_the_stock_does_not_follow() =>
        Assert.Equal("行政规范性文件：10（2021年现行有效）+3-1=12 ≠ 11（2022年现行有效）", Evidence("T2-STOCK",
            [("normative_documents.in_force", 10)], [("normative_documents.issued", 3), ("normative_documents.repealed", 1), ("normative_documents.in_force", 11)]));

    [Fact]
    public void T2_STOCK_is_silent_where_it_follows() => Assert.Null(Evidence("T2-STOCK",
        [("normative_documents.in_force", 10)], [("normative_documents.issued", 3), ("normative_documents.repealed", 1), ("normative_documents.in_force", 12)]));

    [Fact]
    public void T2O_ITEMS_YOY_speaks_where_the_items_do_not_follow() => Assert.Equal("licences：2021年 12+3=15 ≠ 2022年上一年项目数量 14", Evidence("T2O-ITEMS-YOY",
        [("licences.items_last_year", 12), ("licences.items_change", 3)], [("licences.items_last_year", 14)]));

    /// <summary>The form of the year before or after does not have it, or the cell is blank.</summary>
    [Theory]
    [InlineData("T2-STOCK", "", "normative_documents.issued=3 normative_documents.repealed=1 normative_documents.in_force=12")]
    [InlineData("T2-STOCK", "normative_documents.in_force=10", "normative_documents.issued=3 normative_documents.repealed=1")]
    [InlineData("T2-STOCK", "normative_documents.in_force=10", "normative_documents.repealed=1 normative_documents.in_force=12")]
    [InlineData("T2O-ITEMS-YOY", "licences.items_last_year=12 licences.items_change=3", "")]
    [InlineData("T2O-ITEMS-YOY", "licences.items_last_year=12", "licences.items_last_year=12")]
    public void A_number_that_is_not_printed_contradicts_nothing(string code, string before, string now) => Assert.Null(Evidence(code, Parse(before), Parse(now)));

    static (string, decimal)[] Parse(string figures) =>
        [.. figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(figure => figure.Split('=')).Select(pair => (pair[0], decimal.Parse(pair[1])))];

    static string? Evidence(string code, (string, decimal)[] before, (string, decimal)[] now) =>
        AcrossYears.Compare(Report(2021, before), Report(2022, now), new Between()).Where(finding => finding.Code == code).Select(finding => finding.Message.Split('。')[0]).SingleOrDefault();

    static YearReport Report(int year, (string Indicator, decimal Value)[] figures) => new()
    {
        Year = year, Scope = Scope.Own, Figures = figures.ToDictionary(figure => new FigureKey(figure.Indicator), figure => new YearFigure(figure.Value, "2021")),
    };
}
