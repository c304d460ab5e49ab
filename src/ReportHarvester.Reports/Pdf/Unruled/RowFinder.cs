using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A row of an unruled table: from where to where it reaches, y downward.</summary>
readonly record struct RowBand(double Top, double Bottom);

/// <summary>
/// Deals the lines of labels out to the rows of values. A label of several lines has its row's values at its middle, its first or its last line,
/// all over one table alike; so the lines are cut where, over all rows together, the labels lie best beside their values (dynamic programming).
/// </summary>
sealed partial class RowFinder
{
    // Costs, in sizes of the font: a label without values, values without a label, a label's further line that is numbered as a new one is,
    // a label that is not among labels that are, a line below the last row.
    const double NoValues = 0.3, NoLabel = 1, NumberedInside = 0.5, Unnumbered = 1.2, LeftOver = 1.5;

    // How much a wide gap within a label counts, so that of two ways as good the one with the narrower gaps is taken.
    const double Spacing = 0.02;

    // Where so many of the labels are numbered, all are.
    const double NumberedShare = 0.75;

    const int MostLines = 10;

    readonly IReadOnlyList<TextRun> labels;
    readonly IReadOnlyList<TextLine> values;
    readonly IReadOnlyList<double> cuts;
    readonly double end;
    readonly double size;
    readonly bool[] numbered;
    readonly bool allNumbered;
    readonly double[,] best;
    readonly (int Lines, bool HasValues)[,] choice;

    /// <param name="labels">Lines of labels, from the top; the first may be heads, the last may belong to what follows.</param>
    /// <param name="values">Lines of values, from the top.</param>
    /// <param name="cuts">Rulings across the table: no row crosses one.</param>
    /// <param name="end">Where the next heads begin: lines below them belong to no row.</param>
    RowFinder(IReadOnlyList<TextRun> labels, IReadOnlyList<TextLine> values, IReadOnlyList<double> cuts, double end)
    {
        (this.labels, this.values, this.cuts, this.end) = (labels, values, cuts, end);
        size = values.Max(v => v.Size);
        numbered = [.. labels.Select(l => Numbered().IsMatch(l.Text))];
        allNumbered = numbered.Count(n => n) >= NumberedShare * values.Count;
        best = new double[labels.Count + 1, values.Count + 1];
        choice = new (int, bool)[labels.Count + 1, values.Count + 1];
    }

    public static IReadOnlyList<RowBand> Of(IReadOnlyList<TextRun> labels, IReadOnlyList<TextLine> values, IReadOnlyList<double> cuts, double end)
    {
        var finder = new RowFinder(labels, values, cuts, end);
        var anchors = new Func<TextRun, TextRun, double>[] { (first, last) => (first.Y + last.Y) / 2, (first, _) => first.Y, (_, last) => last.Y };
        var ways = anchors.Select(finder.Solve).ToList();
        return finder.Bands(ways.MinBy(w => w.Cost).Rows);
    }

    /// <summary>Rows as the lines of labels that each has, and the number of its line of values, -1 for none.</summary>
    (double Cost, List<(int From, int To, int Value)> Rows) Solve(Func<TextRun, TextRun, double> anchor)
    {
        for (var i = 0; i <= labels.Count; i++) best[i, 0] = 0;
        for (var v = 1; v <= values.Count; v++)
            for (var i = 0; i <= labels.Count; i++) Step(i, v, anchor);
        var last = Enumerable.Range(0, labels.Count + 1).MinBy(i => best[i, values.Count] + Tail(i));
        return (best[last, values.Count] + Tail(last), Trace(last));
    }

    // Lines below the last row must be explained, down to the next heads; of ways as good the one that leaves fewer.
    double Tail(int i) => labels.Skip(i).Sum(l => l.Y < end ? LeftOver : 1e-6);

    void Step(int i, int v, Func<TextRun, TextRun, double> anchor)
    {
        best[i, v] = best[i, v - 1] + NoLabel;
        choice[i, v] = (0, true);
        for (var n = 1; n <= Math.Min(i, MostLines); n++)
        {
            if (!InOneBand(labels[i - n], labels[i - 1])) break;
            var inner = Inner(i - n, i);
            if (InOneBand(labels[i - n], Value(v - 1)))
                Offer(i, v, (n, true), best[i - n, v - 1] + inner + Math.Abs(anchor(labels[i - n], labels[i - 1]) - Value(v - 1).Y) / size);
            Offer(i, v, (n, false), best[i - n, v] + inner + NoValues);
        }
    }

    TextRun Value(int v) => values[v].Runs.First(r => r.IsValue);

    void Offer(int i, int v, (int, bool) way, double cost)
    {
        if (cost >= best[i, v]) return;
        best[i, v] = cost;
        choice[i, v] = way;
    }

    double Inner(int from, int to)
    {
        var cost = allNumbered && !numbered[from] && from > 0 ? Unnumbered : 0;
        for (var i = from + 1; i < to; i++)
            cost += Spacing * (labels[i].Y - labels[i - 1].Y) / size + (numbered[i] ? NumberedInside : 0);
        return cost;
    }

    bool InOneBand(TextRun a, TextRun b) => !cuts.Any(c => c > Math.Min(a.Y, b.Y) && c < Math.Max(a.Y, b.Y));

    List<(int From, int To, int Value)> Trace(int i)
    {
        var rows = new List<(int, int, int)>();
        for (var v = values.Count; v > 0;)
        {
            var (lines, hasValues) = choice[i, v];
            rows.Add((i - lines, i, hasValues ? v - 1 : -1));
            i -= lines;
            if (hasValues) v--;
        }
        rows.Reverse();
        return rows;
    }

    // Rows meet in the middle between what they hold, or at a ruling.
    List<RowBand> Bands(List<(int From, int To, int Value)> rows)
    {
        var extents = rows.ConvertAll(Extent);
        var first = rows[0].From > 0 ? Math.Max(labels[rows[0].From - 1].Box.Bottom, extents[0].Top - size) : extents[0].Top - size;
        var last = rows[^1].To < labels.Count ? Math.Min(labels[rows[^1].To].Box.Top, extents[^1].Bottom + size) : extents[^1].Bottom + size;
        var edges = new List<double> { Edge(first, extents[0].Top) };
        for (var i = 1; i < extents.Count; i++) edges.Add(Edge(extents[i - 1].Bottom, extents[i].Top));
        edges.Add(Edge(extents[^1].Bottom, last));
        return [.. edges.Zip(edges.Skip(1), (top, bottom) => new RowBand(top, bottom))];
    }

    RowBand Extent((int From, int To, int Value) row)
    {
        var boxes = labels.Skip(row.From).Take(row.To - row.From).Select(l => l.Box).ToList();
        if (row.Value >= 0) boxes.Add(Value(row.Value).Box);
        return new(boxes.Min(b => b.Top), boxes.Max(b => b.Bottom));
    }

    double Edge(double above, double below)
    {
        foreach (var cut in cuts)
            if (cut >= Math.Min(above, below) - 1 && cut <= Math.Max(above, below) + 1) return cut;
        return (above + below) / 2;
    }

    // （三） 三、 3. begin a label.
    [GeneratedRegex(@"^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])")]
    private static partial Regex Numbered();
}
