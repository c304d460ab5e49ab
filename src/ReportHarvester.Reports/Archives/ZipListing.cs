using System.Buffers.Binary;
using System.IO.Compression;

namespace ReportHarvester.Reports.Archives;

/// <summary>Opens ZIP files, of which office documents are made too, with a look at how many entries they announce.</summary>
static class ZipListing
{
    /// <summary>More entries than any report has parts or any archive of reports has files.</summary>
    const int MostEntries = 2000;

    const int EndLength = 22, LongestComment = 65535;

    /// <param name="nameBytes">Names are given as their bytes, one character each: their charset is not stated reliably.</param>
    public static ZipArchive Open(byte[] bytes, System.Text.Encoding? nameBytes = null)
    {
        if (Announced(bytes) > MostEntries) throw Unpacking.TooLarge($"压缩包内文件超过{MostEntries}个。The archive holds too many files.");
        return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, nameBytes);
    }

    // The number of entries in the record that ends the archive; larger archives print 65535 there.
    static int Announced(byte[] bytes)
    {
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - EndLength - LongestComment));
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + EndLength <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail[(end + 10)..]) : 0;
    }
}
