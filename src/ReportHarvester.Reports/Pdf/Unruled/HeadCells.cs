namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A head over several columns: from edge to edge by number (-1: over the labels too), and how high.</summary>
readonly record struct HeadSpan(int FirstEdge, int LastEdge, double Top, double Bottom);

/// <summary>Tells heads of one column from heads over several. These are centred over their columns; how far they reach, no mark tells.</summary>
sealed class HeadCells
{
    // In sizes of the font: the gap between lines of one head, how much wider than those below its first line may be, and how far from the
    // middle of its columns a head may stand.
    const double LineGap = 1.8, Wider = 0.5, Centred = 0.6;

    // Points that a ruling may fall short of the columns that it crosses.
    const double Short = 6;

    readonly IReadOnlyList<TextLine> lines;
    readonly Columns columns;
    readonly double from;
    readonly IReadOnlyList<Ruling> across;
    readonly List<TextRun> wide = [];
    readonly List<TextRun> stacks = [];

    /// <summary>Sorts the heads from the lowest line up, widening the columns by those that are theirs alone.</summary>
    /// <param name="lines">The lines above the first row, from the top.</param>
    /// <param name="from">How far labels reach to the right: what begins left of it is no head of a column.</param>
    /// <param name="across">Printed rulings across some or all columns.</param>
    public HeadCells(IReadOnlyList<TextLine> lines, Columns columns, double from, IReadOnlyList<Ruling> across)
    {
        (this.lines, this.columns, this.from, this.across) = (lines, columns, from, across);
        foreach (var line in lines.Reverse()) Sort([.. line.Runs.Where(r => r.Box.Right > from && !IsOverLabels(r))]);
    }

    // 信息内容 stands over the labels, however short these are: what is left of the columns of values is a column only if something is left of it.
    bool IsOverLabels(TextRun run) =>
        run.Box.Right <= columns.Left && !lines.Any(l => l.Runs.Any(r => r.Box.Right <= run.Box.Left));

    void Sort(List<TextRun> line)
    {
        var alone = line.Where(r => r.Box.Left >= from && columns.Touched(r).Count <= 1).ToList();
        wide.AddRange(line.Except(alone));
        var many = alone.Count == line.Count && alone.Count > 1;
        foreach (var run in alone)
        {
            // The last line put on the same column.
            var below = columns.Touched(run) is [var home] ? stacks.FindLast(s => columns.All[home].Touches(s)) : null;
            if (below is not null && !IsSameHead(run, below, many) || !columns.TakeHead(run)) wide.Add(run);
            else stacks.Add(run);
        }
    }

    // Two lines of one head: what is wider than the head that was wrapped below it is another one, unless others are wrapped alike on its line.
    // Where a head over several columns lies between, the upper one is such a head too.
    bool IsSameHead(TextRun run, TextRun below, bool amongOthers) =>
        below.Box.Top - run.Box.Bottom <= LineGap * run.Size
        && IsAligned(run, below)
        && (amongOthers || run.Width <= below.Width + Wider * run.Size)
        && !wide.Exists(w => w.Y > run.Y && w.Y < below.Y && w.IsInLineWith(below));

    static bool IsAligned(TextRun a, TextRun b) =>
        Math.Min(Math.Abs(a.X - b.X), Math.Min(Math.Abs(a.Box.Left - b.Box.Left), Math.Abs(a.Box.Right - b.Box.Right))) <= Centred * a.Size;

    /// <summary>The heads over several columns.</summary>
    /// <param name="edges">Left border of the first column, gutters between the columns and right border.</param>
    /// <param name="around">The heads' box: the table's left border, and from its top to where the first row begins.</param>
    public IReadOnlyList<HeadSpan> Spans(IReadOnlyList<double> edges, Box around)
    {
        var all = lines.SelectMany(l => l.Runs).ToList();
        var ranges = new HeadRanges(all, edges, [.. columns.All.Select(MiddleOfHead)]);
        return [.. wide.GroupBy(w => w.Y).SelectMany(line => ranges.Of([.. line.OrderBy(w => w.X)]).Zip(line.OrderBy(w => w.X)))
            .Select(x => Span(x.Second, x.First, all, edges, around)).OrderBy(s => s.Top)];
    }

    double? MiddleOfHead(Column column) =>
        stacks.Where(column.Touches).ToList() is { Count: > 0 } own ? (own.Min(r => r.Box.Top) + own.Max(r => r.Box.Bottom)) / 2 : null;

    HeadSpan Span(TextRun run, HeadRange range, List<TextRun> all, IReadOnlyList<double> edges, Box around)
    {
        var (x1, x2) = (range.First < 0 ? around.Left : edges[range.First], edges[range.Last]);
        var over = all.Where(r => r.Box.Right > x1 && r.Box.Left < x2).ToList();
        var below = over.Where(r => r.Box.Top >= run.Box.Bottom - 1).Select(r => r.Box.Top).DefaultIfEmpty(around.Bottom).Min();
        var above = over.Where(r => r.Box.Bottom <= run.Box.Top + 1).Select(r => r.Box.Bottom).DefaultIfEmpty(around.Top).Max();
        return new HeadSpan(range.First, range.Last, Edge(above, run.Box.Top, x1, x2), Edge(run.Box.Bottom, below, x1, x2));
    }

    // A printed ruling between two heads, or their middle.
    double Edge(double above, double below, double from, double to)
    {
        foreach (var ruling in across)
            if (ruling.At >= above - 1 && ruling.At <= below + 1 && ruling.From <= from + Short && ruling.To >= to - Short) return ruling.At;
        return (above + below) / 2;
    }
}
