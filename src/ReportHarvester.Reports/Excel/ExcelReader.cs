using System.Globalization;
using System.Text.RegularExpressions;
using ExcelDataReader;
using ExcelNumberFormat;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Excel;

/// <summary>Reads a workbook (XLS, XLSX): each sheet that shows, its rows and columns that show, numbers as their formats print them.</summary>
static partial class ExcelReader
{
    // No statutory table comes near these; a sheet may announce millions.
    const int MostRows = 20_000, MostColumns = 200, MostCells = 200_000;

    // A row's number has two bytes in XLS; the library walks through as many rows as the sheet says it has.
    const int RowsOfXls = 1 << 16;

    // Formats that change no text.
    const string Usual = "General", AsTyped = "@";

    // Unpacked, all parts together.
    const int LargestWorkbook = 64 << 20;

    public static Document Read(byte[] bytes, DocumentFormat format)
    {
        if (format == DocumentFormat.Xlsx) CheckParts(bytes);
        using var workbook = Open(bytes);
        // The library tells texts without what is raised or struck out in them, an error, or a formula never worked out, as blank, and every row as hidden
        // where those are that are not there.
        var marks = format == DocumentFormat.Xlsx ? XlsxMarks.Of(bytes) : XlsMarks.Of(bytes);
        var blocks = new SheetBlocks();
        var turn = 0;
        do
        {
            var name = format == DocumentFormat.Xls ? CellMarks.Turn(turn++) : workbook.Name;
            if (format == DocumentFormat.Xls && workbook.RowCount > RowsOfXls) throw TooManyCells();
            if (workbook.VisibleState != "visible") continue;
            if (SubjectName().IsMatch(workbook.Name)) blocks.AddLine(workbook.Name);
            blocks.Add(Sheet(workbook, marks, name));
        }
        while (workbook.NextResult());
        return new Document { Format = format, Blocks = blocks.All };
    }

    // The name of a sheet is no text of the report, but it may say that the table on it is another's.
    [GeneratedRegex("20[0-9][0-9]|上年|去年|半年|季度|下属|所属|直属|示例|样例|范例|样表")]
    private static partial Regex SubjectName();

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

    // The library unpacks whatever is there.
    static void CheckParts(byte[] bytes)
    {
        using var archive = ZipListing.Open(bytes);
        var left = LargestWorkbook;
        foreach (var entry in archive.Entries)
        {
            using var packed = entry.Open();
            left -= Unpacking.Length(packed, left);
        }
    }

    static Sheet Sheet(IExcelDataReader sheet, CellMarks all, string name)
    {
        var marks = all.Of(name);
        var width = Math.Min(sheet.FieldCount, MostColumns);
        var rows = new List<(SheetRow, bool)>();
        for (var row = 0; sheet.Read(); row++)
        {
            if (row >= MostRows || rows.Count * width > MostCells) throw TooManyCells();
            rows.Add((new SheetRow(row, [.. Enumerable.Range(0, width).Select(c => Cell(row, c))]), !all.IsHidden(name, row)));
        }
        return new Sheet(rows, [.. Enumerable.Range(0, width).Where(c => sheet.GetColumnWidth(c) != 0)],
            (sheet.MergeCells ?? []).Select(m => new SheetMerge(m.FromRow, m.ToRow, m.FromColumn, m.ToColumn)));

        SheetCell Cell(int row, int column)
        {
            var mark = marks.GetValueOrDefault((row, column));
            var (text, sure) = mark?.Text is { } other ? (other, true) : Shown(sheet, column);
            return new SheetCell(Folding.Fold(text).Trim(), mark is { IsSure: false } || !sure);
        }
    }

    static UnreadableDocumentException TooManyCells() => Unpacking.TooLarge("工作表行列过多。A sheet has too many cells.");

    // A number of which the format is not understood may show otherwise; a format may hide texts too, or name their unit.
    static (string Text, bool Sure) Shown(IExcelDataReader sheet, int column)
    {
        var value = sheet.GetValue(column);
        var format = sheet.GetNumberFormatString(column) ?? Usual;
        if (value is null || value is string && format is Usual or AsTyped) return (value as string ?? "", true);
        return new NumberFormat(format) is { IsValid: true } known ? (known.Format(value, CultureInfo.InvariantCulture), true) : (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", value is string);
    }
}
