using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>The statistics tables of before 2019: a label, a unit, and of the columns behind it the one that is this year's.</summary>
public sealed class StatisticsTests
{
    static readonly string[] Fujian =
        ["主动公开文件数|条|{0}", "其中：1.政府网站公开数|条|{0}", "2.政府公报公开数|条|{0}", "受理依申请公开信息总数|条|{0}", "对申请的答复总数|条|{0}", "行政复议数|件|{0}"];

    [Theory]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "5|99", 5)]
    [InlineData("指标名称|单位|历年累计|当年度", "99|5", 5)]
    [InlineData("指标名称|计量单位|代码|2018年|历年累计", "01|5|99", 5)]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "|99", null)]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "5|", 5)]
    [InlineData("指标名称|计量单位|2018年度", "5", 5)]
    [InlineData("统计指标|单位|合计|市本级|县区", "5|2|3", 5)]
    public void The_figure_is_that_of_the_years_own_column(string heads, string values, int? figure)
    {
        var reading = Read(heads, Fujian.Select(r => string.Format(r, values)));
        Assert.Equal((figure, "条"), ((int?)Figure(reading, "fujian.disclosed").Value, Figure(reading, "fujian.disclosed").Unit));
        Assert.Equal("fujian", reading.Report.Edition);
        Assert.Empty(Doubts(reading, "fujian.disclosed"));
    }

    [Fact]
    public void Prose_is_read_by_the_sections_that_are_printed()
    {
        const string Prose = "<p>一、概述</p><p>二、主动公开</p><p>一、概述</p><p>2018年，我局主动公开政府信息56条。</p><p>二、依申请公开情况</p><p>全年收到政府信息公开申请3件，办结3件。</p><p>三、附表</p>";
        var report = ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body><h1>东湖市财政局2018年政府信息公开工作年度报告</h1>{Prose}<table>{string.Concat(Fujian.Prepend("指标名称|计量单位|2018年度").Select(r => $"<tr><td>{string.Format(r, 5).Replace("|", "<td>")}"))}</table></body></html>")).Report;
        Assert.Equal([("prose.items_published", 56m, 1), ("prose.requests_received", 3m, 2), ("prose.requests_closed", 3m, 2)], report.Statements.Select(s => (s.Subject, s.Value, s.Section!.Value)));
        Assert.Equal(["一、概述", "二、依申请公开情况", "三、附表"], report.Sections.Select(s => s.Title));
    }

    [Theory]
    [InlineData("统计指标|单位|区政府统计数|区直单位统计数|乡镇街道统计数", "5|5|5")]
    [InlineData("统计指标|单位|区政府|区直单位|乡镇街道", "5|2|0")]
    [InlineData("统计指标|单位|合计|市本级|县区", "9|2|3")]
    [InlineData("指标名称|计量单位|2018|2017", "5|4")]
    [InlineData("指标名称|计量单位|2018年度|历年总数", "5|99")]
    [InlineData("指标名称|计量单位|2018年度|历年总数", "|99")]
    public void Where_nothing_tells_which_column_counts_none_is_taken_and_all_are_named(string heads, string values)
    {
        var reading = Read(heads, Fujian.Select(r => string.Format(r, values)));
        Assert.DoesNotContain(reading.Report.Figures, f => f.Value is not null);
        Assert.Single(reading.Issues, i => i.Figures.Any(f => f.Indicator == "fujian.disclosed") && i.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "5|99", "99")]
    [InlineData("指标名称|单位|历年累计|当年度", "1,099|5", "1099")]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "5|", null)]
    [InlineData("指标名称|计量单位|2018年度|历年累计", "5|约99", null)]
    [InlineData("指标名称|计量单位|2018年度|本年累计", "5|5", null)]
    [InlineData("指标名称|计量单位|上年度|2018年度", "4|5", null)]
    public void The_sum_since_the_first_year_is_a_statement_and_no_figure(string heads, string values, string? sum) =>
        Assert.Equal(sum is null ? null : (decimal.Parse(sum), "条", 5), Read(heads, Fujian.Select(r => string.Format(r, values))).Report.Statements
            .Where(s => s.Subject == "cumulative.fujian.requests.received").Select(s => ((decimal, string?, int)?)(s.Value, s.Unit, s.Origin.Row!.Value)).SingleOrDefault());

    [Fact]
    public void A_number_among_the_units_is_never_left_aside()
    {
        var reading = Read("指标名称|计量单位|2018年度|历年累计", Fujian.Select(r => string.Format(r.Replace("|条", "|7"), "5|99")));
        Assert.DoesNotContain(reading.Report.Figures, f => f.Indicator == "fujian.disclosed");
        Assert.NotEmpty(Doubts(reading, "fujian.disclosed"));
    }

    [Fact]
    public void Rows_of_the_same_name_belong_to_the_group_they_follow()
    {
        var reading = Read("统计指标|单位|统计数",
            ["（一）收到申请数|件|9", "1.当面申请数|件|4", "（二）申请办结数|件|9", "1.按时办结数|件|9", "四、行政复议数量|件|3", "（一）维持具体行政行为数|件|1", "（二）被依法纠错数|件|2",
             "五、行政诉讼数量|件|7", "（一）维持具体行政行为或者驳回原告诉讼请求数|件|3", "（二）被依法纠错数|件|1", "（三）其他情形数|件|3"]);
        Assert.Equal((2m, 1m, 3m), (Figure(reading, "stat2014.reconsideration.corrected").Value, Figure(reading, "stat2014.litigation.corrected").Value, Figure(reading, "stat2014.litigation.other").Value));
        Assert.DoesNotContain(reading.Report.Figures, f => f.Indicator == "stat2014.reconsideration.other");
        Assert.True(Figure(reading, "stat2014.litigation").Proven);
    }

    [Fact]
    public void A_printed_unit_is_the_figures_own_and_nothing_is_scaled()
    {
        var reading = Read("统计指标|单位|统计数", ["三、依申请公开情况|----|----", "（一）收到申请数|件|1,234", "（二）申请办结数|件|零", "（三）申请答复数|件|/", "七、依申请公开信息收取的费用|元|120.50", "（三）接受培训人员数|人次|88"]);
        Assert.Equal((120.5m, "元"), (Figure(reading, "stat2014.request_fees").Value, Figure(reading, "stat2014.request_fees").Unit));
        Assert.Equal((1234m, 0m, CellState.Mark), (Figure(reading, "stat2014.requests.received").Value, Figure(reading, "stat2014.requests.closed").Value, Figure(reading, "stat2014.requests.answered").State));
    }

    [Fact]
    public void A_table_of_an_unknown_form_is_kept_as_printed()
    {
        var issue = Assert.Single(Read("项目|单位|本期实际", ["网站发布信息|条|45", "受理投诉|件|2", "接待来访|人次|17", "编发简报|期|12"]).Issues, i => i.Code == "TABLE-UNKNOWN");
        Assert.Contains("接待来访 | 人次 | 17", issue.Message);
        Assert.Equal(1, issue.Origin?.Grid);
    }

    static Reading Read(string heads, IEnumerable<string> rows) => ReportReader.Read(Encoding.UTF8.GetBytes(
        $"<html><body><h1>东湖市财政局2018年政府信息公开工作年度报告</h1><table>{string.Concat(rows.Prepend(heads).Select(r => $"<tr>{string.Concat(r.Split('|').Select(c => $"<td>{c}</td>"))}</tr>"))}</table></body></html>"));

    static Figure Figure(Reading reading, string indicator) => Assert.Single(reading.Report.Figures, f => f.Indicator == indicator);

    static IEnumerable<Issue> Doubts(Reading reading, string indicator) => reading.Issues.Where(i => i.Severity != Severity.Info && i.Fault != Fault.Publisher && i.Figures.Any(f => f.Indicator == indicator));
}
