using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A report with all that is known of it: its current reading, where that came from, what is wrong with it, and what persons decided and put right.</summary>
public sealed record ReportSheet
{
    public string Agency { get; init; } = "";
    public int Year { get; init; }
    public Scope Scope { get; init; }
    public long Id { get; init; }
    internal long Report { get; init; }
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public string Reader { get; init; } = "";
    public DateTimeOffset ReadAt { get; init; }
    public DateTimeOffset? Vanished { get; init; }
    public Reading? Reading { get; init; }

    /// <summary>Of its reading and of it as a whole, the worst first, each with what a person decided of it.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What persons put right; one that is asleep does not count.</summary>
    public IReadOnlyList<StandingCorrection> Corrections { get; init; } = [];

    /// <summary>Every document that was seen for it, the first one first.</summary>
    public IReadOnlyList<SheetDocument> Documents { get; init; } = [];

    const string Sql = """
        SELECT g.name AS agency, p.id AS report, p.year, p.scope, p.vanished, r.id, r.url, r.sha256, r.reader, r.read_at
        FROM report p JOIN agency g ON g.id = p.agency JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE p.agency = @agency AND p.year = @year AND p.scope = @scope
        """;

    static readonly string DocumentsSql = $"""
        SELECT r.url, r.sha256, r.format, {FirstSeen.Of("n.agency = r.agency AND n.report = r.report AND n.url = r.url AND n.sha256 = r.sha256")} AS first_seen, max(r.is_current) AS is_current
        FROM reading r JOIN report p ON p.agency = r.agency AND p.id = r.report
        WHERE p.agency = @agency AND p.year = @year AND p.scope = @scope GROUP BY r.url, r.sha256 ORDER BY min(r.id)
        """;

    /// <summary>Null if there is no such report.</summary>
    public static ReportSheet? Of(ReportStore store, long agency, int year, string scope) => store.Read(connection =>
    {
        var asked = new { agency, year, scope };
        return connection.QuerySingleOrDefault<ReportSheet>(Sql, asked) is not { } sheet ? null : sheet with
        {
            Url = Address.Published(sheet.Url, sheet.Sha256)!, Reading = ReadingLoader.Load(connection, sheet.Id),
            Problems = Store.Problems.Ask(connection, new ProblemQuestion { Severity = Severity.Info, Settled = true }, "w.agency = @agency AND w.report = @report", new { agency, report = sheet.Report }).OrderByDescending(problem => problem.Severity).ToList(),
            Corrections = Store.Corrections.Of(connection, agency, sheet.Report),
            Documents = connection.Query<SheetDocument>(DocumentsSql, asked).Select(document => document with { Url = Address.Published(document.Url, document.Sha256)! }).ToList(),
        };
    });
}

/// <summary>Bytes that an address gave for a report.</summary>
public sealed record SheetDocument
{
    public string Url { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public string Format { get; init; } = "";

    /// <summary>When the address was first seen to give them; null where a person brought them.</summary>
    public DateTimeOffset? FirstSeen { get; init; }
    public bool IsCurrent { get; init; }
}
