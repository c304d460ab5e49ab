using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Checks;
using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Excel;
using ReportHarvester.Reports.Html;
using ReportHarvester.Reports.Pdf;
using ReportHarvester.Reports.Recognition;
using ReportHarvester.Reports.Text;
using ReportHarvester.Reports.Word;
using ReportHarvester.Reports.Word.Binary;

namespace ReportHarvester.Reports;

/// <summary>The only door to parsing: bytes of a published document become a reading. Pure: no clock, no network, no disk.</summary>
public static class ReportReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int LargestDocument = 64 << 20;

    // A report of a whole province has some hundred cells and some thousand paragraphs.
    const int MostBlocks = 100_000, MostCells = 200_000;

    /// <summary>The code of an issue: there was not enough memory to read the document.</summary>
    public const string TooMuchMemory = "TOO-MUCH-MEMORY";

    /// <summary>The code of an issue: the document is in a format that another program has to convert first.</summary>
    public const string NeedsConversion = "NEEDS-CONVERSION";

    /// <summary>What ends a reading because of the machine that it was read on, or of what else went on there, as much as because of the document.</summary>
    public static IReadOnlyList<string> EndsOfTheMachine { get; } = ["READER-DIED", "TOOK-TOO-LONG", TooMuchMemory, NeedsConversion];

    /// <summary>Reads a document. Whatever is wrong with it becomes an issue of the reading; nothing is thrown for bad input.</summary>
    /// <param name="bytes">The whole document as it was fetched.</param>
    /// <param name="charset">The charset that the server declared, for HTML and text; null if none.</param>
    public static Reading Read(byte[] bytes, string? charset = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Guarded(bytes, format => format == DocumentFormat.Zip ? ArchivedReport.Read(bytes, ReadMember) : Read(Open(format, bytes, charset)));
    }

    /// <summary>
    /// An archive with what <paramref name="convert"/> makes of those of its files that another program has to convert; null where it makes
    /// nothing, or where they are more than one report has.
    /// </summary>
    public static byte[]? WithConverted(byte[] archive, Func<byte[], byte[]?> convert) => ArchivedReport.Replaced(archive, DocumentFormats.NeedsConversion, convert);

    // A file of an archive; archives within archives are not opened.
    static Reading ReadMember(byte[] bytes) => Guarded(bytes, format =>
        format == DocumentFormat.Zip ? throw DocumentFormats.Unsupported("ZIP within ZIP") : Read(Open(format, bytes, null)));

    static Reading Guarded(byte[] bytes, Func<DocumentFormat, Reading> read)
    {
        if (bytes.Length > LargestDocument) return TooLarge(bytes.Length);
        var format = DocumentFormat.Unknown;
        try
        {
            format = DocumentFormats.Detect(bytes);
            return read(format);
        }
        catch (UnreadableDocumentException refusal)
        {
            return Refused(format, refusal.Code, refusal.Message, refusal.CanBeSearched);
        }
        catch (OutOfMemoryException)
        {
            return Refused(format, TooMuchMemory, "读取所需内存过多。Reading the file takes more memory than there is.");
        }
#pragma warning disable CA1031 // The libraries throw anything at all on damaged files; this is the one place where that becomes an issue.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            return Refused(format, "DAMAGED", $"文件损坏，无法读取。The file is damaged and cannot be read ({trouble.GetType().Name}: {trouble.Message}).");
        }
    }

    /// <summary>The reading of a document that is too large to be opened at all.</summary>
    public static Reading TooLarge(long length) =>
        Refused(DocumentFormat.Unknown, "TOO-LARGE", $"文件过大：{length}字节，上限{LargestDocument}字节。The file is larger than the limit and was not read.");

    /// <summary>The reading of a document that was given up for a reason that its reader could not see. Nothing more is asked of its bytes.</summary>
    public static Reading GivenUp(string code, string message) => Refused(DocumentFormat.Unknown, code, message);

    internal static Document Open(DocumentFormat format, byte[] bytes, string? charset) => format switch
    {
        DocumentFormat.Pdf => PdfReader.Read(bytes),
        DocumentFormat.Html => HtmlReader.Read(bytes, charset),
        DocumentFormat.Docx => WordReader.Read(bytes),
        DocumentFormat.Doc => DocReader.Read(bytes),
        DocumentFormat.Xlsx or DocumentFormat.Xls => ExcelReader.Read(bytes, format),
        DocumentFormat.Zip => throw DocumentFormats.Unsupported("ZIP"),
        _ => TabTextReader.Read(bytes, charset),
    };

    internal static Reading Read(Document document)
    {
        if (document.Blocks.Count > MostBlocks || document.Grids.Sum(g => g.Cells.Count) > MostCells)
            throw new UnreadableDocumentException("TOO-LARGE", "文件的段落或单元格过多，未读取。The file has more paragraphs or cells than the limit and was not read.");
        var own = OwnReport.Of(document);
        document = own.Document;
        var tables = FormRecogniser.Read(document, own.Title, out var unplaced);
        var issues = new List<Issue>([.. document.Issues, .. own.Issues, .. unplaced]);
        var frame = ReportFrame.Read(document, tables, issues);
        issues.AddRange(TableSubject.Issues(tables, frame.Report));
        var figures = new PlacedFigures(tables.SelectMany(t => t.Figures));
        issues.AddRange(figures.OfAnotherYear(frame.Report.Year));
        figures.Distrust(issues.Where(ReadingIssues.MayBeAnothers).SelectMany(i => i.Figures));
        figures.Doubt(issues.Where(i => i.Severity != Severity.Info).SelectMany(i => i.Figures));
        var seen = new CheckedReport(figures, frame, document) { UnknownRows = issues.Where(i => i.Code == ReadingIssues.RowUnknown).ToLookup(i => i.Table) };
        if (tables.Any(t => t.Table.Number != FormTable.Statistics)) issues.AddRange(Sections.Missing(frame.Report.Sections, seen.LeftOut));
        issues.AddRange(CheckList.Run(seen));
        if (figures.Count == 0) issues.Add(NoReport.Explain(document));
        return new Reading
        {
            Format = document.Format, Pages = document.Pages,
            Report = frame.Report with { Figures = figures.InOrder() },
            Issues = [.. figures.Settle(issues), .. figures.DigitsApart()],
        };
    }

    static Reading Refused(DocumentFormat format, string code, string message, bool canBeSearched = false) =>
        new() { Format = format, Issues = [new Issue { Code = code, Severity = Severity.Error, Message = message }, .. canBeSearched ? [] : Readable.Refused(code)] };
}

/// <summary>Thrown by a reader for a document that cannot go on; becomes the one issue of a failed reading.</summary>
sealed class UnreadableDocumentException(string code, string message) : Exception(message)
{
    public string Code => code;

    /// <summary>Whether what was published can be searched and copied all the same.</summary>
    public bool CanBeSearched { get; init; }
}
