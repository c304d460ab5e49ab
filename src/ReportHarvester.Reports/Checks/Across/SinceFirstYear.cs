using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Sums since the first year, which some forms of before 2019 print beside the year's figures.</summary>
static class SinceFirstYear
{
    public static IEnumerable<Broken> Compare(YearPair pair) =>
        from then in Sums(pair.Before)
        join now in Sums(pair.Now) on then.Indicator equals now.Indicator
        let year = pair.Now[now.Indicator]
        where year is not null && then.Value + year != now.Value
        // Who begins to count anew counts from this year on.
        where now.Value != year
        select new Broken(now.Indicator, EvidenceWords.Write("of", Codebook.Find(now.Indicator)!.Label, EvidenceWords.Write("since first year", then.Value, pair.Before.Year, year, then.Value + year, now.Value, pair.Now.Year)),
            pair.Here(now.Indicator)) { Said = [$"{then.Value:0.####}", $"{now.Value:0.####}"] };

    // A report that prints two such sums of a thing says nothing.
    static IEnumerable<(string Indicator, decimal Value)> Sums(YearReport report) =>
        report.Statements.Where(s => s.Subject.StartsWith(Cumulative.Prefix, StringComparison.Ordinal)).GroupBy(s => s.Subject).Where(g => g.Count() == 1)
            .Select(g => (g.Key[Cumulative.Prefix.Length..], g.First().Value));
}
