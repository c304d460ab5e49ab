namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>
/// Deals rows of values out to labels, both from the top. Where rows end nothing tells; but rows do not reach into each other, so what stands at the
/// height of a label's line is its row, and what stands between two labels is of one of them. Which, is told by all rows together: values stand at the
/// middle, the first or the last line of their labels, all over one table alike (dynamic programming).
/// </summary>
sealed class RowAlignment
{
    // Costs, in sizes of the font: a known label without values, other words without, values without a label, numbers wrapped; the most that a
    // distance counts, since a group may make a row as high as it likes.
    const double NoValues = 0.6, NoRow = 0.02, NoLabel = 4, Wrapped = 0.4, Farthest = 3;

    // In sizes too: lines that differ by less may be of one row, and two ways that differ by less are as good.
    const double Level = 0.35, Margin = 0.5;

    const double Never = 1e9;

    readonly IReadOnlyList<RowLabel> labels;
    readonly IReadOnlyList<ValueRow> rows;
    readonly IReadOnlyList<Ruling> cuts;
    readonly double size, lineGap;

    RowAlignment(IReadOnlyList<RowLabel> labels, IReadOnlyList<ValueRow> rows, IReadOnlyList<Ruling> cuts, double lineGap)
    {
        (this.labels, this.rows, this.cuts, this.lineGap) = (labels, rows, cuts, lineGap);
        size = rows[0].Size;
    }

    /// <summary>For each row of values the number of its label or -1, and whether another one is as likely.</summary>
    /// <param name="lineGap">How far lines of one cell lie apart at most, in sizes of the font.</param>
    public static IReadOnlyList<(int Label, bool Doubtful)> Of(IReadOnlyList<RowLabel> labels, IReadOnlyList<ValueRow> rows, IReadOnlyList<Ruling> cuts, double lineGap)
    {
        if (rows.Count == 0) return [];
        var alignment = new RowAlignment(labels, rows, cuts, lineGap);
        var ways = new Func<RowLabel, ValueRow, double>[] { (l, v) => (l.FirstY + l.LastY) / 2 - v.Y, (l, v) => l.FirstY - v.FirstY, (l, v) => l.LastY - v.LastY }
            .Select(alignment.Solve).OrderBy(w => w.Cost).ToList();
        var best = ways[0];
        var rivals = ways.Where(w => w.Cost - best.Cost < Margin).ToList();
        return [.. best.Labels.Select((label, v) => (label, best.Doubtful[v] || rivals.Exists(r => r.Labels[v] != label)))];
    }

    sealed record Way(double Cost, int[] Labels, bool[] Doubtful);

    Way Solve(Func<RowLabel, ValueRow, double> off)
    {
        var costs = new double[labels.Count, rows.Count];
        for (var i = 0; i < labels.Count; i++)
            for (var v = 0; v < rows.Count; v++)
                costs[i, v] = IsPossible(i, v) ? Math.Min(Farthest, Math.Abs(off(labels[i], rows[v])) / size) : Never;
        var (above, below) = (Above(costs), Below(costs));
        var total = above[labels.Count, rows.Count];
        var found = Trace(costs, above);
        var doubtful = new bool[rows.Count];
        for (var v = 0; v < rows.Count; v++)
            for (var i = 0; i < labels.Count; i++)
                doubtful[v] |= i != found[v] && costs[i, v] < Never && above[i, v] + costs[i, v] + below[i + 1, v + 1] - total < Margin;
        return new Way(total, found, doubtful);
    }

    // Cost of the labels and rows before i and v.
    double[,] Above(double[,] costs)
    {
        var best = new double[labels.Count + 1, rows.Count + 1];
        for (var i = 0; i <= labels.Count; i++)
            for (var v = 0; v <= rows.Count; v++)
                if (i + v > 0) best[i, v] = Step(costs, best, i, v).Cost;
        return best;
    }

    // Cost of the labels and rows from i and v on.
    double[,] Below(double[,] costs)
    {
        var best = new double[labels.Count + 2, rows.Count + 2];
        for (var i = labels.Count; i >= 0; i--)
            for (var v = rows.Count; v >= 0; v--)
            {
                if (i == labels.Count && v == rows.Count) continue;
                best[i, v] = Never;
                if (i < labels.Count) best[i, v] = best[i + 1, v] + Skip(i);
                if (v < rows.Count) best[i, v] = Math.Min(best[i, v], best[i, v + 1] + NoLabel);
                if (i == labels.Count || v == rows.Count) continue;
                best[i, v] = Math.Min(best[i, v], best[i + 1, v + 1] + costs[i, v]);
                if (v + 1 < rows.Count && rows[v].MayGoOn(rows[v + 1], lineGap)) best[i, v] = Math.Min(best[i, v], best[i + 1, v + 2] + Both(costs, i, v));
            }
        return best;
    }

    (double Cost, int Labels, int Rows) Step(double[,] costs, double[,] best, int i, int v)
    {
        var step = (Cost: Never * 2, Labels: 0, Rows: 0);
        void Offer(double cost, int l, int r)
        {
            if (cost < step.Cost) step = (cost, l, r);
        }
        if (i > 0 && v > 0) Offer(best[i - 1, v - 1] + costs[i - 1, v - 1], 1, 1);
        if (i > 0 && v > 1 && rows[v - 2].MayGoOn(rows[v - 1], lineGap)) Offer(best[i - 1, v - 2] + Both(costs, i - 1, v - 2), 1, 2);
        if (i > 0) Offer(best[i - 1, v] + Skip(i - 1), 1, 0);
        if (v > 0) Offer(best[i, v - 1] + NoLabel, 0, 1);
        return step;
    }

    static double Both(double[,] costs, int i, int v) => Math.Max(costs[i, v], costs[i, v + 1]) is Never ? Never : Math.Min(costs[i, v], costs[i, v + 1]) + Wrapped;

    double Skip(int label) => labels[label].Known ? NoValues : NoRow;

    int[] Trace(double[,] costs, double[,] best)
    {
        var found = Enumerable.Repeat(-1, rows.Count).ToArray();
        for (int i = labels.Count, v = rows.Count; i + v > 0;)
        {
            var (_, l, r) = Step(costs, best, i, v);
            if (l == 1)
                for (var k = 1; k <= r; k++) found[v - k] = i - 1;
            i -= l;
            v -= r;
        }
        return found;
    }

    // Between the known labels above and below, and on one side of every ruling.
    bool IsPossible(int label, int row)
    {
        double y = rows[row].Y, level = Level * size;
        for (var i = label - 1; i >= 0; i--)
            if (labels[i].Known)
            {
                if (y < labels[i].LastY + level) return false;
                break;
            }
        for (var i = label + 1; i < labels.Count; i++)
            if (labels[i].Known)
            {
                if (y > labels[i].FirstY - level) return false;
                break;
            }
        double x = (labels[label].Box.Left + labels[label].Box.Right) / 2, top = Math.Min(labels[label].FirstY, y), bottom = Math.Max(labels[label].LastY, y);
        foreach (var cut in cuts)
            if (cut.At > top && cut.At < bottom && cut.From <= x && cut.To >= rows[row].Box.Right) return false;
        return true;
    }
}
