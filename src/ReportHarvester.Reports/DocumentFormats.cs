using System.Text;

namespace ReportHarvester.Reports;

/// <summary>Tells the format of a file from its bytes; its name and what a server calls it are not believed.</summary>
static class DocumentFormats
{
    // Readers of PDF accept a header within the first kilobyte.
    const int PdfHeader = 1024;

    public static DocumentFormat Detect(ReadOnlySpan<byte> bytes)
    {
        if (IsPdf(bytes)) return DocumentFormat.Pdf;
        if (Refusal(bytes) is not null) return DocumentFormat.Unknown;
        return LooksLikeHtml(bytes) ? DocumentFormat.Html : DocumentFormat.Text;
    }

    /// <summary>Why a file of no readable format is refused: code and sentence; null for one that may be read.</summary>
    public static (string Code, string Message)? Refusal(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => ("EMPTY", "文件为空。The file is empty."),
        _ when IsPdf(bytes) => null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Picture("PNG"),
        [0xFF, 0xD8, 0xFF, ..] => Picture("JPEG"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Picture("GIF"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Picture("BMP"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => Picture("TIFF"),
        [(byte)'P', (byte)'K', 3, 4, ..] => Unsupported("ZIP (DOCX, XLSX, OFD …)"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Unsupported("OLE2 (DOC, XLS, WPS)"),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => Unsupported("RTF"),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => Unsupported("RAR"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => null,
        _ when bytes[..Math.Min(bytes.Length, 4096)].IndexOf((byte)0) >= 0 => ("NOT-A-DOCUMENT", "不是文档：含有文本中不会出现的字节。Not a document: it holds bytes that no text has."),
        _ => null,
    };

    static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, PdfHeader)].IndexOf("%PDF-"u8) >= 0;

    static (string, string) Picture(string kind) => ("NEEDS-OCR", $"文件是{kind}图片，没有文字。The file is a {kind} picture without text.");

    static (string, string) Unsupported(string kind) => ("UNSUPPORTED", $"暂不能读取的格式：{kind}。This format is not read yet.");

    static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 65536)];
        while (head.IndexOf((byte)'<') is >= 0 and var at)
        {
            head = head[(at + 1)..];
            foreach (var tag in Tags)
                if (head.Length >= tag.Length && Ascii.EqualsIgnoreCase(head[..tag.Length], tag)) return true;
        }
        return false;
    }

    static readonly string[] Tags = ["!doctype", "html", "head", "body", "table", "div", "p>", "p ", "meta"];
}
