using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>Copies in traditional characters: compared in simplified ones, kept as printed.</summary>
public sealed class TraditionalTests
{
    [Fact]
    public void Labels_heads_and_numbers_are_known_and_kept_as_printed()
    {
        var reading = ReportReader.Read(Encoding.UTF8.GetBytes("<html><body><p>二、主動公開政府信息情況</p><table><tr><td>信息內容</td><td>本年製作數量</td></tr></table>"
            + "<table><tr><td>信息內容</td><td>本年製發件數</td><td>本年廢止件數</td><td>現行有效件數</td></tr><tr><td>規章</td><td>3件</td><td>無</td><td>12</td></tr><tr><td>行政規範性檔案</td><td>5</td><td>1</td><td>40</td></tr>"
            + "<tr><td>信息內容</td><td colspan=3>本年收費金額（單位：萬元）</td></tr><tr><td>行政事業性收費</td><td colspan=3>1.5萬元</td></tr></table></body></html>"));
        Figure Of(string indicator) => Assert.Single(reading.Report.Figures, f => f.Indicator == indicator);
        Assert.Equal((3m, CellState.Mark, 12m), (Of("rules.issued").Value, Of("rules.repealed").State, Of("rules.in_force").Value));
        Assert.Equal((40m, 1.5m), (Of("normative_documents.in_force").Value, Of("fees.collected").Value));
        Assert.Equal(("無", "1.5萬元", "萬元"), (Of("rules.repealed").Raw, Of("fees.collected").Raw, Of("fees.collected").Unit));
        Assert.Contains(reading.Report.Sections, s => s.Number == 2 && s.Title == "二、主動公開政府信息情況");
    }

    [Theory]
    [InlineData("<iframe src=\"/pdfjs/web/viewer.html?file=%2Fupload%2F2023%2Fnb.pdf\"></iframe>", "/upload/2023/nb.pdf")]
    [InlineData("<embed src=\"../P020230131.pdf#toolbar=0\">", "../P020230131.pdf")]
    [InlineData("<object data=\"https://x.gov.cn/a.docx\"></object>", "https://x.gov.cn/a.docx")]
    public void A_page_that_only_shows_a_file_names_it(string markup, string file)
    {
        var reading = ReportReader.Read(Encoding.UTF8.GetBytes($"<html><body><h1>东湖市财政局2023年政府信息公开工作年度报告</h1>{markup}</body></html>"));
        Assert.Contains(file, Assert.Single(reading.Issues, i => i is { Code: "WRAPPED-FILE", Severity: Severity.Warning }).Message);
    }
}
