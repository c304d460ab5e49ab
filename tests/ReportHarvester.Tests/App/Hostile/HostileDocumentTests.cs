using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.App;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Harvest;
using ReportHarvester.Tests.Reports;
using ReportHarvester.Tests.Reports.Layouts;
using Xunit.Abstractions;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>
/// Every document that means harm ends in its named refusal, or is read right, and the next one is read as if nothing had been. The numbers are
/// those of the test catalogue: D01 what libraries are known to die of, D02 PDF, D03 HTML, D04 office files and archives, D05 wrong types,
/// D07 odd numbers, D08 sums that do not hold; D06, damage by chance, is in the folder Fuzz.
/// </summary>
public sealed class HostileDocumentTests(ITestOutputHelper output, HostileDocumentTests.Reader reader) : IClassFixture<HostileDocumentTests.Reader>
{
    static readonly byte[] Small = Fixtures.Bytes("donghu-finance-2021-clean");

    public static TheoryData<string> Names(string number) => [.. HostileDocuments.All.Keys.Where(name => name.StartsWith(number, StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Names), "D01")]
    public void D01_what_libraries_die_of_ends_by_its_name(string name) => EndsByItsName(name);

    [Theory, MemberData(nameof(Names), "D02")]
    public void D02_a_hostile_pdf_ends_by_its_name(string name) => EndsByItsName(name);

    [Theory, MemberData(nameof(Names), "D03")]
    public void D03_a_hostile_page_ends_by_its_name(string name) => EndsByItsName(name);

    [Theory, MemberData(nameof(Names), "D04")]
    public void D04_a_hostile_office_file_or_archive_ends_by_its_name(string name) => EndsByItsName(name);

    [Theory, MemberData(nameof(Names), "D05")]
    public void D05_what_is_no_document_ends_by_its_name(string name) => EndsByItsName(name);

    void EndsByItsName(string name)
    {
        var (code, make) = HostileDocuments.All[name];
        var bytes = make();
        var before = Stopwatch.GetTimestamp();
        var reading = reader.Process.Read(bytes, null);
        output.WriteLine($"{name}: {bytes.Length >> 10} KB, {Stopwatch.GetElapsedTime(before).TotalMilliseconds:F0} ms, {reading.Outcome}, {string.Join(' ', reading.Issues.Select(i => i.Code).Distinct())}");
        Assert.NotEqual(Outcome.Complete, reading.Outcome);
        Assert.Contains(code, reading.Issues.Select(i => i.Code));
        Assert.Equal(Outcome.Complete, reader.Process.Read(Small, null).Outcome);
    }

    // What a program of its maker would do on opening the file; the pages say the same.
    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>")]
    [InlineData("/OpenAction<</S/GoToR/F(http://127.0.0.1:9/a.pdf)/D[0/Fit]>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>")]
    [InlineData("/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 2 0 R>>>>]>>/JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>")]
    [InlineData("/AcroForm<</Fields[]/XFA[(template)2 0 R]>>")]
    public void D02_what_a_pdf_would_do_changes_no_figure(string entries)
    {
        var printout = Printout.Of(Layout.Plain(3).In("drawn"));
        var pdf = Encoding.Latin1.GetString(DrawnLook.Print(printout));
        var catalog = Regex.Match(pdf, @"/Root (\d+) 0 R");
        var before = Regex.Match(pdf, @"startxref\s+(\d+)").Groups[1].Value;
        var own = Regex.Match(pdf, $@"(?<=\n){catalog.Groups[1].Value} 0 obj\s*<<").Value;
        var body = pdf[(pdf.IndexOf(own, StringComparison.Ordinal) + own.Length)..];
        // Its catalogue, written once more behind the end.
        var changed = $"{own} {entries} {body[..(body.IndexOf("endobj", StringComparison.Ordinal) + 7)]}";
        var odd = $"{pdf}{changed}xref\n{catalog.Groups[1].Value} 1\n{pdf.Length:0000000000} 00000 n \ntrailer\n<</Size 9999 {catalog.Value}/Prev {before}>>\nstartxref\n{pdf.Length + changed.Length}\n%%EOF\n";
        AssertExact(printout, Encoding.Latin1.GetBytes(odd));
    }

    [Fact]
    public void D02_a_turned_page_is_read_upright()
    {
        var printout = Printout.Of(new Layout(3, new Dictionary<string, string> { ["page"] = "a4-landscape", ["box"] = "turned" }).In("drawn"));
        var pdf = DrawnLook.Print(printout);
        Assert.Contains("/Rotate", Encoding.Latin1.GetString(pdf));
        AssertExact(printout, pdf);
    }

    void AssertExact(Printout printout, byte[] document)
    {
        var score = LayoutScore.Of(printout.Truth, reader.Process.Read(document, null));
        Assert.Equal((score.Figures, 0), (score.Right, score.FalseFlags.Count));
    }

    // Odd, but a browser shows the same report.
    [Theory]
    [InlineData("<body>", "<body><base href='javascript:x'><!-- <table> -->")]
    [InlineData("<td", "<td id='same' onclick='while(1);'")]
    [InlineData("</td>", "\uFEFF</td>")]
    [InlineData("</body>", "<!-- never closed <table><tr><td>9")]
    [InlineData("</body>", "<table hidden><tr><td>信息内容<td>9</table>")]
    [InlineData("<tr>", "<tr hidden><td>规章</td><td>9</td><td>9</td><td>9</td></tr><tr style='display:none'><td>规章</td><td>9</td></tr><tr>")]
    [InlineData("</td>", "<table></table></td>")]
    [InlineData("</html>", "\0\0</html>")]
    [InlineData("<!DOCTYPE html>", "<!DOCTYPE html SYSTEM 'file:///etc/passwd'>")]
    [InlineData("<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")]
    public void D03_oddities_of_a_page_change_no_figure(string what, string by)
    {
        var page = Encoding.UTF8.GetString(Small);
        Assert.Contains(what, page);
        AssertSame(Encoding.UTF8.GetBytes(page.Replace(what, by)));
    }

    // A cell may announce that it is as wide as the world.
    [Fact]
    public void D01_a_cell_across_two_billion_columns_is_cut_to_the_table()
    {
        var page = Encoding.UTF8.GetString(Small);
        AssertSame(Encoding.UTF8.GetBytes(Regex.Replace(page, "colspan=\"?\\d+\"?>第二十条", "colspan=\"2147483647\">第二十条")));
    }

    void AssertSame(byte[] odd)
    {
        static IEnumerable<(FigureKey, decimal?)> Values(Reading reading) => reading.Report.Figures.Select(f => (f.Key, f.Value));
        Assert.NotEqual(Small, odd);
        Assert.Equal(Values(reader.Process.Read(Small, null)), Values(reader.Process.Read(odd, null)));
    }

    [Fact]
    public void D04_a_sheet_that_lies_about_its_size_is_read_as_it_is() =>
        Assert.Equal(reader.Process.Read(Fixtures.Bytes("qingping-audit-2022-xls"), null).Report.Figures, reader.Process.Read(HostileBinaries.OfFourBillionRows, null).Report.Figures);

    [Fact]
    public async Task D05_what_a_file_is_called_is_not_believed()
    {
        var folder = Directory.CreateTempSubdirectory("called");
        (string Called, string Is, DocumentFormat Format)[] files =
        [
            ("pdf.html", "donghu-labour-2022-pdf-suit-total-wrong", DocumentFormat.Pdf), ("html.pdf", "donghu-finance-2021-clean", DocumentFormat.Html),
            ("docx.doc", "donghu-labour-2022-docx-counted-numbers", DocumentFormat.Docx), ("doc.docx", "donghu-construction-2022-doc-dense", DocumentFormat.Doc),
            ("xls.xlsx", "qingping-audit-2022-xls", DocumentFormat.Xls), ("zip.rar", "donghu-culture-2022-zip-chinese-names", DocumentFormat.Zip),
        ];
        foreach (var (called, fixture, _) in files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, called), Fixtures.Bytes(fixture));
        var (_, said, _) = await BuiltProgram.Run(["parse", "--format", "json", .. files.Select(f => Path.Combine(folder.FullName, f.Called))]);
        foreach (var (file, parsed) in files.Zip(JsonDocument.Parse(said).RootElement.EnumerateArray()))
        {
            Assert.Equal(file.Format.ToString(), parsed.GetProperty("document").GetProperty("format").GetString(), ignoreCase: true);
            Assert.Equal(ReportReader.Read(Fixtures.Bytes(file.Is)).Report.Figures.Count, parsed.GetProperty("report").GetProperty("figures").GetArrayLength());
        }
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("１２", "12")]
    [InlineData("１２０件", "120")]
    [InlineData("12,345", "12345")]
    [InlineData("1.2万", "1.2")]
    [InlineData("-0", "0")]
    [InlineData("零", "0")]
    [InlineData("—", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    [InlineData("一百二十", null)]
    [InlineData("壹佰", null)]
    [InlineData("〇", null)]
    [InlineData("12<sup>1</sup>", "12")]
    [InlineData("1<br>2", "12")]
    [InlineData("1000000000000000000000000000000", null)]
    [InlineData("NaN", null)]
    [InlineData("1e30", null)]
    public void D07_a_number_is_exact_or_none(string printed, string? value)
    {
        var page = Regex.Replace(Encoding.UTF8.GetString(Small), "规章</td><td>[^<]*", $"规章</td><td>{printed}");
        var reading = reader.Process.Read(Encoding.UTF8.GetBytes(page), null);
        var figure = reading.Report.Figures.SingleOrDefault(f => f.Indicator == "rules.issued");
        output.WriteLine($"{printed}: {figure?.Value} {figure?.State} {string.Join(' ', reading.Issues.Select(i => i.Code))}");
        Assert.Equal(value, figure?.Value?.ToString(CultureInfo.InvariantCulture));
        if (value is null && figure?.State is not (CellState.Blank or CellState.Mark))
            Assert.True(reading.Outcome != Outcome.Complete || reading.Issues.Any(i => i.Severity != Severity.Info && i.Figures.Any(f => f.Indicator == "rules.issued")));
    }

    [Theory]
    [InlineData("donghu-labour-2021-row-total-wrong", "T3-ROW")]
    [InlineData("qingping-county-2020-results-do-not-add-up", "T3-COL-SUM19")]
    [InlineData("donghu-labour-2022-suit-total-wrong", "T4-SUM")]
    public void D08_sums_that_do_not_hold_are_kept_as_printed_and_said(string fixture, string code)
    {
        var reading = reader.Process.Read(Fixtures.Bytes(fixture), null);
        Assert.Contains(reading.Issues, i => i.Code == code && i.Fault == Fault.Publisher);
        Assert.Equal(Truth.Load(Path.Combine(Fixtures.Root, "reports", fixture)).Figures, reading.Report.Figures.ToDictionary(f => f.Key.ToString(), f => (f.Value, f.State)));
    }

    public sealed class Reader : IDisposable
    {
        internal ReadingProcess Process { get; } = new(new ReadingLimits(), TimeProvider.System);

        public void Dispose() => Process.Dispose();
    }
}
