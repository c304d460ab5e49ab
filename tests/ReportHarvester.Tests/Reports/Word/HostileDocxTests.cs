using System.IO.Compression;
using System.Text;
using ReportHarvester.Reports;
using static ReportHarvester.Tests.Reports.Word.RawDocx;

namespace ReportHarvester.Tests.Reports.Word;

/// <summary>Word files that mean harm end in a refusal by name, or are read without it.</summary>
public sealed class HostileDocxTests
{
    static readonly string Rows = Table(Cell("信息内容") + Cell("本年处理决定数量"), Cell("行政许可") + Cell("12"));

    [Fact]
    public void D04_a_part_that_unpacks_without_end() => AssertRefused("TOO-LARGE", Of(Paragraph(new string('0', 40 << 20))));

    [Fact]
    public void D04_elements_nested_beyond_measure()
    {
        const int depth = 100_000;
        AssertRefused("TOO-LARGE", Of(new StringBuilder().Insert(0, "<w:ins>", depth).Insert(depth * 7, "</w:ins>", depth).ToString()));
    }

    [Fact]
    public void D04_a_file_without_a_body() => AssertRefused("DAMAGED", OfMain($"<w:document {Space}/>"));

    [Fact]
    public void D04_an_archive_that_is_cut() => AssertRefused("DAMAGED", Of(Rows)[..400]);

    [Theory]
    [InlineData("attachedTemplate", "http://127.0.0.1:1/evil.dotm")]
    [InlineData("hyperlink", "http://a b:c/年报.doc?x=%%")]
    [InlineData("image", "\\\\10.0.0.1\\share\\x.png")]
    public void D04_what_lies_outside_the_file_is_left_alone(string kind, string target)
    {
        var relation = $"<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>";
        var reading = ReportReader.Read(Of(Rows, relations: relation));
        Assert.Contains(reading.Report.Figures, f => f.Value == 12);
    }

    [Fact]
    public void D04_a_macro_is_no_part_of_the_text() =>
        Assert.Contains(ReportReader.Read(Of(Rows, more: [("word/vbaProject.bin", "Sub AutoOpen()")])).Report.Figures, f => f.Value == 12);

    [Fact]
    public void D04_a_name_that_leads_out_of_the_archive_leads_nowhere() =>
        Assert.Contains(ReportReader.Read(Of(Rows, more: [("../../../../tmp/evil", "x"), ("/etc/evil", "x")])).Report.Figures, f => f.Value == 12);

    [Fact]
    public void D04_any_part_may_be_damaged()
    {
        var whole = Of(Rows);
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = 0; i < 8; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = ReportReader.Read(damaged);
            Assert.True(reading.Report.Figures.Count > 0 || reading.Issues.Count > 0);
        }
    }

    static void AssertRefused(string code, byte[] bytes)
    {
        var reading = ReportReader.Read(bytes);
        Assert.Equal((Outcome.Failed, code), (reading.Outcome, Assert.Single(reading.Issues).Code));
    }
}
