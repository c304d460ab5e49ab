using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>Turns the bytes of a page into text. What bytes are beyond doubt outranks what the server says of them.</summary>
static class Charset
{
    const int MostKeptForOneLost = 200;

    static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes, string? declared)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes.AsSpan(3));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // What is declared is not always true, and a page may hold a few bytes that are no letter of anything: the first that loses next to nothing.
            var texts = new[] { declared, InMeta(bytes), "gb18030", "utf-8" }.OfType<string>().Select(Named).Distinct().Select(encoding => encoding.GetString(bytes));
            return texts.FirstOrDefault(text => Lost(text) * MostKeptForOneLost <= text.Length) ?? texts.MinBy(Lost)!;
        }
    }

    static int Lost(string text) => text.Count(c => c == '\uFFFD');

    // GB 18030 holds GBK and GB 2312, and is what the sites of the country mean where they say nothing usable.
    static Encoding Named(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "big5" => Encoding.GetEncoding("big5"),
        "utf-8" or "utf8" => Encoding.UTF8,
        _ => Encoding.GetEncoding("gb18030"),
    };

    static string? InMeta(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096)));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null
            : string.Concat(head[(at + 8)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
