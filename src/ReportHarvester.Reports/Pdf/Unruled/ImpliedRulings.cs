namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// The rulings that a table without them, or with some of them, would have: between columns whose runs are aligned, between rows of values, and
/// around heads. What follows treats them like printed ones; printed ones are kept, and where one stands, none is implied beside it.
/// </summary>
static class ImpliedRulings
{
    // Points: a printed ruling no farther from where one is implied stands for it; what a ruling may fall short of the columns that it crosses.
    const double Near = 6, Short = 2;

    // In sizes of the font, how far heads may stand above each other.
    const double HeadGap = 4;

    /// <param name="page">Its glyphs that are in no whole ruled table, and its rulings.</param>
    /// <param name="left">Where text begins on all pages.</param>
    /// <param name="right">Where text ends on all pages.</param>
    /// <param name="gutters">Where the columns of the table are parted that runs to the end of the page before; afterwards, of this one.</param>
    public static IReadOnlyList<Ruling> Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> rulings, double left, double right, ref IReadOnlyList<double> gutters)
    {
        var drawn = new List<Ruling>();
        foreach (var table in UnruledTables.Of(lines, right - left))
        {
            var drawing = Of(table, rulings, left, right, table.IsFirst ? gutters : []);
            drawn.AddRange(drawing.Draw());
            gutters = drawing.Gutters;
        }
        if (drawn.Count == 0) gutters = [];
        return drawn;
    }

    static Drawing Of(UnruledTable table, IReadOnlyList<Ruling> rulings, double left, double right, IReadOnlyList<double> gutters)
    {
        var labels = LabelArea.Of(table, gutters);
        var rows = RowFinder.Of(labels.Lines, ValueRow.Of(table.Lines.Skip(table.First).Take(table.Last - table.First + 1).Where(l => l.HasValue)), Cuts(table, rulings), table.End);
        var heads = Heads(table, rows[0].Top, labels.Right);
        var cells = new HeadCells(heads, table.Columns, labels.Lines.Count > 0 ? labels.Right : left, [.. rulings.Where(r => r.Horizontal)]);
        var top = heads.Count > 0 ? Top(heads[0], Cuts(table, rulings)) : rows[0].Top;
        return new Drawing(table, labels, rows, cells, rulings, top, left, right, gutters);
    }

    // A ruling right above the highest heads, or their own top.
    static double Top(TextLine highest, double[] cuts) =>
        cuts.Where(c => c <= highest.Box.Top + 1 && c > highest.Box.Top - HeadGap * highest.Size).DefaultIfEmpty(highest.Box.Top - 2).Max();

    static double[] Cuts(UnruledTable table, IReadOnlyList<Ruling> rulings) =>
        [.. rulings.Where(r => r.Horizontal && r.From <= table.Columns.Left + Short && r.To >= table.Columns.Right - Short).Select(r => r.At).Order()];

    // Upward from the first row, as long as no gap and no line of prose parts them.
    static List<TextLine> Heads(UnruledTable table, double bottom, double labelsEnd)
    {
        var heads = new List<TextLine>();
        var below = bottom;
        for (var i = table.First - 1; i >= table.From; i--)
        {
            var line = table.Lines[i];
            if (line.Y >= bottom) continue;
            if (below - line.Box.Bottom > HeadGap * line.Size) break;
            heads.Insert(0, line);
            below = line.Box.Top;
        }
        return heads;
    }

    /// <summary>One table's rulings.</summary>
    sealed class Drawing(UnruledTable table, LabelArea labels, IReadOnlyList<RowBand> rows, HeadCells heads, IReadOnlyList<Ruling> rulings, double top, double left, double right, IReadOnlyList<double> before)
    {
        readonly List<Ruling> drawn = [];
        readonly double bottom = rows[^1].Bottom;

        public IReadOnlyList<double> Gutters => [.. labels.Gutters, .. Edges().SkipLast(1)];

        public List<Ruling> Draw()
        {
            var edges = Edges();
            var runs = table.Lines.Skip(table.From).Take(table.To - table.From).SelectMany(l => l.Runs).ToList();
            var spans = heads.Spans(WithPadding(edges), new Box(Border(true), top, Border(false), rows[0].Top));
            foreach (var row in rows) Across(row.Top, Border(true), Border(false));
            Across(bottom, Border(true), Border(false));
            Across(top, Border(true), Border(false));
            foreach (var span in spans)
            {
                Across(span.Top, EdgeAt(edges, span.FirstEdge), edges[span.LastEdge]);
                Across(span.Bottom, EdgeAt(edges, span.FirstEdge), edges[span.LastEdge]);
            }
            Down(Border(true), top, bottom);
            Down(Border(false), top, bottom);
            for (var e = 0; e < edges.Count - 1; e++)
            {
                if (e > 0 || labels.Lines.Count > 0) InBody(edges[e], runs);
                if (e > 0 || labels.Lines.Count > 0) InHeads(e, edges[e], spans);
            }
            foreach (var gutter in labels.Gutters) InBody(gutter, runs);
            return drawn;
        }

        double EdgeAt(List<double> edges, int edge) => edge < 0 ? Border(true) : edges[edge];

        // Between labels and values, between columns, and at the right.
        List<double> Edges()
        {
            var columns = table.Columns.All;
            var edges = new List<double> { labels.Lines.Count > 0 ? Gutter(labels.Right, columns[0].Left) : Border(true) };
            for (var c = 1; c < columns.Count; c++) edges.Add(Gutter(columns[c - 1].Right, columns[c].Left));
            edges.Add(Border(false));
            return edges;
        }

        // The outer columns have room on both sides too, though text, and what was taken for the border, may end before.
        List<double> WithPadding(List<double> edges)
        {
            var columns = table.Columns.All;
            var last = columns.Count > 1 ? Math.Max(edges[^1], columns[^1].Right + columns[^1].Left - edges[^2]) : edges[^1];
            var first = columns.Count > 1 && labels.Lines.Count == 0 ? Math.Min(edges[0], columns[0].Left + columns[0].Right - edges[1]) : edges[0];
            return [first, .. edges.Skip(1).SkipLast(1), last];
        }

        // A printed ruling in the gap, or where the page before has its gutter, or the middle.
        double Gutter(double from, double to)
        {
            foreach (var ruling in rulings)
                if (!ruling.Horizontal && ruling.At >= from - Short && ruling.At <= to + Short && ruling.From < bottom && ruling.To > top) return ruling.At;
            foreach (var gutter in before)
                if (gutter > from && gutter < to) return gutter;
            return (from + to) / 2;
        }

        // As far as the printed rulings reach, else as far as text does.
        double Border(bool isLeft)
        {
            var around = rulings.Where(r => r.Horizontal && r.At >= top - Near && r.At <= bottom + Near && r.From <= table.Columns.Left + Short && r.To >= table.Columns.Right - Short).ToList();
            return around.Count == 0 ? isLeft ? left : right : isLeft ? around.Min(r => r.From) : around.Max(r => r.To);
        }

        void InBody(double x, List<TextRun> runs)
        {
            foreach (var row in rows)
                if (!runs.Any(r => r.Covers(x) && r.Y > row.Top && r.Y < row.Bottom)) Down(x, row.Top, row.Bottom);
        }

        void InHeads(int edge, double x, IReadOnlyList<HeadSpan> spans)
        {
            var y = top;
            foreach (var span in spans.Where(s => s.FirstEdge < edge && s.LastEdge > edge).OrderBy(s => s.Top))
            {
                if (span.Top > y) Down(x, y, span.Top);
                y = Math.Max(y, span.Bottom);
            }
            if (rows[0].Top > y) Down(x, y, rows[0].Top);
        }

        void Across(double y, double from, double to)
        {
            if (!rulings.Any(r => r.Horizontal && Math.Abs(r.At - y) <= Near && r.From <= from + Near && r.To >= to - Near)) drawn.Add(new Ruling(true, y, from, to));
        }

        void Down(double x, double from, double to)
        {
            if (to > from) drawn.Add(new Ruling(false, x, from, to));
        }
    }
}
