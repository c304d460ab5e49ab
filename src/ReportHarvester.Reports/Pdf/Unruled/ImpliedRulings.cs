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

    /// <param name="lines">What stands on the page outside of whole ruled tables.</param>
    /// <param name="rulings">The page's printed rulings.</param>
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
        var across = rulings.Where(r => r.Horizontal && r.From <= table.Columns.Left + Short && r.To >= table.Columns.Right - Short).OrderBy(r => r.At).ToList();
        var rows = RowFinder.Of(labels.Lines, ValueRow.Of(table.Body.Where(l => l.HasValue)), [.. across.Select(r => r.At)], table.End);
        var heads = Heads(table, rows[0].Top);
        var cells = new HeadCells(heads, table.Columns, labels.Lines.Count > 0 ? labels.Right : left, [.. rulings.Where(r => r.Horizontal)]);
        // The heads may have widened the columns that a ruling has to cross.
        across = across.FindAll(r => r.From <= table.Columns.Left + Short && r.To >= table.Columns.Right - Short);
        var top = heads.Count > 0 ? Top(heads[0], across) : rows[0].Top;
        var around = across.FindAll(r => r.At >= top - Near && r.At <= rows[^1].Bottom + Near);
        // As far as the printed rulings reach, else as far as text does.
        var box = new Box(around.Count > 0 ? around.Min(r => r.From) : left, top, around.Count > 0 ? around.Max(r => r.To) : right, rows[^1].Bottom);
        return new Drawing(table, labels, rows, cells, rulings, box, gutters);
    }

    // A ruling right above the highest heads, or their own top.
    static double Top(TextLine highest, List<Ruling> across) =>
        across.Select(r => r.At).Where(at => at <= highest.Box.Top + 1 && at > highest.Box.Top - HeadGap * highest.Size).DefaultIfEmpty(highest.Box.Top - 2).Max();

    // Upward from the first row, as long as no gap and no line of prose parts them.
    static List<TextLine> Heads(UnruledTable table, double bottom)
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
    sealed class Drawing
    {
        readonly UnruledTable table;
        readonly LabelArea labels;
        readonly IReadOnlyList<RowBand> rows;
        readonly HeadCells heads;
        readonly IReadOnlyList<Ruling> rulings;
        readonly Box box;
        readonly IReadOnlyList<double> before;
        readonly List<double> edges;
        readonly List<Ruling> drawn = [];

        /// <param name="box">The table's borders.</param>
        /// <param name="before">Gutters of the table that this one goes on from.</param>
        public Drawing(UnruledTable table, LabelArea labels, IReadOnlyList<RowBand> rows, HeadCells heads, IReadOnlyList<Ruling> rulings, Box box, IReadOnlyList<double> before)
        {
            (this.table, this.labels, this.rows, this.heads, this.rulings, this.box, this.before) = (table, labels, rows, heads, rulings, box, before);
            edges = Edges();
        }

        public IReadOnlyList<double> Gutters => [.. labels.Gutters, .. edges.SkipLast(1)];

        public List<Ruling> Draw()
        {
            var runs = table.Runs.ToList();
            var spans = heads.Spans(WithPadding(), box with { Bottom = rows[0].Top });
            foreach (var row in rows) Across(row.Top, box.Left, box.Right);
            Across(box.Bottom, box.Left, box.Right);
            Across(box.Top, box.Left, box.Right);
            foreach (var span in spans)
            {
                var from = span.FirstEdge < 0 ? box.Left : edges[span.FirstEdge];
                Across(span.Top, from, edges[span.LastEdge]);
                Across(span.Bottom, from, edges[span.LastEdge]);
            }
            Down(box.Left, box.Top, box.Bottom);
            Down(box.Right, box.Top, box.Bottom);
            for (var e = labels.Lines.Count > 0 ? 0 : 1; e < edges.Count - 1; e++)
            {
                InBody(edges[e], runs);
                InHeads(e, edges[e], spans);
            }
            foreach (var gutter in labels.Gutters) InBody(gutter, runs);
            return drawn;
        }

        // Between labels and values, between columns, and at the right.
        List<double> Edges()
        {
            var columns = table.Columns.All;
            var all = new List<double> { labels.Lines.Count > 0 ? Gutter(labels.Right, columns[0].Left) : box.Left };
            for (var c = 1; c < columns.Count; c++) all.Add(Gutter(columns[c - 1].Right, columns[c].Left));
            all.Add(box.Right);
            return all;
        }

        // The outer columns have room on both sides too, though text, and what was taken for the border, may end before.
        List<double> WithPadding()
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
                if (!ruling.Horizontal && ruling.At >= from - Short && ruling.At <= to + Short && ruling.From < box.Bottom && ruling.To > box.Top) return ruling.At;
            foreach (var gutter in before)
                if (gutter > from && gutter < to) return gutter;
            return (from + to) / 2;
        }

        void InBody(double x, List<TextRun> runs)
        {
            foreach (var row in rows)
                if (!runs.Any(r => r.Covers(x) && r.Y > row.Top && r.Y < row.Bottom)) Down(x, row.Top, row.Bottom);
        }

        void InHeads(int edge, double x, IReadOnlyList<HeadSpan> spans)
        {
            var y = box.Top;
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
