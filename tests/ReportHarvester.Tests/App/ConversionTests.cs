using System.Text;
using ReportHarvester.App;
using ReportHarvester.Publisher.Excel;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Print;
using ReportHarvester.Publisher.Word;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Reports.Layouts;

namespace ReportHarvester.Tests.App;

/// <summary>Formats that LibreOffice has to convert: read as exactly as others where it is installed, refused with what to install where it is not.</summary>
public sealed class ConversionTests : IDisposable
{
    readonly ReadingProcess reader = new(new ReadingLimits(), TimeProvider.System);

    public void Dispose() => reader.Dispose();

    [EngineFact("soffice")]
    public Task Rich_text_is_read_as_it_is_printed() => Holds("docx", "rtf:Rich Text Format", WordReport.Of, 3);

    [EngineFact("soffice")]
    public Task An_open_document_is_read_as_it_is_printed() => Holds("docx", "odt:writer8", WordReport.Of, 3);

    [EngineFact("soffice")]
    public Task A_flat_open_document_is_read_as_it_is_printed() => Holds("docx", "fodt:OpenDocument Text Flat XML", WordReport.Of, 2);

    [EngineFact("soffice")]
    public Task An_open_sheet_is_read_as_it_is_printed() => Holds("xlsx", "ods:calc8", Workbook.Of, 3);

    [EngineFact("soffice")]
    public void What_cannot_be_converted_is_refused()
    {
        foreach (var text in (string[])[@"{\rtf1 ", @"{\rtf1 " + new string('{', 200_000), @"{\rtf1\ansi{\field{\*\fldinst INCLUDEPICTURE ""http://127.0.0.1:9/a.png""}}x}"])
        {
            var reading = reader.Read(Encoding.Latin1.GetBytes(text), null);
            Assert.Equal(Outcome.Failed, reading.Outcome);
        }
    }

    [Fact]
    public void Without_a_converter_the_reading_says_what_to_install()
    {
        var issue = Assert.Single(ReportReader.Read(@"{\rtf1 x}"u8.ToArray()).Issues);
        Assert.Equal((ReportReader.NeedsConversion, true), (issue.Code, issue.Message.Contains("libreoffice-writer", StringComparison.Ordinal)));
    }

    async Task Holds(string format, string target, Func<Printout, byte[]> print, int reports)
    {
        List<Printout> printouts = [.. Enumerable.Range(31, reports).Select(seed => Format.All[format].Shown(Drawing.Free.Of(seed)))];
        foreach (var (printout, document) in printouts.Zip(await Office.Convert([.. printouts.Select(print)], format, target, default)))
        {
            var reading = reader.Read(document, null);
            Assert.Contains(reading.Issues, i => i is { Code: "CONVERTED", Severity: Severity.Info } && i.Message.Contains("LibreOffice", StringComparison.Ordinal));
            var score = LayoutScore.Of(printout.Truth, reading);
            Assert.False(score.Fails, $"{printout.Layout.Written}: silent {string.Join(',', score.Silent)} invented {string.Join(',', score.Invented)}");
            Assert.True(score.Right > 0.9 * score.Figures, $"{score.Right} of {score.Figures}");
        }
    }
}
