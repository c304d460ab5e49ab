using System.IO.Compression;
using System.Text;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports;

/// <summary>Tells the format of a file from its bytes; its name and what a server calls it are not believed.</summary>
static class DocumentFormats
{
    // Readers of PDF accept a header within the first kilobyte.
    const int PdfHeader = 1024;

    // What a file is in text shows by its beginning.
    const int Head = 4096;

    // Unpacked, all parts together, with pictures.
    const int LargestOpenDocument = 128 << 20, LargestManifest = 1 << 20;

    /// <summary>The format of a file that may be read; one that may not is thrown out with the reason.</summary>
    public static DocumentFormat Detect(byte[] bytes) => bytes switch
    {
        [] => throw new UnreadableDocumentException("EMPTY", "文件为空。The file is empty."),
        // An archive may hold a PDF as it is.
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => OfArchive(bytes),
        _ when IsPdf(bytes) => DocumentFormat.Pdf,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => throw Picture("PNG"),
        [0xFF, 0xD8, 0xFF, ..] => throw Picture("JPEG"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => throw Picture("GIF"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => throw Picture("BMP"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => throw Picture("TIFF"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => throw Picture("WebP"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OfCompound(bytes),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => throw NeedsConversion("RTF"),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => throw Unsupported("RAR"),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => throw Unsupported("7z"),
        [0x1F, 0x8B, ..] => throw Unsupported("gzip"),
        [(byte)'F', (byte)'o', (byte)'u', (byte)'n', (byte)'d', (byte)'e', (byte)'r', (byte)' ', (byte)'C', (byte)'E', (byte)'B', ..] => throw Unsupported("CEB"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => LooksLikeHtml(Encoding.UTF8.GetBytes(TextDecoding.Decode(bytes[..Math.Min(bytes.Length & ~1, 2 * Head)], null))) ? DocumentFormat.Html : DocumentFormat.Text,
        _ when bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) =>
            throw new UnreadableDocumentException("NOT-A-DOCUMENT", "不是文档：含有文本中不会出现的字节。Not a document: it holds bytes that no text has."),
        _ when IsFlat(bytes) => throw NeedsConversion("OpenDocument"),
        _ when PackedPage(bytes) is { } kind => throw Unsupported(kind),
        _ => LooksLikeHtml(bytes) ? DocumentFormat.Html : DocumentFormat.Text,
    };

    /// <summary>Whether another program has to convert the file first.</summary>
    public static bool NeedsConversion(byte[] bytes)
    {
        try
        {
            Detect(bytes);
            return false;
        }
        catch (Exception refusal) when (refusal is UnreadableDocumentException or InvalidDataException)
        {
            return refusal is UnreadableDocumentException { Code: ReportReader.NeedsConversion };
        }
    }

    // Office documents are archives; which one shows in the folders of their parts.
    static DocumentFormat OfArchive(byte[] bytes)
    {
        using var archive = ZipListing.Open(bytes);
        bool Has(string start) => archive.Entries.Any(e => e.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return Has("word/") ? DocumentFormat.Docx
            : Has("xl/") ? DocumentFormat.Xlsx
            : Has("ppt/") ? throw Unsupported("PPTX")
            : Has("OFD.xml") ? throw Unsupported("OFD")
            : Has("content.xml") && Has("mimetype") || Has("encrypted-package") ? throw OfOpenDocument(archive)
            : DocumentFormat.Zip;
    }

    // The office program that converts it would unpack whatever is there, and ask for a password that nobody gives.
    static UnreadableDocumentException OfOpenDocument(ZipArchive archive)
    {
        var left = LargestOpenDocument;
        foreach (var entry in archive.Entries)
        {
            using var packed = entry.Open();
            left -= Unpacking.Length(packed, left);
        }
        using var manifest = archive.GetEntry("META-INF/manifest.xml")?.Open();
        if (manifest is not null && Unpacking.All(manifest, LargestManifest).AsSpan().IndexOf("encryption-data"u8) >= 0) return Encrypted();
        return NeedsConversion("OpenDocument");
    }

    // Older office programs keep their streams in a compound file, and so do newer ones what they encrypt.
    static DocumentFormat OfCompound(byte[] bytes)
    {
        var streams = new CompoundFile(bytes).Names;
        return streams.Contains("EncryptedPackage") ? throw Encrypted()
            : streams.Contains("Workbook") || streams.Contains("Book") ? DocumentFormat.Xls
            : streams.Contains("WordDocument") ? DocumentFormat.Doc
            : streams.Contains("PowerPoint Document") ? throw Unsupported("PPT")
            : throw NeedsConversion("WPS, Works");
    }

    static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, PdfHeader)].IndexOf("%PDF-"u8) is >= 0 and var at && !LooksLikeHtml(bytes[..at]);

    // Markup of office programs in one file, and pages with all their parts in one mail.
    static string? PackedPage(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, Head));
        if (head.IndexOf("progid=\"Word.Document\""u8) >= 0 || head.IndexOf("<w:wordDocument"u8) >= 0) return "Word 2003 XML";
        if (head.IndexOf("progid=\"Excel.Sheet\""u8) >= 0) return "Excel 2003 XML";
        // What is packed as it is can be read as it is.
        var text = Encoding.Latin1.GetString(head);
        return text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && text.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            && Array.Exists(Encodings, e => text.Contains($"Content-Transfer-Encoding: {e}", StringComparison.OrdinalIgnoreCase)) ? "MHT" : null;
    }

    static readonly string[] Encodings = ["base64", "quoted-printable"];

    static UnreadableDocumentException Picture(string kind) => new("NEEDS-OCR", $"文件是{kind}图片，没有文字。The file is a {kind} picture without text.");

    public static UnreadableDocumentException Unsupported(string kind) => new("UNSUPPORTED", $"暂不能读取的格式：{kind}；可另存为DOCX或PDF后读取。This format is not read; saved as DOCX or PDF it can be.");

    static UnreadableDocumentException Encrypted() => new("ENCRYPTED", "文件已加密。The document is encrypted.");

    // What an office program can turn into a format that is read.
    static UnreadableDocumentException NeedsConversion(string kind) => new(ReportReader.NeedsConversion, $"{kind}格式须先转换；请安装LibreOffice（libreoffice-writer、libreoffice-calc），或另存为DOCX。This format is converted by LibreOffice, where it is installed.");

    static bool IsFlat(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).IndexOf("<office:document "u8) is var at && at >= 0 && bytes.AsSpan(0, at).IndexOf("<html"u8) < 0;

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
