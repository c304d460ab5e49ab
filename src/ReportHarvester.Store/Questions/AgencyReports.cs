using System.Text.Json.Serialization;
using Dapper;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A report of an agency, as the agency's own page lists it.</summary>
public sealed record AgencyReport
{
    internal long Id { get; init; }
    public int Year { get; init; }
    public Scope Scope { get; init; }
    public Outcome Outcome { get; init; }
    public string? Edition { get; init; }
    public string Url { get; init; } = "";

    /// <summary>When it was first seen where it is published; null where a person brought it.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>The day since which no address gives it any more.</summary>
    public DateTimeOffset? Vanished { get; init; }

    /// <summary>How much is wrong with it that is no mere remark, of its reading and of it as a whole; without what a person dismissed or explained.</summary>
    public int Problems { get; init; }
}

/// <summary>An agency with its names and its reports.</summary>
public sealed record AgencyReports
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string? Code { get; init; }
    public IReadOnlyList<AgencyPeriod> Periods { get; init; } = [];
    public IReadOnlyList<AgencyReport> Reports { get; init; } = [];

    /// <summary>All that is wrong and no mere remark, but for what a person dismissed or explained.</summary>
    [JsonIgnore]
    public IReadOnlyList<Problem> Open { get; init; } = [];

    static readonly string Sql = $"""
        SELECT p.id, p.year, p.scope, r.outcome, r.edition, r.url, p.vanished,
          {Store.FirstSeen.OfReport} AS first_seen
        FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
        WHERE p.agency = @id ORDER BY p.year DESC, p.scope
        """;

    /// <summary>Null if there is no agency of that id.</summary>
    public static AgencyReports? Of(ReportStore store, long id) => store.Read(connection =>
    {
        if (connection.QuerySingleOrDefault<AgencyReports>("SELECT id, name, code FROM agency WHERE id = @id", new { id }) is not { } agency) return null;
        var open = Problems.Ask(connection, new ProblemQuestion(), "w.agency = @id", new { id });
        return agency with
        {
            Periods = connection.Query<AgencyPeriod>("SELECT name, since, until, level, region FROM agency_period WHERE agency = @id ORDER BY position", new { id }).ToList(),
            Reports = [.. connection.Query<AgencyReport>(Sql, new { id }).Select(report => report with { Url = Address.Published(report.Url)!, Problems = open.Count(problem => problem.ReportId == report.Id) })],
            Open = open,
        };
    });
}
