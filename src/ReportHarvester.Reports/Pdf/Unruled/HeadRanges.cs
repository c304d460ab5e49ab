namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The columns that a head covers, from the first edge to the last by number. Off: how far from their middle it stands, in sizes.</summary>
readonly record struct HeadRange(int First, int Last, double Off);

/// <summary>Deals the columns out among the heads of one line: each in the middle of its own, and together as many as they can have.</summary>
/// <param name="all">All heads.</param>
/// <param name="columns">The columns under them.</param>
sealed class HeadRanges(IReadOnlyList<Head> all, IReadOnlyList<Column> columns)
{
    // In sizes of the font, how far from the middle of its columns a head may stand.
    const double Centred = 0.6;

    // In sizes too: a head no farther off stands in the middle.
    const double Exact = 0.25;

    // Columns that a head may lose for standing a size of the font nearer to their middle, and for having columns under it whose heads are alike.
    const double Balance = 4, Alike = 0.5;

    // Points by which the middles of heads of one row may differ.
    const double SameHeight = 2;

    readonly double[] edges = Edges(columns);

    // Columns are centred, so borders are half-way between their middles.
    static double[] Edges(IReadOnlyList<Column> columns)
    {
        var xs = columns.Select(c => c.Head?.X ?? c.X).ToArray();
        var between = xs.Zip(xs.Skip(1), (a, b) => (a + b) / 2).ToArray();
        return between.Length == 0 ? [columns[0].Left, columns[0].Right] : [2 * xs[0] - between[0], .. between, 2 * xs[^1] - between[^1]];
    }

    /// <summary>For each head of a line the columns that it covers; a merged head that was taken apart covers from its own column to the next head's.</summary>
    public IReadOnlyList<HeadRange> Of(IReadOnlyList<Head> line, bool takenApart)
    {
        if (takenApart) return [.. line.Select((h, i) => new HeadRange(ColumnAt(h), i + 1 < line.Count ? ColumnAt(line[i + 1]) : columns.Count, 0))];
        var choices = line.Select(run => Choices(run, line)).ToList();
        return Best(choices, 0, -1) ?? [.. choices.Select(c => c.MinBy(r => r.Off))];
    }

    /// <summary>Whether heads over several columns stand over the first of these: centred, the leftmost would have the first column alone.</summary>
    public bool IsTakenApart(IEnumerable<Head> groups) => groups.Any(g => g.X < edges[1]);

    int ColumnAt(Head head) => Math.Clamp(Array.FindLastIndex(edges, e => e <= head.X), 0, columns.Count - 1);

    List<HeadRange> Choices(Head head, IReadOnlyList<Head> line)
    {
        var beside = all.Where(r => r.Box.Top < head.Box.Bottom && r.Box.Bottom > head.Box.Top && !line.Contains(r)).ToList();
        var ranges = (from first in Enumerable.Range(0, edges.Length - 1)
                      from last in Enumerable.Range(first + 1, edges.Length - first - 1)
                      where edges[first] <= head.X && edges[last] >= head.X
                      where beside.TrueForAll(r => r.X <= edges[first] || r.X >= edges[last])
                      select new HeadRange(first, last, Math.Abs((edges[first] + edges[last]) / 2 - head.X) / head.Runs[0].Size)).ToList();
        if (ranges.Count == 0) return [new(0, edges.Length - 1, 0)];
        var centred = ranges.FindAll(r => r.Off <= Centred);
        return centred.Count > 0 ? centred : [ranges.MinBy(r => r.Off)];
    }

    // Null where the heads cannot have columns apart from each other.
    List<HeadRange>? Best(List<List<HeadRange>> choices, int head, int from)
    {
        if (head == choices.Count) return [];
        List<HeadRange>? best = null;
        foreach (var choice in choices[head].Where(c => c.First >= from))
            if (Best(choices, head + 1, choice.Last) is { } rest && (best is null || Worth([choice, .. rest]) > Worth(best))) best = [choice, .. rest];
        return best;
    }

    double Worth(List<HeadRange> ranges) => ranges.Sum(r => r.Last - r.First - Balance * Math.Max(0, r.Off - Exact) - Alike * Steps(r));

    int Steps(HeadRange range) =>
        Enumerable.Range(range.First, range.Last - range.First).Skip(1)
            .Count(c => columns[c].Head is { } here && columns[c - 1].Head is { } left && Math.Abs(here.Y - left.Y) > SameHeight);
}
