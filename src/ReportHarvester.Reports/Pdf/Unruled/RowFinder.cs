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
    // a label that is not among labels that are, a line below the last row, numbers wrapped.
    const double Wrapped = 0.4, NoValues = 0.3, NoLabel = 1, NumberedInside = 0.5, Unnumbered = 1.2, LeftOver = 1.5;

    // How much a wide gap within a label counts, so that of two ways as good the one with the narrower gaps is taken.
    const double Spacing = 0.02;

    // Where so many of the labels are numbered, all are.
    const double NumberedShare = 0.75;

    const int MostLines = 10;

    readonly IReadOnlyList<TextRun> labels;
    readonly IReadOnlyList<ValueRow> values;
    readonly IReadOnlyList<double> cuts;
    readonly double end;
    readonly double size;
    readonly bool[] numbered;
    readonly bool allNumbered;
    readonly double[,] best;
    readonly (int Lines, int Values)[,] choice;

    /// <param name="labels">Lines of labels, from the top; the first may be heads, the last may belong to what follows.</param>
    /// <param name="values">Lines of values, from the top; two may be one row whose numbers were wrapped.</param>
    /// <param name="cuts">Rulings across the table: no row crosses one.</param>
    /// <param name="end">Where the next heads begin: lines below them belong to no row.</param>
    RowFinder(IReadOnlyList<TextRun> labels, IReadOnlyList<ValueRow> values, IReadOnlyList<double> cuts, double end)
    {
        (this.labels, this.values, this.cuts, this.end) = (labels, values, cuts, end);
        size = values.Max(v => v.Size);
        numbered = [.. labels.Select(l => Numbered().IsMatch(l.Text))];
        allNumbered = numbered.Count(n => n) >= NumberedShare * values.Count;
        best = new double[labels.Count + 1, values.Count + 1];
        choice = new (int, int)[labels.Count + 1, values.Count + 1];
    }

    public static IReadOnlyList<RowBand> Of(IReadOnlyList<TextRun> labels, IReadOnlyList<ValueRow> values, IReadOnlyList<double> cuts, double end)
    {
        var finder = new RowFinder(labels, values, cuts, end);
        var anchors = new Func<TextRun, TextRun, double>[] { (first, last) => (first.Y + last.Y) / 2, (first, _) => first.Y, (_, last) => last.Y };
        var ways = anchors.Select(finder.Solve).ToList();
        return finder.Bands(ways.MinBy(w => w.Cost).Rows);
    }

    /// <summary>Rows as the lines of labels and of values that each has.</summary>
    (double Cost, List<Row> Rows) Solve(Func<TextRun, TextRun, double> anchor)
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
        choice[i, v] = (0, 1);
        for (var n = 1; n <= Math.Min(i, MostLines); n++)
        {
            TextRun first = labels[i - n], last = labels[i - 1];
            if (!InOneBand(first.Y, last.Y)) break;
            var inner = Inner(i - n, i);
            if (InOneBand(first.Y, values[v - 1].Y))
                Offer(i, v, (n, 1), best[i - n, v - 1] + inner + Math.Abs(anchor(first, last) - values[v - 1].Y) / size);
            if (v > 1 && values[v - 2].MayGoOn(values[v - 1]) && InOneBand(first.Y, values[v - 2].Y) && InOneBand(values[v - 2].Y, values[v - 1].Y))
                Offer(i, v, (n, 2), best[i - n, v - 2] + inner + Wrapped + Off(first, last, values[v - 2], values[v - 1], anchor) / size);
            Offer(i, v, (n, 0), best[i - n, v] + inner + NoValues);
        }
    }

    static double Off(TextRun first, TextRun last, ValueRow above, ValueRow below, Func<TextRun, TextRun, double> anchor) =>
        new[] { above.Y, (above.Y + below.Y) / 2, below.Y }.Min(y => Math.Abs(anchor(first, last) - y));

    void Offer(int i, int v, (int, int) way, double cost)
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

    bool InOneBand(double a, double b) => !cuts.Any(c => c > Math.Min(a, b) && c < Math.Max(a, b));

    List<Row> Trace(int i)
    {
        var rows = new List<Row>();
        for (var v = values.Count; v > 0;)
        {
            var (lines, own) = choice[i, v];
            rows.Add(new(i - lines, i, v - own, v));
            i -= lines;
            v -= own;
        }
        rows.Reverse();
        return rows;
    }

    // Rows meet at a ruling, or in the middle between what they hold.
    List<RowBand> Bands(List<Row> rows)
    {
        var extents = rows.ConvertAll(Extent);
        var first = rows[0].From > 0 ? Math.Max(labels[rows[0].From - 1].Box.Bottom, extents[0].Top - size) : extents[0].Top - size;
        var last = rows[^1].To < labels.Count ? Math.Min(labels[rows[^1].To].Box.Top, extents[^1].Bottom + size) : extents[^1].Bottom + size;
        var edges = new List<double> { Edge(first, extents[0].Top) };
        for (var i = 1; i < extents.Count; i++) edges.Add(Edge(extents[i - 1].Bottom, extents[i].Top));
        edges.Add(Edge(extents[^1].Bottom, last));
        return [.. edges.Zip(edges.Skip(1), (top, bottom) => new RowBand(top, bottom))];
    }

    RowBand Extent(Row row)
    {
        var boxes = labels.Take(row.To).Skip(row.From).Select(l => l.Box).Concat(values.Take(row.LastValue).Skip(row.FirstValue).Select(v => v.Box)).ToList();
        return new(boxes.Min(b => b.Top), boxes.Max(b => b.Bottom));
    }

    // Text may reach over a ruling by part of its height.
    double Edge(double above, double below)
    {
        foreach (var cut in cuts)
            if (cut >= Math.Min(above, below) - size / 2 && cut <= Math.Max(above, below) + size / 2) return cut;
        return (above + below) / 2;
    }

    /// <summary>Lines of labels and lines of values of one row, up to and without the last number.</summary>
    readonly record struct Row(int From, int To, int FirstValue, int LastValue);

    // （三） 三、 3. begin a label.
    [GeneratedRegex(@"^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])")]
    private static partial Regex Numbered();
}
