using System.IO.Compression;

namespace ReportHarvester.Publisher.Pdf.Raw;

/// <summary>A numbered object as written; of a stream Text is the dictionary.</summary>
sealed record PdfObject(string Text, byte[]? Stream = null);

/// <summary>The objects of a PDF file, numbered from one in the order they were asked for.</summary>
sealed class PdfObjects(bool compressed)
{
    readonly List<PdfObject?> objects = [];

    public IReadOnlyList<PdfObject> All =>
        [.. objects.Select(o => o ?? throw new InvalidOperationException("an object was never written"))];

    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string text)
    {
        objects.Add(new PdfObject(text));
        return objects.Count;
    }

    public void Set(int number, string text) => objects[number - 1] = new PdfObject(text);

    public int AddStream(byte[] data, string entries = "")
    {
        var (body, filter) = compressed ? (Deflated(data), "/Filter /FlateDecode ") : (data, "");
        objects.Add(new PdfObject($"<< {entries} {filter}/Length {body.Length} >>", body));
        return objects.Count;
    }

    public static byte[] Deflated(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
            zlib.Write(data);
        return target.ToArray();
    }
}
