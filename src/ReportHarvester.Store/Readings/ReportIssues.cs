using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>What is wrong with reports beyond one reading. A fact that is found again stays the row it was; one that is no more is settled.</summary>
sealed class ReportIssues(SqliteTransaction transaction)
{
    readonly SqliteConnection connection = transaction.Connection!;

    /// <summary>Says where a reading was filed, and why that is in doubt.</summary>
    public void Say(long agency, long? report, long reading, FilingObjection objection, DateTimeOffset at) => Insert(
        agency, report, reading, new ReportIssue(objection.Code, "filing", objection.Severity, Fault.Unknown, objection.Message, "{}", []), at);

    public void Insert(long agency, long? report, long? reading, ReportIssue issue, DateTimeOffset at)
    {
        var id = connection.ExecuteScalar<long>("""
            INSERT INTO report_issue (agency, report, reading, code, subject, severity, fault, message, evidence, found)
            VALUES (@agency, @report, @reading, @Code, @Subject, @severity, @fault, @Message, @Evidence, @at) RETURNING id
            """, new
        {
            agency, report, reading, issue.Code, issue.Subject, severity = Word.Of(issue.Severity), fault = Word.Of(issue.Fault), issue.Message,
            issue.Evidence, at,
        }, transaction);
        connection.Execute("INSERT INTO report_issue_figure (issue, position, indicator, applicant) VALUES (@id, @position, @Indicator, @Applicant)",
            issue.Figures.Select((figure, position) => new { id, position, figure.Indicator, figure.Applicant }), transaction);
    }
}

/// <summary>A fact about a report; what it is about is named by its subject, and what shows it is its evidence.</summary>
sealed record ReportIssue(string Code, string Subject, Severity Severity, Fault Fault, string Message, string Evidence, IReadOnlyList<FigureKey> Figures);
