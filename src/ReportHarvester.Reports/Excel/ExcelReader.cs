using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelNumberFormat;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Excel;

/// <summary>Reads a workbook (XLS, XLSX): each sheet that shows, its rows and columns that show, numbers as their formats print them.</summary>
static class ExcelReader
{
    // No statutory table comes near these; a sheet may announce millions.
    const int MostRows = 20_000, MostColumns = 200, MostCells = 200_000;

    // Unpacked, all parts together.
    const int LargestWorkbook = 64 << 20;

    // The library tells texts without what is raised or struck out in them, and an error, or a formula never worked out, as blank.
    static readonly string[] Untold = ["val=\"superscript\"", "val=\"subscript\"", "<strike"];

    public static Document Read(byte[] bytes, DocumentFormat format)
    {
        var doubtful = format == DocumentFormat.Xlsx && CheckParts(bytes);
        using var workbook = Open(bytes);
        var blocks = new SheetBlocks();
        do
            if (workbook.VisibleState == "visible") blocks.Add(Sheet(workbook));
        while (workbook.NextResult());
        return new Document { Format = format, Blocks = blocks.All, Issues = doubtful ? [InDoubt] : [] };
    }

    static IExcelDataReader Open(byte[] bytes)
    {
        // The library cannot make its options without the code pages that come with this one.
        var encoding = TextDecoding.Chinese;
        try
        {
            return ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false), new ExcelReaderConfiguration { FallbackEncoding = encoding });
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw new UnreadableDocumentException("ENCRYPTED", "文件已加密。The workbook is encrypted.");
        }
    }

    // The library unpacks whatever is there. Whether it leaves something out that may change a figure.
    static bool CheckParts(byte[] bytes)
    {
        using var archive = ZipListing.Open(bytes);
        var (left, doubtful) = (LargestWorkbook, false);
        foreach (var entry in archive.Entries)
        {
            using var packed = entry.Open();
            var part = Unpacking.All(packed, left);
            left -= part.Length;
            doubtful |= IsInDoubt(entry.FullName, part);
        }
        return doubtful;
    }

    static Sheet Sheet(IExcelDataReader sheet)
    {
        var columns = Enumerable.Range(0, Math.Min(sheet.FieldCount, MostColumns)).Where(c => sheet.GetColumnWidth(c) != 0).ToList();
        var rows = new List<SheetRow>();
        for (var row = 0; sheet.Read(); row++)
        {
            if (row >= MostRows || rows.Count * columns.Count > MostCells) throw Unpacking.TooLarge("工作表行列过多。A sheet has too many cells.");
            if (sheet.RowHeight != 0) rows.Add(new SheetRow(row, [.. columns.Select(c => Folding.Fold(Shown(sheet, c)).Trim())]));
        }
        return new Sheet(rows, columns, [.. (sheet.MergeCells ?? []).Select(m => new SheetMerge(m.FromRow, m.ToRow, m.FromColumn, m.ToColumn))]);
    }

    static string Shown(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        string text => text,
        var value => new NumberFormat(sheet.GetNumberFormatString(column) ?? "General") is { IsValid: true } format
            ? format.Format(value, CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static bool IsInDoubt(string path, byte[] part)
    {
        if (path.StartsWith("xl/sharedStrings", StringComparison.OrdinalIgnoreCase)) return HasMarks(Encoding.UTF8.GetString(part));
        if (!path.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)) return false;
        var sheet = Encoding.UTF8.GetString(part);
        return HasMarks(sheet) || sheet.Contains(" t=\"e\"", StringComparison.Ordinal) || sheet.Contains("</f></c>", StringComparison.Ordinal) || sheet.Contains("</f><v></v>", StringComparison.Ordinal) || sheet.Contains("</f><v/>", StringComparison.Ordinal);
    }

    static bool HasMarks(string part) => Array.Exists(Untold, u => part.Contains(u, StringComparison.Ordinal));

    static Issue InDoubt => new()
    {
        Code = "PART-UNREAD", Severity = Severity.Warning,
        Message = "工作簿中有上下标、删除线、错误值或未计算的公式，读取的数字可能与所见不同。The workbook has raised or struck out signs, errors, or formulas never worked out: figures may differ from what is seen.",
    };
}
