namespace ReportHarvester.Reports.Checks.Across;

/// <summary>Reconsideration and litigation from year to year.</summary>
static class Cases
{
    static readonly (string Subject, string Words, string[] Groups)[] Groups =
    [
        ("reconsideration", "行政复议", ["reconsideration"]),
        // A case of the one group may go on in the other.
        ("litigation", "行政诉讼（两组合计）", ["litigation.direct", "litigation.after_reconsideration"]),
    ];

    public static IEnumerable<Broken> Pending(YearPair pair) =>
        from cases in Groups
        let pending = Sum(pair.Before, cases.Groups, "pending")
        let total = Sum(pair.Now, cases.Groups, "total")
        // A total that is less than its parts is misprinted: the cases are there.
        where total < pending && !(Parts.Results.Aggregate((decimal?)0, (sum, result) => sum + Sum(pair.Now, cases.Groups, result)) >= pending)
        select new Broken(cases.Subject, EvidenceWords.Write("of", cases.Words, EvidenceWords.Write("pending", pair.Now.Year, total!, pair.Before.Year, pending!)),
            [.. cases.Groups.Select(g => pair.Then($"{g}.pending")), .. cases.Groups.Select(g => pair.Here($"{g}.total"))]);

    public static IEnumerable<Broken> AgainstRequests(YearPair pair)
    {
        if (pair.Now["reconsideration.total"] is not { } review || pair.Now["litigation.direct.total"] is not { } direct) yield break;
        if (pair.Now[Parts.Closed, Parts.Total] is not { } closed || pair.Before[Parts.Closed, Parts.Total] is not { } closedBefore || review + direct <= closed + closedBefore) yield break;
        yield return new Broken("total", EvidenceWords.Write("cases", review, direct, review + direct, closedBefore, closed, closedBefore + closed),
            pair.Here("reconsideration.total"), pair.Here("litigation.direct.total"), pair.Here(Parts.Closed, Parts.Total), pair.Then(Parts.Closed, Parts.Total));
    }

    static decimal? Sum(YearReport report, string[] groups, string result) =>
        groups.Aggregate((decimal?)0, (sum, group) => sum + report[$"{group}.{result}"]);
}
