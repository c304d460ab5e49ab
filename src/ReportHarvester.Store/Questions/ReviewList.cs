using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>What persons decided on the reports of some agencies, found by what the issues speak of.</summary>
sealed class ReviewList(SqliteConnection connection, IEnumerable<long> agencies)
{
    readonly ILookup<(long, long, string), Row> all = connection.Query<Row>("SELECT * FROM review WHERE agency IN (SELECT value FROM json_each(@agencies)) ORDER BY id",
        new { agencies = JsonSerializer.Serialize(agencies.Distinct()) }).ToLookup(r => (r.Agency, r.Report, r.Code));

    /// <summary>The last decision on the problem as it is now, else the last on what it was before: not one on another problem of the same subject, which stands as it was decided on.</summary>
    public Review? Of(Problem problem)
    {
        var rows = all[(problem.AgencyId, problem.ReportId ?? 0, problem.Code)].ToList();
        if (rows.FindLast(r => r.Subject == problem.Subject && r.Evidence == problem.Grounds) is { } same) return same.ToReview(superseded: false);
        if (!rows.Exists(r => r.Subject == problem.Subject)) return null;
        var others = Problems.Beside(connection, problem).Select(other => other.Grounds).ToHashSet();
        return rows.FindLast(r => r.Subject == problem.Subject && !others.Contains(r.Evidence))?.ToReview(superseded: true);
    }

    sealed record Row
    {
        public long Agency { get; init; }
        public long Report { get; init; }
        public string Code { get; init; } = "";
        public string Subject { get; init; } = "";
        public string Evidence { get; init; } = "";
        public string Decision { get; init; } = "";
        public string Reviewer { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Reason { get; init; } = "";

        public Review ToReview(bool superseded) => new(Word.To<Decision>(Decision)!.Value, Reviewer, At, Reason, superseded);
    }
}
