namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>The cheapest way to deal rows out to labels in order: each label has a row, several that may be the lines of one, or none (dynamic programming).</summary>
sealed class Dealing
{
    // Costs, in sizes of the font: values without a label, numbers wrapped, for each line more.
    const double NoLabel = 4, Wrapped = 0.4;

    // Digits of a count, where a column has room for one.
    const int MostLines = 4;

    public const double Never = 1e9;

    readonly double[,] pairs;
    readonly Func<int, double> skip;
    readonly Func<int, bool> mayGoOn;
    readonly int labels, rows;

    /// <param name="pairs">What a label with a row costs.</param>
    /// <param name="skip">What a label without a row costs.</param>
    /// <param name="mayGoOn">Whether a row and the next may be the lines of one.</param>
    public Dealing(double[,] pairs, Func<int, double> skip, Func<int, bool> mayGoOn)
    {
        (this.pairs, this.skip, this.mayGoOn) = (pairs, skip, mayGoOn);
        (labels, rows) = (pairs.GetLength(0), pairs.GetLength(1));
        Costs = new double[labels + 1, rows + 1];
        for (var i = 0; i <= labels; i++)
            for (var v = 0; v <= rows; v++)
                if (i + v > 0) Costs[i, v] = Step(i, v).Cost;
    }

    /// <summary>What the labels and rows before these cost together.</summary>
    public double[,] Costs { get; }

    /// <summary>For each row the number of its label or -1.</summary>
    public int[] Trace()
    {
        var found = Enumerable.Repeat(-1, rows).ToArray();
        for (int i = labels, v = rows; i + v > 0;)
        {
            var (_, l, r) = Step(i, v);
            if (l == 1)
                for (var k = 1; k <= r; k++) found[v - k] = i - 1;
            i -= l;
            v -= r;
        }
        return found;
    }

    (double Cost, int Labels, int Rows) Step(int i, int v)
    {
        var step = (Cost: Never * 2, Labels: 0, Rows: 0);
        void Offer(double cost, int l, int r)
        {
            if (cost < step.Cost) step = (cost, l, r);
        }
        for (var (r, cost) = (1, Never); i > 0 && r <= Math.Min(v, MostLines) && (r == 1 || mayGoOn(v - r)); r++)
        {
            if (pairs[i - 1, v - r] is Never) break;
            cost = Math.Min(cost, pairs[i - 1, v - r]);
            Offer(Costs[i - 1, v - r] + cost + Wrapped * (r - 1), 1, r);
        }
        if (i > 0) Offer(Costs[i - 1, v] + skip(i - 1), 1, 0);
        if (v > 0) Offer(Costs[i, v - 1] + NoLabel, 0, 1);
        return step;
    }
}
