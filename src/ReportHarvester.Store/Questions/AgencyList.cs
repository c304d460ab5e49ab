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
        // Names come first: Dapper takes an object for missing whose first column is null.
        var periods = connection.Query<long, AgencyPeriod, (long Agency, AgencyPeriod Period)>(
            "SELECT agency, name, since, until, level, region FROM agency_period ORDER BY agency, position",
            (agency, period) => (agency, Ended(period, [.. into[(agency, period.Until)]])), splitOn: "name").ToLookup(line => line.Agency, line => line.Period);
        return (IReadOnlyList<RegisteredAgency>)[.. connection.Query<long, RegisteredAgency, RegisteredAgency>("""
            SELECT a.id, a.name, a.code, a.kind, a.uscc, a.site_id_code, a.owes, a.owes_from, a.owes_to, a.note, p.code AS parent
            FROM agency a LEFT JOIN agency p ON p.id = a.parent ORDER BY a.code IS NULL, a.code, a.name
            """, (id, agency) => agency with { Periods = [.. periods[id]] }, splitOn: "name")];
    });

    /// <summary>Codes of the registry.</summary>
    public static IReadOnlySet<string> Codes(ReportStore store) =>
        store.Read(connection => connection.Query<string>("SELECT code FROM agency WHERE code IS NOT NULL").ToHashSet());

    /// <summary>Those of the names or codes that no agency has or had.</summary>
    public static IReadOnlyList<string> Unknown(ReportStore store, IEnumerable<string> namesOrCodes) =>
        store.Read(connection => namesOrCodes.Where(name => AgencyNames.Find(connection, name) is null).ToList());

    /// <summary>The id of the agency of a code, or that bore the name in the year, else bore it last; null if nobody ever did.</summary>
    public static long? Find(ReportStore store, string nameOrCode, int year) => store.Read(connection => AgencyNames.Find(connection, nameOrCode, year));

    /// <summary>Whether anybody stands or stood in a region, of which the first digits of its code are given.</summary>
    public static bool AnyIn(ReportStore store, string region) => store.Read(connection => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM agency_period WHERE {RegionPrefix.Asked("region", region)})", new { region }));

    static AgencyPeriod Ended(AgencyPeriod period, IReadOnlyList<EventLine> ends) => ends.Count == 0 ? period
        : period with { End = ends[0].Kind, Into = [.. ends.Select(end => end.Other).OfType<string>()] };

    sealed record EventLine
    {
        public long Agency { get; init; }
        public DateOnly? At { get; init; }
        public string Kind { get; init; } = "";
        public string? Other { get; init; }
    }
}
