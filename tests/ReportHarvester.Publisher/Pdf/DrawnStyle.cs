namespace ReportHarvester.Publisher.Pdf;

/// <summary>How rulings are put on paper.</summary>
enum Ruling { Lines, ThinRectangles }

/// <summary>How a drawn report looks. Page numbers can fall into the frame of a table that goes on over the page.</summary>
sealed record DrawnStyle(Ruling Ruling, bool NumberInsideTable, bool RepeatsHeads, double Padding = 3);
