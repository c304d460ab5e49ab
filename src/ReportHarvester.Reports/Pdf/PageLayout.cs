namespace ReportHarvester.Reports.Pdf;

/// <summary>Sorts a page's glyphs into the cells of its lattices and into lines.</summary>
static class PageLayout
{
    public static IReadOnlyList<PageBlock> Of(PageContent page, IReadOnlyList<Lattice> lattices, IReadOnlySet<Glyph> furniture)
    {
        var free = page.Glyphs.Where(g => !furniture.Contains(g)).ToList();
        var blocks = new List<PageBlock>();
        foreach (var lattice in lattices.OrderBy(l => l.Xs.Count * l.Ys.Count))
        {
            var inside = free.Where(g => Contains(lattice.Box, g)).ToList();
            if (inside.Count == 0 || lattice.Cells.Count < 2) continue;
            free.RemoveAll(g => Contains(lattice.Box, g));
            blocks.Add(new TableBlock(page.Number, lattice, Contents(lattice, inside, page.Rulings)));
        }
        blocks.AddRange(GlyphLines.Of(free.Where(g => !g.Unseen)).Select(line => new LineBlock(page.Number, line)));
        return [.. blocks.OrderBy(b => b is TableBlock ? b.Box.Top : (b.Box.Top + b.Box.Bottom) / 2)];
    }

    public static bool Contains(Box box, Glyph g) => g.X >= box.Left && g.X <= box.Right && g.Y >= box.Top && g.Y <= box.Bottom;

    static CellContent[] Contents(Lattice lattice, List<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var owner = new int[lattice.Ys.Count - 1, lattice.Xs.Count - 1];
        for (var i = 0; i < lattice.Cells.Count; i++)
            for (var r = 0; r < lattice.Cells[i].RowSpan; r++)
                for (var c = 0; c < lattice.Cells[i].ColumnSpan; c++)
                    owner[lattice.Cells[i].Row + r, lattice.Cells[i].Column + c] = i;
        var held = lattice.Cells.Select(_ => new List<Glyph>()).ToArray();
        foreach (var glyph in glyphs) held[owner[Square(lattice.Ys, glyph.Y), Square(lattice.Xs, glyph.X)]].Add(glyph);
        return [.. held.Select((g, i) => CellContent.Of(g, lattice.Cells[i].Box.Right - lattice.Cells[i].Box.Left, rulings))];
    }

    static int Square(IReadOnlyList<double> edges, double at)
    {
        var i = 0;
        while (i < edges.Count - 2 && edges[i + 1] <= at) i++;
        return i;
    }
}
