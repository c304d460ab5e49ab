using System.Text;

namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>Gives a file that has lost its end a trailer, so that the library finds the objects by looking through the file.</summary>
static class Trailer
{
    // The word stands in few places, and soon after its object begins.
    const int MostTries = 16, LongestDictionary = 4096;

    /// <summary>The file with a trailer that names its catalog; null where it has none outside of packed objects.</summary>
    public static byte[]? Mend(ReadOnlySpan<byte> bytes)
    {
        if (Catalog(bytes) is not { } root) return null;
        var trailer = $"\nendobj\ntrailer << /Root {root} 0 R /Size {root + 1} >>\nstartxref\n0\n%%EOF\n";
        return [.. bytes, .. Encoding.ASCII.GetBytes(trailer)];
    }

    /// <summary>True where objects come after the last place that says where the table of objects is: the end of the file is lost.</summary>
    public static bool IsLost(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf("startxref"u8) is var at && (at < 0 || bytes[at..].IndexOf("endobj"u8) >= 0);

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
