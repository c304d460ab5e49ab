using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Words that are printed all over the pages, through tables too: the same text several times on a page, and at the same places on another.</summary>
static class Watermarks
{
    // A text that stands fewer times on a page, or has fewer different signs, may be the report's own. Points: the same place.
    const int FewestTimes = 3, FewestSigns = 3;
    const double SamePlace = 1;

    /// <summary>Glyphs that the file writes in one piece, with their text.</summary>
    sealed record Piece(string Text, List<Glyph> Glyphs)
    {
        public bool IsAt(Piece other) =>
            Text == other.Text && Math.Abs(Glyphs[0].X - other.Glyphs[0].X) <= SamePlace && Math.Abs(Glyphs[0].Y - other.Glyphs[0].Y) <= SamePlace;
    }

    /// <summary>The pages without them.</summary>
    public static IReadOnlyList<PageContent> Without(IReadOnlyList<PageContent> pages)
    {
        if (pages.Count < 2) return pages;
        var repeated = pages.Select(Repeated).ToList();
        return repeated.Count(r => r.Count > 0) < 2 ? pages : [.. pages.Select((p, i) => Without(p, repeated[i], [.. repeated.Where((_, other) => other != i).SelectMany(r => r)]))];
    }

    // The pieces whose text comes several times; a table may name its groups in every row, or say 不适用 in many cells.
    static List<Piece> Repeated(PageContent page) =>
        [.. Pieces([.. page.Glyphs.Where(g => g.Direction == Direction.Right)]).GroupBy(p => p.Text)
            .Where(same => same.Count() >= FewestTimes && !Vocabulary.IsInRowGroup(same.Key) && Numbers.Read(same.Key).State != CellState.Mark).SelectMany(same => same)];

    // The glyphs of a piece follow each other.
    static List<Piece> Pieces(Glyph[] glyphs)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < glyphs.Length;)
        {
            var j = i + 1;
            while (j < glyphs.Length && glyphs[j].Piece == glyphs[i].Piece) j++;
            if (IsWords(glyphs.AsSpan(i..j))) pieces.Add(new(GlyphLines.Text(glyphs.AsSpan(i..j)), [.. glyphs[i..j]]));
            i = j;
        }
        return pieces;
    }

    // A row of marks (无 无 无, - - -) may be one piece too.
    static bool IsWords(ReadOnlySpan<Glyph> piece)
    {
        if (piece.Length < FewestSigns) return false;
        foreach (var glyph in piece)
            if (glyph.IsDigit) return false;
        var letters = new HashSet<string>();
        foreach (var glyph in piece)
            if (char.IsLetter(glyph.Text[0]) && letters.Add(glyph.Text) && letters.Count == FewestSigns) return true;
        return false;
    }

    static PageContent Without(PageContent page, List<Piece> repeated, List<Piece> elsewhere)
    {
        var marks = repeated.Where(r => elsewhere.Exists(r.IsAt)).SelectMany(r => r.Glyphs).ToHashSet<Glyph>(ReferenceEqualityComparer.Instance);
        return marks.Count == 0 ? page : page with { Glyphs = page.Glyphs.Where(g => !marks.Contains(g)).ToList() };
    }
}
