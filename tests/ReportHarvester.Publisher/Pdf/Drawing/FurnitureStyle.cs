namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>"- 1 -", "第1页 共5页", "1", or none.</summary>
enum PageNumbers { Dashes, OfTotal, Plain, None }

/// <summary>Pale words over the pages: one line aslant, or lines upright between the rows.</summary>
enum Watermark { None, Aslant, Upright }

/// <summary>The office's round red stamp, as curves or as a picture.</summary>
enum Stamp { None, Curves, Picture }

enum ProseMark { None, Underlined, StruckThrough }

/// <summary>What stands on a page and is not the report; the stamp is put on the signature or on the end of table 3.</summary>
sealed record FurnitureStyle(
    PageNumbers Numbers = PageNumbers.Dashes, bool RunningHead = false, Watermark Watermark = Watermark.None, Stamp Stamp = Stamp.None,
    bool StampOnTable = false, ProseMark Prose = ProseMark.None);
