using System.IO.Compression;
using System.Text;

namespace ReportHarvester.Tests.Reports;

/// <summary>A PDF put together object by object, however wrong they are; number 1 is the catalog, 2 the page tree.</summary>
static class RawPdf
{
    public const string Catalog = "<</Type/Catalog/Pages 2 0 R>>", Pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

    /// <summary>One page of a content stream, with the fonts and other resources given as inner parts of its resource dictionary.</summary>
    public static byte[] Page(string content, string resources, params string[] more) =>
        File([Catalog, Pages, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{resources}>>>>", Stream(content), .. more]);

    public static string Stream(string content, string entries = "") => $"<</Length {content.Length}{entries}>>\nstream\n{content}\nendstream";

    public static string Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, true)) zlib.Write(content);
        return Stream(Encoding.Latin1.GetString(packed.ToArray()), "/Filter/FlateDecode");
    }

    public static byte[] File(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = file.Length;
        file.Append($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append($"{offset:0000000000} 00000 n \n");
        file.Append($"trailer\n<</Root 1 0 R/Size {objects.Count + 1}>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
