using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Checks.Across;

/// <summary>A rule between reports, from AcrossChecks.json; the functions are in <see cref="AcrossYears"/> and <see cref="AcrossAgencies"/>.</summary>
sealed record AcrossCheck(string Code, Severity Severity, bool Blames, string Rule)
{
    public static IReadOnlyList<AcrossCheck> All { get; } = Resource.Read<IReadOnlyList<AcrossCheck>>("AcrossChecks.json");

    /// <summary>What it says of one thing that does not hold.</summary>
    /// <param name="between">What happened meanwhile, in words.</param>
    public AcrossFinding Of(Broken broken, IReadOnlyList<string>? between = null) =>
        new(Code, broken.Subject, broken.Severity ?? Severity, Blames && broken.Severity is null, $"{(between is { Count: > 0 } ? EvidenceWords.Write("meanwhile", broken.Evidence, between) : broken.Evidence)}。{Rule}", broken.Figures) { Said = broken.Said, Tried = broken.Tried };
}

/// <summary>All checks of a report against the one before it, in one list: the words in AcrossChecks.json, the functions here, joined by their codes.</summary>
public static class AcrossYears
{
    static readonly Dictionary<string, Func<YearPair, IEnumerable<Broken>>> Tests = new()
    {
        ["T3-CARRY-YOY"] = CarriedOver.Compare,
        ["T4-PENDING-YOY"] = Cases.Pending,
        ["T4-VS-T3"] = Cases.AgainstRequests,
        ["T2-STOCK"] = Documents.InForce,
        ["T2O-ITEMS-YOY"] = Documents.Items,
        ["T2-FEE-UNIT"] = Documents.Fees,
        ["P-CUM"] = SinceFirstYear.Compare,
        ["C-COLUMN"] = Together.Columns,
        ["N-RATE"] = Growth.Compare,
        ["C-SEC5"] = Repeated.Problems,
    };

    /// <summary>The codes that these checks may raise.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Tests.Keys];

    /// <summary>What does not hold between a report and that of the year before.</summary>
    public static IReadOnlyList<AcrossFinding> Compare(YearReport before, YearReport now, Between between)
    {
        ArgumentNullException.ThrowIfNull(between);
        var pair = new YearPair(before, now, between);
        return [.. from check in AcrossCheck.All.Where(c => Tests.ContainsKey(c.Code))
                   from broken in Tests[check.Code](pair)
                   select check.Of(broken, between.Events)];
    }
}

/// <summary>Two reports of one agency, a year apart, and what lies between.</summary>
sealed record YearPair(YearReport Before, YearReport Now, Between Between)
{
    /// <summary>The figure of the year before, with those of the agencies that went over into this one; null where it is not printed.</summary>
    public decimal? Inherited(string indicator, string? applicant = null) =>
        Before[indicator, applicant] is { } own && Between.Predecessors.All(p => p[indicator, applicant] is not null) ? own + Between.Predecessors.Sum(p => p[indicator, applicant]!.Value) : null;

    public (int, FigureKey) Then(string indicator, string? applicant = null) => (Before.Year, new(indicator, applicant));

    public (int, FigureKey) Here(string indicator, string? applicant = null) => (Now.Year, new(indicator, applicant));
}

/// <summary>One thing that does not hold, with the sum as a person would write it.</summary>
sealed record Broken(string Subject, string Evidence, params IReadOnlyList<(int Year, FigureKey Key)> Figures)
{
    /// <summary>Where it weighs less than its rule, since something may excuse it: then it is nobody's fault.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What shows it beside the figures: words, and numbers that are no figures.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Figures that were tried as well, and might have made it hold.</summary>
    public IReadOnlyList<(int Year, FigureKey Key)> Tried { get; init; } = [];
}
