using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>The registry as it is stored.</summary>
public static class AgencyList
{
    /// <summary>All agencies: those of the registry by code, then those that are in no registry yet by name.</summary>
    public static IReadOnlyList<RegisteredAgency> Of(ReportStore store) => store.Read(connection =>
    {
        var into = connection.Query<EventLine>("""
            SELECT e.agency, e.at, e.kind, g.code AS other FROM agency_event e LEFT JOIN agency g ON g.id = e.other ORDER BY g.code
            """).ToLookup(line => (line.Agency, line.At));
        var periods = connection.Query<PeriodLine>("SELECT agency, since, until, name, level, region FROM agency_period ORDER BY agency, position")
            .ToLookup(line => line.Agency, line => line.ToPeriod([.. into[(line.Agency, line.Until)]]));
        return (IReadOnlyList<RegisteredAgency>)[.. connection.Query<AgencyLine>("""
            SELECT a.id, a.code, a.kind, a.uscc, a.site_id_code, a.owes, a.owes_from, a.owes_to, a.note, p.code AS parent
            FROM agency a LEFT JOIN agency p ON p.id = a.parent ORDER BY a.code IS NULL, a.code, a.name
            """).Select(line => line.ToAgency([.. periods[line.Id]]))];
    });

    /// <summary>Codes of the registry.</summary>
    public static IReadOnlySet<string> Codes(ReportStore store) =>
        store.Read(connection => connection.Query<string>("SELECT code FROM agency WHERE code IS NOT NULL").ToHashSet());

    /// <summary>Those of the names or codes that no agency has or had.</summary>
    public static IReadOnlyList<string> Unknown(ReportStore store, IEnumerable<string> namesOrCodes) =>
        store.Read(connection => namesOrCodes.Where(name => AgencyNames.Find(connection, name) is null).ToList());

    sealed record AgencyLine
    {
        public long Id { get; init; }
        public string? Code { get; init; }
        public string? Kind { get; init; }
        public string? Uscc { get; init; }
        public string? SiteIdCode { get; init; }
        public string? Parent { get; init; }
        public bool? Owes { get; init; }
        public int? OwesFrom { get; init; }
        public int? OwesTo { get; init; }
        public string? Note { get; init; }

        public RegisteredAgency ToAgency(IReadOnlyList<AgencyPeriod> periods) => new()
        {
            Code = Code, Kind = Kind, Uscc = Uscc, SiteIdCode = SiteIdCode, Parent = Parent, Owes = Owes, OwesFrom = OwesFrom, OwesTo = OwesTo,
            Note = Note, Periods = periods,
        };
    }

    sealed record PeriodLine
    {
        public long Agency { get; init; }
        public DateOnly? Since { get; init; }
        public DateOnly? Until { get; init; }
        public string Name { get; init; } = "";
        public string? Level { get; init; }
        public string? Region { get; init; }

        public AgencyPeriod ToPeriod(IReadOnlyList<EventLine> ends) => new()
        {
            Name = Name, Since = Since, Until = Until, Level = Level, Region = Region, End = ends.Count == 0 ? null : ends[0].Kind,
            Into = [.. ends.Select(end => end.Other).OfType<string>()],
        };
    }

    sealed record EventLine
    {
        public long Agency { get; init; }
        public DateOnly? At { get; init; }
        public string Kind { get; init; } = "";
        public string? Other { get; init; }
    }
}
