namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Finds the tables that are not, or not wholly, ruled.</summary>
static class UnruledPages
{
    /// <param name="pages">The pages' content.</param>
    /// <param name="rulings">Their rulings.</param>
    /// <param name="lattices">What these make.</param>
    public static IReadOnlyList<UnruledBlock> Of(
        IReadOnlyList<PageContent> pages, IReadOnlyList<IReadOnlyList<Ruling>> rulings, IReadOnlyList<IReadOnlyList<Lattice>> lattices)
    {
        var text = pages.Select(p => p.Glyphs.Where(g => g.Direction == Direction.Right && !g.Unseen).ToList()).ToList();
        var unruled = new List<UnruledPage>();
        foreach (var size in Enumerable.Range(0, pages.Count).Where(i => text[i].Count > 0).GroupBy(i => (int)pages[i].Width))
        {
            var width = size.Max(i => text[i].Max(g => g.Box.Right)) - size.Min(i => text[i].Min(g => g.Box.Left));
            foreach (var i in size)
            {
                var whole = WholeTables.Of(lattices[i], text[i], rulings[i], pages[i].Shades, width);
                var lines = TextLine.Of(WholeTables.Outside(text[i], whole), i);
                if (lines.Count > 0) unruled.Add(new(i, size.Key, lines, rulings[i], whole, width));
            }
        }
        return [.. Strip.Of([.. unruled.OrderBy(p => p.Index)]).Select(s => Block(s, pages)).OfType<UnruledBlock>()];
    }

    static UnruledBlock? Block(Strip strip, IReadOnlyList<PageContent> pages)
    {
        if (!strip.MayHoldTable) return null;
        var tables = PieceSorting.Of(ValueStacks.Join(TightColumns.Part(strip.Lines)), strip.Cuts).Select(PieceTable.Of).OfType<PieceTable>().ToList();
        var rows = tables.SelectMany(UnruledRow.Of).ToList();
        var runs = rows.SelectMany(r => r.Cells).SelectMany(c => c.Runs).ToList();
        if (runs.Count == 0) return null;
        var first = runs.MinBy(r => r.Box.Top)!;
        var box = GlyphLines.Around(runs.Where(r => r.Page == first.Page).SelectMany(r => r.Glyphs).ToArray()).Box;
        return new(pages[first.Page].Number, box, rows, [.. runs.Concat(tables.SelectMany(t => t.Others)).Concat(strip.Repeated.SelectMany(l => l.Runs)).SelectMany(r => r.Glyphs)], pages);
    }
}
