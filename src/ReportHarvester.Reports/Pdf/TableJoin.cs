using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Makes one grid of a table that runs over pages: its parts have the same left and right border and nothing stands between them.</summary>
static class TableJoin
{
    // Points: borders of two pages that lie no farther apart are the same.
    const double SameBorder = 6, SameEdge = 4;

    public static bool GoesOn(TableBlock above, TableBlock below) =>
        below.Page == above.Page + 1
        && Math.Abs(above.Box.Left - below.Box.Left) <= SameBorder
        && Math.Abs(above.Box.Right - below.Box.Right) <= SameBorder;

    public static Grid Join(IReadOnlyList<TableBlock> parts, int number)
    {
        var edges = new List<double>();
        foreach (var x in parts.SelectMany(p => p.Lattice.Xs).Order())
            if (edges.Count == 0 || x - edges[^1] > SameEdge) edges.Add(x);
        var cells = new List<GridCell>();
        var above = 0;
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Contents.Count; i++) cells.Add(Cell(part, i, above, edges, number));
            above += part.Lattice.Ys.Count - 1;
        }
        return new Grid { Number = number, Cells = cells };
    }

    static GridCell Cell(TableBlock part, int i, int above, List<double> edges, int number)
    {
        var cell = part.Lattice.Cells[i];
        int left = Nearest(edges, cell.Box.Left), right = Math.Max(left + 1, Nearest(edges, cell.Box.Right));
        int row = above + cell.Row + 1, column = left + 1;
        return new GridCell(row, column, cell.RowSpan, right - left, part.Contents[i].Text,
            new Origin { Page = part.Page, Grid = number, Row = row, Column = column, Box = cell.Box.Round() }) { Doubtful = part.Contents[i].Doubtful };
    }

    static int Nearest(List<double> edges, double x)
    {
        var best = 0;
        for (var i = 1; i < edges.Count; i++)
            if (Math.Abs(edges[i] - x) < Math.Abs(edges[best] - x)) best = i;
        return best;
    }
}
