using System.Text;
using ReportHarvester.Reports;
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
    [InlineData("当前位置：首页 > 政务公开 > 政府信息公开年报", null, null)]
    public void A_title_names_agency_and_year(string title, string? agency, int? year)
    {
        var read = ReportTitle.Of(title);
        Assert.NotNull(read);
        Assert.Equal((agency, year), (read.Agency, read.Year));
    }

    [Theory]
    [InlineData("东湖市2023年法治政府建设年度报告")]
    [InlineData("东湖市2023年政府网站工作年度报表")]
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
    public void The_date_of_publication_is_the_pages_and_not_the_signatures()
    {
        var report = Read("<p>发布日期：2023-01-31 来源：办公室</p><p>一、总体情况</p><p>正文。</p>");
        Assert.Equal((new DateOnly(2023, 1, 31), null), (report.Published, report.Dated));
    }

    static Report Read(string body) => ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body>{body}</body></html>")).Report;
}
