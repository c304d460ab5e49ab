using System.IO.Compression;
using System.Text;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>Damage within what is packed: the streams of a PDF and the entries of a ZIP, which bytes changed from outside would only make unreadable.</summary>
static class PackedMutations
{
    const int Largest = 1 << 20;

    public static bool IsZip(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    public static bool IsPdf(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0;

    /// <summary>One stream unpacked, changed and packed again in its own place, as far as it fits: no other place in the file moves.</summary>
    public static byte[] InPdf(byte[] bytes, Random random, Mutation change)
    {
        var from = Next(bytes, random.Next(bytes.Length), "stream"u8);
        if (from < 0 || Next(bytes, from, "endstream"u8) is var to && to < 0) return bytes;
        from += "stream".Length + (bytes[from + "stream".Length] == '\r' ? 2 : 1);
        if (to <= from || Unpacked(bytes.AsSpan(from, to - from).ToArray()) is not { } content) return change(bytes, random);
        var packed = Packed(change(content, random));
        return packed.Length > to - from ? [.. bytes[..from], .. packed, .. bytes[to..]] : [.. bytes[..from], .. packed, .. bytes[(from + packed.Length)..]];
    }

    public static byte[] InZip(byte[] bytes, Random random, Mutation change)
    {
        try
        {
            using var archive = new MemoryStream();
            archive.Write(bytes);
            using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, true))
            {
                // What is said in a document stands in one of a dozen parts.
                var entry = random.Next(2) == 0 && (zip.GetEntry("word/document.xml") ?? zip.GetEntry("xl/worksheets/sheet1.xml")) is { } main ? main : zip.Entries[random.Next(zip.Entries.Count)];
                byte[] content;
                using (var old = entry.Open()) content = All(old);
                var name = entry.FullName;
                entry.Delete();
                using var changed = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                changed.Write(change(content, random));
            }
            return archive.ToArray();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return change(bytes, random);
        }
    }

    static int Next(byte[] bytes, int from, ReadOnlySpan<byte> word) => bytes.AsSpan(from).IndexOf(word) is >= 0 and var at ? from + at : -1;

    static byte[]? Unpacked(byte[] packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            return All(zlib);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static byte[] All(Stream stream)
    {
        var content = new MemoryStream();
        var part = new byte[4096];
        while (content.Length < Largest && stream.Read(part) is > 0 and var read) content.Write(part, 0, read);
        return content.ToArray();
    }

    static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, true)) zlib.Write(content);
        return packed.ToArray();
    }
}
