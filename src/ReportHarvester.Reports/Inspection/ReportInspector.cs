using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Pdf;

namespace ReportHarvester.Reports.Inspection;

/// <summary>Draws what the reader saw: rulings, cells, and what each cell became.</summary>
public static class ReportInspector
{
    /// <summary>An SVG of one page of a PDF, or of one table of a format without pages; null if there is no such page or table.</summary>
    /// <param name="number">Counts from 1.</param>
    /// <exception cref="InvalidDataException">The document cannot be opened; the message says why.</exception>
    public static string? Draw(byte[] bytes, int number)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            var format = DocumentFormats.Detect(bytes);
            return format == DocumentFormat.Pdf ? DrawPage(bytes, number) : DrawTable(ReportReader.Open(format, bytes, null), number);
        }
        catch (UnreadableDocumentException refusal)
        {
            throw new InvalidDataException(refusal.Message, refusal);
        }
    }

    static string? DrawPage(byte[] bytes, int number)
    {
        var pages = PdfReader.Pages(bytes);
        if (number < 1 || number > pages.Count) return null;
        var document = PdfReader.Read(pages);
        var fates = CellFate.Of(document);
        var page = pages[number - 1];
        var svg = new SvgDrawing(page.Width, page.Height);
        foreach (var cell in fates.Where(f => f.Cell.Origin.Page == number)) svg.Cell(cell.Cell.Origin.Box!.Value, cell);
        foreach (var ruling in page.Rulings) svg.Line(ruling);
        foreach (var glyph in page.Glyphs) svg.Glyph(glyph);
        return svg.End();
    }

    static string? DrawTable(Document document, int number)
    {
        if (document.Grids.FirstOrDefault(g => g.Number == number) is not { } grid) return null;
        const double width = 96, height = 30;
        var svg = new SvgDrawing(width * grid.Cells.Max(c => c.LastColumn), height * grid.Cells.Max(c => c.Row + c.RowSpan - 1));
        foreach (var fate in CellFate.Of(document).Where(f => f.Cell.Origin.Grid == number))
        {
            var cell = fate.Cell;
            var box = new Box((cell.Column - 1) * width, (cell.Row - 1) * height, cell.LastColumn * width, (cell.Row + cell.RowSpan - 1) * height);
            svg.Cell(box, fate);
            svg.Text(box.Left + 3, box.Top + height / 2, 9, cell.Text.Replace("\n", ""));
        }
        return svg.End();
    }
}
