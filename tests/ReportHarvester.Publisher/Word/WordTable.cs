using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;
using Printed = ReportHarvester.Publisher.Tables.Table;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace ReportHarvester.Publisher.Word;

/// <summary>A table with a grid, cells joined over columns and rows, and rows that repeat on each page.</summary>
static class WordTable
{
    public static Table Of(Printed table, Layout layout)
    {
        var width = WordPage.Width(layout);
        int[] columns = [.. table.Widths.Select(w => (int)(w / table.Widths.Sum() * width))];
        var word = new Table(
            new TableProperties(new TableWidth { Width = $"{columns.Sum()}", Type = TableWidthUnitValues.Dxa }, WordBorders.Of(layout), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(columns.Select(c => new GridColumn { Width = $"{c}" })));
        var grid = Grid.Of(table).ToLookup(p => p.Row);
        var open = new List<PlacedCell>();
        foreach (var (index, _) in table.Rows.Index())
        {
            open.RemoveAll(p => p.Row + p.Cell.Rows <= index);
            var cells = grid[index].Concat(open).OrderBy(p => p.Column).ToList();
            word.Append(new TableRow([Properties(index < table.HeadRows, layout), .. cells.Select(p => CellOf(p, index, columns, layout))]));
            open.AddRange(grid[index].Where(p => p.Cell.Rows > 1));
        }
        return word;
    }

    static TableRowProperties Properties(bool head, Layout layout)
    {
        var properties = new TableRowProperties();
        if (layout.Is("rowBreak", "whole"))
            properties.Append(new CantSplit());
        if (layout.Is("rowHeight", "tall"))
            properties.Append(new TableRowHeight { Val = 700u, HeightType = HeightRuleValues.AtLeast });
        if (head && layout.Is("repeat", "heads"))
            properties.Append(new TableHeader());
        return properties;
    }

    static TableCell CellOf(PlacedCell placed, int row, int[] columns, Layout layout)
    {
        var cell = placed.Cell;
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{columns.Skip(placed.Column).Take(cell.Columns).Sum()}", Type = TableWidthUnitValues.Dxa });
        if (cell.Columns > 1)
            properties.Append(new GridSpan { Val = cell.Columns });
        if (cell.Rows > 1)
            properties.Append(new VerticalMerge { Val = placed.Row == row ? MergedCellValues.Restart : MergedCellValues.Continue });
        if (WordBorders.Shade(cell, row, layout) is { } shade)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = shade });
        if (cell.Setting == Setting.Upright)
            properties.Append(new TextDirection { Val = TextDirectionValues.TopToBottomRightToLeft });
        properties.Append(new TableCellVerticalAlignment
        {
            Val = layout["vertical"] switch { "top" => TableVerticalAlignmentValues.Top, "bottom" => TableVerticalAlignmentValues.Bottom, _ => TableVerticalAlignmentValues.Center },
        });
        return new TableCell([properties, .. placed.Row == row ? Lines(cell, layout) : [new Paragraph()]]);
    }

    static IEnumerable<Paragraph> Lines(Cell cell, Layout layout)
    {
        var size = layout["size"] switch { "8" => 15, "12" => 24, _ => 20 };
        var value = cell.Kind == CellKind.Value;
        var align = layout["align"] switch
        {
            "left" => JustificationValues.Left,
            "right" when value => JustificationValues.Right,
            _ => cell.Kind == CellKind.Label ? JustificationValues.Left : JustificationValues.Center,
        };
        var bold = value && (layout.Is("emphasis", "bold") || layout.Is("emphasis", "totals") && cell.Figure?.EndsWith("total", StringComparison.Ordinal) == true);
        string[] lines = cell.Setting == Setting.Paragraphs || layout.Is("groupText", "characters") && cell.Kind == CellKind.Group ? cell.Text.Split('\n') : [cell.Text];
        return lines.Select(l => WordText.Paragraph(l, layout, size, align, bold: bold,
            colour: value && layout.Is("emphasis", "red") ? "C00000" : null, underlined: value && layout.Is("emphasis", "underlined")));
    }
}
