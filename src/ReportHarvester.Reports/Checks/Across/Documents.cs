using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Table 2 from year to year: documents in force, items of power, fees.</summary>
static class Documents
{
    const string Collected = "fees.collected";
    const decimal MostFold = 50, YuanInUnit = 10_000;
    static readonly (string Id, string Words)[] Kinds = [("rules", "规章"), ("normative_documents", "行政规范性文件")];
    static readonly (string Id, string Words)[] Powers = [("licences", "行政许可"), ("other_services", "其他对外管理服务事项"), ("penalties", "行政处罚"), ("coercive_measures", "行政强制"), ("fees", "行政事业性收费")];

    public static IEnumerable<Broken> InForce(YearPair pair) =>
        from kind in Kinds
        let before = pair.Before[$"{kind.Id}.in_force"]
        let issued = pair.Now[$"{kind.Id}.issued"]
        let repealed = pair.Now[$"{kind.Id}.repealed"]
        let now = pair.Now[$"{kind.Id}.in_force"]
        let expected = before + issued - repealed
        where expected is not null && now is not null && expected != now && pair.Inherited($"{kind.Id}.in_force") + issued - repealed != now
        select new Broken(kind.Id, EvidenceWords.Write("of", kind.Words, EvidenceWords.Write("in force", before!, pair.Before.Year, issued!, repealed!, expected, now, pair.Now.Year)),
            pair.Then($"{kind.Id}.in_force"), pair.Here($"{kind.Id}.issued"), pair.Here($"{kind.Id}.repealed"), pair.Here($"{kind.Id}.in_force"));

    public static IEnumerable<Broken> Items(YearPair pair) =>
        from power in Powers
        let last = pair.Before[$"{power.Id}.items_last_year"]
        let change = pair.Before[$"{power.Id}.items_change"]
        let now = pair.Now[$"{power.Id}.items_last_year"]
        let expected = last + change
        where expected is not null && now is not null && expected != now
        select new Broken(power.Id, EvidenceWords.Write("of", power.Words, EvidenceWords.Write("items", pair.Before.Year, last!, change!, expected, pair.Now.Year, now)),
            pair.Then($"{power.Id}.items_last_year"), pair.Then($"{power.Id}.items_change"), pair.Here($"{power.Id}.items_last_year"));

    public static IEnumerable<Broken> Fees(YearPair pair)
    {
        var (before, now) = (InTenThousand(pair.Before), InTenThousand(pair.Now));
        // Of nothing there is no share; 2019 counted items of fees, not money.
        if (before <= 0 || now <= 0) yield break;
        if (now <= MostFold * before && before <= MostFold * now) yield break;
        yield return new Broken("fees", EvidenceWords.Write("of", "行政事业性收费", EvidenceWords.Write("fees", pair.Before.Year, before, pair.Now.Year, now, Math.Max(now / before, before / now))),
            pair.Then(Collected), pair.Here(Collected));
    }

    // 251000元 is 25.1万元. Of another unit nothing is known.
    static decimal InTenThousand(YearReport report) => !report.Figures.TryGetValue(new(Collected), out var fees) ? 0
        : (fees.Unit ?? Codebook.Find(Collected, fees.Edition)?.Unit) switch
        {
            { } unit when Numbers.IsSameUnit(unit, "万元") => fees.Value,
            { } unit when Numbers.IsSameUnit(unit, "元") => fees.Value / YuanInUnit,
            _ => 0,
        };
}
