using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>Rows and columns that are not where the form has them: read by what they say, or not at all.</summary>
public sealed class RecognitionTests
{
    const string Applicants = "项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";
    const string New = "一、本年新收政府信息公开申请数量";
    const string CarriedIn = "二、上年结转政府信息公开申请数量";

    [Fact]
    public void Columns_are_found_by_their_heads_in_any_order()
    {
        var report = Read(Table("项目|总计|其他|自然人|商业企业|科研机构|社会公益组织|法律服务机构", $"{New}|33|4|12|5|3|7|2"));
        Assert.Equal((12, 33, 4), (Value(report, "natural_person"), Value(report, "total"), Value(report, "other_org")));
    }

    [Fact]
    public void A_span_that_is_off_by_one_does_not_move_the_values()
    {
        var report = Read("<table><tr><td rowspan=3>项目</td><td colspan=7>申请人情况</td></tr><tr><td rowspan=2>自然人</td><td colspan=4>法人或其他组织</td><td rowspan=2>总计</td></tr>"
            + "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>" + Row($"{New}|12|5|3|7|2|4|33") + "</table>");
        Assert.Equal((12, 33, 4), (Value(report, "natural_person"), Value(report, "total"), Value(report, "other_org")));
        Assert.DoesNotContain(report.Issues, i => i.Fault == Fault.Publisher);
    }

    [Fact]
    public void Values_under_unknown_heads_are_named_as_doubtful()
    {
        var report = Read(Table("项目|企业|公民|科研机构|社会公益组织|法律服务机构|其他|总计", $"{New}|5|12|3|7|2|4|33"));
        var issue = Assert.Single(report.Issues, i => i.Code == "HEAD-MISSING");
        Assert.Equal(["natural_person", "business"], issue.Figures.Select(f => f.Applicant));
    }

    [Fact]
    public void A_row_with_a_value_too_few_is_not_placed_and_all_its_figures_are_named()
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4"));
        Assert.DoesNotContain(report.Report.Figures, f => f.Indicator == "requests.new");
        Assert.Equal(7, Assert.Single(report.Issues, i => i.Code == "ROW-SHORT").Figures.Count);
    }

    [Theory]
    [InlineData("序号|项目|代码|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|备注", New, "1|{0}|01|12|5|3|7|2|4|33|含上年")]
    [InlineData("项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|", New, "{0}|12|5|3|7|2|4|33|")]
    public void Columns_that_the_form_does_not_have_are_left_aside(string heads, string label, string row)
    {
        var report = Read(Table(heads, string.Format(row, label)));
        Assert.Equal([12m, 5, 3, 7, 2, 4, 33], report.Report.Figures.Where(f => f.Indicator == "requests.new").Select(f => f.Value!.Value));
    }

    [Theory]
    [InlineData("</table><table>")]
    [InlineData("")]
    public void Of_two_tables_that_only_their_turn_tells_apart_the_figures_that_differ_are_named(string between)
    {
        var rows = Table(Applicants, $"{New}|12|5|3|7|2|4|33", $"{CarriedIn}|2|0|0|0|0|0|2");
        var other = between.Length == 0 ? Row($"{CarriedIn}|3|0|0|0|0|0|3") : Row(Applicants) + Row($"{New}|12|5|3|7|2|4|33") + Row($"{CarriedIn}|3|0|0|0|0|0|3");
        var report = Read(rows.Replace("</table>", between + other + "</table>", StringComparison.Ordinal));
        var named = report.Issues.Where(i => i.Code is "TABLE-TWICE" or "ROW-TWICE").SelectMany(i => i.Figures);
        Assert.Equal(["requests.carried_in|natural_person", "requests.carried_in|total"], named.Select(f => $"{f.Indicator}|{f.Applicant}"));
    }

    [Fact]
    public void A_table_that_bears_another_year_names_no_figure_of_the_reports_own()
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4|33") + "<p>2020年收到和处理政府信息公开申请情况</p>" + Table(Applicants, $"{New}|1|0|0|0|0|0|1"));
        Assert.DoesNotContain(report.Issues, i => i.Code == "TABLE-TWICE" && i.Figures.Count > 0);
    }

    [Theory]
    [InlineData("合计", 4, false)]
    [InlineData("总计", 4, false)]
    [InlineData("总计", 3, true)]
    [InlineData("（七）总计", 4, true)]
    public void The_sum_of_a_group_is_not_the_tables(string label, int span, bool known)
    {
        string Of(string cells, int number) => $"<tr>{cells}<td>{number}</td>" + string.Concat(Enumerable.Repeat("<td>0</td>", 5)) + $"<td>{number}</td></tr>";
        var report = Read("<table>" + Row(Applicants).Replace("<td>项目</td>", "<td colspan=2>项目</td>", StringComparison.Ordinal) + Of($"<td colspan=2>{New}</td>", 9)
            + Of($"<td rowspan={span}>（三）不予公开</td><td>1.属于国家秘密</td>", 2) + Of("<td>7.属于行政执法案卷</td>", 0) + Of("<td>8.属于行政查询事项</td>", 0)
            + Of(span == 4 ? $"<td>{label}</td>" : $"<td colspan=2>{label}</td>", 2) + Of("<td rowspan=2>（四）无法提供</td><td>1.本机关不掌握相关政府信息</td>", 7) + "</table>");
        Assert.Equal(known, report.Report.Figures.Any(f => f.Indicator == "requests.closed"));
        Assert.Equal(!known, report.Issues.Any(i => i is { Code: "ROW-UNKNOWN", Table: "3" }));
    }

    [Fact]
    public void Last_years_table_beside_this_years_fills_no_gap()
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4|33") + "<p>上年</p>" + Table(Applicants, $"{New}|1|0|0|0|0|0|1", $"{CarriedIn}|2|0|0|0|0|0|2"));
        Assert.Equal(33, Value(report, "total"));
        Assert.DoesNotContain(report.Report.Figures, f => f.Indicator == "requests.carried_in");
        Assert.Contains(report.Issues, i => i.Code == "TABLE-TWICE");
    }

    [Fact]
    public void Of_two_whole_tables_the_one_of_the_later_year_is_taken_and_the_other_is_told()
    {
        var report = Read("<p>2022年数据</p>" + Table2("7") + "<p>2023年数据</p>" + Table2("8"));
        Assert.Equal(8, report.Report.Figures.Single(f => f.Indicator == "rules.issued").Value);
        Assert.Contains(report.Issues, i => i.Code == "TABLE-TWICE");
    }

    [Fact]
    public void Last_years_edition_does_not_win_because_it_has_more_cells()
    {
        var older = Table("信息内容|本年新制作数量|本年新公开数量|对外公开总数量", "规章|4|5|6", "规范性文件|1|2|3") + Table("信息内容|上一年项目数量|本年增/减|处理决定数量",
            "行政许可|1|2|3", "其他对外管理服务事项|1|2|3") + Table("信息内容|上一年项目数量|本年增/减|处理决定数量", "行政处罚|1|2|3", "行政强制|1|2|3");
        var report = Read(Table2("8") + "<p>上年数据</p>" + older);
        Assert.Equal("2021", report.Report.Edition);
        Assert.Equal(8, report.Report.Figures.Single(f => f.Indicator == "rules.issued").Value);
    }

    [Theory]
    [InlineData("地区|a|b|c|d|e|f|g", "其他|12|5|3|7|2|4|33", "总计|12|5|3|7|2|4|33")]
    [InlineData("执法类别|数量", "行政许可|12", "行政处罚|5")]
    [InlineData("文件种类|新增|修改|废止", "规章|1|2|3", "其他文件|4|5|6")]
    public void A_table_of_something_else_gives_no_figure(params string[] rows) =>
        Assert.Equal(Outcome.Failed, Read(Table(rows)).Outcome);

    [Fact]
    public void The_totals_of_another_table_do_not_stand_for_this_ones()
    {
        var noise = Table("季度|a|b|c|d|e|f|g", "其他|9|9|9|9|9|9|9", "总计|9|9|9|9|9|9|9");
        var table = Table(Applicants, $"{New}|12|5|3|7|2|4|33", $"{CarriedIn}|0|0|0|0|0|0|0", "（七）总计|12|5|3|7|2|4|33", "四、结转下年度继续办理|0|0|0|0|0|0|0");
        foreach (var page in (string[])[noise + table, table + noise])
            Assert.Equal(33, Read(page).Report.Figures.Single(f => f.Key == new FigureKey("requests.closed", "total")).Value);
    }

    [Theory]
    [InlineData("统计数", "2018年度", "历年累计")]
    [InlineData("2018年", "当年数", "累计数")]
    public void What_stands_over_the_year_and_the_sum_of_all_years_is_the_head_of_the_year(string over, string year, string all)
    {
        var heads = $"<tr><td rowspan=2>指标名称</td><td rowspan=2>计量单位</td><td colspan=2>{over}</td></tr><tr><td>{year}</td><td>{all}</td></tr>";
        var report = Read(Table("主动公开文件数|条|40|900", "其中：1.政府网站公开数|条|30|800", "2.政府公报公开数|条|10|100", "受理依申请公开信息总数|条|3|70", "对申请的答复总数|条|2|60").Replace("<table>", "<table>" + heads));
        Assert.Equal(["40", "30", "10", "3", "2"], report.Report.Figures.Select(f => f.Raw));
        Assert.DoesNotContain(report.Issues, i => i.Code == "HEAD-MISSING");
    }

    [Theory]
    [InlineData("行政处分")]
    [InlineData("非行政处罚")]
    [InlineData("行政处罚6")]
    public void A_label_near_another_is_not_that_label(string label)
    {
        var report = Read(Table("信息内容|本年处理决定数量", $"{label}|4", "行政强制|5"));
        Assert.DoesNotContain(report.Report.Figures, f => f.Indicator == "penalties.decisions");
        Assert.Contains(report.Issues, i => i.Figures.Any(f => f.Indicator == "penalties.decisions"));
    }

    [Fact]
    public void A_slip_in_a_long_label_is_read_and_in_a_short_one_doubted()
    {
        var report = Read(Table(Applicants, "一、本年新收政府信息公开申诸数量|12|5|3|7|2|4|33") + Table("信息内容|本年收费金额（单位：万元）", "行政事业性收贵|4"));
        Assert.Equal(33, Value(report, "total"));
        Assert.Equal([Severity.Info, Severity.Warning], report.Issues.Where(i => i.Code == "LABEL-VARIANT").Select(i => i.Severity).Order());
    }

    [Fact]
    public void A_word_between_a_group_and_its_values_is_another_row()
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4|33").Replace("</table>", "<tr><td>（六）其他处理</td><td>1.另一种情形</td>" + string.Concat("1234567".Select(c => $"<td>{c}</td>")) + "</tr></table>"));
        Assert.DoesNotContain(report.Report.Figures, f => f.Indicator.StartsWith("requests.other", StringComparison.Ordinal));
        Assert.Contains(report.Issues, i => i.Code == "ROW-UNKNOWN");
    }

    [Theory]
    [InlineData("其他主动公开文件", true)]
    [InlineData("条例", true)]
    [InlineData("栏次", false)]
    [InlineData("欄 次", false)]
    [InlineData("甲", false)]
    public void One_two_three_behind_a_label_are_figures(string label, bool told)
    {
        var report = Read(Table("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|0|9", "行政规范性文件|2|1|5", $"{label}|1|2|3"));
        Assert.Equal(told, report.Issues.Any(i => i is { Code: "ROW-UNKNOWN", Table: "2" }));
    }

    [Theory]
    [InlineData("规章|4|5|6|", "行政规范性文件||1|2|3", false)]
    [InlineData("规章|4|5|6|", "行政规范性文件|1|2|3|", true)]
    public void Values_that_may_stand_in_any_of_more_columns_are_not_placed(string first, string second, bool placed)
    {
        var report = Read("<p>二、主动公开政府信息情况</p>" + Table(first, second) + Table("信息内容|本年处理决定数量", "行政许可|12", "行政处罚|3"));
        Assert.Equal(placed ? 6 : 0, report.Report.Figures.Count(f => f.Indicator.StartsWith("rules.", StringComparison.Ordinal) || f.Indicator.StartsWith("normative_documents.", StringComparison.Ordinal)));
        Assert.Equal(!placed, report.Issues.Any(i => i.Code == "ROW-SHORT"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    public void A_row_that_only_an_edition_not_taken_has_is_named(string value)
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4|33", "（六）其他处理|1|0|0|0|0|0|1", $"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请{string.Concat(Enumerable.Repeat($"|{value}", 7))}", "（七）总计|12|5|3|7|2|4|33"));
        Assert.Contains(report.Report.Figures, f => f.Indicator == "requests.other");
        Assert.Contains(report.Issues, i => i is { Code: "ROW-UNKNOWN", Table: "3" });
    }

    [Theory]
    [InlineData("（六）其他", "requests.other")]
    [InlineData("3.其他", "requests.other.misc")]
    public void The_way_a_short_label_is_numbered_tells_the_row(string label, string indicator)
    {
        var report = Read(Table(Applicants, $"{New}|12|5|3|7|2|4|33", $"{label}|1|0|0|0|0|0|1"));
        Assert.Contains(report.Report.Figures, f => f.Key == new FigureKey(indicator, "total"));
    }

    [Fact]
    public void Groups_of_table_4_are_told_by_their_names()
    {
        const string results = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>";
        string Page(params string[] groups) => "<table><tr>" + string.Concat(groups.Select(g => $"<td colspan=5>{g}</td>")) + $"</tr><tr>{results}{results}{results}</tr>"
            + Row("1|2|3|4|10|2|3|4|5|14|3|4|5|6|18") + "</table>";
        var swapped = Read(Page("行政诉讼（经行政复议后起诉）", "行政复议", "行政诉讼（未经行政复议直接起诉）")).Report.Figures.ToDictionary(f => f.Indicator, f => f.Value);
        Assert.Equal((10m, 14m, 18m), (swapped["litigation.after_reconsideration.total"], swapped["reconsideration.total"], swapped["litigation.direct.total"]));
        var unknown = Read(Page("行政复议", "经过复议", "直接起诉"));
        Assert.DoesNotContain(unknown.Report.Figures, f => f.Indicator.StartsWith("litigation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>行政复议、行政诉讼情况表</p>", "", 3)]
    [InlineData("", "行政复议、行政诉讼", 3)]
    [InlineData("", "行政复议", 0)]
    public void Words_that_name_several_groups_of_table_4_name_none(string above, string over, int totals)
    {
        const string results = "结果维持|结果纠正|其他结果|尚未审结|总计";
        var head = over.Length == 0 ? "" : $"<tr><td colspan=15>{over}</td></tr>";
        var report = Read($"{above}<table>{head}{Row($"{results}|{results}|{results}")}{Row("1|2|3|4|10|2|3|4|5|14|3|4|5|6|18")}</table>");
        Assert.Equal(((decimal[])[10, 14, 18])[..totals], report.Report.Figures.Where(f => f.Indicator.EndsWith(".total", StringComparison.Ordinal)).Select(f => f.Value!.Value));
    }

    [Fact]
    public void Pieces_of_table_4_are_told_by_the_lines_above_them()
    {
        var report = Read("<p>行政复议</p>" + Results("1|2|3|4|10") + "<p>未经复议直接起诉</p>" + Results("2|3|4|5|14") + "<p>复议后起诉</p>" + Results("3|4|5|6|18"));
        Assert.Equal([10m, 14, 18], report.Report.Figures.Where(f => f.Indicator.EndsWith(".total", StringComparison.Ordinal)).Select(f => f.Value!.Value));
    }

    [Fact]
    public void Pieces_of_table_4_are_told_by_words_written_downward_above_them()
    {
        var report = Read("<p>四、政府信息公开行政复议、行政诉讼情况</p>" + string.Concat("行政复议".Select(c => $"<p>{c}</p>")) + Results("1|2|3|4|10"));
        Assert.Equal(10m, report.Report.Figures.Single(f => f.Indicator == "reconsideration.total").Value);
    }

    [Fact]
    public void A_row_of_blanks_is_one_whichever_of_them_are_its_own()
    {
        var report = Read("<table>" + Row("信息内容|本年制发件数|本年废止件数||现行有效件数") + "<tr><td>规章</td><td colspan=2></td><td></td><td></td><td></td></tr>" + Row("行政规范性文件|1|2||3") + "</table>");
        Assert.All(report.Report.Figures.Where(f => f.Indicator.StartsWith("rules.", StringComparison.Ordinal)), f => Assert.Equal(CellState.Blank, f.State));
        Assert.Equal(3, report.Report.Figures.Count(f => f.Indicator.StartsWith("rules.", StringComparison.Ordinal)));
        Assert.DoesNotContain(report.Issues, i => i.Code == "ROW-SHORT");
    }

    [Fact]
    public void An_empty_template_before_the_table_is_not_the_table()
    {
        var report = Read(Table(Applicants, $"{New}|||||||") + Table(Applicants, $"{New}|12|5|3|7|2|4|33"));
        Assert.Equal(33, Value(report, "total"));
    }

    [Fact]
    public void A_table_of_which_nothing_shows_costs_the_others_nothing()
    {
        var report = Read("<table><tr hidden><td>a</td><td>b</td></tr></table><table><tr></tr></table>" + Table(Applicants, $"{New}|12|5|3|7|2|4|33"));
        Assert.Equal(33, Value(report, "total"));
    }

    [Theory]
    [InlineData("4", true)]
    [InlineData("2", false)]
    public void A_row_printed_twice_costs_no_other_and_is_named_where_the_two_differ(string again, bool named)
    {
        var report = Read(Table("信息内容|本年处理决定数量", "行政许可|1", "行政处罚|2").Replace("</table>", Row($"行政处罚|{again}") + Row("行政强制|3") + "</table>", StringComparison.Ordinal));
        Assert.Equal([1m, 2, 3], report.Report.Figures.Select(f => f.Value!.Value).Order());
        Assert.Equal(named, Assert.Single(report.Issues, i => i.Code == "ROW-TWICE").Figures.Contains(new FigureKey("penalties.decisions")));
        Assert.DoesNotContain(report.Issues, i => i.Code is "ROW-UNKNOWN" or "TABLE-TWICE");
    }

    [Fact]
    public void A_number_that_stands_in_two_rows_is_neithers()
    {
        var report = Read("<table>" + Row("信息内容|本年处理决定数量") + Row("行政许可|1") + "<tr><td>行政处罚</td><td rowspan=2>5</td></tr><tr><td>行政强制</td></tr></table>");
        var named = report.Issues.SelectMany(i => i.Figures).Select(f => f.Indicator).ToHashSet();
        Assert.Superset(new HashSet<string> { "penalties.decisions", "coercive_measures.decisions" }, named);
        Assert.DoesNotContain("licences.decisions", named);
    }

    [Theory]
    [InlineData("12(3)")]
    [InlineData("12/")]
    [InlineData("12、")]
    [InlineData("12.")]
    [InlineData("约12")]
    [InlineData("12（未统计）")]
    public void A_first_value_that_is_no_number_costs_the_row_no_other(string value)
    {
        var report = Read(Table(Applicants, $"{New}|{value}|5|3|7|2|4|33", $"{CarriedIn}|2|0|0|0|0|0|2"));
        Assert.Equal(new FigureKey("requests.new", "natural_person"), Assert.Single(Assert.Single(report.Issues, i => i.Code == "CELL-TEXT").Figures));
        Assert.Equal((null, 5m, 33m), (Value(report, "natural_person"), Value(report, "business"), Value(report, "total")));
    }

    [Theory]
    [InlineData("增8件", false)]
    [InlineData("+8", false)]
    [InlineData("8件", true)]
    public void How_many_more_is_no_count(string printed, bool known)
    {
        var report = Read(Table("信息内容|本年处理决定数量", $"行政处罚|{printed}", "行政强制|5"));
        Assert.Equal(known, report.Report.Figures.Single(f => f.Indicator == "penalties.decisions").Value == 8);
        Assert.Equal(!known, report.Issues.Any(i => i.Code == "CELL-TEXT" && i.Figures.Any(f => f.Indicator == "penalties.decisions")));
    }

    [Theory]
    [InlineData("11（2022年）", true)]
    [InlineData("11（2023年）", false)]
    [InlineData("11（均为2022年制发）", true)]
    [InlineData("11（全部为2022年）", true)]
    [InlineData("11（均为2023年制发）", false)]
    public void A_number_that_says_it_is_of_another_year_is_named(string printed, bool named)
    {
        var report = Read("<h1>东湖市财政局2023年政府信息公开工作年度报告</h1>" + Table("信息内容|本年处理决定数量", $"行政处罚|{printed}", "行政强制|5"));
        Assert.Equal(11, report.Report.Figures.Single(f => f.Indicator == "penalties.decisions").Value);
        Assert.Equal(named, report.Issues.Any(i => i.Code == "CELL-TEXT" && i.Figures.Any(f => f.Indicator == "penalties.decisions")));
    }

    [Theory]
    [InlineData("（单位：万元）", "", "5200", "万元", false)]
    [InlineData("（单位：万元）", "", "5200（元）", "元", false)]
    [InlineData("（单位：万元）", "（元）", "5200", "万元", true)]
    [InlineData("（单位：万元）", "（万元）", "5200", "万元", false)]
    [InlineData("", "（元）", "5200", "元", false)]
    [InlineData("（单位：千元）", "", "5200", "千元", false)]
    [InlineData("（单位：港币）", "", "5200", "港币", true)]
    [InlineData("（元，取整）", "", "5200", "元,取整", true)]
    [InlineData("", "（美元）", "5200", "美元", true)]
    [InlineData("［单位：元］", "", "5200", "元", false)]
    [InlineData("（单位：万元）", "〔元〕", "5200", "万元", true)]
    public void Units_that_contradict_each_other_or_are_not_known_are_named(string head, string label, string value, string unit, bool named)
    {
        var report = Read(Table($"信息内容|本年收费金额{head}", $"行政事业性收费{label}|{value}"));
        Assert.Equal(unit, report.Report.Figures.Single(f => f.Indicator == "fees.collected").Unit);
        Assert.Equal(named, report.Issues.Any(i => i.Code == "UNIT-DOUBTFUL" && i.Figures.Any(f => f.Indicator == "fees.collected")));
    }

    [Theory]
    [InlineData("单位：万元", "", "万元", false), InlineData("（计量单位：件、元）", "", "元", false), InlineData("单位：元、万元", "", null, false), InlineData("单位：元", "（单位：万元）", "万元", true)]
    [InlineData("金额单位：元", "", "元", false), InlineData("货币单位：人民币百万元", "", "百万元", false), InlineData("填报单位：某局　单位：元", "", "元", false), InlineData("单位：万 元</p><p>表二", "", "万元", false), InlineData("单位：美元", "", "美元", true)]
    [InlineData("单位：元 币种：人民币", "", "元", false), InlineData("单位：元　件", "", "元", false), InlineData("单位：件 万元", "", "万元", false), InlineData("单位：元人民币", "", "元", false)]
    [InlineData("单位：件", "", null, false), InlineData("填报单位：某局", "", null, false), InlineData("单位：广元市某局", "", null, false), InlineData("单位：元</p><p>表二</p><p>（续）", "", null, false)]
    [InlineData("（收费金额以元为单位）", "", "元", false), InlineData("收费金额以万元为计量单位</p><p>表二", "", "万元", false), InlineData("收費單位均為元。", "", "元", false), InlineData("单位：元。", "", "元", false)]
    [InlineData("计量单位：件、宗、项、人次、场次、元", "", "元", false), InlineData("单位：元、件、宗、项、人次、场次、篇", "", "元", false), InlineData("填报单位：某局 单位：件、宗、项、人次、场次、元", "", "元", false)]
    [InlineData("〔单位：元〕", "", "元", false), InlineData("填报单位为广元市某局", "", null, false), InlineData("填报单位：市公共资源交易管理委员会", "", null, false)]
    public void A_line_over_the_table_says_in_what_amounts_are_where_the_head_does_not(string line, string head, string? unit, bool named)
    {
        var report = Read($"<p>{line}</p>" + Table("信息内容|本年处理决定数量", "行政处罚|11") + $"<p>{line}</p>" + Table($"信息内容|本年收费金额{head}", "行政事业性收费|5"));
        Assert.Equal([null, unit], report.Report.Figures.Where(f => f.Indicator is "penalties.decisions" or "fees.collected").Select(f => f.Unit));
        Assert.Equal(named, report.Issues.Any(i => i.Code == "UNIT-DOUBTFUL"));
    }

    [Theory]
    [InlineData("注：行政事业性收费单位为元。", "", "元", false)]
    [InlineData("（备注：1.本表由各科室填报；2.收费金额单位：元，其余为件）", "", "元", false)]
    [InlineData("注：收费金额单位为“元”。", "", "元", false)]
    [InlineData("注：单位为“件”、“万元”。", "", "万元", false)]
    [InlineData("注：行政事业性收费单位为元。", "（单位：万元）", "万元", true)]
    [InlineData("注：行政事业性收费金额按财政口径填报，单位为件。", "", null, false)]
    [InlineData("单位：元", "", null, false)]
    [InlineData("注：我单位为企业减免行政事业性收费12万元。", "", null, false)]
    [InlineData("注：我单位为企业减免行政事业性收费12元。", "（单位：万元）", "万元", false)]
    [InlineData("说明：本单位以信息处理费名义收取费用1200元", "", null, false)]
    public void A_note_to_the_table_says_in_what_amounts_are(string note, string head, string? unit, bool named)
    {
        var table = Table($"信息内容|本年收费金额{head}", "行政事业性收费|5");
        foreach (var report in new[] { Read($"{table}<p>{note}</p>" + Table("信息内容|本年处理决定数量", "行政处罚|11")), Read(table.Replace("</table>", $"<tr><td colspan=2>{note}</td></tr></table>")) })
        {
            Assert.Equal(unit, report.Report.Figures.Single(f => f.Indicator is "fees.collected").Unit);
            Assert.Equal(named, report.Issues.Any(i => i.Code == "UNIT-DOUBTFUL"));
        }
    }

    [Theory]
    [InlineData("第二十条第（八）项（单位：元）", "信息内容|本年收费金额", "元", false)]
    [InlineData("第二十条第（八）项", "信息内容|本年收费金额", null, false)]
    [InlineData("单位：元", "信息内容|本年收费金额", "元", false)]
    [InlineData("单位：件", "信息内容|本年收费金额", null, false)]
    [InlineData("第二十条第（八）项", "信息内容|本年收费金额/（单位：元）", "元", false)]
    [InlineData("第二十条第（八）项", "信息内容|本年收费金额/名称|（元）", "元", false)]
    [InlineData("单位：元", "信息内容|本年收费金额（单位：万元）", "万元", true)]
    public void Rows_over_an_amount_say_in_what_it_is(string caption, string heads, string? unit, bool named)
    {
        var report = Read(Table(["信息内容|本年处理决定数量", "行政处罚|11", caption, .. heads.Split('/'), "行政事业性收费|5"]));
        Assert.Equal([null, unit], report.Report.Figures.Where(f => f.Indicator is "penalties.decisions" or "fees.collected").Select(f => f.Unit));
        Assert.Equal(named, report.Issues.Any(i => i.Code == "UNIT-DOUBTFUL"));
    }

    [Fact]
    public void Numbers_that_count_by_ones_and_by_ten_thousand_are_not_added_up()
    {
        var report = Read(Table(Applicants, $"{New}|0.0012万|5|3|7|2|4|33", $"{CarriedIn}|2|0|0|0|0|0|2") + Table("信息内容|本年处理决定数量", "行政处罚|0.3万件"));
        Assert.DoesNotContain(report.Issues, i => i.Fault == Fault.Publisher);
        Assert.Equal((0.0012m, "万"), report.Report.Figures.Where(f => f.Key == new FigureKey("requests.new", "natural_person")).Select(f => (f.Value!.Value, f.Unit)).Single());
    }

    static string Table2(string issued) => Table("信息内容|本年制发件数|本年废止件数|现行有效件数", $"规章|{issued}|0|9", "行政规范性文件|1|2|3")
        + Table("信息内容|本年处理决定数量", "行政许可|1", "行政处罚|2", "行政强制|3");

    static string Results(string values) => Table("结果维持|结果纠正|其他结果|尚未审结|总计", values);

    static string Table(params string[] rows) => "<table>" + string.Concat(rows.Select(Row)) + "</table>";

    static string Row(string cells) => "<tr>" + string.Concat(cells.Split('|').Select(c => $"<td>{c}</td>")) + "</tr>";

    static decimal? Value(Reading reading, string applicant) => reading.Report.Figures.Single(f => f.Key == new FigureKey("requests.new", applicant)).Value;

    static Reading Read(string body) => ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"));
}
