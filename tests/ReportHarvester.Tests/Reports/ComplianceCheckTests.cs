using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;
using ReportHarvester.Reports;
using Draft = ReportHarvester.Publisher.Truths.Truth;

namespace ReportHarvester.Tests.Reports;

/// <summary>What the form asks of a report besides its sums: a whole page as it is, and with one thing changed in it.</summary>
public sealed class ComplianceCheckTests
{
    static readonly Dictionary<string, string> Pages = [];

    [Theory]
    [InlineData("suqian-city-2023")]
    [InlineData("suqian-city-2024")]
    [InlineData("donghu-finance-2022")]
    [InlineData("pingtan-zone-2024")]
    public void An_ordinary_report_raises_nothing(string truth) => Assert.Empty(Read(Page(truth)).Issues);

    [Theory]
    [InlineData("C-SIX", "<h3>六、其他需要报告的事项</h3>", "", Severity.Error, Fault.Publisher)]
    [InlineData("C-SIX", "四、政府信息公开行政复议", "四、政府信息公开行政法复议", Severity.Warning, Fault.Publisher)]
    [InlineData("C-TITLE", "2023年政府信息公开工作年度报告", "2023年政府信息公开工作报告", Severity.Warning, Fault.Publisher)]
    [InlineData("C-SEC1", "依规追究责任", "加以通报", Severity.Warning, Fault.Unknown)]
    [InlineData("C-SEC6-FEE", "六、其他需要报告的事项</h3>", "六、其他需要报告的事项</h3><p>无其他需要报告的事项。</p><!--", Severity.Warning, Fault.Unknown)]
    [InlineData("C-PERIOD", "12月31日", "11月30日", Severity.Info, Fault.Publisher)]
    [InlineData("C-BASIS", "《中华人民共和国政府信息公开条例》编制", "国办公开办函〔2019〕60号编制", Severity.Info, Fault.Publisher)]
    [InlineData("N-YEAR", "统计期限为2023年1月1日", "统计期限为2022年1月1日", Severity.Error, Fault.Publisher)]
    [InlineData("N-YEAR", "<p>（一）主动公开", "<p>2022年，我市认真落实各项要求。</p><p>（一）主动公开", Severity.Warning, Fault.Unknown)]
    [InlineData("N-YEAR", "改进情况：", "下一步，2023年将", Severity.Warning, Fault.Unknown)]
    [InlineData("C-SEC5", "存在的主要问题：", "存在的主要问题：无。<!--", Severity.Warning, Fault.Unknown)]
    public void One_change_is_found(string code, string found, string changed, Severity severity, Fault fault)
    {
        var page = Page("suqian-city-2023");
        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.Contains(Read(page.Replace(found, changed, StringComparison.Ordinal)).Issues, i => i.Code == code && i.Severity == severity && i.Fault == fault);
    }

    [Theory]
    [InlineData("（一）主动公开", "2022年，我市公开工作起步，2023年更进一步。（一）主动公开")]
    [InlineData("（一）主动公开", "2022年，微信公众号开通。（一）主动公开")]
    [InlineData("改进情况：", "下一步，2024年将")]
    public void Another_year_may_be_spoken_of(string found, string changed) => Assert.DoesNotContain(Read(Page("suqian-city-2023").Replace(found, changed)).Issues, i => i.Code == "N-YEAR");

    [Theory]
    [InlineData("东湖市青屏县财政局", true)]
    [InlineData("青屏县人民政府", true)]
    [InlineData("青屏县清溪镇人民政府", true)]
    [InlineData("东湖市人民政府", false)]
    [InlineData("某某自治区人民政府", false)]
    [InlineData("平潭综合实验区管理委员会", false)]
    public void T2_REG_AUTH(string agency, bool fails)
    {
        var truth = TruthFile.Read("suqian-city-2023") with { Agency = agency };
        Assert.Equal(fails, Read(Printed(truth)).Issues.Any(i => i is { Code: "T2-REG-AUTH", Fault: Fault.Publisher, Severity: Severity.Warning }));
    }

    [Theory]
    [InlineData("2023", "normative_documents.issued", "1087", "T2-VALID-GE")]
    [InlineData("2023", "normative_documents.issued", "900", null)]
    public void T2_VALID_GE_allows_for_what_was_repealed_at_once(string year, string key, string printed, string? code) =>
        Assert.Equal(code, Read(Printed(With(TruthFile.Read($"suqian-city-{year}"), key, printed))).Issues.FirstOrDefault(i => i.Code == "T2-VALID-GE")?.Code);

    [Fact]
    public void T2O_OPEN() =>
        Assert.Contains(Read(Printed(With(TruthFile.Read("donghu-finance-2020"), "normative_documents.newly_disclosed", "99999"))).Issues, i => i is { Code: "T2O-OPEN", Severity: Severity.Warning });

    [Fact]
    public void T4_EXIST_speaks_where_nobody_asked_anything()
    {
        var truth = TruthFile.Read("suqian-city-2023");
        var none = truth with { Figures = truth.Figures.ToDictionary(f => f.Key, f => f.Key.StartsWith("requests.", StringComparison.Ordinal) ? "0" : f.Value) };
        Assert.Contains(Read(Printed(none)).Issues, i => i is { Code: "T4-EXIST", Severity: Severity.Info });
    }

    [Fact]
    public void C_FORM_and_C_BLANK_speak_once_a_table()
    {
        var reading = Read(Printed(TruthFile.Read("donghu-forestry-2022")));
        Assert.Equal([("2", Severity.Error), ("3", Severity.Info)], reading.Issues.Where(i => i.Code == "C-FORM").Select(i => (i.Table!, i.Severity)));
        Assert.Equal(["3", "4"], Read(Printed(Printing.Marks(TruthFile.Read("qingping-education-2022")))).Issues.Where(i => i.Code == "C-BLANK").Select(i => i.Table).Except(["2"]));
    }

    [Theory]
    [InlineData("关于报送2023年度政府信息公开工作年度报告的函", true)]
    [InlineData("政府网站工作年度报表", true)]
    [InlineData("关于召开会议的通知", false)]
    public void C_NOT_LETTER(string title, bool fails) =>
        Assert.Equal(fails, Read($"<html><head><title>某市</title></head><body><h1>{title}</h1><p>市政府办公室：</p><p>现随函报送，请查收。</p></body></html>").Issues.Any(i => i is { Code: "C-NOT-LETTER", Severity: Severity.Error }));

    [Theory]
    [InlineData("关于报送2023年政府信息公开工作年度报告的函", "", Severity.Warning, Fault.Publisher)]
    [InlineData("关于报送2023年政府信息公开工作年度报告的函", "<h1>宿迁市2023年政府信息公开工作年度报告</h1>", Severity.Warning, Fault.Unknown)]
    [InlineData("宿迁市2023年政府信息公开工作年度报告", "", null, null)]
    public void C_NOT_LETTER_around_full_tables(string first, string second, Severity? severity, Fault? fault)
    {
        var page = System.Text.RegularExpressions.Regex.Replace(Page("suqian-city-2023"), "<h1[^>]*>.*?</h1>", $"<h1>{first}</h1>{second}<p>市政府办公室：</p><p>现随函报送，请查收。</p>");
        Assert.Contains(first, page);
        var issue = Read(page).Issues.SingleOrDefault(i => i.Code == "C-NOT-LETTER");
        Assert.Equal((severity, fault), (issue?.Severity, issue?.Fault));
    }

    [Theory]
    [InlineData("4.申请人主动撤回")]
    [InlineData("其中：申请人主动撤回")]
    [InlineData("小计")]
    public void A_row_of_the_publishers_own_within_the_total_leaves_its_sum_nobodys_fault(string label)
    {
        const System.Text.RegularExpressions.RegexOptions Whole = System.Text.RegularExpressions.RegexOptions.Singleline;
        var page = Page("suqian-city-2023");
        var row = System.Text.RegularExpressions.Regex.Match(page, @"<tr(?:(?!<tr).)*?3\.其他(?:(?!</tr>).)*?</tr>", Whole).Value;
        Assert.NotEmpty(row);
        // What the row counted, another counts.
        var changed = page.Replace(row, System.Text.RegularExpressions.Regex.Replace(row, @">\d+<", ">0<") + row.Replace("3.其他", label, StringComparison.Ordinal), StringComparison.Ordinal);
        var sums = Read(changed).Issues.Where(i => i.Code == "T3-COL-SUM").ToList();
        Assert.NotEmpty(sums);
        Assert.All(sums, i => Assert.Equal((Severity.Warning, Fault.Unknown, true), (i.Severity, i.Fault, i.Message.Contains("申请人主动撤回", StringComparison.Ordinal) || i.Message.Contains("小计", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_column_too_many_is_told_once_of_the_rows_that_were_read_and_once_of_those_that_were_not()
    {
        const System.Text.RegularExpressions.RegexOptions Whole = System.Text.RegularExpressions.RegexOptions.Singleline;
        var rows = 0;
        // 小计 of the five kinds of organs, before 总计.
        var page = System.Text.RegularExpressions.Regex.Replace(Page("suqian-city-2023"), "<tr.*?</tr>", row =>
        {
            var cells = System.Text.RegularExpressions.Regex.Matches(row.Value, @"<td[^>]*>(?:<p[^>]*>)?(\d+)(?:</p>)?</td>", Whole);
            if (cells.Count != 7) return row.Value;
            rows++;
            return row.Value.Insert(cells[6].Index, $"<td>{Enumerable.Range(1, 5).Sum(i => int.Parse(cells[i].Groups[1].Value))}</td>");
        }, Whole);
        var told = Read(page).Issues.Where(i => i.Code == "ROW-SURPLUS").ToList();
        Assert.True(rows >= 25, $"{rows}");
        // In some it is the same whichever value is left out.
        Assert.Equal(told.Select(i => i.Severity).Distinct().Count(), told.Count);
        Assert.Equal(25 * 7, told.SelectMany(i => i.Figures).Distinct().Count());
        Assert.Contains(told, i => i.Message.Contains("表中疑多出一列", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("（更正）", false)]
    [InlineData("（修订版）", false)]
    [InlineData("（公示）", true)]
    public void C_TITLE_may_say_that_it_is_corrected(string after, bool fails) =>
        Assert.Equal(fails, Read(Page("suqian-city-2023").Replace("年政府信息公开工作年度报告", $"年政府信息公开工作年度报告{after}", StringComparison.Ordinal)).Issues.Any(i => i.Code == "C-TITLE"));

    [Theory]
    [InlineData("二〇二三"), InlineData("二○二三"), InlineData("二零二三")]
    public void A_year_in_chinese_signs_is_one(string year) =>
        Assert.DoesNotContain(Read(Page("suqian-city-2023").Replace("2023年政府信息公开工作年度报告", $"{year}年政府信息公开工作年度报告", StringComparison.Ordinal)).Issues, i => i.Code == "C-TITLE");


    [Theory]
    [InlineData("<p>您当前的位置：首页 > 政务公开 > 通知公告</p>", true)]
    [InlineData("<p>当前位置：首页 &gt;&gt; 通知公告 &gt;&gt; 正文</p>", true)]
    [InlineData("<p>当前位置：首页 > 政府信息公开 > 政府信息公开年报 > 通知公告</p>", false)]
    [InlineData("<p>当前位置：首页 > 政府信息公开 > 政府信息公开年报</p>", false)]
    [InlineData("<p>当前位置：首页 > 部门 > 2023年</p>", false)]
    [InlineData("<meta name=\"ColumnName\" content=\"工作动态\">", true)]
    [InlineData("<meta name=\"ColumnName\" content=\"工作动态\"><p>当前位置：首页 > 政府信息公开年报</p>", false)]
    [InlineData("", false)]
    public void C_COLUMN(string place, bool fails) => Assert.Equal(fails,
        Read(Page("suqian-city-2023").Replace("<body>", $"<body>{place}", StringComparison.Ordinal)).Issues.Any(i => i is { Code: "C-COLUMN", Severity: Severity.Warning, Fault: Fault.Unknown }));

    [Fact]
    public void C_READABLE_speaks_of_pictures_and_of_nothing_that_can_be_copied()
    {
        static Issue[] Of(Reading reading) => [.. reading.Issues.Where(i => i.Code == "C-READABLE")];
        var page = Page("suqian-city-2023");
        Assert.Empty(Of(Read(page.Replace("<body>", "<body><img src=\"/logo.png\">", StringComparison.Ordinal))));
        var pictures = System.Text.RegularExpressions.Regex.Replace(page, "<table.*?</table>", "<p><img src=\"1.jpg\"></p>", System.Text.RegularExpressions.RegexOptions.Singleline);
        Assert.Equal((Severity.Warning, Fault.Unknown), (Assert.Single(Of(Read(pictures))).Severity, Of(Read(pictures))[0].Fault));
        Assert.Empty(Of(Read(pictures.Replace("<img", "<br", StringComparison.Ordinal))));
        byte[] scan = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8];
        Assert.Equal((Severity.Warning, Fault.Publisher), (Assert.Single(Of(ReportReader.Read(scan))).Severity, Of(ReportReader.Read(scan))[0].Fault));
        Assert.Single(Of(ReportReader.Read([])));
    }

    static Draft With(Draft truth, string key, string printed) => truth with { Figures = truth.Figures.ToDictionary(f => f.Key, f => f.Key == key ? printed : f.Value) };

    static string Page(string truth)
    {
        lock (Pages) return Pages.TryGetValue(truth, out var page) ? page : Pages[truth] = Printed(TruthFile.Read(truth));
    }

    static string Printed(Draft truth) => ReportHarvester.Publisher.Html.Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain));

    static Reading Read(string page) => ReportReader.Read(Encoding.UTF8.GetBytes(page));
}
