using System.Text;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Gives a file that has lost its end a trailer, so that the library finds the objects by looking through the file.</summary>
static class Trailer
{
    // The word stands in few places, and soon after its object begins.
    const int MostTries = 16, LongestDictionary = 4096;

    // Bytes of a table's dictionary before and after its name, and of a number in it.
    const int LongestTable = 512, WidestField = 16;

    static ReadOnlySpan<byte> PackedTable => "/XRef"u8;

    /// <summary>The file with a trailer that names its catalog; null where it has none outside of packed objects.</summary>
    public static byte[]? Mend(ReadOnlySpan<byte> bytes)
    {
        if (Catalog(bytes) is not { } root) return null;
        var trailer = $"\nendobj\ntrailer << /Root {root} 0 R /Size {root + 1} >>\nstartxref\n0\n%%EOF\n";
        return [.. bytes, .. Encoding.ASCII.GetBytes(trailer)];
    }

    /// <summary>True where objects come after the last place that says where the table of objects is: the end of the file is lost.</summary>
    public static bool IsLost(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf("startxref"u8) is var at && (at < 0 || bytes[at..].IndexOf("endobj"u8) >= 0);

    /// <summary>
    /// The file without the packed tables of objects (ISO 32000-1, 7.5.8) whose fields are wider than any number: the library lays a line of one on its stack, and the process ends.
    /// The same bytes where there is none.
    /// </summary>
    public static byte[] WithoutWideTables(byte[] bytes)
    {
        var whole = bytes;
        for (var at = bytes.AsSpan().IndexOf(PackedTable); at >= 0;)
        {
            var start = Math.Max(0, at - LongestTable);
            if (HasWideField(bytes.AsSpan(start, Math.Min(bytes.Length, at + LongestTable) - start)))
            {
                if (whole == bytes) whole = (byte[])bytes.Clone();
                whole[at + PackedTable.Length - 1] = (byte)'_';
            }
            var next = at + PackedTable.Length;
            at = bytes.AsSpan(next).IndexOf(PackedTable) is >= 0 and var found ? next + found : -1;
        }
        return whole;
    }

    // Widths of columns have more fields, and stand in other objects.
    static bool HasWideField(ReadOnlySpan<byte> table)
    {
        while (table.IndexOf("/W"u8) is >= 0 and var at)
        {
            table = table[(at + 2)..];
            if (table.IndexOf((byte)'[') is >= 0 and < 8 and var opens && table[..opens].IndexOfAnyExcept(" \r\n\t"u8) < 0 && table[opens..].IndexOf((byte)']') is > 0 and var length
                && Encoding.ASCII.GetString(table.Slice(opens + 1, length - 1)).Split((char[])[' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: <= 4 } fields
                && fields.Any(f => !int.TryParse(f, out var width) || Math.Abs((long)width) > WidestField)) return true;
        }
        return false;
    }

    // The last one counts, as a file's later versions stand after the earlier ones.
    static int? Catalog(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        for (var tries = 0; tries < MostTries && bytes[..end].LastIndexOf("/Catalog"u8) is >= 0 and var at; tries++, end = at)
        {
            var before = bytes[Math.Max(0, at - LongestDictionary)..at];
            if (before.LastIndexOf(" obj"u8) is > 0 and var obj && before[obj..].IndexOf("endobj"u8) < 0 && Number(before[..obj]) is { } number) return number;
        }
        return null;
    }

    // "12 0 obj": the number before the generation.
    static int? Number(ReadOnlySpan<byte> before)
    {
        var words = Encoding.ASCII.GetString(before[Math.Max(0, before.Length - 24)..]).Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && int.TryParse(words[^2], out var number) ? number : null;
    }
}
