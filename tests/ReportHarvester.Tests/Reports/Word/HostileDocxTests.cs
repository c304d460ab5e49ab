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
    public void An_external_entity_is_not_fetched() =>
        AssertRefused("DAMAGED", OfMain($"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document {Space}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"));

    [Fact]
    public void Entities_that_multiply_are_not_unfolded()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        AssertRefused("DAMAGED", OfMain($"<!DOCTYPE x [<!ENTITY l0 \"ha\">{entities}]><w:document {Space}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"));
    }

    [Fact]
    public void A_part_that_unpacks_without_end() => AssertRefused("TOO-LARGE", Of(Paragraph(new string('0', 40 << 20))));

    [Fact]
    public void Elements_nested_beyond_measure()
    {
        const int depth = 100_000;
        AssertRefused("TOO-LARGE", Of(new StringBuilder().Insert(0, "<w:ins>", depth).Insert(depth * 7, "</w:ins>", depth).ToString()));
    }

    [Fact]
    public void A_table_of_a_million_cells() => AssertRefused("TOO-LARGE", Of("<w:tbl>" + new StringBuilder().Insert(0, $"<w:tr>{string.Concat(Enumerable.Repeat("<w:tc/>", 1000))}</w:tr>", 1000) + "</w:tbl>"));

    [Fact]
    public void More_entries_than_any_document_has() => AssertRefused("TOO-LARGE", Zip(Enumerable.Range(0, 65_536).Select(n => ($"word/{n}.xml", ""))));

    [Fact]
    public void A_file_without_a_body() => AssertRefused("DAMAGED", OfMain($"<w:document {Space}/>"));

    [Fact]
    public void An_archive_that_is_cut() => AssertRefused("DAMAGED", Of(Rows)[..400]);

    [Theory]
    [InlineData("attachedTemplate", "http://127.0.0.1:1/evil.dotm")]
    [InlineData("hyperlink", "http://a b:c/年报.doc?x=%%")]
    [InlineData("image", "\\\\10.0.0.1\\share\\x.png")]
    public void What_lies_outside_the_file_is_left_alone(string kind, string target)
    {
        var relation = $"<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>";
        var reading = ReportReader.Read(Of(Rows, relations: relation));
        Assert.Contains(reading.Report.Figures, f => f.Value == 12);
    }

    [Fact]
    public void A_macro_is_no_part_of_the_text() =>
        Assert.Contains(ReportReader.Read(Of(Rows, more: [("word/vbaProject.bin", "Sub AutoOpen()")])).Report.Figures, f => f.Value == 12);

    [Fact]
    public void A_name_that_leads_out_of_the_archive_leads_nowhere() =>
        Assert.Contains(ReportReader.Read(Of(Rows, more: [("../../../../tmp/evil", "x"), ("/etc/evil", "x")])).Report.Figures, f => f.Value == 12);

    [Fact]
    public void A_part_that_is_there_twice_does_not_stop_the_program()
    {
        var reading = ReportReader.Read(Of(Rows, more: [("word/document.xml", "<x/>")]));
        Assert.True(reading.Outcome == Outcome.Failed || reading.Report.Figures.Any(f => f.Value == 12));
    }

    [Fact]
    public void Any_part_may_be_damaged()
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
