using System.Buffers.Binary;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>The properties of stretches of a document's bytes: pages of 512 bytes, found by a table of the head.</summary>
sealed class DocProperties
{
    const int PageLength = 512;

    readonly List<(int From, int To, byte[] Changes, int Style)> runs = [];
    int last;

    /// <param name="paragraphs">Paragraphs' pages, which lie otherwise than characters' and may send on to the data stream.</param>
    public DocProperties(DocFile file, int table, bool paragraphs)
    {
        var bytes = file.Table(table);
        var count = (bytes.Length - 4) / 8;
        for (var i = 0; i < count; i++)
        {
            var at = (long)(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * (count + 1) + 4 * i)..]) & 0x3FFFFF) * PageLength;
            if (at + PageLength <= file.Main.Length) Read(file.Main.AsSpan((int)at, PageLength), paragraphs);
        }
        runs.Sort((a, b) => a.From.CompareTo(b.From));
    }

    /// <summary>The changes to the plain properties at a place of the file, of paragraphs the number of the style that they are made to, and up to where they hold.</summary>
    public (byte[] Changes, int Style, int To) At(int offset)
    {
        if (last < runs.Count && runs[last].From <= offset && offset < runs[last].To) return (runs[last].Changes, runs[last].Style, runs[last].To);
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].To <= offset) low = middle + 1;
            else high = middle;
        }
        last = low;
        return low < runs.Count && runs[low].From <= offset ? (runs[low].Changes, runs[low].Style, runs[low].To) : ([], 0, low < runs.Count ? runs[low].From : int.MaxValue);
    }

    void Read(ReadOnlySpan<byte> page, bool paragraphs)
    {
        int count = page[^1], width = paragraphs ? 13 : 1;
        if (4 * (count + 1) + width * count >= PageLength) return;
        for (var i = 0; i < count; i++)
        {
            int from = BinaryPrimitives.ReadInt32LittleEndian(page[(4 * i)..]), to = BinaryPrimitives.ReadInt32LittleEndian(page[(4 * i + 4)..]);
            var at = 2 * page[4 * (count + 1) + width * i];
            var (changes, style) = at == 0 ? ([], 0) : Changes(page[at..], paragraphs);
            runs.Add((from, to, changes, style));
        }
    }

    // A length, of paragraphs in words and before the number of their style, and so many bytes of changes.
    static (byte[] Changes, int Style) Changes(ReadOnlySpan<byte> place, bool paragraphs)
    {
        int length = place[0], start = 1, style = 0;
        if (paragraphs)
        {
            if (length == 0 && place.Length > 1) (length, start) = (2 * place[1], 2);
            else length = 2 * length - 1;
            if (length >= 2 && start + 2 <= place.Length) style = BinaryPrimitives.ReadUInt16LittleEndian(place[start..]);
            (length, start) = (length - 2, start + 2);
        }
        return (length > 0 && start + length <= place.Length ? place.Slice(start, length).ToArray() : [], style);
    }
}
