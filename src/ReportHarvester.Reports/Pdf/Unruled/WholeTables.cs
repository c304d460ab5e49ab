using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>Which ruled tables of a page are whole: a ruling lies between any two of their figures, and no row stands outside of them.</summary>
static class WholeTables
{
    /// <param name="shades">Areas whose edges are rulings.</param>
    /// <param name="textWidth">Of all pages of the size.</param>
    /// <returns>Where they are.</returns>
    public static IReadOnlyList<Box> Of(IReadOnlyList<Lattice> lattices, List<Glyph> text, IReadOnlyList<Ruling> rulings, IReadOnlyList<Box> shades, double textWidth)
    {
        var whole = lattices.Where(l => IsWhole(l, text, rulings)).ToList();
        var shaded = whole.FindAll(l => IsOfShades(l, rulings));
        if (shaded.Count == 0) return [.. whole.Select(l => l.Box)];
        whole.RemoveAll(l => shaded.Contains(l) && HasUnshaded(l, text, shades));
        var lines = TextLine.Of(Outside(text, [.. whole.Select(l => l.Box)]), 0).Where(l => !Strip.Ends(l, textWidth)).ToList();
        whole.RemoveAll(l => shaded.Contains(l) && lines.Exists(line => HasRowOutside(l, line)));
        return [.. whole.Select(l => l.Box)];
    }

    public static List<Glyph> Outside(List<Glyph> text, IReadOnlyList<Box> whole)
    {
        foreach (var box in whole) text = text.FindAll(g => !PageLayout.Contains(box, g));
        return text;
    }

    static bool IsOfShades(Lattice lattice, IReadOnlyList<Ruling> rulings)
    {
        var box = lattice.Box;
        foreach (var ruling in rulings)
            if (!ruling.IsShade && (ruling.Horizontal ? ruling.At >= box.Top && ruling.At <= box.Bottom && ruling.From < box.Right && ruling.To > box.Left
                : ruling.At >= box.Left && ruling.At <= box.Right && ruling.From < box.Bottom && ruling.To > box.Top)) return false;
        return true;
    }

    // What is not shaded has no edges of its own.
    static bool HasUnshaded(Lattice lattice, List<Glyph> text, IReadOnlyList<Box> shades)
    {
        foreach (var cell in lattice.Cells)
            if (!IsShaded(cell.Box, shades) && text.Exists(g => PageLayout.Contains(cell.Box, g))) return true;
        return false;
    }

    static bool IsShaded(Box cell, IReadOnlyList<Box> shades)
    {
        double x = (cell.Left + cell.Right) / 2, y = (cell.Top + cell.Bottom) / 2;
        foreach (var shade in shades)
            if (shade.Left <= x && shade.Right >= x && shade.Top <= y && shade.Bottom >= y) return true;
        return false;
    }

    // Where every second row is shaded, these have the others between them, over and under the same columns, or heads.
    static bool HasRowOutside(Lattice lattice, TextLine line)
    {
        if (line.Y > lattice.Box.Top && line.Y < lattice.Box.Bottom || line.Runs.Count < (line.HasValue ? 2 : FewestHeads)) return false;
        var columns = line.Runs.Select(r => lattice.Xs.FindLastIndex(x => x <= r.X)).ToList();
        return columns.TrueForAll(c => c >= 0 && c < lattice.Xs.Count - 1) && columns.Distinct().Count() == columns.Count;
    }

    // In sizes of the font: what stands so far apart on a line stands in two columns.
    const double Apart = 1.5;

    // Fewer words side by side are no heads.
    const int FewestHeads = 3;

    // A table with more rulings across has one under each row.
    const int MostBlocks = 8;

    // Columns with numbers or marks in them, and a ruling between any two.
    static bool IsWhole(Lattice lattice, List<Glyph> text, IReadOnlyList<Ruling> rulings)
    {
        if (lattice.Xs.Count <= 2 || lattice.Ys.Count <= 2 && HoldsRows(lattice, text) || lattice.Ys.Count <= MostBlocks && HoldsHeadsAndRows(lattice, text)) return false;
        var box = lattice.Box;
        Glyph? last = null;
        var (end, marked) = (0.0, false);
        foreach (var glyph in text)
        {
            if (!PageLayout.Contains(box, glyph)) continue;
            marked |= Marks.Contains(glyph.Text);
            if (IsFigure(glyph))
            {
                if (last is { } left && AreApart(left, end, glyph) && !(HasEdge(lattice, left, glyph) && HasRuling(rulings, left, glyph))) return false;
                (last, end) = (glyph, glyph.Box.Right);
            }
            // Words after a figure are of its cell, and so is a figure among them.
            else if (last is not null && IsOnLine(last, glyph) && glyph.Box.Left - end <= Apart * glyph.Size) end = Math.Max(end, glyph.Box.Right);
        }
        return last is not null || marked;
    }

    // What is ruled as one row is several if in more than one of its columns a figure has a line to itself and something stands over or under it: words wrap as
    // they like, and so may a number.
    static bool HoldsRows(Lattice lattice, List<Glyph> text)
    {
        var columns = 0;
        for (var c = 1; c < lattice.Xs.Count; c++)
        {
            var cell = lattice.Box with { Left = lattice.Xs[c - 1], Right = lattice.Xs[c] };
            if (TextLine.Of(text.FindAll(g => PageLayout.Contains(cell, g)), 0) is { Count: > 1 } lines && lines.Any(l => l.Runs is [{ IsValue: true }])) columns++;
        }
        return columns > 1;
    }

    // Nor is it one row where in more than one cell a figure stands under a head of the form, or in one under another beside their labels: of tables that are ruled
    // downward only, one may stand upon another.
    static bool HoldsHeadsAndRows(Lattice lattice, List<Glyph> text)
    {
        var inside = text.FindAll(g => PageLayout.Contains(lattice.Box, g));
        foreach (var row in lattice.Cells.GroupBy(c => c.Row))
            if (row.Sum(c => Heads(inside.FindAll(g => PageLayout.Contains(c.Box, g)))) > 1) return true;
        return false;
    }

    // The heads and labels by which a cell is known to hold more than one row.
    static int Heads(List<Glyph> cell)
    {
        if (!cell.Exists(IsFigure) || !cell.Exists(g => char.IsLetter(g.Text[0])) || TextLine.Of(cell, 0) is not { Count: > 1 } lines) return 0;
        var labels = lines.Count(l => l.Runs is [var label, .., { IsValue: true }] && (Vocabulary.Of(label.Text) & FormWords.Label) != 0);
        var above = lines.TakeWhile(l => !l.Runs.All(r => r.IsValue)).SelectMany(l => l.Runs).Select(r => r.Text).ToList();
        return labels + (above.Count < lines.Sum(l => l.Runs.Count) && above.Prepend(string.Concat(above)).Any(t => (Vocabulary.Of(t) & FormWords.Head) != 0) ? 1 : 0);
    }

    static readonly HashSet<string> Marks = [.. Wording.Current.Marks];

    static bool IsFigure(Glyph glyph) => glyph.IsDigit || glyph.Text is ['/' or '-' or '—'];

    static bool AreApart(Glyph left, double end, Glyph right) => IsOnLine(left, right) && right.Box.Left - end > Apart * left.Size;

    static bool IsOnLine(Glyph left, Glyph right) => Math.Abs(left.Y - right.Y) < 0.1 * left.Size;

    // Rulings that touch no other part none of the lattice's cells.
    static bool HasEdge(Lattice lattice, Glyph left, Glyph right)
    {
        foreach (var x in lattice.Xs)
            if (x > left.X && x < right.X) return true;
        return false;
    }

    static bool HasRuling(IReadOnlyList<Ruling> rulings, Glyph left, Glyph right)
    {
        foreach (var ruling in rulings)
            if (!ruling.Horizontal && ruling.At > left.X && ruling.At < right.X && ruling.From <= left.Y && ruling.To >= left.Y) return true;
        return false;
    }
}
