using System.Text;
using ReportHarvester.Reports;
using ReportHarvester.Reports.Documents;

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
    [InlineData("donghu-finance-2021-clean")]
    [InlineData("donghu-finance-2023-counted-prose")]
    [InlineData("qingping-county-2021-undeclared-charset")]
    [InlineData("donghu-finance-2016-national-statistics")]
    public void A_whole_report_reads_the_same(string fixture)
    {
        var page = TextDecoding.Decode(Fixtures.Bytes(fixture), null);
        var copy = string.Concat(page.Select(c => Traditional.GetValueOrDefault(c, c)));
        Assert.NotEqual(page, copy);
        Reading plain = ReportReader.Read(Encoding.UTF8.GetBytes(page), "utf-8"), traditional = ReportReader.Read(Encoding.UTF8.GetBytes(copy), "utf-8");
        Assert.Equal(What(plain), What(traditional));
        Assert.Equal(plain.Report.Statements.Select(s => (s.Subject, s.Value, s.Section)), traditional.Report.Statements.Select(s => (s.Subject, s.Value, s.Section)));
        Assert.Equal(plain.Report.Figures.Select(f => (f.Key, f.Value, f.State)), traditional.Report.Figures.Select(f => (f.Key, f.Value, f.State)));
        Assert.Equal(plain.Issues.Select(i => i.Code), traditional.Issues.Select(i => i.Code));

        static (string?, int?, DateOnly?, DateOnly?, Scope, int) What(Reading reading) =>
            (reading.Report.Agency, reading.Report.Year, reading.Report.Dated, reading.Report.Published, reading.Report.Scope, reading.Report.Sections.Count);
    }

    [Fact]
    public void A_name_that_has_such_a_character_keeps_it()
    {
        var reading = ReportReader.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Fixtures.Bytes("donghu-finance-2021-clean")).Replace("东湖市", "乾安县")));
        Assert.Equal("乾安县财政局", reading.Report.Agency);
    }

    // Of several, the first.
    static readonly Dictionary<char, char> Traditional = File.ReadLines(Path.Combine(Repository.Root, "src", "ReportHarvester.Reports", "Catalogue", "Traditional.txt"))
        .Where(line => line is [_, '\t', _]).GroupBy(line => line[2], line => line[0]).ToDictionary(same => same.Key, same => same.First());

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
