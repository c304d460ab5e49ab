namespace ReportHarvester.Reports.Pdf;

/// <summary>What stands on a page in reading order: lines of text and ruled tables.</summary>
abstract record PageBlock(int Page, Box Box);

sealed record LineBlock(int Page, GlyphLine Line) : PageBlock(Page, Line.Box);

/// <summary>A ruled table, or the part of one that stands on this page; one content for each of its cells.</summary>
sealed record TableBlock(int Page, Lattice Lattice, IReadOnlyList<CellContent> Contents) : PageBlock(Page, Lattice.Box);
