using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure that a person put right; null withdraws an earlier correction.</summary>
/// <param name="Agency">Code or name.</param>
/// <param name="Source">Where the right number is from.</param>
public sealed record Correction(string Agency, int Year, FigureKey Figure, decimal? Value, string Source, string Reviewer, string Reason)
{
    /// <summary>Which report, where the agency has one of its own and one of its region on the year.</summary>
    public Scope? Scope { get; init; }
}

/// <summary>A figure that cannot be put right: the report has none of that name, it cannot be that number, or it is not clear which report is meant.</summary>
public sealed class CorrectionException(string message) : Exception(message);

/// <summary>Writes down what persons decide: nothing of it is ever changed, and a later decision counts before an earlier one.</summary>
static class Reviews
{
    /// <returns>The problem as it stands now.</returns>
    /// <exception cref="KeyNotFoundException">There is no such problem any more.</exception>
    public static Problem Decide(SqliteTransaction transaction, string problem, Decision decision, string reviewer, string reason, DateTimeOffset at)
    {
        var connection = transaction.Connection!;
        var found = Problems.Find(connection, problem) is { ReportId: not null } known ? known : throw new KeyNotFoundException(problem);
        connection.Execute("""
            INSERT INTO review (agency, report, code, subject, evidence, decision, reviewer, at, reason)
            VALUES (@AgencyId, @ReportId, @Code, @Subject, @Grounds, @decision, @reviewer, @at, @reason)
            """, new { found.AgencyId, found.ReportId, found.Code, found.Subject, found.Grounds, decision = Word.Of(decision), reviewer, at, reason }, transaction);
        return Problems.Find(connection, problem)!;
    }

    /// <returns>What the report prints.</returns>
    /// <exception cref="KeyNotFoundException">There is no report of that agency on that year.</exception>
    /// <exception cref="CorrectionException">The report has no such figure, it cannot be that number, or there are two reports.</exception>
    public static string Correct(SqliteTransaction transaction, Correction correction, DateTimeOffset at)
    {
        var connection = transaction.Connection!;
        var agency = AgencyNames.Find(connection, correction.Agency, correction.Year, transaction) ?? throw new KeyNotFoundException(correction.Agency);
        var reports = connection.Query<(long Report, long Reading)>("""
            SELECT p.id, r.id FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
            WHERE p.agency = @agency AND p.year = @Year AND (@scope IS NULL OR p.scope = @scope)
            """, new { agency, correction.Year, scope = correction.Scope is { } scope ? Word.Of(scope) : null }, transaction).ToList();
        if (reports.Count == 0) throw new KeyNotFoundException($"{correction.Agency} {correction.Year}");
        if (reports.Count > 1) throw new CorrectionException("该年度既有本机关的报告，又有汇总的报告，请指明口径。There is a report of the agency's own and one of its region: say which is meant.");
        var figure = new { reports[0].Reading, correction.Figure.Indicator, correction.Figure.Applicant };
        var printed = connection.QueryFirstOrDefault<PrintedFigure>("SELECT raw, edition, unit FROM figure WHERE reading = @Reading AND indicator = @Indicator AND applicant IS @Applicant", figure, transaction)
            ?? throw new CorrectionException($"该报告没有读到 {correction.Figure}，无从更正。No figure of that name was read in the report.");
        if (correction.Value is { } number && !Codebook.Allows(number, correction.Figure.Indicator, printed.Edition, printed.Unit))
            throw new CorrectionException($"{correction.Figure} 不可能是 {Printed.Digits(number)}：件数为非负整数，金额不为负。{correction.Figure} cannot be {Printed.Digits(number)}: counts are whole and not negative, amounts are not negative.");
        connection.Execute("""
            INSERT INTO correction (agency, report, indicator, applicant, value, printed, source, reviewer, at, reason)
            VALUES (@agency, @Report, @Indicator, @Applicant, @value, @printed, @Source, @Reviewer, @at, @Reason)
            """, new
        {
            agency, reports[0].Report, correction.Figure.Indicator, correction.Figure.Applicant, value = correction.Value is { } value ? Printed.Digits(value) : null, printed = printed.Raw,
            correction.Source, correction.Reviewer, at, correction.Reason,
        }, transaction);
        Corrections.Tell(transaction, new ReportIssues(transaction), agency, reports[0].Report, at);
        return printed.Raw;
    }

    sealed record PrintedFigure
    {
        public string Raw { get; init; } = "";
        public string Edition { get; init; } = "";
        public string? Unit { get; init; }
    }
}
