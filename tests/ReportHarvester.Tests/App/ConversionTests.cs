using System.IO.Compression;
using System.Text;
using ReportHarvester.App;
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

    const string Flat = "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:version='1.2' office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body><office:spreadsheet><table:table table:name='a'>";
    const string Tail = "</table:table></office:spreadsheet></office:body></office:document>";

    static readonly byte[] Rtf = @"{\rtf1 x}"u8.ToArray();

    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("conversion");

    public void Dispose()
    {
        reader.Dispose();
        work.Delete(recursive: true);
    }

    [EngineFact("soffice")]
    public async Task A_flat_open_document_is_read_as_it_is_printed()
    {
        var printout = Format.All["docx"].Shown(Drawing.Free.Of(31));
        var document = (await Office.Convert([WordReport.Of(printout)], "docx", "fodt:OpenDocument Text Flat XML", default)).Single();
        var reading = reader.Read(document, null);
        Assert.Contains(reading.Issues, i => i is { Code: "CONVERTED", Severity: Severity.Info } && i.Message.Contains("LibreOffice", StringComparison.Ordinal));
        var score = LayoutScore.Of(printout.Truth, reading);
        Assert.False(score.Fails, $"{printout.Layout.Written}: silent {string.Join(',', score.Silent)} invented {string.Join(',', score.Invented)}");
        Assert.True(score.Right > 0.9 * score.Figures, $"{score.Right} of {score.Figures}");
    }

    [EngineFact("soffice")]
    public async Task A_machine_without_room_for_passing_files_fails_that_document_alone()
    {
        var (rtf, html) = (Path.Combine(work.FullName, "a.rtf"), Path.Combine(work.FullName, "b.html"));
        await File.WriteAllBytesAsync(rtf, Rtf);
        await File.WriteAllBytesAsync(html, Fixtures.Bytes("donghu-finance-2021-clean"));
        var (code, output, error) = await Harvest.BuiltProgram.Run(["TMPDIR=/nowhere"], "parse", rtf, html);
        Assert.True(code == ExitCode.DoneWithTrouble, error);
        Assert.Contains("NEEDS-CONVERSION", output, StringComparison.Ordinal);
        Assert.Contains("figures  200", output, StringComparison.Ordinal);
    }

    // Each of a kind that keeps the program busy, or kills it.
    [EngineTheory("soffice")]
    [InlineData("{\\rtf1 ", 1, "")]
    [InlineData("{\\rtf1 ", 200_000, "{")]
    [InlineData("{\\rtf1 ", 300_000, "\\trowd\\cellx9 1\\cell\\row")]
    [InlineData("{\\rtf1\\bin2147483647 ", 1, "x")]
    [InlineData(Flat + "<table:table-column table:number-columns-repeated='16384'/><table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row>", 1, Tail)]
    [InlineData("<!DOCTYPE a [<!ENTITY a0 'aaaaaaaaaa'><!ENTITY a1 '&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;'><!ENTITY a2 '&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;'><!ENTITY a3 '&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;'><!ENTITY a4 '&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;'><!ENTITY a5 '&a4;&a4;&a4;&a4;&a4;&a4;&a4;&a4;'><!ENTITY a6 '&a5;&a5;&a5;&a5;&a5;&a5;&a5;&a5;'><!ENTITY a7 '&a6;&a6;&a6;&a6;&a6;&a6;&a6;&a6;'>]>" + Flat + "<table:table-row><table:table-cell><text:p>&a7;&a7;</text:p></table:table-cell></table:table-row>", 1, Tail)]
    public void D04_what_cannot_be_converted_is_refused_and_the_next_document_is_read(string head, int times, string what)
    {
        using var hasty = new ReadingProcess(new ReadingLimits(), TimeProvider.System, () => new OfficeProgram("soffice", new ReadingLimits { Time = TimeSpan.FromSeconds(4) }));
        var reading = hasty.Read(Encoding.Latin1.GetBytes(head + new StringBuilder(what.Length * times).Insert(0, what, times)), null);
        Assert.Equal(Outcome.Failed, reading.Outcome);
        Assert.Empty(reading.Report.Figures);
        Assert.Equal(Outcome.Complete, hasty.Read(Fixtures.Bytes("donghu-finance-2021-clean"), null).Outcome);
    }

    [EngineFact("soffice")]
    public async Task A_file_of_an_archive_is_converted_too()
    {
        var printout = Format.All["docx"].Shown(Drawing.Free.Of(31));
        var rtf = (await Office.Convert([WordReport.Of(printout)], "docx", "rtf:Rich Text Format", default)).Single();
        var reading = reader.Read(Archived(("封面.png", [0x89, .. "PNG"u8]), ("年报.rtf", rtf)), null);
        Assert.Equal(DocumentFormat.Zip, reading.Format);
        Assert.Superset(new HashSet<string> { "CONVERTED", "ARCHIVE-MEMBER" }, reading.Issues.Select(i => i.Code).ToHashSet());
        Assert.False(LayoutScore.Of(printout.Truth, reading).Fails);
        Assert.NotEmpty(reading.Report.Figures);
    }

    [Fact]
    public void A_conversion_that_hangs_ends_with_all_its_processes()
    {
        var office = Pretended("echo $$ > pids; sleep 1000 & echo $! >> pids; wait", new ReadingLimits { Time = TimeSpan.FromMilliseconds(100) });
        var (document, trouble) = office.Convert(Rtf, "docx");
        Assert.Null(document);
        Assert.Contains("0.6秒", trouble);
        Assert.All(File.ReadAllLines(Path.Combine(work.FullName, "pids")), id => Assert.False(IsAlive(id), id));
    }

    [Fact]
    public void What_could_not_be_converted_once_is_not_tried_again()
    {
        using var process = new ReadingProcess(new ReadingLimits(), TimeProvider.System, () => Pretended("echo x >> tries", new ReadingLimits()));
        foreach (var document in (byte[][])[Rtf, Rtf, Archived(("a.rtf", Rtf))])
            Assert.Contains("LibreOffice未能", Assert.Single(process.Read(document, null).Issues, i => i.Code == ReportReader.NeedsConversion).Message);
        Assert.Single(File.ReadAllLines(Path.Combine(work.FullName, "tries")));
    }

    [Fact]
    public async Task Others_read_on_while_a_document_is_converted()
    {
        using var process = new ReadingProcess(new ReadingLimits(), TimeProvider.System, () => Pretended("while [ ! -e go ]; do sleep 0.02; done", new ReadingLimits()));
        var converting = Task.Run(() => process.Read(Rtf, null));
        Assert.Equal(Outcome.Complete, process.Read(Fixtures.Bytes("donghu-finance-2021-clean"), null).Outcome);
        Assert.False(converting.IsCompleted);
        await File.WriteAllTextAsync(Path.Combine(work.FullName, "go"), "");
        Assert.Equal(Outcome.Failed, (await converting).Outcome);
    }

    [Fact]
    public void Documents_to_be_converted_are_taken_from_a_folder()
    {
        string[] names = ["a.rtf", "b.odt", "c.ods", "d.wps", "e.et", "f.fodt"];
        foreach (var name in names.Append("g.exe")) File.WriteAllBytes(Path.Combine(work.FullName, name), [1]);
        Assert.Equal(names, GivenDocuments.Below(work.FullName, out var passed).Select(g => g.Files.Single().Name));
        Assert.Equal("g.exe", Assert.Single(passed).Name);
    }

    [Fact]
    public void Without_a_converter_the_reading_says_what_to_install()
    {
        var issue = Assert.Single(ReportReader.Read(@"{\rtf1 x}"u8.ToArray()).Issues);
        Assert.Equal((ReportReader.NeedsConversion, true), (issue.Code, issue.Message.Contains("libreoffice-writer", StringComparison.Ordinal)));
    }

    // A program in place of LibreOffice, which does what it is told here.
    OfficeProgram Pretended(string script, ReadingLimits limits)
    {
        var path = Path.Combine(work.FullName, "soffice");
        File.WriteAllText(path, $"#!/bin/sh\n[ \"$1\" = --version ] && echo Pretended && exit\ncd {work.FullName}\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new OfficeProgram(path, limits);
    }

    // A zombie waits for whoever became its parent.
    static bool IsAlive(string id) => File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat") is var line && line[line.LastIndexOf(')') + 2] != 'Z';

    static byte[] Archived(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(bytes);
            }
        return stream.ToArray();
    }
}
