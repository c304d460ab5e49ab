using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>A table as a grid: the columns of its cells are told by their edges, where every row states them.</summary>
sealed class DocTable(int number)
{
    // Edges of cells in one column that were dragged differ by a point or two; in twentieths of a point.
    const int SameEdge = 50;

    // A cell that only a picture fills is not blank.
    const string Picture = "［图］";

    readonly List<GridCell> cells = [];
    readonly Dictionary<int, int> open = [];

    public Grid Read(IReadOnlyList<DocRow> rows)
    {
        var stated = rows.All(r => r.Stated.Count == r.Cells.Count);
        var edges = stated ? Edges(rows) : [];
        for (var row = 0; row < rows.Count; row++)
            for (var i = 0; i < rows[row].Cells.Count; i++)
                Add(rows[row].Cells[i], row + 1, stated ? rows[row].Stated[i] : new DocCell(i, i + 1, false, false, false), stated ? edges : null);
        return new Grid { Number = number, Cells = cells, HasSpans = stated };
    }

    void Add(IReadOnlyList<DocParagraph> paragraphs, int row, DocCell stated, List<int>? edges)
    {
        var column = edges is null ? stated.Left + 1 : Place(edges, stated.Left) + 1;
        var span = edges is null ? 1 : Math.Max(1, Place(edges, stated.Right) + 1 - column);
        var (text, doubtful) = Text(paragraphs);
        if (stated.GoesOnDown && open.TryGetValue(column, out var above))
        {
            var cell = cells[above];
            cells[above] = cell with { RowSpan = cell.RowSpan + 1, Doubtful = cell.Doubtful || text.Length > 0 && text != cell.Text };
            return;
        }
        if (stated.GoesOnAcross && cells is [.., var left] && left.Row == row)
        {
            cells[^1] = left with { ColumnSpan = left.ColumnSpan + span };
            return;
        }
        for (var c = column; c < column + span; c++) open.Remove(c);
        if (stated.Restarts) open[column] = cells.Count;
        cells.Add(new GridCell(row, column, 1, span, text, new Origin { Grid = number, Row = row, Column = column }) { Doubtful = doubtful });
    }

    static List<int> Edges(IReadOnlyList<DocRow> rows)
    {
        var edges = new List<int>();
        foreach (var edge in rows.SelectMany(r => r.Stated).SelectMany(c => (int[])[c.Left, c.Right]).Order())
            if (edges.Count == 0 || edge - edges[^1] > SameEdge) edges.Add(edge);
        return edges;
    }

    static int Place(List<int> edges, int edge) => Math.Max(0, edges.FindLastIndex(e => e <= edge));

    static (string Text, bool Doubtful) Text(IReadOnlyList<DocParagraph> paragraphs)
    {
        static IEnumerable<string> Lines(string text) => Folding.Fold(text).Split('\n').Select(Blanks.Collapse).Where(line => line.Length > 0);
        List<string> lines = [.. paragraphs.SelectMany(p => Lines(p.Line))], beside = [.. paragraphs.SelectMany(p => Lines(p.Beside))];
        var pictures = paragraphs.Any(p => p.HasPicture);
        if (lines.Count > 0) return (string.Join('\n', lines), beside.Count > 0 || pictures || paragraphs.Any(p => p.Doubtful));
        return beside.Count > 0 ? (string.Join('\n', beside), true) : (pictures ? Picture : "", paragraphs.Any(p => p.Doubtful));
    }
}
