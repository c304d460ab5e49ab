using System.IO.Compression;
using System.Text;
using ReportHarvester.Publisher.Word;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>A report as an attachment in an archive, with what packers leave beside it; names in GBK or UTF-8.</summary>
static class Archive
{
    static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static byte[] Of(Printout printout)
    {
        var chance = printout.Layout.Chance("archive");
        var names = chance.Next(2) == 0 ? gbk : Encoding.UTF8;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            if (chance.Next(2) == 0) Add(zip, "附件/公章.png", [0x89, .. "PNG\r\n\u001a\n"u8]);
            Add(zip, chance.Next(2) == 0 ? "附件/年度报告/" + printout.Truth.Title + ".docx" : "report.docx", WordReport.Of(printout));
            if (chance.Next(2) == 0) Add(zip, "__MACOSX/._report.docx", [0, 5, 22, 7]);
        }
        return stream.ToArray();
    }

    static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var file = entry.Open();
        file.Write(bytes);
    }
}
