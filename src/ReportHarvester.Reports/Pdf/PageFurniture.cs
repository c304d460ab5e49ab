using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Page numbers and running heads: what is printed on the page and not in the report, even where it falls into a table.</summary>
static partial class PageFurniture
{
    // The outer part of a page's height where furniture stands; how far apart the runs of a line are, in sizes; same place, in points.
    const double Margin = 0.12, RunGap = 2, SamePlace = 3, SameColumn = 12;

    // Signs of a running head at least, and what a line of furniture holds: a head and a page number.
    const int ShortestHead = 4, MostOnLine = 2;

    sealed record Run(int Page, string Text, double X, double Y, double PageWidth, IReadOnlyList<Glyph> Glyphs, bool InTable, int? Number, bool Dressed)
    {
        /// <summary>All that stands in the last row of the page's last table.</summary>
        public bool IsLastRow { get; init; }

        public bool CountsAlong(Run other) => Page != other.Page && Number - Page == other.Number - other.Page;
    }

    /// <summary>The pages with nothing on them but the report.</summary>
    public static IReadOnlyList<PageContent> Without(IReadOnlyList<PageContent> pages, IReadOnlyList<Lattice>[] lattices)
    {
        var runs = pages.SelectMany((p, i) => Runs(p, lattices[i])).ToList();
        var found = runs.Where(r => IsPageNumber(r, runs, pages.Count) || IsNumberInLastRow(r, runs, pages.Count) || IsRunningHead(r, runs)).ToLookup(r => r.Page);
        return [.. pages.Select(p => found.Contains(p.Number) ? Without(p, found[p.Number]) : p)];
    }

    static PageContent Without(PageContent page, IEnumerable<Run> furniture)
    {
        var glyphs = new HashSet<Glyph>(furniture.SelectMany(r => r.Glyphs), ReferenceEqualityComparer.Instance);
        return page with { Glyphs = page.Glyphs.Where(g => !glyphs.Contains(g)).ToList() };
    }

    static bool IsInMargin(Glyph glyph, PageContent page) => glyph.Y < page.Height * Margin || glyph.Y > page.Height * (1 - Margin);

    // A number in dashes is a page number, a bare one only if it counts along with the pages at one place, all or three of them. What falls into a table
    // must stand quite alone on its line, or beside a running foot, on a page without another number, and be what other pages have at that place outside of tables, or count along, with the pages of the
    // file or on three of them: a figure that is taken for a page number would be lost.
    static bool IsPageNumber(Run run, List<Run> runs, int pages)
    {
        if (run.Number is not { } number) return false;
        var along = runs.Where(r => r.Page != run.Page && r.Number - r.Page == number - run.Page && IsSamePlace(r, run)).ToList();
        var outside = along.Where(r => !r.InTable && IsAloneOnLine(r, runs)).ToList();
        if (!run.InTable) return (run.Dressed || outside.Count > 0 && outside.Count >= Math.Min(pages - 1, 2)) && IsAloneOnLine(run, runs);
        if (HasNumberElsewhere(run, runs) || OnLine(run, runs) > 1 && !IsBesideFoot(run, outside, runs)) return false;
        return outside.Count > 1 || outside.Count == 1 && run.Dressed
            || along.Count >= (number == run.Page ? 1 : 2) && along.TrueForAll(r => IsAloneOnLine(r, runs));
    }

    // Among others it may be a figure of a table without rulings.
    static bool IsAloneOnLine(Run run, List<Run> runs) => OnLine(run, runs) <= MostOnLine;

    static int OnLine(Run run, List<Run> runs) => runs.Count(r => r.Page == run.Page && Math.Abs(r.Y - run.Y) <= SamePlace);

    // What else stands there is the same wherever the page's number stands outside of tables.
    static bool IsBesideFoot(Run run, List<Run> outside, List<Run> runs) =>
        outside.Count > 1 && IsAloneOnLine(run, runs) && runs.Find(r => r.Page == run.Page && r.Number is null && Math.Abs(r.Y - run.Y) <= SamePlace) is { } foot
        && outside.TrueForAll(number => runs.Exists(r => r.Page == number.Page && r.Text == foot.Text && Math.Abs(r.Y - foot.Y) <= SamePlace));

    static bool HasNumberElsewhere(Run run, List<Run> runs) => runs.Exists(r => r.Page == run.Page && r.Number == run.Number && !r.InTable);

    // The frame of a table that goes on may hold the page's number, at no fixed height: then this page has no other, and others have theirs, all or several.
    static bool IsNumberInLastRow(Run run, List<Run> runs, int pages)
    {
        if (!run.IsLastRow || run.Number is null || HasNumberElsewhere(run, runs)) return false;
        var others = runs.Where(r => (!r.InTable || r.IsLastRow) && r.CountsAlong(run)).DistinctBy(r => r.Page).Count();
        return others > 0 && others >= Math.Min(pages - 1, 2);
    }

    // Left and right pages may mirror each other.
    static bool IsSamePlace(Run a, Run b) =>
        Math.Abs(a.Y - b.Y) <= SamePlace && (Math.Abs(a.X - b.X) <= SameColumn || Math.Abs(a.PageWidth - a.X - b.X) <= SameColumn);

    // What stands among others on its line, or is as short as a figure, may be of a table without rulings.
    static bool IsRunningHead(Run run, List<Run> runs) =>
        !run.InTable && run.Number is null && run.Text.Length >= ShortestHead && IsAloneOnLine(run, runs)
        && runs.Count(r => r.Text == run.Text && Math.Abs(r.Y - run.Y) <= SamePlace && !r.InTable) > 1;

    static IEnumerable<Run> Runs(PageContent page, IReadOnlyList<Lattice> lattices)
    {
        var inLast = lattices.MaxBy(l => l.Box.Bottom) is { } lowest
            ? page.Glyphs.Where(g => PageLayout.Contains(lowest.Box with { Top = lowest.Ys[^2] }, g)).ToHashSet<Glyph>(ReferenceEqualityComparer.Instance) : [];
        var outer = page.Glyphs.Where(g => IsInMargin(g, page) || inLast.Contains(g)).OrderBy(g => Math.Round(g.Y)).ThenBy(g => g.Box.Left).ToList();
        for (var i = 0; i < outer.Count;)
        {
            var j = i + 1;
            while (j < outer.Count && Math.Abs(outer[j].Y - outer[i].Y) <= SamePlace && outer[j].Box.Left - outer[j - 1].Box.Right <= RunGap * outer[j].Size) j++;
            yield return Of(page, outer[i..j], lattices) with { IsLastRow = inLast.Count == j - i && inLast.Contains(outer[i]) };
            i = j;
        }
    }

    static Run Of(PageContent page, List<Glyph> glyphs, IReadOnlyList<Lattice> lattices)
    {
        var text = string.Concat(glyphs.Select(g => g.Text));
        var match = PageNumber().Match(text);
        int? number = match.Success ? int.Parse(match.Groups["n"].Value) : null;
        return new(page.Number, text, (glyphs[0].Box.Left + glyphs[^1].Box.Right) / 2, glyphs[0].Y, page.Width, glyphs, lattices.Any(l => PageLayout.Contains(l.Box, glyphs[0])), number, number is not null && text.Any(c => !char.IsAsciiDigit(c)));
    }

    // Dressed alike on both sides, and lightly: a row of a table may hold nothing but marks and one number.
    [GeneratedRegex(@"^(?<dress>[-—–―·.]{0,2})第?(?<n>[1-9]\d{0,2})(?:页|(?:页?[,，]?[/共]\d{1,3}页?))?\k<dress>$")]
    private static partial Regex PageNumber();
}
