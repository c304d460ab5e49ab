using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A fact about a report; what it is about is named by its subject, and what shows it is its evidence.</summary>
sealed record ReportIssue(string Code, string Subject, Severity Severity, Fault Fault, string Message, string Evidence, IReadOnlyList<FigureKey> Figures);

/// <summary>What is wrong with reports beyond one reading. A fact that is found again stays the row it was; one that is no more is settled.</summary>
sealed class ReportIssues(SqliteTransaction transaction)
{
    readonly SqliteConnection connection = transaction.Connection!;
    readonly List<string> said = [];

    /// <summary>How much was found that was not known before.</summary>
    public int Count => said.Count;

    /// <summary>What was found that was not known before; null if nothing was.</summary>
    public string? Said => said.Count == 0 ? null : string.Join('\n', said);

    /// <summary>Says where a reading was filed: the doubt about an address stays one fact, whoever reads it again.</summary>
    /// <returns>Whether a doubt came or went.</returns>
    public bool File(long agency, long? report, long reading, FilingObjection? objection, DateTimeOffset at)
    {
        var open = connection.Query<OpenIssue>("""
            SELECT i.id, i.code FROM report_issue i JOIN reading r ON r.id = i.reading JOIN reading now ON now.source = r.source AND now.url = r.url
            WHERE now.id = @reading AND i.subject = 'filing' AND i.settled IS NULL
            """, new { reading }, transaction).ToList();
        foreach (var issue in open.Where(issue => issue.Code != objection?.Code)) Settle(issue.Id, at);
        if (objection is null) return open.Count > 0;
        if (open.FirstOrDefault(issue => issue.Code == objection.Code) is { } same)
        {
            connection.Execute("UPDATE report_issue SET agency = @agency, report = @report, reading = @reading, message = @Message WHERE id = @Id",
                new { agency, report, reading, objection.Message, same.Id }, transaction);
            return open.Count > 1;
        }
        Insert(agency, report, reading, new ReportIssue(objection.Code, "filing", objection.Severity, Fault.Unknown, objection.Message, "{}", []), at);
        return true;
    }

    /// <summary>Makes the open facts of these codes about a report those that were found now.</summary>
    public void Sync(long agency, long report, string[] codes, IReadOnlyList<ReportIssue> found, DateTimeOffset at)
    {
        var open = connection.Query<OpenIssue>("""
            SELECT id, code, subject, evidence -> 'figures' AS figures, severity, fault, message FROM report_issue
            WHERE agency = @agency AND report = @report AND settled IS NULL AND code IN @codes
            """, new { agency, report, codes }, transaction).ToDictionary(issue => (issue.Code, issue.Subject));
        foreach (var issue in found)
        {
            if (open.Remove((issue.Code, issue.Subject), out var before))
            {
                if (before.Figures == Figures(issue))
                {
                    Weigh(before, issue);
                    continue;
                }
                Settle(before.Id, at);
            }
            Insert(agency, report, null, issue, at);
        }
        foreach (var gone in open.Values) Settle(gone.Id, at);
    }

    /// <summary>The reports on a year of which a fact of this code is open.</summary>
    public IEnumerable<(long Agency, long Report)> ReportsWith(string code, int year) => connection.Query<(long, long)>("""
        SELECT DISTINCT i.agency, i.report FROM report_issue i JOIN report p ON p.agency = i.agency AND p.id = i.report WHERE i.settled IS NULL AND i.code = @code AND p.year = @year
        """, new { code, year }, transaction);

    // The same fact, which something learnt since makes weigh otherwise.
    void Weigh(OpenIssue before, ReportIssue now)
    {
        var (severity, fault) = (Word.Of(now.Severity), Word.Of(now.Fault));
        if ((before.Severity, before.Fault, before.Message) != (severity, fault, now.Message))
            connection.Execute("UPDATE report_issue SET severity = @severity, fault = @fault, message = @Message WHERE id = @Id", new { severity, fault, now.Message, before.Id }, transaction);
    }

    string? Figures(ReportIssue issue) => connection.ExecuteScalar<string?>("SELECT @Evidence -> 'figures'", new { issue.Evidence }, transaction);

    void Settle(long id, DateTimeOffset at) => connection.Execute("UPDATE report_issue SET settled = @at WHERE id = @id", new { id, at }, transaction);

    void Insert(long agency, long? report, long? reading, ReportIssue issue, DateTimeOffset at)
    {
        said.Add($"{issue.Code}: {issue.Message}");
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

    sealed record OpenIssue
    {
        public long Id { get; init; }
        public string Code { get; init; } = "";
        public string Subject { get; init; } = "";
        public string? Figures { get; init; }
        public string Severity { get; init; } = "";
        public string Fault { get; init; } = "";
        public string Message { get; init; } = "";
    }
}
