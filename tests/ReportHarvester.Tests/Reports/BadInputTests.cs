using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports;

/// <summary>Input that is no report ends as a failed reading with one code that says why.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void An_empty_file() => AssertFailed("EMPTY", []);

    [Fact]
    public void A_picture_named_pdf() => AssertFailed("NEEDS-OCR", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13]);

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+", "MHT")]
    [InlineData("From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html>=E5", "MHT")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"x\"/>", "Word 2003 XML")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Table/></Workbook>", "Excel 2003 XML")]
    public void What_a_program_packed_into_one_file_is_told_by_its_name(string file, string kind) =>
        Assert.Contains(kind, AssertFailed("UNSUPPORTED", Encoding.UTF8.GetBytes(file)).Message);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_page_in_two_bytes_a_character_is_a_page(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        var reading = ReportReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(Fixtures.Bytes("donghu-finance-2021-clean")))]);
        Assert.Equal((DocumentFormat.Html, 200), (reading.Format, reading.Report.Figures.Count));
    }

    [Fact]
    public void A_page_that_speaks_of_pdf_is_a_page()
    {
        var page = Encoding.UTF8.GetString(Fixtures.Bytes("donghu-finance-2021-clean"));
        Assert.Equal(DocumentFormat.Html, ReportReader.Read(Encoding.UTF8.GetBytes(page.Replace("<head>", "<head><!-- %PDF-1.4 -->", StringComparison.Ordinal))).Format);
    }

    [Fact]
    public void Zeros() => AssertFailed("NOT-A-DOCUMENT", new byte[100_000]);

    [Fact]
    public void A_file_beyond_the_limit() => AssertFailed("TOO-LARGE", new byte[ReportReader.LargestDocument + 1]);

    [Fact]
    public void An_archive_that_is_cut() => AssertFailed("DAMAGED", [.. "PK\u0003\u0004"u8, 20, 0, 0, 0]);

    // What is left of a file is read; that something is missing is never passed over.
    [Theory]
    [InlineData("donghu-transport-2021-pdf-no-repeated-head")]
    [InlineData("donghu-labour-2022-pdf-suit-total-wrong")]
    [InlineData("donghu-culture-2021-pdf-number-inside-table")]
    public void A_truncated_pdf(string report)
    {
        var whole = Fixtures.Bytes(report);
        for (var part = 1; part < 20; part++)
        {
            var reading = ReportReader.Read(whole[..(whole.Length * part / 20)]);
            Assert.NotEqual(Outcome.Complete, reading.Outcome);
            Assert.Contains(reading.Issues, i => i is { Code: "DAMAGED", Severity: Severity.Error });
        }
    }

    [Fact]
    public void A_pdf_that_is_none() => AssertFailed("DAMAGED", "%PDF-1.7 nothing follows"u8.ToArray());

    [Theory]
    [InlineData("<html><head><title>市财政局</title></head><body><p>欢迎访问</p></body></html>", "没有表格")]
    [InlineData("<html><body><ul><li><a href=a.html>东湖市财政局2023年政府信息公开工作年度报告</a></li><li><a href=b.html>东湖市财政局2022年政府信息公开工作年度报告</a></li></ul></body></html>", "没有表格")]
    [InlineData("<html><body><h1>东湖市2023年政府网站工作年度报表</h1><table><tr><td>网站名称</td><td>门户</td></tr><tr><td>总计</td><td>56</td></tr></table></body></html>", "政府网站工作年度报表")]
    [InlineData("<html><body><h1>东湖市2023年法治政府建设年度报告</h1><p>一、总体情况</p><p>正文</p></body></html>", "法治政府建设年度报告")]
    public void A_page_without_a_report(string page, string reason)
    {
        var issue = AssertFailed("NO-REPORT", Encoding.UTF8.GetBytes(page));
        Assert.Contains(reason, issue.Message);
    }

    // No byte of a document may stop the program: whatever is changed, a reading comes back.
    [Theory]
    [InlineData("donghu-labour-2022-pdf-suit-total-wrong")]
    [InlineData("donghu-ecology-2022-gbk")]
    [InlineData("qingping-water-2021-tabs-surplus-figure")]
    [InlineData("donghu-construction-2022-doc-dense")]
    [InlineData("qingping-audit-2022-xls")]
    [InlineData("donghu-labour-2022-docx-counted-numbers")]
    [InlineData("donghu-culture-2022-zip-chinese-names")]
    public void A_damaged_file_is_read_or_refused(string report)
    {
        var whole = Fixtures.Bytes(report);
        var random = new Random(2021);
        for (var round = 0; round < 40; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 20; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = ReportReader.Read(damaged);
            Assert.True(reading.Report.Figures.Count > 0 || reading.Issues.Count > 0);
        }
    }

    static Issue AssertFailed(string code, byte[] bytes)
    {
        var reading = ReportReader.Read(bytes);
        Assert.Equal(Outcome.Failed, reading.Outcome);
        // What the publisher did wrong may stand beside it.
        var issue = Assert.Single(reading.Issues, i => i.Severity == Severity.Error && i.Fault != Fault.Publisher);
        Assert.Equal(code, issue.Code);
        return issue;
    }
}
