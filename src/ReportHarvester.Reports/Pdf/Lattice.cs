namespace ReportHarvester.Reports.Pdf;

/// <summary>A cell of a lattice: its squares (from 0) and its box on the page.</summary>
readonly record struct LatticeCell(int Row, int Column, int RowSpan, int ColumnSpan, Box Box);

/// <summary>A ruled table on one page: the rulings that touch each other, the squares between them, and squares joined where no ruling parts them.</summary>
sealed record Lattice(List<double> Xs, List<double> Ys, IReadOnlyList<LatticeCell> Cells)
{
    // Rulings end a little before or beyond those they meet; edges as near as this are one: no cell is so narrow, but a double border is.
    const double Reach = 4, Near = SquareJoin.Near;

    // Beyond this a drawing is no table.
    const int MostSquares = 200_000;

    public Box Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public static IReadOnlyList<Lattice> Of(IReadOnlyList<Ruling> rulings) =>
        [.. Touching(rulings).SelectMany(StackedTables.Part).Select(Build).OfType<Lattice>().OrderBy(l => l.Box.Top).ThenBy(l => l.Box.Left)];

    static Lattice? Build(List<Ruling> rulings)
    {
        var across = rulings.Where(r => r.Horizontal).ToList();
        var down = rulings.Where(r => !r.Horizontal).ToList();
        if (across.Count < 2 || down.Count < 1) return null;
        var ys = Edges([.. across.Select(r => r.At), down.Min(r => r.From), down.Max(r => r.To)]);
        var xs = Edges([.. down.Select(r => r.At), across.Min(r => r.From), across.Max(r => r.To)]);
        if (ys.Count < 2 || xs.Count < 2 || ys.Count * xs.Count is < 6 or > MostSquares) return null;
        return new Lattice(xs, ys, SquareJoin.Cells(xs, ys, across, down));
    }

    static List<List<Ruling>> Touching(IReadOnlyList<Ruling> rulings)
    {
        var sets = new JoinedSets(rulings.Count);
        var (across, down) = (Numbers(r => r.Horizontal), Numbers(r => !r.Horizontal));
        foreach (var v in down)
            foreach (var h in across)
                if (Meet(rulings[h], rulings[v])) sets.Join(h, v);
        return [.. sets.Sets().Select(set => set.ConvertAll(i => rulings[i]))];

        int[] Numbers(Func<Ruling, bool> ofKind) => [.. Enumerable.Range(0, rulings.Count).Where(i => ofKind(rulings[i]))];
    }

    static bool Meet(in Ruling h, in Ruling v) =>
        v.At >= h.From - Reach && v.At <= h.To + Reach && h.At >= v.From - Reach && h.At <= v.To + Reach;

    static List<double> Edges(IEnumerable<double> places)
    {
        var edges = new List<double>();
        foreach (var place in places.Order())
            if (edges.Count == 0 || place - edges[^1] > Near) edges.Add(place);
        return edges;
    }
}
