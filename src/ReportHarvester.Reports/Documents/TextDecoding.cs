using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace ReportHarvester.Reports.Documents;

/// <summary>
/// Bytes to text. A text of some length that is valid UTF-8 is UTF-8, whatever was declared; else what the server or the page declares,
/// if it decodes without loss; else GB18030; else a guess from letter frequencies.
/// </summary>
static partial class TextDecoding
{
    static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What Chinese programs write that do not say what they write.</summary>
    public static Encoding Chinese => Encoding.GetEncoding("gb18030");

    /// <summary>What Western programs write one byte a letter.</summary>
    public static Encoding Western => Encoding.GetEncoding(1252);

    public static string Decode(byte[] bytes, string? declaredByServer)
    {
        if (ByMark(bytes) is { } marked) return marked;
        foreach (var encoding in Candidates(bytes, declaredByServer))
            if (TryDecode(bytes, encoding) is { } text) return text;
        return Encoding.UTF8.GetString(bytes);
    }

    static string? ByMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        _ => null,
    };

    static IEnumerable<Encoding> Candidates(byte[] bytes, string? declaredByServer)
    {
        yield return StrictUtf8;
        if (Strict(declaredByServer) is { } byServer) yield return byServer;
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096)));
        if (Strict(MetaCharset().Match(head).Groups[1].Value) is { } byMeta) yield return byMeta;
        yield return Strict("gb18030")!;
        if (Strict(CharsetDetector.DetectFromBytes(bytes).Detected?.EncodingName) is { } guessed) yield return guessed;
    }

    static Encoding? Strict(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        // Pages that call themselves GB2312 or GBK use letters that only the newer standard has.
        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase)) name = "gb18030";
        try
        {
            return Encoding.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static string? TryDecode(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
