namespace ReportHarvester.Reports.Pdf;

/// <summary>Cells that a page cuts: no border closes them, and what stands right under such a cell, and no wider, is the rest of its text.</summary>
static class OpenCells
{
    // In sizes of the font: lines of one text lie no farther apart.
    const double LineGap = 0.8;

    /// <summary>The table with the rest of its open cells.</summary>
    public static Lattice Extended(Lattice lattice, PageContent page)
    {
        var open = lattice.Cells.Where(c => c.Row + c.RowSpan == lattice.Ys.Count - 1 && !IsClosed(c, page.Rulings)).Select(c => c.Box).ToList();
        if (open.Count == 0) return lattice;
        var bottom = lattice.Box.Bottom;
        var below = page.Glyphs.Where(g => g.Direction == Direction.Right && g.Y > bottom && g.X >= lattice.Box.Left && g.X <= lattice.Box.Right);
        foreach (var line in GlyphLines.Of(below).OrderBy(l => l.Box.Top))
        {
            if (line.Box.Top - bottom > LineGap * line.Size || !line.Glyphs.All(g => open.Exists(b => g.Box.Left >= b.Left && g.Box.Right <= b.Right))) break;
            bottom = line.Box.Bottom;
        }
        return bottom > lattice.Box.Bottom ? WithBottom(lattice, bottom) : lattice;
    }

    static bool IsClosed(LatticeCell cell, IReadOnlyList<Ruling> rulings)
    {
        var middle = (cell.Box.Left + cell.Box.Right) / 2;
        foreach (var r in rulings)
            if (r.Horizontal && r.From <= middle && r.To >= middle && Math.Abs(r.At - cell.Box.Bottom) <= SquareJoin.Near) return true;
        return false;
    }

    static Lattice WithBottom(Lattice lattice, double bottom) => lattice with
    {
        Ys = [.. lattice.Ys.SkipLast(1), bottom],
        Cells = [.. lattice.Cells.Select(c => c.Row + c.RowSpan == lattice.Ys.Count - 1 ? c with { Box = c.Box with { Bottom = bottom } } : c)],
    };
}
