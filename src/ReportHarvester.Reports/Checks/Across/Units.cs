namespace ReportHarvester.Reports.Checks.Across;

/// <summary>A report that adds up a region against those of the units under its government.</summary>
static class Units
{
    // A sum of more is not written out.
    const int MostWritten = 12;

    static readonly (string Words, FigureKey[] Keys)[] Counted =
    [
        ("新收申请", [new(Parts.New, Parts.Total)]),
        ("上年结转", [new(Parts.CarriedIn, Parts.Total)]),
        ("办结（七）总计", [new(Parts.Closed, Parts.Total)]),
        ("结转下年度", [new(Parts.CarriedOut, Parts.Total)]),
        ("行政复议", [new("reconsideration.total")]),
        ("行政诉讼（两组合计）", [new("litigation.direct.total"), new("litigation.after_reconsideration.total")]),
    ];

    /// <summary>What no set of units adds up to that may be meant: those that the prose names with their numbers, all, and all without those that may be left out.</summary>
    public static IEnumerable<Broken> Compare(YearReport whole, IReadOnlyList<UnitReport> units)
    {
        var named = Named(whole, units);
        List<(string Which, IReadOnlyList<UnitReport> Units)> sets =
            [("units named", named), ("units all", units), ("units without governments", Without(units, u => u.IsBelow)), ("units without vertical", Without(units, u => u.IsApart)), ("units at this level", Without(units, u => u.IsBelow || u.IsApart)), ("units without own", Without(units, u => u.IsOwn))];
        sets.RemoveAll(s => s.Units.Count < 2);
        // What the government does itself stands in its report, whether or not it has another one.
        var hasOwn = named.Count > 0 || units.Any(u => u.IsOwn);
        foreach (var (words, keys) in Counted)
        {
            if (Sum(whole, keys) is not { } printed) continue;
            var sums = sets.Select(s => new SetSum(s.Which, [.. s.Units.Select(u => (u.Name, u.Report is { } report ? Sum(report, keys) : null))])).ToList();
            if (sums.Count == 0 || sums.Exists(s => s.Total == printed)) continue;
            // A unit without its number may have any: of a set with one nothing is told, nor of the others, unless the prose says which is meant.
            if (sums[0].Total is not { } total || named.Count == 0 && sums.Exists(s => s.Total is null) || !hasOwn && total < printed) continue;
            yield return new Broken(words, EvidenceWords.Write("of", words, EvidenceWords.Write(sums[0].Which, sums[0].Parts.Count, $"{sums[0]}", printed)), [.. keys.Select(k => (whole.Year, k))])
            {
                Severity = named.Count > 0 ? Severity.Warning : null, Said = [.. sums[0].Parts.Select(p => $"{p.Name} {p.Value:0}")],
            };
        }
    }

    static IReadOnlyList<UnitReport> Without(IReadOnlyList<UnitReport> units, Func<UnitReport, bool> which) => [.. units.Where(u => !which(u))];

    /// <summary>What a set of units adds up to; no total where the number of one is not known.</summary>
    sealed record SetSum(string Which, IReadOnlyList<(string Name, decimal? Value)> Parts)
    {
        public decimal? Total { get; } = Parts.Aggregate((decimal?)0, (sum, part) => sum + part.Value);

        public override string ToString()
        {
            var some = Parts.Where(p => p.Value != 0).ToList();
            return $"{string.Join('+', some.Take(MostWritten).Select(p => $"{p.Name}{p.Value:0}"))}{(some.Count > MostWritten ? "+…" : some.Count == 0 ? "0" : "")}={Total:0}";
        }
    }

    // A sentence of which every number but one, the whole, stands behind a unit's name: 收到100件，其中公安局60件、财政局40件.
    static List<UnitReport> Named(YearReport whole, IReadOnlyList<UnitReport> units)
    {
        foreach (var sentence in whole.Sections.Where(s => s.Number is 1 or 3 or 6).SelectMany(s => s.Text.Split('。', '；', '\n')))
        {
            var named = units.Where(u => u.Names.Any(n => IsCounted(sentence, n))).ToList();
            if (named.Count >= 2 && Statements.NumberScan.Of(sentence).Count(n => n is { Value: not null, Unit: "件" }) - named.Count is 0 or 1) return named;
        }
        return [];
    }

    static bool IsCounted(string sentence, string name)
    {
        for (var at = sentence.IndexOf(name, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (at + name.Length < sentence.Length && char.IsAsciiDigit(sentence[at + name.Length])) return true;
        return false;
    }

    static decimal? Sum(YearReport report, FigureKey[] keys) => keys.Aggregate((decimal?)0, (sum, key) => sum + report[key.Indicator, key.Applicant]);
}
