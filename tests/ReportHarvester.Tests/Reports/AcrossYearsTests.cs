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
    public void T2O_ITEMS_YOY_speaks_where_the_items_do_not_follow() => Assert.Equal("行政许可：2021年 12+3=15 ≠ 2022年上一年项目数量 14", Evidence("T2O-ITEMS-YOY",
        [("licences.items_last_year", 12), ("licences.items_change", 3)], [("licences.items_last_year", 14)]));

    [Theory]
    [InlineData("全年结转下年度3件。", Severity.Error, true)]
    [InlineData("因机构改革，原壬局2件未办结申请划入我局。", Severity.Warning, false)]
    [InlineData("上年度报告所列结转数统计有误，应为7件。", Severity.Warning, false)]
    public void T3_CARRY_YOY_blames_nobody_where_the_report_says_why(string text, Severity severity, bool blames)
    {
        static YearReport Of(int year, string indicator, decimal value) =>
            Report(year, []) with { Figures = new Dictionary<FigureKey, YearFigure> { [new(indicator, "total")] = new(value, "2021") } };
        var now = Of(2022, "requests.carried_in", 7) with { Sections = [new Section(6, "其他需要报告的事项", text)] };
        var found = Assert.Single(AcrossYears.Compare(Of(2021, "requests.carried_out", 5), now, new Between()), f => f.Code == "T3-CARRY-YOY");
        Assert.Equal((severity, blames), (found.Severity, found.Blames));
    }

    [Theory]
    [InlineData(Scope.Own, Scope.Own, "", Severity.Error)]
    [InlineData(Scope.Unknown, Scope.Own, "", Severity.Warning)]
    [InlineData(Scope.Own, Scope.Own, "年末2件未办结申请划转至某委。", Severity.Warning)]
    public void T3_CARRY_YOY_is_no_error_where_the_year_before_says_why_or_may_speak_for_others(Scope before, Scope now, string text, Severity severity)
    {
        static YearReport Of(int year, Scope scope, string indicator, decimal value) =>
            Report(year, []) with { Scope = scope, Figures = new Dictionary<FigureKey, YearFigure> { [new(indicator, "total")] = new(value, "2021") } };
        var found = AcrossYears.Compare(Of(2021, before, "requests.carried_out", 5) with { Sections = [new Section(6, "", text)] }, Of(2022, now, "requests.carried_in", 3), new Between());
        Assert.Equal(severity, Assert.Single(found, f => f.Code == "T3-CARRY-YOY").Severity);
    }

    [Theory]
    [InlineData(100, 7, 107, null)]
    [InlineData(100, 7, 108, "主动公开文件数：100（2016年历年累计）+7=107 ≠ 108（2017年历年累计）")]
    // Counted anew from this year on.
    [InlineData(100, 7, 7, null)]
    [InlineData(100, null, 108, null)]
    public void P_CUM(int before, int? year, int now, string? evidence)
    {
        static Statement Sum(int value) => new() { Subject = "cumulative.fujian.disclosed", Value = value, Raw = $"{value}", Sentence = "", Origin = new Origin() };
        var found = AcrossYears.Compare(Report(2016, []) with { Statements = [Sum(before)] }, Report(2017, year is { } own ? [("fujian.disclosed", own)] : []) with { Statements = [Sum(now)] }, new Between());
        Assert.Equal(evidence, found.SingleOrDefault(f => f is { Code: "P-CUM", Severity: Severity.Info })?.Message.Split('。')[0]);
    }

    [Theory]
    [InlineData("0", "0", true)]
    // The total is misprinted, and the cases are there.
    [InlineData("0", "2", false)]
    [InlineData("2", "0", false)]
    public void T4_PENDING_YOY(string total, string upheld, bool fails) => Assert.Equal(fails, Evidence("T4-PENDING-YOY", [("reconsideration.pending", 1)],
        [("reconsideration.total", decimal.Parse(total)), ("reconsideration.upheld", decimal.Parse(upheld)), ("reconsideration.corrected", 0), ("reconsideration.other", 0), ("reconsideration.pending", 0)]) is not null);

    [Theory]
    [InlineData(9, 6, false)]
    [InlineData(9, 7, true)]
    public void T4_VS_T3_is_worth_knowing_where_cases_are_more_than_the_requests_of_two_years(int review, int direct, bool fails)
    {
        static YearReport Closed(int year, int closed, params (string, decimal)[] cases) => Report(year, cases) is var report ? report with
        {
            Figures = report.Figures.Append(new(new FigureKey("requests.closed", "total"), new YearFigure(closed, "2021"))).ToDictionary(f => f.Key, f => f.Value),
        } : report;
        var found = AcrossYears.Compare(Closed(2021, 5), Closed(2022, 10, ("reconsideration.total", review), ("litigation.direct.total", direct)), new Between()).Where(f => f.Code == "T4-VS-T3").ToList();
        Assert.Equal(fails ? [(Severity.Info, false, $"复议与直接起诉 {review}+{direct}={review + direct} > 两年办结 5+10=15")] : [], found.Select(f => (f.Severity, f.Blames, f.Message.Split('。')[0])));
    }

    [Theory]
    [InlineData("12.5", "625", false)]
    [InlineData("12.5", "0.25", false)]
    [InlineData("12.5", "0", false)]
    [InlineData("12.5", "125000", true)]
    [InlineData("125000", "12.5", true)]
    public void T2_FEE_UNIT_asks_where_fees_leap_fiftyfold(string before, string now, bool fails) =>
        Assert.Equal(fails, Evidence("T2-FEE-UNIT", [("fees.collected", decimal.Parse(before))], [("fees.collected", decimal.Parse(now))]) is not null);

    [Theory]
    [InlineData("251000元", "26.3万元", null)]
    [InlineData("25.1", "263000元", null)]
    [InlineData("300000元", "310000", "行政事业性收费：2021年 30万元，2022年 310000万元，相差10333倍，疑以元为万元")]
    [InlineData("30万元", "310000人次", null)]
    public void T2_FEE_UNIT_goes_by_the_printed_units(string before, string now, string? evidence)
    {
        static YearReport Of(int year, string printed)
        {
            var digits = printed.TrimEnd('元', '万', '人', '次');
            return Report(year, []) with { Figures = new Dictionary<FigureKey, YearFigure> { [new("fees.collected")] = new(decimal.Parse(digits), "2021", printed.Length == digits.Length ? null : printed[digits.Length..]) } };
        }
        Assert.Equal(evidence, AcrossYears.Compare(Of(2021, before), Of(2022, now), new Between()).SingleOrDefault(f => f.Code == "T2-FEE-UNIT")?.Message.Split('。')[0]);
    }

    [Theory]
    [InlineData("http://a/gknb/", "http://a/gknb/", false)]
    [InlineData("http://a/gknb/ http://a/tzgg/", "http://a/gknb/", false)]
    [InlineData("http://a/tzgg/", "http://a/gknb/", true)]
    [InlineData("", "http://a/gknb/", false)]
    public void C_COLUMN_speaks_where_two_years_have_no_column_in_common(string before, string now, bool fails)
    {
        static string[] Columns(string all) => all.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = AcrossYears.Compare(Report(2021, []) with { Columns = Columns(before) }, Report(2022, []) with { Columns = Columns(now) }, new Between());
        Assert.Equal(fails, found.Any(f => f is { Code: "C-COLUMN", Severity: Severity.Warning, Blames: false }));
    }

    // A real pair: the number follows with what was carried in, its growth by no count of either year. Of 3608, one more than the year before says, it would be 1.05 %.
    [Theory]
    [InlineData("1.05", false)]
    [InlineData("1.08", true)]
    [InlineData("1.09", true)]
    [InlineData("0.4", true)]
    [InlineData("2.5", false)]
    public void N_RATE_tries_each_count_of_the_year_before(string growth, bool follows)
    {
        static Statement Said(int number, string sentence) => new() { Subject = "prose.requests_received", Value = number, Unit = "件", Raw = $"{number}件", Sentence = sentence, Origin = new Origin() };
        static YearReport Year(int year, int received, int carriedIn, Statement said) => new()
        {
            Year = year, Scope = Scope.Aggregate, Statements = [said],
            Figures = new Dictionary<FigureKey, YearFigure> { [new("requests.new", "total")] = new(received, "2021"), [new("requests.carried_in", "total")] = new(carriedIn, "2021") },
        };
        var found = AcrossYears.Compare(Year(2023, 3511, 96, Said(3607, "收办3607件。")), Year(2024, 3525, 121, Said(3646, $"收办3646件，同比增长{growth}%。")), new Between()).Where(f => f.Code == "N-RATE");
        Assert.Equal(follows, !found.Any());
    }

    [Theory]
    [InlineData("收到网上申请31件，同比增长55%，来信申请1件。", false)]
    [InlineData("收到申请1件，同比增长55%；办理1件，同比增长10%。", false)]
    [InlineData("收到申请1件，同比增长55%。", true)]
    public void N_RATE_is_of_the_number_that_stands_alone_and_once_in_its_sentence(string sentence, bool fails)
    {
        var said = new Statement { Subject = "prose.requests_received", Value = 1, Unit = "件", Raw = "1件", Sentence = sentence, Origin = new Origin() };
        YearReport Year(int year, params Statement[] said) => new() { Year = year, Scope = Scope.Own, Statements = said, Figures = new Dictionary<FigureKey, YearFigure> { [new("requests.new", "total")] = new(20, "2021") } };
        Assert.Equal(fails, AcrossYears.Compare(Year(2021), Year(2022, said), new Between()).Any(f => f.Code == "N-RATE"));
    }

    [Fact]
    public void Two_growths_that_do_not_follow_are_two_findings()
    {
        static Statement Said(int number, string growth) => new() { Subject = "prose.requests_received", Value = number, Unit = "件", Raw = $"{number}件", Sentence = $"收到申请{number}件，同比增长{growth}%。", Origin = new Origin() };
        YearReport Year(int year, int received, params Statement[] said) => new() { Year = year, Scope = Scope.Own, Statements = said, Figures = new Dictionary<FigureKey, YearFigure> { [new("requests.new", "total")] = new(received, "2021") } };
        var found = AcrossYears.Compare(Year(2021, 100), Year(2022, 110, Said(110, "12"), Said(110, "13"), Said(110, "10")), new Between()).Where(f => f.Code == "N-RATE").ToList();
        Assert.Equal(["received", "received 2"], found.Select(f => f.Subject));
        Assert.Equal(["收到申请110件，同比增长12%。"], found[0].Said);
    }

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
