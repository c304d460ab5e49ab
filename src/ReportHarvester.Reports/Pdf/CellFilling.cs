using System.Runtime.InteropServices;

namespace ReportHarvester.Reports.Pdf;

/// <summary>Puts the glyphs of a table into its cells: run by run, since words that find no room run over the border into the next cell.</summary>
sealed class CellFilling
{
    // In parts of the font's size: how far glyphs of one run lie apart, or over each other. Points: a run in the middle of a cell; a border beside a glyph.
    const double Gap = 0.3, Tight = 0.05, Centred = 2, Beside = 0.5;

    readonly Lattice lattice;
    readonly List<Ruling> down;
    readonly int[,] owner;
    readonly List<Glyph>?[] held;
    readonly HashSet<int> cut = [];

    CellFilling(Lattice lattice, List<Ruling> down)
    {
        (this.lattice, this.down) = (lattice, down);
        owner = new int[lattice.Ys.Count - 1, lattice.Xs.Count - 1];
        for (var i = 0; i < lattice.Cells.Count; i++)
            for (var r = 0; r < lattice.Cells[i].RowSpan; r++)
                for (var c = 0; c < lattice.Cells[i].ColumnSpan; c++)
                    owner[lattice.Cells[i].Row + r, lattice.Cells[i].Column + c] = i;
        held = new List<Glyph>?[lattice.Cells.Count];
    }

    /// <param name="across">The page's horizontal rulings.</param>
    /// <param name="down">Its vertical ones.</param>
    public static CellContent[] Contents(Lattice lattice, List<Glyph> glyphs, List<Ruling> across, List<Ruling> down)
    {
        var filling = new CellFilling(lattice, down);
        var all = CollectionsMarshal.AsSpan(glyphs);
        var cells = new int[all.Length];
        for (var i = 0; i < all.Length; i++) cells[i] = filling.Owner(all[i]);
        for (var i = 0; i < all.Length;)
        {
            var j = i + 1;
            while (j < all.Length && filling.GoesOn(all[j - 1], all[j], cells[j - 1] == cells[j])) j++;
            filling.Put(all[i..j], cells.AsSpan(i, j - i));
            i = j;
        }
        var contents = new CellContent[lattice.Cells.Count];
        for (var i = 0; i < contents.Length; i++)
        {
            var content = filling.held[i] is { } held ? CellContent.Of(held, lattice.Cells[i].Box.Right - lattice.Cells[i].Box.Left, across) : CellContent.Empty;
            contents[i] = filling.cut.Contains(i) ? content with { Doubtful = true } : content;
        }
        return contents;
    }

    // A number that a border cuts may be two numbers or one: each part stays where it stands, in doubt. Words belong where they begin, or in whose middle they are.
    void Put(ReadOnlySpan<Glyph> run, ReadOnlySpan<int> cells)
    {
        var isWhole = !cells.ContainsAnyExcept(cells[0]);
        if (isWhole || !HasLetters(run))
        {
            for (var i = 0; i < run.Length; i++) Held(cells[i]).Add(run[i]);
            if (!isWhole)
                foreach (var cell in cells) cut.Add(cell);
            return;
        }
        var home = cells[0];
        for (var i = cells.Length - 1; i >= 0; i--)
            if (IsCentred(run, cells[i], Centred)) home = cells[i];
        for (var i = 0; i < run.Length;)
        {
            var j = i + 1;
            while (j < run.Length && cells[j] == cells[i]) j++;
            PutWords(run[i..j], cells[i], home);
            i = j;
        }
    }

    // A number that words run into stands in the middle of a cell of its own, or it is in doubt whose it is.
    void PutWords(ReadOnlySpan<Glyph> part, int cell, int home)
    {
        var foreign = cell != home && HasDigits(part);
        var own = foreign && IsCentred(part, cell, Centred / 2);
        Held(own ? cell : home).AddRange(part);
        if (!foreign || own) return;
        cut.Add(cell);
        cut.Add(home);
    }

    bool IsCentred(ReadOnlySpan<Glyph> run, int cell, double by) =>
        Math.Abs((lattice.Cells[cell].Box.Left + lattice.Cells[cell].Box.Right) / 2 - (run[0].Box.Left + run[^1].Box.Right) / 2) <= by;

    List<Glyph> Held(int cell) => held[cell] ??= [];

    static bool HasLetters(ReadOnlySpan<Glyph> run)
    {
        foreach (var glyph in run)
            if (char.IsLetter(glyph.Text[0])) return true;
        return false;
    }

    static bool HasDigits(ReadOnlySpan<Glyph> run)
    {
        foreach (var glyph in run)
            if (glyph.IsDigit) return true;
        return false;
    }

    bool GoesOn(Glyph left, Glyph right, bool inOneCell) =>
        left.Direction == Direction.Right && right.Direction == Direction.Right && !right.AfterBlank
        && Math.Abs(left.Y - right.Y) <= Gap * left.Size && Math.Abs(right.Box.Left - left.Box.Right) <= Gap * left.Size
        && (left.Piece == right.Piece || inOneCell || AreTightWords(left, right) || !IsEdgeBetween(left, right));

    // A border may fall just between two glyphs of a word; the text of two cells does not stand as close.
    static bool AreTightWords(Glyph left, Glyph right) =>
        !left.IsDigit && !right.IsDigit && Math.Abs(right.Box.Left - left.Box.Right) <= Tight * left.Size;

    // An edge of the lattice stands for all rulings near it: the one that is printed here may lie beside it.
    bool IsEdgeBetween(Glyph left, Glyph right)
    {
        double from = left.Box.Right - Beside, to = right.Box.Left + Beside;
        foreach (var x in lattice.Xs)
            if (x >= from && x <= to) return true;
        foreach (ref readonly var ruling in CollectionsMarshal.AsSpan(down))
            if (ruling.At >= from && ruling.At <= to && ruling.From <= left.Y && ruling.To >= left.Y) return true;
        return false;
    }

    int Owner(Glyph glyph) => owner[Square(lattice.Ys, glyph.Y), Square(lattice.Xs, glyph.X)];

    static int Square(List<double> edges, double at)
    {
        var i = 0;
        while (i < edges.Count - 2 && edges[i + 1] <= at) i++;
        return i;
    }
}
