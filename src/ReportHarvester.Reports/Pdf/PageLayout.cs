namespace ReportHarvester.Reports.Pdf;

/// <summary>Sorts a page's glyphs into the cells of its lattices and into lines.</summary>
static class PageLayout
{
    public static IReadOnlyList<PageBlock> Of(PageContent page, IEnumerable<Lattice> lattices, IEnumerable<PageBlock> others)
    {
        var free = page.Glyphs;
        List<Ruling> across = [.. page.Rulings.Where(r => r.Horizontal)], down = [.. page.Rulings.Where(r => !r.Horizontal)];
        var blocks = others.Where(b => b.Page == page.Number).ToList();
        foreach (var lattice in lattices.OrderBy(l => l.Xs.Count * l.Ys.Count))
        {
            if (lattice.Cells.Count < 2) continue;
            var (inside, outside) = Part(free, lattice.Box);
            if (inside.Count == 0) continue;
            free = outside;
            blocks.Add(new TableBlock(page.Number, lattice, CellFilling.Contents(lattice, inside, across, down)));
        }
        blocks.AddRange(GlyphLines.Of(free.Where(g => !g.Unseen)).Select(line => new LineBlock(page.Number, ProseDigits.Marked(line, across))));
        return [.. blocks.OrderBy(b => b is LineBlock ? (b.Box.Top + b.Box.Bottom) / 2 : b.Box.Top)];
    }

    static (List<Glyph> Inside, List<Glyph> Outside) Part(IReadOnlyList<Glyph> glyphs, Box box)
    {
        var (inside, outside) = (new List<Glyph>(glyphs.Count), new List<Glyph>());
        foreach (var glyph in glyphs.AsSpan()) (Contains(box, glyph) ? inside : outside).Add(glyph);
        return (inside, outside);
    }

    public static bool Contains(Box box, Glyph g) => g.X >= box.Left && g.X <= box.Right && g.Y >= box.Top && g.Y <= box.Bottom;
}
