using ReportHarvester.Publisher.Pdf.Drawing;
using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Draws a table part by part, turning pages between them.</summary>
sealed class DrawnTable
{
    const double NumberBand = 18;
    const double Near = 0.01;

    readonly Paper paper;
    readonly Table table;
    readonly TableStyle style;
    readonly IReadOnlyList<PlacedCell> grid;
    readonly Columns columns;
    readonly RowHeights rows;

    public DrawnTable(Paper paper, Table table)
    {
        (this.paper, this.table, style) = (paper, table, paper.Style.Table);
        (grid, columns) = (Grid.Of(table), new Columns(table, paper));
        rows = new RowHeights(columns.Heights(grid, style.Padding), table.HeadRows, style);
    }

    public void Draw()
    {
        if (paper.Y > Paper.Top && paper.Y + rows.Top(table.HeadRows + 1) >= paper.Bottom)
            paper.Turn();
        var (head, body) = (HeadAgain(), rows.Top(table.HeadRows));
        rows.Cut(paper.Bottom - paper.Y, paper.Bottom - Paper.Top - (body - head));
        Part(0, rows.Ends[0], false);
        foreach (var (from, to) in rows.Ends.Zip(rows.Ends.Skip(1)))
        {
            TurnInside();
            Part(head, body, true);
            Part(from, to, false);
        }
        paper.Y += 8;
    }

    /// <summary>Where the rows begin that each page repeats; they end with the head.</summary>
    double HeadAgain() => rows.Top(style.Head switch
    {
        RepeatedHead.All => 0,
        RepeatedHead.LastRow => Math.Max(0, table.HeadRows - 1),
        _ => table.HeadRows,
    });

    /// <summary>The frame runs on below the last row, with the page number in it, or ends there.</summary>
    void TurnInside()
    {
        if (style.NumberInside)
        {
            var (top, bottom, edges) = (paper.Y, paper.Y + NumberBand, columns.Edges);
            paper.Cells([.. edges.Zip(edges.Skip(1), (left, right) => new Box(left, top, right, bottom))]);
            paper.Centred($"{paper.Number}", (edges[edges.Length / 2] + edges[edges.Length / 2 + 1]) / 2, top + 13, Columns.Size);
        }
        paper.Turn(style.NumberInside);
    }

    /// <summary>What of the table lies between two heights; a head that stands again leaves cells that begin above it empty.</summary>
    void Part(double from, double to, bool again)
    {
        var lower = paper.Y - from;
        var here = grid.Where(p => BoxOf(p) is var box && box.Bottom > from + Near && box.Top < to - Near).ToList();
        paper.Cells([.. here.Select(p => BoxOf(p).Within(from, to).Lower(lower))]);
        foreach (var placed in here.Where(p => !again || BoxOf(p).Top >= from))
            Write(placed, from, to, lower);
        paper.Y = to + lower;
    }

    Box BoxOf(PlacedCell p) => new(columns.Left(p), rows.Top(p.Row), columns.Right(p), rows.Top(p.Row + p.Cell.Rows), p.Row, p.Cell.Rows);

    void Write(PlacedCell placed, double from, double to, double lower)
    {
        var lines = columns.Lines(placed);
        if (TextBox(placed, lines, from, to) is not { } box)
            return;
        foreach (var line in CellText.Of(placed.Cell, lines, box, rows.Ends, style))
            if (line.Top >= from - Near && line.Top + line.Size <= to + Near)
                Line(placed.Cell, line, box, lower);
    }

    /// <summary>Where a cell's text is centred: a group's label can keep to its part on one page; none if that is past.</summary>
    Box? TextBox(PlacedCell placed, IReadOnlyList<string> lines, double from, double to)
    {
        var box = BoxOf(placed);
        if (placed.Cell.Rows == 1)
            return box with { Bottom = box.Bottom - rows.AddedTo(placed.Row) };
        if (placed.Cell.Kind != CellKind.Group || style.Groups == GroupLabel.Cut)
            return box;
        if (style.Groups == GroupLabel.EachPage)
            return box.Within(from, to);
        var first = box.Within(box.Top, rows.Ends.First(e => e > box.Top + Near));
        return !CellText.Fits(lines, first) ? box : box.Top < from - Near ? null : first;
    }

    void Line(Cell cell, CellLine line, Box box, double lower)
    {
        var baseline = line.Top + line.Size + lower;
        if (cell.Kind == CellKind.Label)
            paper.Text(line.Text, box.Left + 3, baseline, line.Size);
        else
            paper.Centred(line.Text, (box.Left + box.Right) / 2, baseline, line.Size);
        if (cell.Kind == CellKind.Value && paper.Style.Writing.Invisible == Invisible.StrayNumbers)
            paper.Hidden("7", box.Left + 2, baseline, line.Size);
    }
}
