using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>H-SUM: a region's report against the reports of its units, in every set of units that it may mean.</summary>
public sealed class AcrossUnitsTests
{
    static readonly UnitReport Office = Unit("青屏县人民政府办公室", 5) with { IsOwn = true };
    static readonly UnitReport[] Two = [Unit("青屏县财政局", 30), Unit("青屏县教育局", 40)];
    static readonly UnitReport Town = Unit("清溪镇人民政府", 7) with { IsBelow = true }, Tax = Unit("青屏县税务局", 9) with { IsApart = true };

    [Theory]
    [InlineData(91, null)]
    [InlineData(84, null)]
    [InlineData(82, null)]
    [InlineData(75, null)]
    [InlineData(86, null)]
    [InlineData(90, "新收申请：全部5个单位 青屏县财政局30+青屏县教育局40+青屏县人民政府办公室5+清溪镇人民政府7+青屏县税务局9=91 ≠ 90")]
    public void Each_set_that_may_be_meant_is_tried(int printed, string? evidence) => Assert.Equal(evidence, Evidence(Whole(printed, ""), [.. Two, Office, Town, Tax], Severity.Info));

    [Fact]
    public void What_the_prose_names_with_its_numbers_is_what_is_meant()
    {
        const string named = "全县收到申请71件，其中县财政局30件、教育局41件。";
        Assert.Equal("新收申请：所列2个单位 青屏县财政局30+青屏县教育局40=70 ≠ 71", Evidence(Whole(71, named), [.. Two, Office, Town, Unit("青屏县水利局", null)], Severity.Warning));
        Assert.Null(Evidence(Whole(70, named), [.. Two, Office], Severity.Warning));
        Assert.Null(Evidence(Whole(71, "县财政局、教育局办理申请较多。"), [.. Two, Office, Unit("青屏县水利局", null)], Severity.Info));
    }

    [Fact]
    public void A_sum_of_some_says_nothing_of_the_whole()
    {
        Assert.Null(Evidence(Whole(99, ""), [.. Two, Office, Unit("青屏县水利局", null)], Severity.Info));
        // The government's own requests may be in its report alone, and only more than all is too much.
        Assert.Null(Evidence(Whole(99, ""), Two, Severity.Info));
        Assert.NotNull(Evidence(Whole(60, ""), Two, Severity.Info));
        Assert.Empty(AcrossUnits.Compare(Whole(60, "") with { Scope = Scope.Own }, Two));
    }

    static string? Evidence(YearReport whole, UnitReport[] units, Severity severity) => AcrossUnits.Compare(whole, units).SingleOrDefault(f => f.Severity == severity)?.Message.Split('。')[0];

    static YearReport Whole(int received, string prose) => Report(received) with { Scope = Scope.Aggregate, Sections = [new Section(1, "", prose)] };

    static UnitReport Unit(string name, int? received) => new(name, [name, name.Replace("青屏县", "县"), name.Replace("青屏县", "")], received is { } number ? Report(number) : null);

    static YearReport Report(int received) => new() { Year = 2023, Scope = Scope.Own, Figures = new Dictionary<FigureKey, YearFigure> { [new("requests.new", "total")] = new(received, "2021") } };
}
