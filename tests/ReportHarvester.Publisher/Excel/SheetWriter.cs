using System.Text;
using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Excel;

/// <summary>Writes one sheet, row by row.</summary>
sealed partial class SheetWriter(Layout layout)
{
    /// <summary>The column that is hidden where one is: before all others, with numbers that nobody sees.</summary>
    readonly int first = layout.Is("sheetExtra", "hidden-column") ? 1 : 0;

    readonly StringBuilder rows = new();
    readonly List<string> merges = [];
    int row;

    public string Written => (first > 0 ? "<cols><col min=\"1\" max=\"1\" width=\"0\" hidden=\"1\" customWidth=\"1\"/></cols>" : "") + $"<sheetData>{rows}</sheetData>" +
        (merges.Count > 0 ? $"<mergeCells count=\"{merges.Count}\">{string.Concat(merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>" : "");

    public void Line(string text)
    {
        row++;
        rows.Append($"<row r=\"{row}\">{Text(first, text)}</row>");
        if (layout.Is("lines", "joined")) merges.Add($"{Name(first)}{row}:{Name(first + 9)}{row}");
    }

    public void Table(Table table)
    {
        if (!layout.Is("lines", "close")) row++;
        var placed = Grid.Of(table).ToLookup(p => p.Row);
        foreach (var (index, _) in table.Rows.Index())
        {
            if (index == table.Rows.Count - 1 && layout.Is("sheetExtra", "hidden-row"))
                rows.Append($"<row r=\"{++row}\" hidden=\"1\" ht=\"0\" customHeight=\"1\">{Text(first, "一、本年新收政府信息公开申请数量")}{Number(first + 3, "9")}</row>");
            row++;
            rows.Append($"<row r=\"{row}\">");
            if (first > 0) rows.Append(Number(0, $"{row}"));
            foreach (var cell in placed[index].OrderBy(p => p.Column)) Write(cell);
            rows.Append("</row>");
        }
        row++;
    }

    void Write(PlacedCell placed)
    {
        var (cell, _, column) = placed;
        rows.Append(cell.Kind == CellKind.Value && Plain().IsMatch(cell.Text) ? Number(first + column, cell.Text.Replace(",", ""), cell.Text.Contains(',') ? 1 : 0) : Text(first + column, cell.Text));
        if (cell.Rows * cell.Columns > 1) merges.Add($"{Name(first + column)}{row}:{Name(first + column + cell.Columns - 1)}{row + cell.Rows - 1}");
    }

    string Number(int column, string number, int style = 0) => $"<c r=\"{Name(column)}{row}\" s=\"{style}\"><v>{number}</v></c>";

    string Text(int column, string text) => text.Length == 0 ? "" : $"<c r=\"{Name(column)}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Workbook.Escaped(text)}</t></is></c>";

    static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    [GeneratedRegex(@"^(?:0|-?[1-9]\d{0,2}(?:,\d{3})+|-?[1-9]\d*|-?(?:0|[1-9]\d{0,9})\.\d{0,5}[1-9])$")]
    private static partial Regex Plain();
}
