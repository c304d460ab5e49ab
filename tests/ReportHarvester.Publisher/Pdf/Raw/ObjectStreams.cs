using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Publisher.Pdf.Raw;

/// <summary>Objects packed into streams, and the cross-reference as a stream (ISO 32000-1, 7.5.7 and 7.5.8).</summary>
static class ObjectStreams
{
    const int Packed = 60;

    /// <summary>Where an object is: kind 1 at a place in the file, kind 2 at a position in an object stream.</summary>
    readonly record struct Entry(byte Kind, int Where, short Index);

    public static void Write(MemoryStream file, IReadOnlyList<PdfObject> objects, int catalog)
    {
        var entries = new Entry[objects.Count + 1 + Packs(objects) + 1];
        var next = objects.Count + 1;
        foreach (var pack in Numbered(objects).Where(o => o.Value.Stream is null).Chunk(Packed))
        {
            for (short i = 0; i < pack.Length; i++)
                entries[pack[i].Number] = new Entry(2, next, i);
            entries[next] = new Entry(1, (int)file.Position, 0);
            PdfFile.Write(file, next++, Pack(pack));
        }
        foreach (var (number, value) in Numbered(objects).Where(o => o.Value.Stream is not null))
        {
            entries[number] = new Entry(1, (int)file.Position, 0);
            PdfFile.Write(file, number, value);
        }
        var start = file.Position;
        entries[next] = new Entry(1, (int)start, 0);
        PdfFile.Write(file, next, References(entries, catalog));
        PdfFile.Write(file, $"startxref\n{start}\n%%EOF\n");
    }

    static int Packs(IReadOnlyList<PdfObject> objects) => (objects.Count(o => o.Stream is null) + Packed - 1) / Packed;

    static IEnumerable<(int Number, PdfObject Value)> Numbered(IReadOnlyList<PdfObject> objects) => objects.Select((o, i) => (i + 1, o));

    static PdfObject Pack((int Number, PdfObject Value)[] pack)
    {
        var (head, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, value) in pack)
        {
            head.Append($"{number} {body.Length} ");
            body.Append(value.Text).Append('\n');
        }
        var data = PdfObjects.Deflated(Encoding.Latin1.GetBytes($"{head}{body}"));
        return new PdfObject(
            $"<< /Type /ObjStm /N {pack.Length} /First {head.Length} /Filter /FlateDecode /Length {data.Length} >>", data);
    }

    static PdfObject References(Entry[] entries, int catalog)
    {
        var table = new byte[entries.Length * 7];
        for (var i = 0; i < entries.Length; i++)
        {
            table[i * 7] = entries[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(i * 7 + 1), entries[i].Where);
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(i * 7 + 5), i == 0 ? (short)-1 : entries[i].Index);
        }
        var data = PdfObjects.Deflated(table);
        return new PdfObject($"<< /Type /XRef /Size {entries.Length} /W [1 4 2] /Root {catalog} 0 R "
            + $"/Filter /FlateDecode /Length {data.Length} >>", data);
    }
}
