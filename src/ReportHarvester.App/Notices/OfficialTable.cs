using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportHarvester.App.Notices;

/// <summary>The table of an attachment: as wide as the type area, with single rulings and a head on every page.</summary>
static class OfficialTable
{
    // Twentieths of a point; together the type area.
    const int LinePitch = 300;

    static readonly int[] Widths = [720, 1160, 1150, 1865, 2200, 1750];

    public static Table Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) => new(
        [
            new TableProperties(new TableWidth { Width = $"{Widths.Sum()}", Type = TableWidthUnitValues.Dxa }, Rulings(), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Widths.Select(width => new GridColumn { Width = $"{width}" })),
            Row(heads, OfficialText.CellHead, _ => true, new TableHeader()),
            .. rows.Select(row => Row(row, OfficialText.Cell, column => column == 0)),
        ]);

    static TableBorders Rulings() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    static TableRow Row(IReadOnlyList<string> cells, Fount fount, Func<int, bool> isCentred, params OpenXmlElement[] more) =>
        new([new TableRowProperties([new CantSplit(), .. more]), .. cells.Zip(Widths).Select((cell, column) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{cell.Second}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            new Paragraph(
                new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "40", After = "40", Line = $"{LinePitch}", LineRule = LineSpacingRuleValues.Exact },
                    new Justification { Val = isCentred(column) ? JustificationValues.Center : JustificationValues.Left }),
                OfficialText.Run(fount, OfficialText.Text(cell.First)))))]);
}
