using System.IO.Compression;

namespace ReportHarvester.Tests.Harvest;

/// <summary>Bytes packed as a server may pack a body.</summary>
static class Packed
{
    public static byte[] As(byte[] bytes, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
            stream.Write(bytes);
        return packed.ToArray();
    }
}
