using System.IO.Compression;
using System.Text;
using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Archives;

/// <summary>
/// Reads the one report that an archive holds. Nothing is ever written to a disk: names are only told. Archives within are not opened, and where
/// several files are reports, nothing tells which one is meant.
/// </summary>
static class ArchivedReport
{
    // Unpacked, all files together.
    const int LargestArchive = 128 << 20;

    // A report and its tables.
    const int MostReplaced = 3;

    static readonly string[] Clutter = ["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

    public static Reading Read(byte[] bytes, Func<byte[], Reading> read)
    {
        var readings = Files(bytes).Select(f => (f.Name, Reading: read(f.Bytes))).ToList();
        if (readings.Count == 0) throw new UnreadableDocumentException("EMPTY", "压缩包是空的。The archive is empty.");
        var reports = readings.FindAll(r => r.Reading.Report.Figures.Count > 0);
        // The same report in several formats: the one that was read with the least trouble.
        var twins = reports.Count > 1 && reports.TrueForAll(r => SayTheSame(r.Reading, reports[0].Reading)) ? reports : [];
        if (twins.Count > 0) reports = [twins.MinBy(t => t.Reading.Issues.Count(i => i.Severity != Severity.Info))];
        if (reports.Count > 1) throw new UnreadableDocumentException("ARCHIVE-SEVERAL", $"压缩包内有{reports.Count}份报告，不知以哪一份为准：{string.Join("，", reports.Select(r => r.Name))}。The archive holds several reports, and nothing tells which one is meant.");
        if (reports.Count == 0 && readings.Count > 1)
            throw new UnreadableDocumentException(readings.TrueForAll(r => r.Reading.Issues.Any(i => i.Code == "NEEDS-OCR")) ? "NEEDS-OCR" : "NO-REPORT", $"压缩包内没有可读的报告：{string.Join("，", readings.Select(r => $"{r.Name}（{r.Reading.Issues.FirstOrDefault(i => i.Severity == Severity.Error)?.Code}）"))}。None of the archive's files is a report that can be read.")
            {
                CanBeSearched = readings.Exists(r => r.Reading.Issues.All(i => i.Code != Readable.Code)),
            };
        var (name, reading) = reports.Count == 1 ? reports[0] : readings[0];
        return reading with { Format = DocumentFormat.Zip, Issues = [Member(name), .. twins.Where(t => t.Name != name).Select(t => Twin(t.Name)), .. readings.Where(r => r.Name != name && MayBeReport(r.Reading)).Select(r => Unread(r.Name, r.Reading)), .. reading.Issues] };
    }

    /// <summary>The archive with what <paramref name="replace"/> makes of the files that are <paramref name="chosen"/>; null where it makes nothing of them, or they are too many.</summary>
    public static byte[]? Replaced(byte[] bytes, Predicate<byte[]> chosen, Func<byte[], byte[]?> replace)
    {
        var files = Files(bytes).ToList();
        if (files.Count(f => chosen(f.Bytes)) > MostReplaced) return null;
        var replaced = files.Select(f => (f.Name, New: chosen(f.Bytes) ? replace(f.Bytes) : null, f.Bytes)).ToList();
        if (replaced.TrueForAll(f => f.New is null)) return null;
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, made, old) in replaced)
            {
                using var file = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                file.Write(made ?? old);
            }
        return archive.ToArray();
    }

    static bool SayTheSame(Reading one, Reading other) =>
        one.Report.Year == other.Report.Year && one.Report.Agency == other.Report.Agency
        && one.Report.Figures.Select(f => (f.Key, f.Value, f.State, f.Unit)).ToHashSet().SetEquals(other.Report.Figures.Select(f => (f.Key, f.Value, f.State, f.Unit)));

    // A file that could not be opened may be a report too, and so may one that bears a report's title and has no figures; a picture is most often a seal.
    static bool MayBeReport(Reading reading) => reading.Report.Figures.Count == 0 && reading.Issues.Any(i => i.Severity == Severity.Error && (i.Code != "NO-REPORT" || reading.Report.Year is not null));

    static Issue Twin(string name) => new()
    {
        Code = "ARCHIVE-TWIN", Severity = Severity.Info, Message = $"压缩包内的文件“{name}”是同一份报告，数据相同，未另读取。Another file of the archive is the same report with the same figures.",
    };

    static Issue Unread(string name, Reading reading) => new()
    {
        Code = "PART-UNREAD", Severity = reading.Issues.Any(i => i.Code == "NEEDS-OCR") ? Severity.Info : Severity.Warning,
        Message = EvidenceWords.Write("part unread", name, reading.Issues.First(i => i.Severity == Severity.Error).Code),
    };

    static IEnumerable<(string Name, byte[] Bytes)> Files(byte[] bytes)
    {
        using var archive = ZipListing.Open(bytes, Encoding.Latin1);
        // What it says of itself is enough to refuse it by, before the first file costs memory; it is not enough to believe it by.
        if (archive.Entries.Sum(e => e.Length) > LargestArchive) throw Unpacking.TooLarge($"压缩包内的文件合计超过{LargestArchive}字节。The archive's files are more than {LargestArchive} bytes together.");
        var left = LargestArchive;
        foreach (var entry in archive.Entries)
        {
            var name = Name(entry);
            if (name.EndsWith('/') || Clutter.Any(c => name.Contains(c, StringComparison.OrdinalIgnoreCase))) continue;
            if (name.StartsWith('/') || name.Contains(':') || name.Split('/', '\\').Contains("..")) throw new UnreadableDocumentException("ARCHIVE-UNSAFE", $"压缩包内的文件名指向包外：{name}。A name in the archive leads out of it.");
            if (entry.IsEncrypted) throw new UnreadableDocumentException("ENCRYPTED", "压缩包已加密。The archive is encrypted.");
            using var packed = entry.Open();
            var unpacked = Unpacking.All(packed, Math.Min(left, ReportReader.LargestDocument));
            left -= unpacked.Length;
            yield return (name, unpacked);
        }
    }

    // Names are UTF-8 where the archive says so; else they are what the packer's machine wrote, in China GBK.
    static string Name(ZipArchiveEntry entry) =>
        (entry.FullName.All(c => c <= 0xFF) ? TextDecoding.Decode(Encoding.Latin1.GetBytes(entry.FullName), null) : entry.FullName).Replace('\\', '/');

    static Issue Member(string name) => new()
    {
        Code = "ARCHIVE-MEMBER", Severity = Severity.Info, Message = $"读取的是压缩包内的文件“{name}”。This file of the archive was read.",
    };
}
