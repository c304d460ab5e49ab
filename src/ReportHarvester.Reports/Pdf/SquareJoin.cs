namespace ReportHarvester.Reports.Pdf;

/// <summary>Joins the squares of a lattice into cells.</summary>
static class SquareJoin
{
    // Points: a ruling as near as this to an edge makes that edge.
    public const double Near = 5.2;

    public static IReadOnlyList<LatticeCell> Cells(List<double> xs, List<double> ys, List<Ruling> across, List<Ruling> down)
    {
        int columns = xs.Count - 1, rows = ys.Count - 1;
        var squares = new JoinedSets(rows * columns);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                if (c + 1 < columns && !Parts(down, xs[c + 1], (ys[r] + ys[r + 1]) / 2)) squares.Join(r * columns + c + 1, r * columns + c);
                if (r + 1 < rows && !Parts(across, ys[r + 1], (xs[c] + xs[c + 1]) / 2)) squares.Join((r + 1) * columns + c, r * columns + c);
            }
        var cells = new List<LatticeCell>();
        foreach (var set in squares.Sets())
            foreach (var cell in Rectangles(set, columns)) cells.Add(Placed(cell, xs, ys));
        cells.Sort((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));
        return cells;
    }

    static bool Parts(List<Ruling> rulings, double at, double middle)
    {
        foreach (ref readonly var r in rulings.AsSpan())
            if (Math.Abs(r.At - at) <= Near && r.From <= middle && r.To >= middle) return true;
        return false;
    }

    // Squares that make no rectangle (a ruling that ends half-way) are taken row by row.
    static IEnumerable<(int Row, int Column, int RowSpan, int ColumnSpan)> Rectangles(List<int> squares, int columns)
    {
        if (squares is [var only]) return [(only / columns, only % columns, 1, 1)];
        int top = squares[0] / columns, bottom = squares[^1] / columns;
        int left = squares.Min(s => s % columns), right = squares.Max(s => s % columns);
        if (squares.Count == (bottom - top + 1) * (right - left + 1)) return [(top, left, bottom - top + 1, right - left + 1)];
        return squares.GroupBy(s => s / columns).SelectMany(row => Runs(row.Key, [.. row.Select(s => s % columns).Order()]));
    }

    static IEnumerable<(int Row, int Column, int RowSpan, int ColumnSpan)> Runs(int row, List<int> columns)
    {
        for (var i = 0; i < columns.Count;)
        {
            var j = i + 1;
            while (j < columns.Count && columns[j] == columns[j - 1] + 1) j++;
            yield return (row, columns[i], 1, j - i);
            i = j;
        }
    }

    static LatticeCell Placed((int Row, int Column, int RowSpan, int ColumnSpan) cell, List<double> xs, List<double> ys) =>
        new(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan,
            new Box(xs[cell.Column], ys[cell.Row], xs[cell.Column + cell.ColumnSpan], ys[cell.Row + cell.RowSpan]));
}
