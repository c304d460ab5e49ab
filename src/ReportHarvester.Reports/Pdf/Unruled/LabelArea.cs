namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>What stands left of the columns of values: labels, and left of these, over several rows, the groups that they are in.</summary>
sealed class LabelArea
{
    // In sizes of the font: words no farther apart on one line may be one label.
    const double WordGap = 0.8;

    // Points by which words of two narrow cells may run into each other.
    const double Overlap = 2;

    LabelArea(IReadOnlyList<TextRun> lines, IReadOnlyList<double> gutters, double right) => (Lines, Gutters, Right) = (lines, gutters, right);

    /// <summary>The lines of labels, from the top: at each height what stands nearest to the values.</summary>
    public IReadOnlyList<TextRun> Lines { get; }

    /// <summary>Where groups and labels are parted.</summary>
    public IReadOnlyList<double> Gutters { get; }

    /// <summary>How far labels reach to the right.</summary>
    public double Right { get; }

    /// <param name="before">Gutters of the page before, if the table goes on from there: what they do not cut stands in the same columns.</param>
    public static LabelArea Of(UnruledTable table, IReadOnlyList<double> before)
    {
        bool IsLabel(TextRun run) => !run.IsValue && run.Box.Right <= table.Columns.Left;
        var right = table.Body.SelectMany(l => l.Runs).Where(IsLabel).Select(r => r.Box.Right).DefaultIfEmpty(double.NaN).Max();
        if (double.IsNaN(right)) return new([], [], table.Columns.Left);
        var labels = table.Runs.Where(r => IsLabel(r) && r.Box.Left < right).ToList();
        var pairs = (from a in labels from b in labels where IsLeftOf(a, b) select (From: a.Box.Right, To: b.Box.Left, Left: a)).ToList();
        double[] gutters = [.. Parted([.. Stabs(pairs.Select(p => (Math.Min(p.From, p.To), Math.Max(p.From, p.To))))], labels, before).Order()];
        var groups = pairs.Select(p => p.Left).ToHashSet();
        var values = table.Body.SelectMany(l => l.Values).ToList();
        // Between two labels, a line of a group has nothing beside it, neither label nor values.
        bool IsGroup(TextRun run) => groups.Contains(run) || gutters.Length > 1 && run.Box.Right <= gutters[0] + Overlap
            || gutters.Length > 0 && run.Box.Right <= gutters[^1] + Overlap && !values.Exists(run.IsBeside);
        return new([.. labels.Where(l => !IsGroup(l)).GroupBy(l => l.Y).Select(OneLine).OrderBy(l => l.Y)], gutters, right);
    }

    static bool IsLeftOf(TextRun a, TextRun b) =>
        a.Box.Right <= b.Box.Left + Overlap && a.IsBeside(b)
        && (Math.Abs(a.Y - b.Y) > 0.1 * a.Size || b.Box.Left - a.Box.Right > WordGap * a.Size);

    static TextRun OneLine(IEnumerable<TextRun> runs)
    {
        var all = runs.ToList();
        return all.Count == 1 ? all[0] : all[0] with
        {
            Text = string.Concat(all.Select(r => r.Text)),
            Box = new(all.Min(r => r.Box.Left), all.Min(r => r.Box.Top), all.Max(r => r.Box.Right), all.Max(r => r.Box.Bottom)),
        };
    }

    static IEnumerable<double> Parted(List<(double From, double To)> gaps, List<TextRun> labels, IReadOnlyList<double> before)
    {
        foreach (var gap in gaps) yield return before.FirstOrDefault(b => b > gap.From && b < gap.To, (gap.From + gap.To) / 2);
        foreach (var gutter in before)
            if (!gaps.Exists(g => gutter > g.From && gutter < g.To) && labels.Exists(l => l.Box.Right > gutter) && 2 * labels.Count(l => l.Covers(gutter)) < labels.Count) yield return gutter;
    }

    // The fewest places that lie in all the gaps.
    static IEnumerable<(double From, double To)> Stabs(IEnumerable<(double From, double To)> gaps)
    {
        (double From, double To)? common = null;
        foreach (var gap in gaps.OrderBy(g => g.To))
        {
            if (common is { } c && gap.From < c.To) common = (Math.Max(c.From, gap.From), c.To);
            else
            {
                if (common is { } done) yield return done;
                common = gap;
            }
        }
        if (common is { } last) yield return last;
    }
}
