using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A figure that a person put right, and whether that counts now.</summary>
public sealed record StandingCorrection
{
    public string Agency { get; init; } = "";
    public string? AgencyCode { get; init; }
    public int Year { get; init; }
    public Scope? Scope { get; init; }
    public string Indicator { get; init; } = "";
    public string? Applicant { get; init; }

    /// <summary>The number that was put in place of what was printed.</summary>
    public decimal Value { get; init; }

    /// <summary>What the report printed then, and what it prints now; null where the figure is not there any more.</summary>
    public string Printed { get; init; } = "";
    public string? PrintedNow { get; init; }

    public string Source { get; init; } = "";
    public string Reviewer { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>It was made for another print than the report has now: the new print counts, until a person looks at it.</summary>
    public bool Asleep => PrintedNow != Printed;

    public FigureKey Figure => new(Indicator, Applicant);
}

/// <summary>The corrections that nobody withdrew. One whose report prints something else by now is told as a problem of the report: it is never dropped in silence.</summary>
public static class Corrections
{
    /// <summary>The code of the problem.</summary>
    public const string Asleep = "CORRECTION-ASLEEP";

    const string Sql = """
        SELECT g.name AS agency, g.code AS agency_code, p.year, p.scope, k.indicator, k.applicant, k.value, k.printed, f.raw AS printed_now, k.source, k.reviewer, k.at, k.reason
        FROM (SELECT *, row_number() OVER (PARTITION BY agency, report, indicator, applicant ORDER BY id DESC) AS newest FROM correction) k
        JOIN report p ON p.agency = k.agency AND p.id = k.report JOIN agency g ON g.id = k.agency
        LEFT JOIN reading r ON r.agency = k.agency AND r.report = k.report AND r.is_current = 1
        LEFT JOIN figure f ON f.reading = r.id AND f.indicator = k.indicator AND f.applicant IS k.applicant
        WHERE k.newest = 1 AND k.value IS NOT NULL
        """;

    /// <summary>All, by agency and year.</summary>
    public static IReadOnlyList<StandingCorrection> Of(ReportStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Read(connection => connection.Query<Line>($"{Sql} ORDER BY g.name, p.year, k.id").Select(line => line.ToCorrection()).ToList());
    }

    /// <summary>Of a report.</summary>
    internal static IReadOnlyList<StandingCorrection> Of(SqliteConnection connection, long agency, long report, SqliteTransaction? transaction = null) =>
        [.. connection.Query<Line>($"{Sql} AND k.agency = @agency AND k.report = @report ORDER BY k.id", new { agency, report }, transaction).Select(line => line.ToCorrection())];

    /// <summary>Of every report of which a person put figures right.</summary>
    internal static void TellAll(SqliteTransaction transaction, ReportIssues issues, DateTimeOffset at)
    {
        foreach (var (agency, report) in transaction.Connection!.Query<(long, long)>("SELECT DISTINCT agency, report FROM correction", transaction: transaction).ToList()) Tell(transaction, issues, agency, report, at);
    }

    internal static void Tell(SqliteTransaction transaction, ReportIssues issues, long agency, long report, DateTimeOffset at) => issues.Sync(agency, report, [Asleep],
        [.. Of(transaction.Connection!, agency, report, transaction).Where(c => c.Asleep).Select(Issue)], at);

    static ReportIssue Issue(StandingCorrection c)
    {
        return new(Asleep, c.Figure.ToString(), Severity.Warning, Fault.Unknown,
            c.PrintedNow is { } printed ? EvidenceWords.Write("correction asleep", Codebook.Called(c.Indicator), c.Reviewer, c.Printed, Store.Printed.Digits(c.Value), printed)
                : EvidenceWords.Write("correction of nothing", Codebook.Called(c.Indicator), c.Reviewer, c.Printed, Store.Printed.Digits(c.Value)),
            JsonSerializer.Serialize(new { figures = new[] { new { c.Indicator, c.Applicant, value = Store.Printed.Digits(c.Value), c.Printed, now = c.PrintedNow is null ? "（无此数）" : $"“{c.PrintedNow}”" } } }, Difference.Sparse), c.PrintedNow is null ? [] : [c.Figure]);
    }

    sealed record Line
    {
        public string Agency { get; init; } = "";
        public string? AgencyCode { get; init; }
        public long Year { get; init; }
        public string? Scope { get; init; }
        public string Indicator { get; init; } = "";
        public string? Applicant { get; init; }
        public string Value { get; init; } = "";
        public string Printed { get; init; } = "";
        public string? PrintedNow { get; init; }
        public string Source { get; init; } = "";
        public string Reviewer { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Reason { get; init; } = "";

        public StandingCorrection ToCorrection() => new()
        {
            Agency = Agency, AgencyCode = AgencyCode, Year = (int)Year, Scope = Word.To<Scope>(Scope), Indicator = Indicator, Applicant = Applicant, Value = Store.Printed.Read(Value),
            Printed = Printed, PrintedNow = PrintedNow, Source = Source, Reviewer = Reviewer, At = At, Reason = Reason,
        };
    }
}
