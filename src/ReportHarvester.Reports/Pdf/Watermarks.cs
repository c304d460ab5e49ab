namespace ReportHarvester.Reports.Pdf;

/// <summary>Words that are printed all over the pages, through tables too: the same text several times on a page, and at the same places on another.</summary>
static class Watermarks
{
    // A text that stands fewer times on a page, or has fewer different signs, may be the report's own. Points: the same place.
    const int FewestTimes = 3, FewestSigns = 3;
    const double SamePlace = 1;

    readonly record struct Piece(string Text, double X, double Y);

    /// <summary>The pages without them.</summary>
    public static IReadOnlyList<PageContent> Without(IReadOnlyList<PageContent> pages)
    {
        if (pages.Count < 2) return pages;
        var repeated = pages.Select(Repeated).ToList();
        return repeated.Count(r => r.Count > 0) < 2 ? pages : [.. pages.Select((p, i) => Without(p, repeated[i], [.. repeated.Where((_, other) => other != i).SelectMany(r => r.Keys)]))];
    }

    // A row of marks (无 无 无, - - -) may be one piece too.
    static bool IsWords(List<Glyph> piece) => !piece.Exists(g => g.IsDigit) && piece.Select(g => g.Text).Where(t => char.IsLetter(t[0])).Distinct().Count() >= FewestSigns;

    // Glyphs of one piece of the file's text, where that text comes several times.
    static Dictionary<Piece, List<Glyph>> Repeated(PageContent page) =>
        page.Glyphs.Where(g => g.Direction == Direction.Right).GroupBy(g => g.Piece).Select(g => g.ToList()).Where(g => IsWords(g))
            .GroupBy(g => string.Concat(g.Select(x => x.Text))).Where(same => same.Count() >= FewestTimes)
            .SelectMany(same => same).GroupBy(g => new Piece(string.Concat(g.Select(x => x.Text)), g[0].X, g[0].Y)).ToDictionary(g => g.Key, g => g.SelectMany(x => x).ToList());

    static PageContent Without(PageContent page, Dictionary<Piece, List<Glyph>> repeated, HashSet<Piece> elsewhere)
    {
        var marks = repeated.Where(r => elsewhere.Any(e => e.Text == r.Key.Text && Math.Abs(e.X - r.Key.X) <= SamePlace && Math.Abs(e.Y - r.Key.Y) <= SamePlace))
            .SelectMany(r => r.Value).ToHashSet<Glyph>(ReferenceEqualityComparer.Instance);
        return marks.Count == 0 ? page : page with { Glyphs = [.. page.Glyphs.Where(g => !marks.Contains(g))] };
    }
}
