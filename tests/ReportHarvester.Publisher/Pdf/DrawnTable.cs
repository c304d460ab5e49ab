using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Draws a table row by row, turning pages between rows.</summary>
sealed class DrawnTable(Paper paper, Table table)
{
    const double Size = 9;
    const double Leading = 12;
    const double NumberBand = 18;

    readonly IReadOnlyList<PlacedCell> grid = Grid.Of(table);
    readonly double[] edges = Edges(table);

    public void Draw()
    {
        var heights = Heights();
        for (var from = 0; from < table.Rows.Count;)
        {
            if (from > 0 && paper.Style.RepeatsHeads)
                Rows(0, table.HeadRows, heights);
            var to = Fitting(from, heights);
            Rows(from, to, heights);
            if (to < table.Rows.Count)
                TurnInsideTable();
            from = to;
        }
        paper.Y += 8;
    }

    /// <summary>How far the rows fit on this page; at least one does, and heads stay with what follows.</summary>
    int Fitting(int from, double[] heights)
    {
        var (y, to) = (paper.Y, from);
        while (to < table.Rows.Count && (to == from || y + heights[to] < Paper.Bottom))
            y += heights[to++];
        return to;
    }

    /// <summary>The frame runs on below the last row, with the page number in it, or ends there.</summary>
    void TurnInsideTable()
    {
        var inside = paper.Style.NumberInsideTable;
        if (inside)
        {
            var (top, bottom) = (paper.Y, paper.Y + NumberBand);
            foreach (var edge in edges)
                paper.Rule(edge, top, edge, bottom);
            paper.Rule(edges[0], bottom, edges[^1], bottom);
            var column = edges.Length / 2;
            paper.Centred($"{paper.Number}", (edges[column] + edges[column + 1]) / 2, top + 13, Size);
        }
        paper.Turn(inside);
    }

    void Rows(int from, int to, double[] heights)
    {
        var top = paper.Y;
        double At(int row) => top + heights.Skip(from).Take(row - from).Sum();
        foreach (var placed in grid.Where(p => p.Row < to && p.Row + p.Cell.Rows > from))
        {
            var (first, last) = (Math.Max(placed.Row, from), Math.Min(placed.Row + placed.Cell.Rows, to));
            var (left, right) = (edges[placed.Column], edges[placed.Column + placed.Cell.Columns]);
            Frame(left, At(first), right, At(last));
            if (placed.Row >= from)
                Write(placed.Cell, left, At(first), right, At(last));
        }
        paper.Y = At(to);
    }

    void Frame(double left, double top, double right, double bottom)
    {
        paper.Rule(left, top, right, top);
        paper.Rule(left, bottom, right, bottom);
        paper.Rule(left, top, left, bottom);
        paper.Rule(right, top, right, bottom);
    }

    /// <summary>Text that is higher than its cell is set smaller.</summary>
    void Write(Cell cell, double left, double top, double right, double bottom)
    {
        var lines = Lettering.Lines(cell.Text, right - left - 4, Size);
        var fit = Math.Min(1, (bottom - top - 2) / (lines.Count * Leading));
        var (size, leading) = (Size * fit, Leading * fit);
        var baseline = (top + bottom - lines.Count * leading) / 2 + size;
        foreach (var line in lines)
        {
            if (cell.Kind == CellKind.Label)
                paper.Text(line, left + 3, baseline, size);
            else
                paper.Centred(line, (left + right) / 2, baseline, size);
            baseline += leading;
        }
    }

    /// <summary>A row is as high as the highest of its cells that do not go on into the next row.</summary>
    double[] Heights()
    {
        var heights = Enumerable.Repeat(Leading + 2 * paper.Style.Padding, table.Rows.Count).ToArray();
        foreach (var placed in grid.Where(p => p.Cell.Rows == 1))
        {
            var width = edges[placed.Column + placed.Cell.Columns] - edges[placed.Column] - 4;
            var needed = Lettering.Lines(placed.Cell.Text, width, Size).Count * Leading + 2 * paper.Style.Padding;
            heights[placed.Row] = Math.Max(heights[placed.Row], needed);
        }
        return heights;
    }

    static double[] Edges(Table table)
    {
        var scale = (Paper.Right - Paper.Left) / table.Widths.Sum();
        double[] edges = [Paper.Left, .. table.Widths];
        for (var i = 1; i < edges.Length; i++)
            edges[i] = edges[i - 1] + edges[i] * scale;
        return edges;
    }
}
