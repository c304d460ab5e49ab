using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Word;

/// <summary>Borders and shades; widths of borders are in eighths of a point.</summary>
static class WordBorders
{
    public static TableBorders Of(Layout layout)
    {
        var (frame, rows, columns) = layout["borders"] switch
        {
            "hairline" => (2, 2, 2), "horizontal" => (0, 6, 0), "columns" => (6, 0, 6), "thick-frame" => (18, 4, 4), "frame" => (8, 0, 0),
            "zebra" or "shaded" or "none" => (0, 0, 0), _ => (6, 6, 6),
        };
        var style = layout["borders"] switch { "double" => BorderValues.Double, "dotted" => BorderValues.Dotted, "dashed" => BorderValues.Dashed, _ => BorderValues.Single };
        var colour = layout.Is("borders", "grey") ? "BBBBBB" : "000000";
        T Side<T>(int size) where T : BorderType, new() => new() { Val = size == 0 ? BorderValues.None : style, Size = (uint)size, Color = colour };
        var topAndBottom = layout.Is("borders", "horizontal") ? rows : frame;
        return new TableBorders(Side<TopBorder>(topAndBottom), Side<LeftBorder>(frame), Side<BottomBorder>(topAndBottom), Side<RightBorder>(frame),
            Side<InsideHorizontalBorder>(rows), Side<InsideVerticalBorder>(columns));
    }

    public static string? Shade(Cell cell, int row, Layout layout) => layout["borders"] switch
    {
        "zebra" => row % 2 == 1 && cell.Rows == 1 ? "E7EEF7" : null,
        "shaded" => cell.Kind is CellKind.Head or CellKind.Title ? "C9D9EE" : "EDEDED",
        _ => null,
    };
}
