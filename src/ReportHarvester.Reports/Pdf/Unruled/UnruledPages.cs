namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Completes the rulings of pages on which tables are not, or not wholly, ruled.</summary>
static class UnruledPages
{
    /// <summary>The lattices of each page: as they are where no ruling is missing, else those that printed and implied rulings make together.</summary>
    public static IReadOnlyList<IReadOnlyList<Lattice>> Complete(
        IReadOnlyList<PageContent> pages, IReadOnlyList<IReadOnlyList<Ruling>> rulings, IReadOnlyList<IReadOnlyList<Lattice>> lattices)
    {
        var complete = lattices.ToArray();
        var text = pages.Select(p => p.Glyphs.Where(g => g.Direction == Direction.Right && !g.Unseen).ToList()).ToList();
        foreach (var size in Enumerable.Range(0, pages.Count).Where(i => text[i].Count > 0).GroupBy(i => (int)pages[i].Width))
        {
            double left = size.Min(i => text[i].Min(g => g.Box.Left)), right = size.Max(i => text[i].Max(g => g.Box.Right));
            IReadOnlyList<double> gutters = [];
            foreach (var i in size)
            {
                var whole = lattices[i].Where(l => IsWhole(l, text[i], rulings[i])).ToList();
                var lines = TextLine.Of(Outside(text[i], whole));
                if (ImpliedRulings.Of(lines, rulings[i], left, right, ref gutters) is { Count: > 0 } implied)
                    complete[i] = [.. Lattice.Of([.. rulings[i], .. implied]).Select(l => l with { IsImplied = true })];
            }
        }
        return complete;
    }

    static List<Glyph> Outside(List<Glyph> text, List<Lattice> whole)
    {
        foreach (var box in whole.Select(l => l.Box)) text = text.FindAll(g => !PageLayout.Contains(box, g));
        return text;
    }

    // In sizes of the font: what stands so far apart on a line stands in two columns.
    const double Apart = 1.5;

    // Rows and columns with numbers in them, and a ruling between any two.
    static bool IsWhole(Lattice lattice, List<Glyph> text, IReadOnlyList<Ruling> rulings)
    {
        if (lattice.Xs.Count <= 2 || lattice.Ys.Count <= 2) return false;
        var box = lattice.Box;
        Glyph? last = null;
        foreach (var glyph in text)
        {
            if (!IsFigure(glyph) || !PageLayout.Contains(box, glyph)) continue;
            if (last is { } left && AreApart(left, glyph) && !HasRuling(rulings, left, glyph)) return false;
            last = glyph;
        }
        return last is not null;
    }

    static bool IsFigure(Glyph glyph) => glyph.IsDigit || glyph.Text is ['/' or '-' or '—'];

    static bool AreApart(Glyph left, Glyph right) =>
        Math.Abs(left.Y - right.Y) < 0.1 * left.Size && right.Box.Left - left.Box.Right > Apart * left.Size;

    static bool HasRuling(IReadOnlyList<Ruling> rulings, Glyph left, Glyph right)
    {
        foreach (var ruling in rulings)
            if (!ruling.Horizontal && ruling.At > left.X && ruling.At < right.X && ruling.From <= left.Y && ruling.To >= left.Y) return true;
        return false;
    }
}
