using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ReportHarvester.Publisher.Excel;

/// <summary>What a workbook holds, by the library for the format.</summary>
static class Spreadsheets
{
    public static IReadOnlyList<string> Faults(string file)
    {
        using var book = SpreadsheetDocument.Open(file, false);
        return [.. new OpenXmlValidator().Validate(book).Select(fault => fault.Description)];
    }

    public static int Formulas(string file) => Cells(file).Count(cell => cell.CellFormula is not null);

    public static IReadOnlyList<string> Texts(string file) => [.. Cells(file).Select(cell => cell.InnerText)];

    static List<Cell> Cells(string file)
    {
        using var book = SpreadsheetDocument.Open(file, false);
        return [.. book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>().ToList())];
    }
}
