namespace ReportHarvester.Reports.Pdf;

/// <summary>Sorts a page's glyphs into the cells of its lattices and into lines.</summary>
static class PageLayout
{
    public static IReadOnlyList<PageBlock> Of(PageContent page, IReadOnlyList<Lattice> lattices, IReadOnlySet<Glyph> furniture)
    {
        var free = furniture.Count == 0 ? [.. page.Glyphs] : page.Glyphs.Where(g => !furniture.Contains(g)).ToList();
        var blocks = new List<PageBlock>();
        foreach (var lattice in lattices.OrderBy(l => l.Xs.Count * l.Ys.Count))
        {
            if (lattice.Cells.Count < 2) continue;
            var box = lattice.Box;
            var inside = free.FindAll(g => Contains(box, g));
            if (inside.Count == 0) continue;
            if (inside.Count == free.Count) free.Clear();
            else free.RemoveAll(g => Contains(box, g));
            blocks.Add(new TableBlock(page.Number, lattice, CellFilling.Contents(lattice, inside, page.Rulings)));
        }
        blocks.AddRange(GlyphLines.Of(free.Where(g => !g.Unseen)).Select(line => new LineBlock(page.Number, line)));
        return [.. blocks.OrderBy(b => b is TableBlock ? b.Box.Top : (b.Box.Top + b.Box.Bottom) / 2)];
    }

    public static bool Contains(Box box, Glyph g) => g.X >= box.Left && g.X <= box.Right && g.Y >= box.Top && g.Y <= box.Bottom;
}
