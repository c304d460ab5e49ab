using ReportHarvester.Reports.Statements;

namespace ReportHarvester.Reports.Checks.Across;

/// <summary>What one year carries out, the next carries in.</summary>
static class CarriedOver
{
    // The form of before 2019 carried nothing over.
    const int First = 2019;

    public static IEnumerable<Broken> Compare(YearPair pair)
    {
        if (pair.Before.Year < First) return [];
        if (pair.Before[Parts.CarriedOut, Parts.Total] is not { } before || pair.Now[Parts.CarriedIn, Parts.Total] is not { } now) return [];
        if (before == now) return Columns(pair);
        // A merged organ goes on with the requests of both.
        if (pair.Inherited(Parts.CarriedOut, Parts.Total) == now) return [];
        return [new Broken("total", Written(pair, before, now), pair.Then(Parts.CarriedOut, Parts.Total), pair.Here(Parts.CarriedIn, Parts.Total))
        {
            Severity = pair.Between.Events.Count > 0 || pair.Now.Scope != Scope.Own && !pair.Between.UnitsKnown || pair.Now.Scope != pair.Before.Scope || IsExplained(pair.Now) || IsExplained(pair.Before) ? Severity.Warning : null,
        }];
    }

    // 原壬局3件未办结申请划入我局, 上年结转数统计有误
    static bool IsExplained(YearReport report) =>
        report.Sections.SelectMany(section => section.Text.Split('。', '；', '\n')).Any(sentence => Matching.Has(sentence, CheckWords.Current.CarriedMatters) && Matching.Has(sentence, CheckWords.Current.Excuses));

    // Requesters are sometimes put into another class.
    static IEnumerable<Broken> Columns(YearPair pair)
    {
        var moved = Parts.Applicants.Where(a => pair.Before[Parts.CarriedOut, a] is { } before && pair.Now[Parts.CarriedIn, a] is { } now && before != now).ToList();
        if (moved.Count > 0)
            yield return new Broken("columns", EvidenceWords.Write("each", moved.Select(a => EvidenceWords.Write("of", Label(a), Written(pair, pair.Before[Parts.CarriedOut, a]!.Value, pair.Now[Parts.CarriedIn, a]!.Value)))),
                [.. moved.SelectMany(a => new[] { pair.Then(Parts.CarriedOut, a), pair.Here(Parts.CarriedIn, a) })]) { Severity = Severity.Warning };
    }

    static string Written(YearPair pair, decimal before, decimal now) => EvidenceWords.Write("carried over", pair.Before.Year, before, pair.Now.Year, now);

    static string Label(string applicant) => Codebook.Applicants.First(a => a.Id == applicant).Label;
}
