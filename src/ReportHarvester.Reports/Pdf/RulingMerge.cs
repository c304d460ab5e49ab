namespace ReportHarvester.Reports.Pdf;

/// <summary>Makes one ruling of the many pieces that a line is drawn in.</summary>
static class RulingMerge
{
    // Lines as near as this are one line; pieces with no wider a gap run on; what is shorter is no ruling.
    const double Near = 2, Gap = 3, Shortest = 4;

    public static IReadOnlyList<Ruling> Merge(IReadOnlyList<Ruling> rulings) =>
        [.. Merge(rulings, horizontal: true), .. Merge(rulings, horizontal: false)];

    static IEnumerable<Ruling> Merge(IReadOnlyList<Ruling> rulings, bool horizontal)
    {
        var sorted = rulings.Where(r => r.Horizontal == horizontal).OrderBy(r => r.At).ToList();
        for (var i = 0; i < sorted.Count;)
        {
            var j = i + 1;
            while (j < sorted.Count && sorted[j].At - sorted[i].At <= Near) j++;
            foreach (var ruling in Run(sorted[i..j], horizontal)) yield return ruling;
            i = j;
        }
    }

    static IEnumerable<Ruling> Run(List<Ruling> near, bool horizontal)
    {
        var at = near.Sum(r => r.At * (r.Length + 1)) / near.Sum(r => r.Length + 1);
        double? from = null, to = null;
        foreach (var piece in near.OrderBy(r => r.From))
        {
            if (from is not null && piece.From <= to + Gap)
            {
                to = Math.Max(to!.Value, piece.To);
                continue;
            }
            if (to - from >= Shortest) yield return new Ruling(horizontal, at, from!.Value, to!.Value);
            (from, to) = (piece.From, piece.To);
        }
        if (to - from >= Shortest) yield return new Ruling(horizontal, at, from!.Value, to!.Value);
    }
}
