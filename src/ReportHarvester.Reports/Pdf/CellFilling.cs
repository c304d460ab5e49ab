namespace ReportHarvester.Reports.Pdf;

/// <summary>Puts the glyphs of a table into its cells: run by run, since words that find no room run over the border into the next cell.</summary>
sealed class CellFilling
{
    // In parts of the font's size: how far glyphs of one run lie apart, or over each other. Points: a run in the middle of a cell.
    const double Gap = 0.3, Tight = 0.05, Centred = 2;

    readonly Lattice lattice;
    readonly int[,] owner;
    readonly List<Glyph>[] held;
    readonly HashSet<int> cut = [];

    CellFilling(Lattice lattice)
    {
        this.lattice = lattice;
        owner = new int[lattice.Ys.Count - 1, lattice.Xs.Count - 1];
        for (var i = 0; i < lattice.Cells.Count; i++)
            for (var r = 0; r < lattice.Cells[i].RowSpan; r++)
                for (var c = 0; c < lattice.Cells[i].ColumnSpan; c++)
                    owner[lattice.Cells[i].Row + r, lattice.Cells[i].Column + c] = i;
        held = [.. lattice.Cells.Select(_ => new List<Glyph>())];
    }

    public static CellContent[] Contents(Lattice lattice, List<Glyph> glyphs, IReadOnlyList<Ruling> rulings)
    {
        var filling = new CellFilling(lattice);
        for (var i = 0; i < glyphs.Count;)
        {
            var j = i + 1;
            while (j < glyphs.Count && filling.GoesOn(glyphs[j - 1], glyphs[j])) j++;
            filling.Put([.. glyphs[i..j]]);
            i = j;
        }
        return [.. filling.held.Select((g, i) => CellContent.Of(g, lattice.Cells[i].Box.Right - lattice.Cells[i].Box.Left, rulings))
            .Select((c, i) => c with { Doubtful = c.Doubtful || filling.cut.Contains(i) })];
    }

    // A number that a border cuts may be two numbers or one: each part stays where it stands, in doubt. Words belong where they begin, or in whose middle they are.
    void Put(List<Glyph> run)
    {
        var cells = run.ConvertAll(Owner);
        if (cells.TrueForAll(c => c == cells[0]) || run.TrueForAll(g => !char.IsLetter(g.Text[0])))
        {
            for (var i = 0; i < run.Count; i++) held[cells[i]].Add(run[i]);
            if (cells.Exists(c => c != cells[0])) cut.UnionWith(cells);
            return;
        }
        var middle = (run[0].Box.Left + run[^1].Box.Right) / 2;
        var home = cells.FindIndex(c => Math.Abs((lattice.Cells[c].Box.Left + lattice.Cells[c].Box.Right) / 2 - middle) <= Centred);
        held[cells[Math.Max(home, 0)]].AddRange(run);
    }

    bool GoesOn(Glyph left, Glyph right) =>
        left.Direction == Direction.Right && right.Direction == Direction.Right && !right.AfterBlank
        && Math.Abs(left.Y - right.Y) <= Gap * left.Size && Math.Abs(right.Box.Left - left.Box.Right) <= Gap * left.Size
        && (left.Piece == right.Piece || Owner(left) == Owner(right) || AreTightWords(left, right) || !IsEdgeBetween(left, right));

    // A border may fall just between two glyphs of a word; the text of two cells does not stand as close.
    static bool AreTightWords(Glyph left, Glyph right) =>
        !left.IsDigit && !right.IsDigit && Math.Abs(right.Box.Left - left.Box.Right) <= Tight * left.Size;

    bool IsEdgeBetween(Glyph left, Glyph right) => lattice.Xs.Any(x => x >= left.Box.Right - 0.5 && x <= right.Box.Left + 0.5);

    int Owner(Glyph glyph) => owner[Square(lattice.Ys, glyph.Y), Square(lattice.Xs, glyph.X)];

    static int Square(IReadOnlyList<double> edges, double at)
    {
        var i = 0;
        while (i < edges.Count - 2 && edges[i + 1] <= at) i++;
        return i;
    }
}
