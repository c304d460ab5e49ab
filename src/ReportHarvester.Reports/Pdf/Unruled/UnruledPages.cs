using ReportHarvester.Reports.Catalogue;

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
                var whole = lattices[i].Where(l => IsWhole(l, text[i], rulings[i])).Select(l => l.Box).ToList();
                var lines = TextLine.Of(Outside(text[i], whole), i);
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

    static List<Glyph> Outside(List<Glyph> text, List<Box> whole)
    {
        foreach (var box in whole) text = text.FindAll(g => !PageLayout.Contains(box, g));
        return text;
    }

    // In sizes of the font: what stands so far apart on a line stands in two columns.
    const double Apart = 1.5;

    // Columns with numbers or marks in them, and a ruling between any two.
    static bool IsWhole(Lattice lattice, List<Glyph> text, IReadOnlyList<Ruling> rulings)
    {
        if (lattice.Xs.Count <= 2 || lattice.Ys.Count <= 2 && HoldsRows(lattice, text)) return false;
        var box = lattice.Box;
        Glyph? last = null;
        var (end, marked) = (0.0, false);
        foreach (var glyph in text)
        {
            if (!PageLayout.Contains(box, glyph)) continue;
            marked |= Marks.Contains(glyph.Text);
            if (IsFigure(glyph))
            {
                if (last is { } left && AreApart(left, end, glyph) && !HasRuling(rulings, left, glyph)) return false;
                (last, end) = (glyph, glyph.Box.Right);
            }
            // Words after a figure are of its cell, and so is a figure among them.
            else if (last is not null && IsOnLine(last, glyph) && glyph.Box.Left - end <= Apart * glyph.Size) end = Math.Max(end, glyph.Box.Right);
        }
        return last is not null || marked;
    }

    // What is ruled as one row is several if figures of more than one of its columns go on over lines: words do as they like, and a number may be wrapped.
    static bool HoldsRows(Lattice lattice, List<Glyph> text)
    {
        var wrapped = 0;
        for (var c = 1; c < lattice.Xs.Count; c++)
        {
            var cell = lattice.Box with { Left = lattice.Xs[c - 1], Right = lattice.Xs[c] };
            double top = double.PositiveInfinity, bottom = double.NegativeInfinity, size = 0;
            foreach (var glyph in text)
                if ((IsFigure(glyph) || Marks.Contains(glyph.Text)) && PageLayout.Contains(cell, glyph)) (top, bottom, size) = (Math.Min(top, glyph.Y), Math.Max(bottom, glyph.Y), glyph.Size);
            if (bottom - top > size) wrapped++;
        }
        return wrapped > 1;
    }

    static readonly HashSet<string> Marks = [.. Wording.Current.Marks];

    static bool IsFigure(Glyph glyph) => glyph.IsDigit || glyph.Text is ['/' or '-' or '—'];

    static bool AreApart(Glyph left, double end, Glyph right) => IsOnLine(left, right) && right.Box.Left - end > Apart * left.Size;

    static bool IsOnLine(Glyph left, Glyph right) => Math.Abs(left.Y - right.Y) < 0.1 * left.Size;

    static bool HasRuling(IReadOnlyList<Ruling> rulings, Glyph left, Glyph right)
    {
        foreach (var ruling in rulings)
            if (!ruling.Horizontal && ruling.At > left.X && ruling.At < right.X && ruling.From <= left.Y && ruling.To >= left.Y) return true;
        return false;
    }
}
