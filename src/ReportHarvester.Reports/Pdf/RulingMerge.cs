namespace ReportHarvester.Reports.Pdf;

/// <summary>Makes one ruling of the many pieces that a line is drawn in.</summary>
static class RulingMerge
{
    // Lines as near as this are one line; pieces with no wider a gap run on; what is shorter is no ruling.
    const double Near = 2, Gap = 3, Shortest = 4;

    public static IReadOnlyList<Ruling> Merge(IReadOnlyList<Ruling> rulings)
    {
        var merged = new List<Ruling>();
        Merge(rulings, horizontal: true, merged);
        Merge(rulings, horizontal: false, merged);
        return merged;
    }

    static void Merge(IReadOnlyList<Ruling> rulings, bool horizontal, List<Ruling> merged)
    {
        var sorted = rulings.Where(r => r.Horizontal == horizontal).OrderBy(r => r.At).ToArray();
        for (var i = 0; i < sorted.Length;)
        {
            var j = i + 1;
            while (j < sorted.Length && sorted[j].At - sorted[i].At <= Near) j++;
            AddRuns(sorted[i..j], horizontal, merged);
            i = j;
        }
    }

    static void AddRuns(Ruling[] near, bool horizontal, List<Ruling> merged)
    {
        double weighted = 0, weight = 0;
        foreach (var r in near) (weighted, weight) = (weighted + r.At * (r.Length + 1), weight + (r.Length + 1));
        double from = double.NaN, to = double.NaN;
        var shade = true;
        foreach (var piece in near.Length == 1 ? near : [.. near.OrderBy(r => r.From)])
        {
            if (piece.From <= to + Gap)
            {
                (to, shade) = (Math.Max(to, piece.To), shade && piece.IsShade);
                continue;
            }
            Add();
            (from, to, shade) = (piece.From, piece.To, piece.IsShade);
        }
        Add();
        void Add()
        {
            if (to - from >= Shortest) merged.Add(new Ruling(horizontal, weighted / weight, from, to) { IsShade = shade });
        }
    }
}
