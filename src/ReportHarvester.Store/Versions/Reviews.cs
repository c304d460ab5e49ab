using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure that a person put right; null withdraws an earlier correction.</summary>
/// <param name="Agency">Code or name.</param>
/// <param name="Source">Where the right number is from.</param>
public sealed record Correction(string Agency, int Year, FigureKey Figure, decimal? Value, string Source, string Reviewer, string Reason);

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

    /// <exception cref="KeyNotFoundException">There is no report of that agency on that year.</exception>
    public static void Correct(SqliteTransaction transaction, Correction correction, DateTimeOffset at)
    {
        var connection = transaction.Connection!;
        var agency = AgencyNames.Find(connection, correction.Agency, correction.Year, transaction) ?? throw new KeyNotFoundException(correction.Agency);
        var entered = connection.Execute("""
            INSERT INTO correction (agency, report, indicator, applicant, value, printed, source, reviewer, at, reason)
            SELECT p.agency, p.id, @Indicator, @Applicant, @value,
              (SELECT raw FROM figure WHERE reading = r.id AND indicator = @Indicator AND applicant IS @Applicant), @Source, @Reviewer, @at, @Reason
            FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
            WHERE p.agency = @agency AND p.year = @Year ORDER BY p.scope DESC LIMIT 1
            """, new
        {
            agency, correction.Year, correction.Figure.Indicator, correction.Figure.Applicant, value = correction.Value is { } value ? Printed.Digits(value) : null,
            correction.Source, correction.Reviewer, at, correction.Reason,
        }, transaction);
        if (entered == 0) throw new KeyNotFoundException($"{correction.Agency} {correction.Year}");
    }
}
