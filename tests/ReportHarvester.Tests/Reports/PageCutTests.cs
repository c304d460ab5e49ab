using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Tests.Reports;

/// <summary>Tables whose rows a page or a narrow column has torn: put together, or named as doubtful, and never read as something else.</summary>
public sealed class PageCutTests
{
    const string Section2 = "二、主动公开政府信息情况", Section4 = "四、政府信息公开行政复议、行政诉讼情况";
    const string Results = "结果维持|结果纠正|其他结果|尚未审结|总计";

    [Theory]
    [InlineData("行政诉讼(未", "经复议直接起诉)", 1)]
    [InlineData("某种", "别的情形", null)]
    public void Heads_under_another_group_are_not_those_of_the_group_before(string upper, string lower, int? direct)
    {
        var (figures, _) = Read(Section4, (1, "行政复议"), (1, Results), (1, "0|0|0|0|0"), (1, upper), (2, lower), (2, Results), (2, "0|1|0|0|1"), (2, "行政诉讼(复议后起诉)"), (2, Results), (2, "0|1|1|0|2"));
        Assert.Equal([0m, direct, 2m], new[] { "reconsideration", "litigation.direct", "litigation.after_reconsideration" }.Select(g => figures.GetValueOrDefault(g + ".total")));
    }

    [Fact]
    public void A_number_over_a_blank_that_was_left_out_makes_the_whole_row_doubtful()
    {
        var (_, issues) = Read(Section2, (1, "|其他对外管理服务事项|11|0|65|"), (1, "|行政处罚|11|0|3|"), (1, "|||||69"), (1, "|行政强制|18||0|"));
        Assert.Contains(issues, i => i.Severity != Severity.Info && i.Figures.Any(f => f.Indicator == "coercive_measures.decisions"));
    }

    [Fact]
    public void A_number_behind_a_remark_that_was_cut_is_doubted()
    {
        var (_, issues) = Read(Section2, (1, "信息内容|本年新制作数量|本年新公开数量|对外公开总数量"), (1, "规章|2|0|1"), (2, "||(含自然失效|"), (2, "规范性文件|17|2|3"));
        Assert.Contains(issues, i => i.Code == ReadingIssues.RowBeside && i.Figures.Any(f => f.Indicator == "normative_documents.newly_disclosed"));
    }

    static (Dictionary<string, decimal?> Figures, IReadOnlyList<Issue> Issues) Read(string section, params (int Page, string Cells)[] rows)
    {
        var width = rows.Max(r => r.Cells.Split('|').Length);
        var grid = new Grid { Number = 1, Cells = [.. rows.SelectMany((r, i) => Cells(r.Page, i + 1, r.Cells.Split('|'), width))] };
        var tables = FormRecogniser.Read(new Document { Format = DocumentFormat.Pdf, Blocks = [new TextBlock(section, new Origin { Page = 1 }), grid] }, null, out var issues);
        return (tables.SelectMany(t => t.Figures).ToDictionary(f => f.Figure.Indicator, f => f.Figure.Value), issues);
    }

    // A cell alone spans all columns.
    static IEnumerable<GridCell> Cells(int page, int row, string[] texts, int width) =>
        texts.Select((text, c) => new GridCell(row, c + 1, 1, texts.Length == 1 ? width : 1, text, new Origin { Page = page, Grid = 1, Row = row, Column = c + 1 }));
}
