using System.Text;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Tests.Reports;

/// <summary>Title, agency, year, dates and sections.</summary>
public sealed class FrameTests
{
    [Theory]
    [InlineData("2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", 2019)]
    [InlineData("东湖市财政局 2021 年度政府信息公开 工作年度报告", "东湖市财政局", 2021)]
    [InlineData("东湖市人民政府信息公开工作年度报告", "东湖市人民政府", null)]
    [InlineData("青屏县2023年度政务信息公开年度报告", "青屏县", 2023)]
    [InlineData("2022年度螅镇政府信息公开年报", "螅镇", 2022)]
    [InlineData("2023年政府信息公开工作年度报告", null, 2023)]
    [InlineData("清平县水利局二〇二三年政府信息公开工作年度报告", "清平县水利局", 2023)]
    [InlineData("清平县水利局二○二三年度政府信息公开工作年度报告", "清平县水利局", 2023)]
    [InlineData("清平县水利局关于2023年政府信息公开工作年度报告", "清平县水利局", 2023)]
    [InlineData("清平县水利局关于发布2023年政府信息公开工作年度报告的公告", "清平县水利局", 2023)]
    [InlineData("清平县水利局发布2023年政府信息公开工作年度报告", "清平县水利局", 2023)]
    [InlineData("清平县政府办公室关于印发《清平县水利局2023年政府信息公开工作年度报告》的通知", "清平县水利局", 2023)]
    [InlineData("关于2023年政府信息公开工作年度报告", null, 2023)]
    [InlineData("我局2023年政府信息公开工作年度报告", null, 2023)]
    [InlineData("东湖市2023年政府信息公开工作年度报告（全文）", "东湖市", 2023)]
    [InlineData("《东湖市2023年政府信息公开工作年度报告》", "东湖市", 2023)]
    [InlineData("政府信息公开工作年度报告（2023年度）", null, 2023)]
    [InlineData("东湖市财政局政府信息公开工作年度报告(2023)（图文版）", "东湖市财政局", 2023)]
    [InlineData("2023年度青屏县政府信息公开工作年度报告", "青屏县", 2023)]
    [InlineData("东湖市财政局（东湖市国资委）２０２３ 年政府信息公开工作年度报告", "东湖市财政局（东湖市国资委）", 2023)]
    [InlineData("东湖市财政局2023年度政府信息公开工作报告", "东湖市财政局", 2023)]
    [InlineData("东湖市财政局政府信息公开2023年年度报告", "东湖市财政局", 2023)]
    [InlineData("东湖市财政局2023年政府信息公开工作告年度报", "东湖市财政局", 2023)]
    [InlineData("标题：东湖市财政局2023年政府信息公开年报", "东湖市财政局", 2023)]
    [InlineData("【年报】东湖市财政局2023年政府信息公开年报", "东湖市财政局", 2023)]
    [InlineData("东湖市财政局2024年政府信息公开工作年度报告本报告所列数据的统计期限为2024年1月1日至12月31日。", "东湖市财政局", 2024)]
    [InlineData("东湖市财政局2022年政府信息公开工作年度报告（2023年）", "东湖市财政局", null)]
    public void A_title_names_agency_and_year(string title, string? agency, int? year)
    {
        var read = ReportTitle.Of(Folding.FoldProse(title));
        Assert.NotNull(read);
        Assert.Equal((agency, year), (read.Agency, read.Year));
    }

    [Theory]
    [InlineData("东湖市2023年法治政府建设年度报告")]
    [InlineData("东湖市2023年政府网站工作年度报表")]
    [InlineData("当前位置：首页 > 政务公开 > 2024年政府信息公开年报")]
    [InlineData("当前位置：首页>政府信息公开>2024年政府信息公开年报")]
    [InlineData("上一篇：东湖市水务局2022年政府信息公开工作年度报告")]
    [InlineData("[索引号] 321302000/2024-00012 2023年政府信息公开工作年度报告")]
    [InlineData("东湖市2021年至2023年政府信息公开工作年度报告")]
    [InlineData("东湖市财政局2023年政府信息公开工作年度总结")]
    [InlineData("东湖市2023年政务公开工作总结")]
    [InlineData("根据《中华人民共和国政府信息公开条例》，现公布2023年政府信息公开工作年度报告。")]
    public void What_is_no_title_is_none(string line) => Assert.Null(ReportTitle.Of(line));

    [Theory]
    [InlineData("2022年1月25日", "2022-01-25")]
    [InlineData(" 2022 年 1 月 25 日 ", "2022-01-25")]
    [InlineData("2022-01-25", "2022-01-25")]
    [InlineData("二〇二二年一月二十五日", "2022-01-25")]
    [InlineData("二○二三年十二月三十一日", "2023-12-31")]
    [InlineData("2022年2月30日", null)]
    [InlineData("截至2022年1月25日", null)]
    public void A_signature_is_a_line_that_is_a_date(string line, string? date) =>
        Assert.Equal(date, ReportDates.WholeLine(line)?.ToString("yyyy-MM-dd"));

    [Fact]
    public void A_title_with_its_organ_on_the_line_above()
    {
        var report = Read("<p>东湖市水务局</p><p>2022年度政府信息公开</p><p>工作年度报告</p><p>一、总体情况</p><p>正文。</p>");
        Assert.Equal(("东湖市水务局", 2022), (report.Agency, report.Year));
    }

    [Theory]
    [InlineData("<p>东湖市水务局2022</p><p>年度政府信息公开</p><p>工作年度报告</p>")]
    [InlineData("<p>东湖市水务局</p><p>2022年</p><p>政府信息公开工作年度报告</p>")]
    [InlineData("<p>首页</p><p>东湖市水务局</p><p>政府信息公开工作年度报告</p><p>（2022年度）</p>")]
    [InlineData("<p>东湖市水务局关于</p><p>2022年政府信息公开工作年度报告</p>")]
    public void A_title_broken_over_lines(string title)
    {
        var report = Read($"{title}<p>一、总体情况</p><p>2022年，我局……</p>");
        Assert.Equal(("东湖市水务局", 2022), (report.Agency, report.Year));
    }

    [Fact]
    public void A_word_of_the_portal_above_the_title_is_no_agency()
    {
        var report = Read("<p>政务公开</p><p>2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>正文。</p><p>东湖市水务局</p><p>2023年1月5日</p>");
        Assert.Equal(("东湖市水务局", 2022), (report.Agency, report.Year));
    }

    [Fact]
    public void The_title_next_to_the_text_goes_before_a_list_of_other_years()
    {
        var reading = Open($"<p>{Title(2022)}</p><p>{Title(2021)}</p><p>{Title(2023)}</p><p>统计期限为2023年1月1日至12月31日。</p>{Table}");
        Assert.Equal((2023, Title(2023)), (reading.Report.Year, reading.Report.Title));
        Assert.DoesNotContain(reading.Issues, i => i.Code == "YEAR-CONFLICT");
    }

    [Theory]
    [InlineData(2023, 2022, "2024年1月5日", 2023)]
    [InlineData(2022, 2023, "2024年1月5日", 2023)]
    [InlineData(2023, 2022, "", 2023)]
    public void Where_title_and_period_differ_the_signature_tips_the_scales(int title, int period, string signature, int year)
    {
        var reading = Open($"<p>{Title(title)}</p><p>统计期限为{period}年1月1日至12月31日。</p>{Table}<p>东湖市水务局</p><p>{signature}</p>");
        Assert.Equal(year, reading.Report.Year);
        Assert.Equal(Severity.Warning, Assert.Single(reading.Issues, i => i.Code == "YEAR-CONFLICT").Severity);
    }

    [Theory]
    [InlineData("", 2023)]
    [InlineData("2024年1月5日", 2023)]
    [InlineData("2025年1月5日", 2024)]
    public void The_year_of_a_column_above_the_report_is_not_believed_over_its_period(string signature, int year)
    {
        var reading = Open($"<p>政务公开</p><p>2024年政府信息公开年报</p><p>统计期限为2023年1月1日至12月31日。</p>{Table}<p>东湖市水务局</p><p>{signature}</p>");
        Assert.Equal(year, reading.Report.Year);
        Assert.Equal(Severity.Warning, Assert.Single(reading.Issues, i => i.Code == "YEAR-CONFLICT").Severity);
    }

    [Fact]
    public void A_name_that_is_no_organs_is_told()
    {
        Assert.Contains(Open($"<p>专题栏目2023年政府信息公开年报</p>{Table}").Issues, i => i.Code == "AGENCY-DOUBTFUL");
        Assert.DoesNotContain(Open($"<p>{Title(2023)}</p>{Table}").Issues, i => i.Code == "AGENCY-DOUBTFUL");
    }

    [Fact]
    public void Several_places_outweigh_the_title_and_the_conflict_is_told()
    {
        var reading = Open($"<h1>{Title(2023)}</h1><p>相关：</p><p>{Title(2020)}</p><p>统计期限为2023年1月1日至12月31日。</p>{Table}");
        Assert.Equal((2023, Title(2023)), (reading.Report.Year, reading.Report.Title));
        Assert.Contains(reading.Issues, i => i.Code == "YEAR-CONFLICT");
    }

    [Fact]
    public void What_no_place_names_is_null_with_an_issue()
    {
        var reading = Open($"<p>当前位置：首页>2024年政府信息公开年报</p>{Table}");
        Assert.Equal((null, null), (reading.Report.Agency, reading.Report.Year));
        Assert.Equal(["AGENCY-MISSING", "YEAR-MISSING"], reading.Issues.Select(i => i.Code).Where(c => c.EndsWith("-MISSING", StringComparison.Ordinal) && c[0] is 'A' or 'Y'));
    }

    [Theory]
    [InlineData("东湖市水务局", null)]
    [InlineData("市水务局", null)]
    [InlineData("东湖市水务局办公室", Severity.Info)]
    [InlineData("青屏县教育局", Severity.Info)]
    public void A_signature_of_another_organ_is_told(string signature, Severity? severity)
    {
        var reading = Open($"<h1>{Title(2023)}</h1><p>统计期限为2023年1月1日至12月31日。</p>{Table}<p>{signature}</p><p>2024年1月5日</p>");
        Assert.Equal("东湖市水务局", reading.Report.Agency);
        Assert.Equal(severity, reading.Issues.SingleOrDefault(i => i.Code == "AGENCY-CONFLICT")?.Severity);
    }

    [Theory]
    [InlineData("<p>东湖市水务局</p><p>2024年1月5日</p><p>上一篇：东湖市水务局2022年政府信息公开工作年度报告</p><p>2023-02-03</p>")]
    [InlineData("<p>东湖市水务局</p><p>2024年1月5日</p><p>更新日期：</p><p>2024-02-03</p>")]
    [InlineData("<p>2024年1月5日</p><p>打印日期</p><p>2024-02-03</p>")]
    [InlineData("<p>东湖市水务局</p><p>2024年1月5日</p><p>更新日期：2024-02-03</p>")]
    [InlineData("<p>东湖市水务局</p><p>2024年1月5日</p><p>主办单位网站管理中心</p><p>2024-02-03</p>")]
    [InlineData("<p>东湖市水务局 2024年1月5日</p><p>2024-02-03</p>")]
    [InlineData("<p>2024年1月5日</p><p>版权所有</p><p>2024-02-03</p>")]
    [InlineData("<p>东湖市水务局2024年1月5日</p>")]
    [InlineData("<p>东湖市水务局二〇二四年一月五日</p>")]
    [InlineData("<p>无其他事项。东湖市水务局</p><p>2024年1月5日</p>")]
    public void The_signature_is_the_date_with_the_agencys_name(string end) =>
        Assert.Equal(new DateOnly(2024, 1, 5), Open($"<p>{Title(2023)}</p>{Table}<p>六、其他需要报告的事项</p>{end}").Report.Dated);

    [Fact]
    public void A_sentence_above_the_date_is_no_agency()
    {
        var report = Read("<p>六、其他需要报告的事项</p><p>无其他需要报告的事项</p><p>2024年1月5日</p>");
        Assert.Equal((null, "无其他需要报告的事项"), (report.Agency, report.Sections[0].Text));
    }

    [Fact]
    public void Links_to_other_reports_beside_the_article_name_neither_agency_nor_year()
    {
        var report = Read("<div><a>东湖市水务局2019年政府信息公开工作年度报告</a></div><div><a>东湖市水务局2020年政府信息公开工作年度报告</a></div>"
            + "<div><p>一、总体情况</p><p>正文。</p><p>二、主动公开政府信息情况</p></div>");
        Assert.Equal((null, null), (report.Agency, report.Year));
    }

    [Fact]
    public void Sections_are_found_by_their_words_whatever_their_numbers()
    {
        var report = Read("<p>一、工作机制</p><p>甲</p><p>总体情况</p><p>乙</p><p>一、主动公开政府信息情况</p><p>二、收到和处理政府信息公开申请情况</p>"
            + "<p>三、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p><p>五、存在问题及改进情况</p><p>丙</p><p>六、其它需要报告的事项</p><p>无</p><p>东湖市水务局</p><p>2023年1月5日</p>");
        Assert.Equal([1, 2, 3, 4, 5, 6], report.Sections.Select(s => s.Number));
        Assert.Equal(["乙", "", "", "", "丙", "无"], report.Sections.Select(s => s.Text));
        Assert.Equal(new DateOnly(2023, 1, 5), report.Dated);
    }

    [Fact]
    public void Sections_whose_numbering_begins_anew_are_all_found()
    {
        var report = Read("<p>一、总体情况</p><p>甲</p><p>二、工作机制保障</p><p>五、存在问题及改进情况</p><p>六、其他需要报告的事项</p><p>无</p><p>一、主动公开政府信息情况</p>"
            + "<p>二、收到和处理政府信息公开申请情况</p><p>三、政府信息公开行政法复议、行政诉讼情况</p>");
        Assert.Equal([1, 5, 6, 2, 3, 4], report.Sections.Select(s => s.Number));
        Assert.Equal("无", report.Sections[2].Text);
    }

    [Fact]
    public void A_part_of_a_section_is_no_section()
    {
        var report = Read("<p>一、总体情况</p><p>（一）主动公开情况</p><p>甲</p><p>三、收到和处理政府信息公开申请情况</p><p>五、存在问题及改进情况</p><p>（一）总体情况</p><p>乙</p>");
        Assert.Equal([(1, "（一）主动公开情况\n甲"), (3, ""), (5, "（一）总体情况\n乙")], report.Sections.Select(s => (s.Number, s.Text)));
    }

    [Fact]
    public void Sections_may_be_numbered_in_brackets()
    {
        var report = Read("<p>（一）总体情况</p><p>甲</p><p>（二）主动公开政府信息情况</p><p>（三）收到和处理政府信息公开申请情况</p>");
        Assert.Equal([1, 2, 3], report.Sections.Select(s => s.Number));
    }

    [Theory]
    [InlineData("（一）总体情况")]
    [InlineData("第一部分 总体情况")]
    [InlineData("1.总体情况")]
    [InlineData("一 、 总 体 情 况")]
    [InlineData("一、总体情况：")]
    [InlineData("一、总体状况")]
    public void A_section_title_may_be_numbered_otherwise(string title) =>
        Assert.Equal((1, "正文。"), Read($"<p>{title}</p><p>正文。</p>").Sections is [var only] ? (only.Number, only.Text) : default);

    [Fact]
    public void A_table_of_contents_and_titles_run_into_their_text_or_printed_in_tables()
    {
        var report = Read("<p>目录</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>六、其他需要报告的事项</p><p>一、总体情况2023年，我局认真公开。</p>"
            + "<table><tr><td colspan=2>二、主动公开政府信息情况</td></tr><tr><td>甲</td><td>1</td></tr></table><p>后记</p><p>六、其他需要报告的事项</p><p>无</p>");
        Assert.Equal([(1, "2023年，我局认真公开。"), (2, "后记"), (6, "无")], report.Sections.Select(s => (s.Number, s.Text)));
    }

    [Fact]
    public void A_report_of_another_kind_is_told_in_spite_of_links_to_this_one()
    {
        var reading = ReportReader.Read(Encoding.UTF8.GetBytes("<html><head><title>东湖市2023年法治政府建设年度报告</title></head><body><p>政府信息公开年报</p><p>正文。</p></body></html>"));
        Assert.Contains("法治政府建设年度报告", Assert.Single(reading.Issues, i => i.Code == "NO-REPORT").Message);
    }

    [Fact]
    public void The_date_of_publication_is_the_pages_and_not_the_signatures()
    {
        var report = Read("<p>发布日期：2023-01-31 来源：办公室</p><p>一、总体情况</p><p>正文。</p>");
        Assert.Equal((new DateOnly(2023, 1, 31), null), (report.Published, report.Dated));
    }

    const string Table = "<p>一、总体情况</p><p>正文。</p><table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>5</td></tr></table>";

    static string Title(int year) => $"东湖市水务局{year}年政府信息公开工作年度报告";

    static Reading Open(string body) => ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>"));

    static Report Read(string body) => ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>")).Report;
}
