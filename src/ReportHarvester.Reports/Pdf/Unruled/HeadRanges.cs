namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The columns that a head covers, from edge to edge by number; -1 is the left border of a table with labels. Off: how far from their middle it stands, in sizes.</summary>
readonly record struct HeadRange(int First, int Last, double Off);

/// <summary>Deals the columns out among the heads of one line: each in the middle of its own, and together as many as they can have.</summary>
static class HeadRanges
{
    // In sizes of the font, how far from the middle of its columns a head may stand.
    const double Centred = 0.6;

    // Columns that a head may lose for standing a size of the font nearer to their middle.
    const double Balance = 4;

    public static IReadOnlyList<HeadRange> Of(IReadOnlyList<TextRun> line, IReadOnlyList<TextRun> all, IReadOnlyList<double> edges)
    {
        var choices = line.Select(run => Choices(run, line, all, edges)).ToList();
        return Best(choices, 0, -1) ?? [.. choices.Select(c => c.MinBy(r => r.Off))];
    }

    static List<HeadRange> Choices(TextRun run, IReadOnlyList<TextRun> line, IReadOnlyList<TextRun> all, IReadOnlyList<double> edges)
    {
        if (run.Box.Left < edges[0]) return [new(-1, edges.Count - 1, 0)];
        var beside = all.Where(r => r.Box.Top < run.Box.Bottom && r.Box.Bottom > run.Box.Top && !line.Contains(r)).ToList();
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
    static List<HeadRange>? Best(List<List<HeadRange>> choices, int head, int from)
    {
        if (head == choices.Count) return [];
        List<HeadRange>? best = null;
        foreach (var choice in choices[head].Where(c => c.First >= from))
            if (Best(choices, head + 1, choice.Last) is { } rest && (best is null || Worth([choice, .. rest]) > Worth(best))) best = [choice, .. rest];
        return best;
    }

    static double Worth(List<HeadRange> ranges) => ranges.Sum(r => r.Last - r.First - Balance * r.Off);
}
