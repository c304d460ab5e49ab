namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The columns that a head covers, from edge to edge by number; -1 is the left border of a table with labels. Off: how far from their middle it stands, in sizes.</summary>
readonly record struct HeadRange(int First, int Last, double Off);

/// <summary>Deals the columns out among the heads of one line: each in the middle of its own, and together as many as they can have.</summary>
/// <param name="all">All heads.</param>
/// <param name="edges">The edges of the columns of values.</param>
/// <param name="middles">For each column at which height its own head has its middle; under one head they are alike, since they are cells of one row.</param>
sealed class HeadRanges(IReadOnlyList<TextRun> all, IReadOnlyList<double> edges, IReadOnlyList<double?> middles)
{
    // In sizes of the font, how far from the middle of its columns a head may stand.
    const double Centred = 0.6;

    // In sizes too: a head no farther off stands in the middle.
    const double Exact = 0.25;

    // Columns that a head may lose for standing a size of the font nearer to their middle, and for having columns under it whose heads are alike.
    const double Balance = 4, Alike = 0.5;

    // Points by which the middles of heads of one row may differ.
    const double SameHeight = 2;

    public IReadOnlyList<HeadRange> Of(IReadOnlyList<TextRun> line)
    {
        var choices = line.Select(run => Choices(run, line)).ToList();
        return Best(choices, 0, -1) ?? [.. choices.Select(c => c.MinBy(r => r.Off))];
    }

    List<HeadRange> Choices(TextRun run, IReadOnlyList<TextRun> line)
    {
        if (run.Box.Left < edges[0]) return [new(-1, edges.Count - 1, 0)];
        var beside = all.Where(r => r.IsBeside(run) && !line.Contains(r)).ToList();
        var ranges = (from first in Enumerable.Range(0, edges.Count - 1)
                      from last in Enumerable.Range(first + 1, edges.Count - first - 1)
                      where edges[first] <= run.X && edges[last] >= run.X
                      where beside.TrueForAll(r => r.X <= edges[first] || r.X >= edges[last])
                      select new HeadRange(first, last, Math.Abs((edges[first] + edges[last]) / 2 - run.X) / run.Size)).ToList();
        if (ranges.Count == 0) return [new(0, edges.Count - 1, 0)];
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
        Enumerable.Range(Math.Max(range.First, 0), range.Last - Math.Max(range.First, 0)).Skip(1)
            .Count(c => middles[c] is { } here && middles[c - 1] is { } left && Math.Abs(here - left) > SameHeight);
}
