using ReportHarvester.Publisher.Tables;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>The columns of a table between the margins, and text broken to fit them.</summary>
sealed class Columns(Table table, Paper paper)
{
    public const double Size = 9;
    public const double Leading = 12;

    public double[] Edges { get; } = EdgesOf(table, paper.Right);

    public double Left(PlacedCell placed) => Edges[placed.Column];

    public double Right(PlacedCell placed) => Edges[placed.Column + placed.Cell.Columns];

    public IReadOnlyList<string> Lines(PlacedCell placed) =>
        paper.Lettering.Lines(placed.Cell.Text, Right(placed) - Left(placed) - 4, Size);

    /// <summary>A row is as high as the highest of its cells that do not go on into the next row.</summary>
    public double[] Heights(IReadOnlyList<PlacedCell> grid, double padding)
    {
        var heights = Enumerable.Repeat(Leading + 2 * padding, table.Rows.Count).ToArray();
        foreach (var placed in grid.Where(p => p.Cell.Rows == 1))
            heights[placed.Row] = Math.Max(heights[placed.Row], Lines(placed).Count * Leading + 2 * padding);
        return heights;
    }

    static double[] EdgesOf(Table table, double right)
    {
        var scale = (right - Paper.Left) / table.Widths.Sum();
        double[] edges = [Paper.Left, .. table.Widths];
        for (var i = 1; i < edges.Length; i++)
            edges[i] = edges[i - 1] + edges[i] * scale;
        return edges;
    }
}
