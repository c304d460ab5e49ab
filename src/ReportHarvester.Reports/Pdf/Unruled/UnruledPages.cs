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
                var whole = lattices[i].Where(l => IsWhole(l, text[i])).ToList();
                var lines = TextLine.Of(Outside(text[i], whole));
                if (ImpliedRulings.Of(lines, rulings[i], left, right, ref gutters) is { Count: > 0 } implied)
                    complete[i] = Lattice.Of([.. rulings[i], .. implied]);
            }
        }
        return complete;
    }

    static List<Glyph> Outside(List<Glyph> text, List<Lattice> whole)
    {
        foreach (var box in whole.Select(l => l.Box)) text = text.FindAll(g => !PageLayout.Contains(box, g));
        return text;
    }

    // Rows and columns with numbers in them.
    static bool IsWhole(Lattice lattice, List<Glyph> text) =>
        lattice.Xs.Count > 2 && lattice.Ys.Count > 2 && lattice.Box is var box && text.Exists(g => g.IsDigit && PageLayout.Contains(box, g));
}
