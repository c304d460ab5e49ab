using System.Text;

namespace ReportHarvester.Publisher.Pdf.Raw;

/// <summary>How a reader finds the objects of a file: a table, streams that hold objects and table, or nothing at all.</summary>
enum CrossReference { Table, Streams, Missing }

/// <summary>How the file is written around its objects.</summary>
sealed record FileStyle(
    CrossReference References = CrossReference.Table, bool Compressed = true, bool JunkBefore = false, bool SplitContents = false);

/// <summary>Puts objects into a file. Nothing in it changes from one writing to the next: no dates, no identifier.</summary>
static class PdfFile
{
    /// <summary>What a careless script saves before the file it was sent; places in the table do not count it.</summary>
    const string Junk = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nServer: nginx\r\n\r\n";

    public static byte[] Of(PdfObjects objects, int catalog, FileStyle style)
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        if (style.References == CrossReference.Streams)
            ObjectStreams.Write(file, objects.All, catalog);
        else
            Classic(file, objects.All, catalog, style.References == CrossReference.Table);
        return style.JunkBefore ? [.. Encoding.Latin1.GetBytes(Junk), .. file.ToArray()] : file.ToArray();
    }

    public static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    public static void Write(Stream file, int number, PdfObject value)
    {
        Write(file, $"{number} 0 obj\n{value.Text}\n");
        if (value.Stream is { } stream)
        {
            Write(file, "stream\n");
            file.Write(stream);
            Write(file, "\nendstream\n");
        }
        Write(file, "endobj\n");
    }

    static void Classic(MemoryStream file, IReadOnlyList<PdfObject> objects, int catalog, bool table)
    {
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Position);
            Write(file, i + 1, objects[i]);
        }
        var start = file.Position;
        if (!table)
            return;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write(file, $"{place:D10} 00000 n \n");
        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root {catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }
}
