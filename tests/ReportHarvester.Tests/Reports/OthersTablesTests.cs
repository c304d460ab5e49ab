using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>Tables in a document that are not the report's own, or say that they count something else: never taken in silence.</summary>
public sealed class OthersTablesTests
{
    const string Title = "<p>青溪县林业局2023年政府信息公开工作年度报告</p>";
    const string Three = "<p>三、收到和处理政府信息公开申请情况</p>", Six = "<p>六、其他需要报告的事项</p><p>无。</p>";
    const string Heads = "项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";
    static readonly string[] Labels =
    [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
        "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
        "（七）总计", "四、结转下年度继续办理",
    ];

    [Theory]
    [InlineData("/", "2022年")]
    [InlineData("", "填表示例")]
    [InlineData("", "2022年收到和处理政府信息公开申请情况表")]
    [InlineData("/", "附件：青溪县苗圃管理站收到和处理政府信息公开申请情况")]
    public void A_table_without_numbers_is_not_replaced_by_one_that_is_anothers(string cell, string caption)
    {
        var reading = Read(Title + Three + Table(cell) + Six + $"<p>{caption}</p>" + Table("4"));
        Assert.DoesNotContain(reading.Report.Figures, f => f.State == CellState.Number);
        Assert.Contains(reading.Report.Figures, f => f.Indicator == "requests.new");
        Assert.Contains(reading.Issues, i => i is { Code: "TABLE-TWICE", Figures.Count: 0 });
    }

    [Theory]
    [InlineData("苏州市吴江区教育局", "苏州市教育局", true)]
    [InlineData("东湖市东山县财政局", "东湖市财政局", true)]
    [InlineData("东湖市城乡建设局", "东湖市建设局", false)]
    [InlineData("东湖市住房和城乡建设局", "东湖市住建局", false)]
    [InlineData("东湖市住房和城乡建设局", "市住建局", false)]
    public void The_table_of_the_organ_above_is_anothers(string agency, string named, bool doubted)
    {
        var reading = Read($"<p>{agency}2023年政府信息公开工作年度报告</p>" + Three + $"<p>填报单位：{named}</p>" + Table("3"));
        Assert.Equal(doubted, reading.Issues.Any(i => i is { Code: "AGENCY-CONFLICT", Table: "3" }));
    }

    [Fact]
    public void Where_nothing_tells_whose_a_filled_table_is_the_figures_of_a_blank_one_are_named()
    {
        var reading = Read(Title + Three + Table("") + Six + Table("4"));
        Assert.Equal(7 * Labels.Length, Assert.Single(reading.Issues, i => i.Code == "TABLE-TWICE").Figures.Count);
        Assert.DoesNotContain(reading.Report.Figures, f => f.Proven);
    }

    [Theory]
    [InlineData("青溪县林业局2022年政府信息公开工作年度报告")]
    [InlineData("附件1：青溪县苗圃管理站2023年政府信息公开工作年度报告")]
    public void A_report_that_is_appended_fills_no_gap(string title)
    {
        var reading = Read(Title + Three + "<p>本年未收到申请。</p>" + Table4("2") + Six + $"<p>{title}</p>" + Three + Table("4") + Table4("9"));
        Assert.DoesNotContain(reading.Report.Figures, f => f.Indicator.StartsWith("requests", StringComparison.Ordinal));
        Assert.Equal(2, reading.Report.Figures.First(f => f.Indicator == "reconsideration.upheld").Value);
        Assert.Contains(reading.Issues, i => i is { Code: "TABLE-MISSING", Table: "3" });
        Assert.Contains(reading.Issues, i => i.Code == "OTHER-REPORT");
    }

    [Fact]
    public void Of_two_reports_the_one_that_the_page_is_called_after_is_read()
    {
        const string older = "<p>青溪县林业局2022年政府信息公开工作年度报告</p>";
        var reading = Read(older + Three + Table("4") + Six + Title + Three + Table("3") + Six, "<title>青溪县林业局2023年政府信息公开工作年度报告</title>");
        Assert.Equal((2023, 3), (reading.Report.Year, Value(reading)));
    }

    [Fact]
    public void A_title_at_the_top_of_a_page_with_a_slip_in_its_year_begins_no_other_report()
    {
        var reading = Read(Title + "<p>一、总体情况</p><p>平稳。</p><p>青溪县林业局2022年政府信息公开工作年度报告</p>" + Three + Table("3"));
        Assert.Equal(3, Value(reading));
    }

    [Theory]
    [InlineData("2023年", "2022年", 3)]
    [InlineData("2022年", "2023年", 4)]
    public void Of_two_tables_side_by_side_the_one_of_the_year_is_taken(string left, string right, int taken)
    {
        var reading = Read(Title + Three + Beside($"<tr><td colspan=8>{left}</td><td colspan=8>{right}</td></tr>"));
        Assert.Equal(taken, Value(reading));
        Assert.Contains(reading.Issues, i => i is { Code: "TABLE-TWICE", Figures.Count: 0 });
    }

    [Fact]
    public void Of_two_tables_side_by_side_that_nothing_tells_apart_all_figures_that_differ_are_named()
    {
        var reading = Read(Title + Three + Beside(""));
        Assert.Equal(3, Value(reading));
        var named = Assert.Single(reading.Issues, i => i.Code == "TABLE-TWICE").Figures;
        Assert.Equal(2 * Labels.Length, named.Count);
        Assert.DoesNotContain(reading.Report.Figures, f => f.Proven && named.Contains(f.Key));
    }

    [Theory]
    [InlineData("<p>2022年收到和处理政府信息公开申请情况表</p>", "", true)]
    [InlineData("<p>2022年度</p><p>单位：件</p>", "", true)]
    [InlineData("<p>2023年上半年情况</p>", "", true)]
    [InlineData("", "<caption>2022年数据</caption>", true)]
    [InlineData("", "<tr><td colspan=8>2022年度</td></tr>", true)]
    [InlineData("<p>2023年收到和处理政府信息公开申请情况表</p>", "", false)]
    [InlineData("<p>与2022年相比，申请有所增加。</p>", "", false)]
    [InlineData("<p>制表日期：2024年1月12日</p>", "", false)]
    public void A_table_over_which_another_year_stands_is_doubted(string above, string first, bool doubted)
    {
        var reading = Read(Title + Three + above + Table("3").Replace("<table>", $"<table>{first}", StringComparison.Ordinal));
        var named = reading.Issues.Where(i => i is { Code: "YEAR-CONFLICT", Table: "3" }).SelectMany(i => i.Figures);
        Assert.Equal(doubted ? 7 * Labels.Length : 0, named.Count());
        Assert.Equal(3, Value(reading));
        Assert.Equal(doubted, !reading.Report.Figures.Any(f => f.Proven));
    }

    [Theory]
    [InlineData("填报单位：市市场监管局", false)]
    [InlineData("填报单位：桐乡市市场监督管理局", false)]
    [InlineData("填报单位：桐乡市市场服务中心", true)]
    [InlineData("填报单位：市场发展局", true)]
    public void A_table_over_which_another_organ_stands_is_doubted(string above, bool doubted)
    {
        var reading = Read("<p>桐乡市市场监督管理局2023年政府信息公开工作年度报告</p>" + Three + $"<p>{above}</p>" + Table("3"));
        Assert.Equal(doubted, reading.Issues.Any(i => i is { Code: "AGENCY-CONFLICT", Table: "3" }));
        Assert.Equal(3, Value(reading));
    }

    [Theory]
    [InlineData("信息内容|上年处理决定数量", "行政许可|8", true)]
    [InlineData("信息内容|历年累计", "行政处罚|8", true)]
    [InlineData("|上年处理决定数量", "行政许可|8", true)]
    [InlineData("信息内容|处理决定数量", "行政许可|8", false)]
    [InlineData("信息内容|本年退费金额（单位：万元）", "行政事业性收费|8", true)]
    public void A_figure_under_words_that_are_no_head_of_the_form_is_named(string heads, string row, bool named)
    {
        var reading = Read(Title + "<p>二、主动公开政府信息情况</p><table>" + Row("信息内容|本年制发件数|本年废止件数|现行有效件数") + Row("规章|1|0|3") + Row(heads) + Row(row) + "</table>");
        var figure = Assert.Single(reading.Report.Figures, f => f.Value == 8);
        Assert.Equal(named, reading.Issues.Any(i => i.Code == "HEAD-MISSING" && i.Figures.Contains(figure.Key)));
    }

    [Theory]
    [InlineData("上年统计数", "HEAD-MISSING")]
    [InlineData("上半年", "HEAD-MISSING")]
    [InlineData("2017年度", "YEAR-CONFLICT")]
    public void A_column_of_another_time_is_named_whole(string head, string code)
    {
        var reading = Read("<p>青溪县林业局2018年政府信息公开工作年度报告</p><table>" + Row($"统计指标|单位|{head}") + Row("主动公开规范性文件数|条|4") + Row("制发规范性文件总数|件|5") + Row("政务微信公开政府信息数|条|9") + "</table>");
        Assert.Equal(reading.Report.Figures.Select(f => f.Key), Assert.Single(reading.Issues, i => i.Code == code).Figures);
        Assert.NotEmpty(reading.Report.Figures);
    }

    [Theory]
    [InlineData("上年制发件数", "HEAD-MISSING")]
    [InlineData("历年制发件数", "HEAD-MISSING")]
    [InlineData("本年未制发件数", "HEAD-MISSING")]
    [InlineData("本年制友件数", "LABEL-VARIANT")]
    public void A_slip_in_a_head_is_told_and_what_turns_its_meaning_is_none(string head, string code)
    {
        var reading = Read(Title + "<p>二、主动公开政府信息情况</p><table>" + Row($"信息内容|{head}|本年废止件数|现行有效件数") + Row("规章|1|0|3") + Row("行政规范性文件|2|1|5") + "</table>");
        var named = reading.Issues.Where(i => i.Code == code && i.Severity == Severity.Warning).SelectMany(i => i.Figures).Select(f => f.Indicator);
        Assert.Equal(["rules.issued", "normative_documents.issued"], named);
    }

    [Theory]
    [InlineData("1.不属于国家秘密")]
    [InlineData("1.非属于国家秘密")]
    public void A_label_that_says_the_contrary_is_not_the_forms(string label)
    {
        var reading = Read(Title + Three + Table("3").Replace("1.属于国家秘密", label, StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Report.Figures, f => f.Indicator == "requests.denied.state_secret");
        Assert.Contains(reading.Issues, i => i.Code == "ROW-MISSING" && i.Figures.Any(f => f.Indicator == "requests.denied.state_secret"));
    }

    // Each row adds up, so that identities can prove it.
    static IEnumerable<string> Rows(string cell) =>
        Labels.Select(label => $"{label}|{cell}" + string.Concat(Enumerable.Repeat(cell is "" or "/" ? $"|{cell}" : "|0", 5)) + $"|{cell}");

    static string Table(string cell) => "<table>" + Row(Heads) + string.Concat(Rows(cell).Select(Row)) + "</table>";

    static string Beside(string banner) =>
        $"<table>{banner}" + Row($"{Heads}|{Heads}") + string.Concat(Rows("3").Zip(Rows("4")).Select(r => Row($"{r.First}|{r.Second}"))) + "</table>";

    static string Table4(string first)
    {
        const string results = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";
        return "<p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td colspan=5>行政复议</td><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
            + $"<tr>{results}{results}{results}</tr>" + Row($"{first}|0|0|0|{first}|0|0|0|0|0|0|0|0|0|0") + "</table>";
    }

    static string Row(string cells) => "<tr>" + string.Concat(cells.Split('|').Select(c => $"<td>{c}</td>")) + "</tr>";

    static decimal? Value(Reading reading) => reading.Report.Figures.Single(f => f.Key == new FigureKey("requests.new", "total")).Value;

    static Reading Read(string body, string head = "") => ReportReader.Read(Encoding.UTF8.GetBytes($"<html><head>{head}</head><body>{body}</body></html>"));
}
