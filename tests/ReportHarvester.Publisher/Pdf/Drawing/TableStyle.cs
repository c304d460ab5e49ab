namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>Which rows of the head stand again on each page.</summary>
enum RepeatedHead { None, All, LastRow }

/// <summary>
/// Where a group's label stands when pages turn inside the group: on the first, on each, or cut where the page ends. On the first it is
/// set smaller if it must be, and cut if it would have to be less than half as high.
/// </summary>
enum GroupLabel { FirstPage, EachPage, Cut }

enum Vertical { Top, Middle, Bottom }

/// <summary>How a table is set and goes on over pages. The page number can fall into the frame of a table that goes on.</summary>
sealed record TableStyle(
    RepeatedHead Head = RepeatedHead.All, bool CutsRows = false, GroupLabel Groups = GroupLabel.FirstPage,
    Vertical Figures = Vertical.Middle, bool NumberInside = false, double Padding = 3);
