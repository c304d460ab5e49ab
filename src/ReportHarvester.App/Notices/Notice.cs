using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Notices;

/// <summary>What an agency is told of its report on a year.</summary>
/// <param name="Publication">What became of the report itself, where that is not as it should be.</param>
/// <param name="Rectify">What is the publisher's fault beyond doubt.</param>
/// <param name="Explain">What does not hold and may have an honest reason, or of which it is not certain whose fault it is.</param>
sealed record Notice(string Agency, string? Code, string? Region, int Year, Obligation? Publication, IReadOnlyList<Problem> Rectify, IReadOnlyList<Problem> Explain)
{
    /// <summary>The agency's id in its store.</summary>
    public long AgencyId { get; init; }

    /// <summary>What the agency is called now, where that is not what it was called at the end of the year.</summary>
    public string? NowCalled { get; init; }

    /// <summary>The report has to be put where it belongs; what is late can only be explained.</summary>
    public bool MustPublish => Publication?.State is PublicationState.Missing or PublicationState.Vanished;

    /// <summary>
    /// The notices on a year, by region and code; agencies of which there is nothing to tell get none. What a person dismissed or explained is left
    /// out, and so is what may be nothing but our reading, or wrong with another agency's report.
    /// </summary>
    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static IReadOnlyList<Notice> Of(ReportStore store, ComplianceQuestion question, DateTimeOffset now) => Of(store, question, now, out _);

    /// <param name="held">What is told to nobody.</param>
    public static IReadOnlyList<Notice> Of(ReportStore store, ComplianceQuestion question, DateTimeOffset now, out IReadOnlyList<HeldBack> held)
    {
        var strangers = Problems.Strangers(store);
        var all = Problems.Located(store, new ProblemQuestion { Agency = question.Agency, Year = question.Year, Region = question.Region }).Where(p => p.ReportId is not null).ToLookup(p => strangers.ContainsKey(p.ReportId!.Value));
        var problems = all[false].ToLookup(p => p.AgencyCode ?? p.Agency);
        var obligations = Compliance.Of(store, question, now);
        var owed = obligations.Where(Tells).ToDictionary(o => o.Code);
        held = [.. all[true].Where(Tells).DistinctBy(p => p.ReportId).Select(p => new HeldBack(p.AgencyId, p.Agency, strangers[p.ReportId!.Value])),
            .. obligations.Where(o => o.State == PublicationState.Unreadable && !Tells(o)).Select(o => new HeldBack(o.AgencyId, o.Agency, null))];
        return [.. problems.Select(p => p.Key).Union(owed.Keys).Select(key => Of(question.Year, owed.GetValueOrDefault(key), [.. problems[key]]))
            .Where(n => n.Publication is not null || n.Rectify.Count + n.Explain.Count > 0).OrderBy(n => n.Region, StringComparer.Ordinal).ThenBy(n => n.Code ?? n.Agency, StringComparer.Ordinal)];
    }

    /// <summary>Whether a notice tells of the problem.</summary>
    public static bool Tells(Problem problem) => problem.Fault == Fault.Publisher || problem.Fault == Fault.Unknown && Rules.Codes.Contains(problem.Code);

    /// <summary>Whether a notice tells of what became of the report. That it cannot be read only where what was published cannot be searched and copied, and nothing of it that only this machine could not open might be.</summary>
    public static bool Tells(Obligation owed) => owed.State is PublicationState.Missing or PublicationState.Vanished or PublicationState.Late
        || owed.State == PublicationState.Unreadable && owed.Unreadable?.Split(',') is { } codes && codes.Contains(Rules.Readable) && !codes.Intersect(ReportReader.EndsOfTheMachine).Any();

    static Notice Of(int year, Obligation? owed, IReadOnlyList<Problem> problems) => new(
        owed?.Agency ?? problems[0].Agency, owed?.Code ?? problems[0].AgencyCode, owed?.Region ?? problems[0].Region, year, owed,
        [.. problems.Where(p => Tells(p) && p.Fault == Fault.Publisher)], [.. problems.Where(p => Tells(p) && p.Fault == Fault.Unknown)])
    {
        AgencyId = owed?.AgencyId ?? problems[0].AgencyId,
        NowCalled = problems.Select(p => p.AgencyNow).Append(owed?.AgencyNow).FirstOrDefault(now => !string.IsNullOrEmpty(now) && now != (owed?.Agency ?? problems[0].Agency)),
    };
}

/// <summary>A report of which an agency is told nothing: it prints another name, which nobody is known to bear, or, without one, only this machine or program cannot read it.</summary>
sealed record HeldBack(long AgencyId, string Agency, string? Printed);
