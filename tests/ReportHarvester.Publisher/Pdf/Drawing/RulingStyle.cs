namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>
/// What shows the cells of a table: strokes, a stroked rectangle a cell, thin filled rectangles, two strokes side by side, strokes in
/// dashes or dots, or filled rectangles: every second row grey, or each cell grey with white between.
/// </summary>
enum Ruling { Lines, Boxes, ThinRectangles, Double, Dashed, Dotted, Zebra, ShadedCells, None }

/// <summary>Which rulings are drawn: all, those across, or only the outer frame.</summary>
enum Rules { All, Across, Frame }

/// <summary>How a table's rulings are put on paper; in one stroke from end to end, or in a stroke a cell side.</summary>
sealed record RulingStyle(
    Ruling Kind = Ruling.Lines, Rules Drawn = Rules.All, double Thickness = 0.5, bool InPieces = true, Placing Placing = Placing.Page);
