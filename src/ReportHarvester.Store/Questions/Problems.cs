using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>Which problems to list; what is left out means all.</summary>
public sealed record ProblemQuestion
{
    /// <summary>Code or name; also former names.</summary>
    public string? Agency { get; init; }

    public int? Year { get; init; }

    /// <summary>The first digits of the region's code.</summary>
    public string? Region { get; init; }

    public string? Table { get; init; }
    public string? Code { get; init; }

    /// <summary>The least severity.</summary>
    public Severity Severity { get; init; } = Severity.Warning;

    public Fault? Fault { get; init; }

    /// <summary>Also those that a person dismissed or explained.</summary>
    public bool Settled { get; init; }
}

/// <summary>The problems of all that is current in the store: of each reading, of reports as wholes, and between years, with what persons decided.</summary>
public static class Problems
{
    const string Sql = """
        WITH wrong AS (
          SELECT 'R' || r.id || '.' || s.position AS id, r.agency, r.report, r.printed_year AS year, s.form_table AS "table", s.code, s.severity, s.fault, s.message, s.origin, r.url,
            (SELECT json_group_array(json_array(n.indicator, n.applicant) ORDER BY n.position) FROM issue_figure n WHERE n.reading = s.reading AND n.issue = s.position AND n.agency = s.agency) AS figures,
            NULL AS subject, NULL AS grounds
          FROM reading r JOIN issue s ON s.reading = r.id AND s.agency = r.agency WHERE r.is_current = 1
          UNION ALL
          SELECT 'P' || i.id, i.agency, COALESCE(i.report, r.report), r.printed_year,
            (SELECT c.form_table FROM report_issue_figure n JOIN indicator c ON c.id = n.indicator WHERE n.issue = i.id ORDER BY n.position LIMIT 1),
            i.code, i.severity, i.fault, i.message, NULL, r.url,
            (SELECT json_group_array(json_array(n.indicator, n.applicant) ORDER BY n.position) FROM report_issue_figure n WHERE n.issue = i.id),
            i.subject, COALESCE(i.evidence -> 'figures', i.message)
          FROM report_issue i LEFT JOIN reading r ON r.id = i.reading WHERE i.settled IS NULL)
        SELECT w.id, g.name AS agency, g.code AS agency_code, a.region, COALESCE(p.year, w.year) AS year, p.scope, w."table", w.code, w.severity, w.fault, w.message, w.origin, w.url,
          w.figures, w.subject, w.grounds, w.agency AS agency_id, w.report AS report_id
        FROM wrong w JOIN agency g ON g.id = w.agency LEFT JOIN report p ON p.agency = w.agency AND p.id = w.report
        LEFT JOIN agency_period a ON a.agency = g.id AND a.position = (SELECT max(position) FROM agency_period WHERE agency = g.id)
        WHERE (@agency IS NULL OR w.agency = @agency) AND (@year IS NULL OR COALESCE(p.year, w.year) = @year) AND (@table IS NULL OR w."table" = @table)
          AND (@code IS NULL OR w.code = @code) AND w.severity IN @severities AND (@fault IS NULL OR w.fault = @fault) AND (@region IS NULL OR a.region LIKE @region || '%')
          AND (@id IS NULL OR w.id = @id)
        ORDER BY g.name, year, CASE w.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, w."table", w.code, w.id
        """;

    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static IReadOnlyList<Problem> Of(ReportStore store, ProblemQuestion question) => store.Read(connection =>
    {
        long? agency = question.Agency is { } name ? AgencyNames.Find(connection, name, question.Year) ?? throw new KeyNotFoundException(name) : null;
        var found = Ask(connection, question, agency, id: null);
        return question.Settled ? found : [.. found.Where(p => p.Review is null or { Superseded: true } or { Decision: Decision.Confirmed })];
    });

    /// <summary>The problem of that id; null where it is no more.</summary>
    internal static Problem? Find(SqliteConnection connection, string id) => Ask(connection, new ProblemQuestion { Severity = Severity.Info }, agency: null, id).SingleOrDefault();

    static List<Problem> Ask(SqliteConnection connection, ProblemQuestion question, long? agency, string? id)
    {
        var lines = connection.Query<Line>(Sql, new
        {
            agency, year = question.Year, table = question.Table, code = question.Code, region = question.Region, id, fault = question.Fault is { } fault ? Word.Of(fault) : null,
            severities = Enum.GetValues<Severity>().Where(s => s >= question.Severity).Select(Word.Of),
        }).Select(line => line.ToProblem());
        var reviews = new ReviewList(connection);
        return [.. lines.Select(problem => problem with { Review = reviews.Of(problem) })];
    }

    sealed record Line
    {
        public string Id { get; init; } = "";
        public string Agency { get; init; } = "";
        public string? AgencyCode { get; init; }
        public string? Region { get; init; }
        public long? Year { get; init; }
        public string? Scope { get; init; }
        public string? Table { get; init; }
        public string Code { get; init; } = "";
        public string Severity { get; init; } = "";
        public string Fault { get; init; } = "";
        public string Message { get; init; } = "";
        public string? Origin { get; init; }
        public string? Url { get; init; }
        public string Figures { get; init; } = "[]";
        public string? Subject { get; init; }
        public string? Grounds { get; init; }
        public long AgencyId { get; init; }
        public long? ReportId { get; init; }

        public Problem ToProblem()
        {
            var evidence = Rules.EvidenceIn(Code, Message);
            return new Problem
            {
                Id = Id, Agency = Agency, AgencyCode = AgencyCode, Region = Region, Year = (int?)Year, Scope = Word.To<Scope>(Scope), Table = Table, Code = Code,
                Severity = Word.To<Severity>(Severity)!.Value, Fault = Word.To<Fault>(Fault)!.Value, Evidence = evidence, Rule = Rules.RuleIn(Code, Message),
                Figures = [.. JsonSerializer.Deserialize<string?[][]>(Figures)!.Select(f => new FigureKey(f[0]!, f[1]))], Origin = Word.ToOrigin(Origin), Url = Url,
                AgencyId = AgencyId, ReportId = ReportId, Subject = Subject ?? (Figures == "[]" ? Table ?? "" : Figures), Grounds = Grounds ?? evidence,
            };
        }
    }
}
