using System.Buffers.Binary;
using System.Text;

namespace ReportHarvester.Reports.Excel;

/// <summary>
/// The shared texts of an XLS workbook ([MS-XLS] 2.4.265): a table that goes on over records. Where a record ends within a text, the next one
/// begins with a byte that says anew how wide its characters are.
/// </summary>
sealed class XlsTexts(IReadOnlyList<ReadOnlyMemory<byte>> records)
{
    const int Head = 8;
    const byte Wide = 1, Phonetic = 4, InRuns = 8;

    readonly long whole = records.Sum(r => (long)r.Length);
    int record, at = Head;

    /// <summary>The texts that have runs of several fonts, by their place in the table; the first run is in the cell's own font and has the number -1.</summary>
    public IEnumerable<(int Index, IReadOnlyList<(int Font, string Text)> Runs)> Rich()
    {
        // What cannot be read ends the table.
        for (var index = 0; TryText(out var text, out var runs); index++)
            if (runs.Count > 0) yield return (index, [.. Parts(text, runs)]);
    }

    bool TryText(out string text, out List<(int First, int Font)> runs)
    {
        (text, runs) = ("", []);
        if (Bytes(3) is not [var low, var high, var flags]) return false;
        var count = (flags & InRuns) != 0 ? Bytes(2) is { } c ? BinaryPrimitives.ReadUInt16LittleEndian(c) : -1 : 0;
        var more = (flags & Phonetic) != 0 ? Bytes(4) is { } m ? BinaryPrimitives.ReadInt32LittleEndian(m) : -1 : 0;
        if (count < 0 || more < 0 || Characters(low | high << 8, (flags & Wide) != 0) is not { } characters) return false;
        text = characters;
        for (var i = 0; i < count; i++)
            if (Bytes(4) is { } run) runs.Add((BinaryPrimitives.ReadUInt16LittleEndian(run), BinaryPrimitives.ReadUInt16LittleEndian(run.AsSpan(2))));
            else return false;
        return more == 0 || Bytes(more) is not null;
    }

    static IEnumerable<(int Font, string Text)> Parts(string text, List<(int First, int Font)> runs)
    {
        int from = 0, font = -1;
        foreach (var run in runs)
        {
            var to = Math.Clamp(run.First, from, text.Length);
            if (to > from) yield return (font, text[from..to]);
            (from, font) = (to, run.Font);
        }
        if (from < text.Length) yield return (font, text[from..]);
    }

    string? Characters(int count, bool wide)
    {
        var text = new StringBuilder(count);
        while (count > 0)
        {
            if (at >= Current.Length)
            {
                if (!GoOn()) return null;
                wide = (Current.Span[at++] & Wide) != 0;
            }
            var here = Math.Min(count, (Current.Length - at) / (wide ? 2 : 1));
            if (here == 0 && at < Current.Length) return null;
            text.Append((wide ? Encoding.Unicode : Encoding.Latin1).GetString(Current.Span.Slice(at, wide ? 2 * here : here)));
            (at, count) = (at + (wide ? 2 * here : here), count - here);
        }
        return text.ToString();
    }

    byte[]? Bytes(int count)
    {
        if (count > whole) return null;
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            if (at >= Current.Length && !GoOn()) return null;
            bytes[i] = Current.Span[at++];
        }
        return bytes;
    }

    ReadOnlyMemory<byte> Current => records[record];

    bool GoOn()
    {
        if (record + 1 >= records.Count || records[record + 1].Length == 0) return false;
        (record, at) = (record + 1, 0);
        return true;
    }
}
