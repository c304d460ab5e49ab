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
    static readonly string Sql = $"""
        SELECT w.id, {AgencyNames.InYear("g", "w.year")} AS agency, g.name AS agency_now, g.code AS agency_code, {AgencyNames.PlaceInYear("g", "w.year", "a.region")} AS region, a.region AS region_now, w.year, w.scope, w.form_table AS "table", w.code, w.severity, w.fault, w.message, w.origin,
          COALESCE(w.url, (SELECT c.url FROM reading c WHERE c.agency = w.agency AND c.report = w.report AND c.is_current = 1)) AS url,
          w.figures, w.subject, w.grounds, w.agency AS agency_id, w.report AS report_id
        FROM problem w JOIN agency g ON g.id = w.agency
        JOIN agency_period a ON a.agency = g.id AND a.position = (SELECT max(position) FROM agency_period WHERE agency = g.id)
        """;

    const string Order = """ORDER BY g.name, w.year, CASE w.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, w.form_table, w.code, w.id""";

    /// <summary>All that there are, by agency and year.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static IReadOnlyList<Problem> Of(ReportStore store, ProblemQuestion question) => store.Read(connection =>
        Ask(connection, question, Whose(question), new { agency = AgencyOf(connection, question) }));

    // Whoever stands in a region is found by its index; without, all problems there are would be gone through. Asked on a year, it is who stood there at its end, as compliance tells it.
    internal static string Whose(ProblemQuestion question) => string.Join(" AND ", new[]
    {
        "TRUE", question.Agency is null ? null : "w.agency = @agency",
        question.Region is null ? null : $"""
            w.agency IN (SELECT n.agency FROM agency_period n JOIN agency_period l ON l.agency = n.agency AND l.position = (SELECT max(position) FROM agency_period WHERE agency = n.agency)
              JOIN agency g ON g.id = n.agency
              WHERE {RegionPrefix.Asked("n.region", question.Region)} AND {(question.Year is null ? "n.position = l.position" : RegionPrefix.Asked(AgencyNames.PlaceInYear("g", "@year", "l.region"), question.Region))})
            """,
    }.OfType<string>());

    /// <summary>The same, each with everywhere that it stands.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has or had the agency's name.</exception>
    public static IReadOnlyList<Problem> Located(ReportStore store, ProblemQuestion question)
    {
        var problems = Of(store, question);
        return store.Read(connection => problems.Select(problem => ProblemPlace.Locate(connection, problem)).ToList());
    }

    /// <summary>The names that reports print, by their ids, where nobody is known to bear them: they may be another agency's.</summary>
    public static IReadOnlyDictionary<long, string> Strangers(ReportStore store) => store.Read(connection =>
        connection.Query<(long Report, string Printed)>($"SELECT s.report, r.printed_agency FROM ({FilingObjection.Strangers}) s JOIN reading r ON r.id = s.id").ToDictionary(s => s.Report, s => s.Printed));

    /// <summary>The problem of that id; null where it is no more.</summary>
    public static Problem? ById(ReportStore store, string id) => store.Read(connection => Find(connection, id));

    internal static Problem? Find(SqliteConnection connection, string id) => Ask(connection, new ProblemQuestion { Severity = Severity.Info, Settled = true },
        "w.id = @id AND w.agency = CASE substr(@id, 1, 1) WHEN 'R' THEN (SELECT agency FROM reading WHERE id = CAST(substr(@id, 2) AS INTEGER)) ELSE (SELECT agency FROM report_issue WHERE id = CAST(substr(@id, 2) AS INTEGER)) END",
        new { id }).SingleOrDefault();

    /// <summary>What stands of the problem's report, code and subject, itself among it; without what persons decided.</summary>
    internal static IEnumerable<Problem> Beside(SqliteConnection connection, Problem problem) =>
        connection.Query<Line>($"{Sql} WHERE w.agency = @AgencyId AND w.report = @ReportId AND w.code = @Code", new { problem.AgencyId, problem.ReportId, problem.Code })
            .Select(line => line.ToProblem()).Where(other => other.Subject == problem.Subject);

    internal static List<Problem> Ask(SqliteConnection connection, ProblemQuestion question, string whose, object values)
    {
        var all = Values(question);
        all.AddDynamicParams(values);
        var problems = connection.Query<Line>($"{Sql} WHERE {whose} AND {Conditions(question)} {Order}", all).Select(line => line.ToProblem()).ToList();
        var reviews = new ReviewList(connection, problems.Select(problem => problem.AgencyId));
        return [.. problems.Select(problem => problem with { Review = reviews.Of(problem) }).Where(problem => question.Settled || IsOpen(problem))];
    }

    /// <summary>Whether nobody dismissed or explained it, on the evidence that it has.</summary>
    public static bool IsOpen(Problem problem) => problem.Review is null or { Superseded: true } or { Decision: Decision.Confirmed };

    internal static long? AgencyOf(SqliteConnection connection, ProblemQuestion question) =>
        question.Agency is { } name ? AgencyNames.Find(connection, name, question.Year) ?? throw new KeyNotFoundException(name) : null;

    // Only what is asked for stands in the condition, so that an index can answer it.
    internal static string Conditions(ProblemQuestion question) => string.Join(" AND ", new[]
    {
        "w.severity IN @severities", question.Year is null ? null : "w.year = @year", question.Table is null ? null : "w.form_table = @table", question.Code is null ? null : "w.code = @code",
        question.Fault is null ? null : "w.fault = @fault",
    }.OfType<string>());

    internal static DynamicParameters Values(ProblemQuestion question) => new(new
    {
        year = question.Year, table = question.Table, code = question.Code, region = question.Region, fault = question.Fault is { } fault ? Word.Of(fault) : null,
        severities = Enum.GetValues<Severity>().Where(s => s >= question.Severity).Select(Word.Of),
    });

    sealed record Line
    {
        public string Id { get; init; } = "";
        public string Agency { get; init; } = "";
        public string AgencyNow { get; init; } = "";
        public string? AgencyCode { get; init; }
        public string? Region { get; init; }
        public string? RegionNow { get; init; }
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
                Id = Id, Agency = Agency, AgencyNow = AgencyNow, AgencyCode = AgencyCode, Region = Region, RegionNow = RegionNow, Year = (int?)Year, Scope = Word.To<Scope>(Scope), Table = Table, Code = Code,
                Severity = Word.To<Severity>(Severity)!.Value, Fault = Word.To<Fault>(Fault)!.Value, Evidence = evidence, Rule = Rules.RuleIn(Code, Message),
                Figures = [.. JsonSerializer.Deserialize<string?[][]>(Figures)!.Select(f => new FigureKey(f[0]!, f[1]))], Origin = Word.ToOrigin(Origin), Url = Address.Published(Url),
                AgencyId = AgencyId, ReportId = ReportId, Subject = Subject ?? (Figures == "[]" ? Table ?? "" : Figures), Grounds = Grounds ?? evidence,
            };
        }
    }
}
