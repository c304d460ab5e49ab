using System.Text.Json;
using Dapper;

namespace ReportHarvester.Store;

/// <summary>An agency as a list of many shows it.</summary>
public sealed record AgencyLine
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string? Code { get; init; }
    public string? Level { get; init; }
    public string? Region { get; init; }

    /// <summary>The years that the store has a report on, as JSON array.</summary>
    internal string Listed { get; init; } = "[]";

    public IReadOnlyList<int> Years => JsonSerializer.Deserialize<int[]>(Listed)!;
}

/// <summary>Agencies by a part of any name they bore, by region and by level.</summary>
public sealed record AgencySearch(IReadOnlyList<AgencyLine> Agencies, bool More)
{
    /// <summary>Lines of one page of the list.</summary>
    public const int PageSize = 50;

    // The years are looked up for the page alone.
    static string Sql(string? region, bool named, bool without) => $"""
        SELECT g.id, g.name, g.code, f.level, f.region,
          (SELECT json_group_array(DISTINCT p.year ORDER BY p.year) FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1
            WHERE p.agency = g.id) AS listed
        FROM (
          SELECT a.agency, a.level, a.region FROM agency_period a
          WHERE a.position = (SELECT max(position) FROM agency_period WHERE agency = a.agency) AND {(without ? Without(region) : RegionPrefix.Asked("a.region", region))} AND (@level IS NULL OR a.level = @level)
            {(named ? "AND (EXISTS (SELECT 1 FROM agency_period WHERE agency = a.agency AND (instr(folded, @name) OR instr(name, @unfolded))) OR a.agency = (SELECT id FROM agency WHERE code = @name))" : "")}
          ORDER BY a.region NULLS LAST, a.agency LIMIT @size + 1 OFFSET @skip) f
        JOIN agency g ON g.id = f.agency ORDER BY f.region NULLS LAST, g.id
        """;

    // As the tally of who owes and who answered counts them: where they stood at the end of the year. Whoever never stood in the region is left out first, by the index.
    static string Without(string? region) => $"""
        {(region is null ? "TRUE" : $"a.agency IN (SELECT agency FROM agency_period WHERE {RegionPrefix.Asked("region", region)})")}
        AND EXISTS (SELECT 1 FROM owing o WHERE o.agency = a.agency AND @without BETWEEN o.first AND o.last AND {RegionPrefix.Asked("o.region", region)})
        AND NOT EXISTS (SELECT 1 FROM report p JOIN reading r ON r.agency = p.agency AND r.report = p.id AND r.is_current = 1 WHERE p.agency = a.agency AND p.year = @without AND NOT {FilingObjection.IsStrangers})
        """;

    /// <param name="name">A part of a name, or a whole code.</param>
    /// <param name="region">Leading digits of where they stand now; with a year without report, of where they stood at its end.</param>
    /// <param name="page">Counts from 1.</param>
    /// <param name="without">Only those that owe a report on the year, whether or not its day has come, and have none in the store.</param>
    public static AgencySearch For(ReportStore store, string? name, string? region, string? level, int page, int? without = null) => store.Read(connection =>
    {
        var lines = connection.Query<AgencyLine>(Sql(region, name is not null, without is not null), new
        {
            // A part of a word that folding cuts short is no part of what is left.
            name = name is null ? null : AgencyNames.Fold(name), unfolded = name is null ? null : string.Concat(name.Where(c => !char.IsWhiteSpace(c))), region, level, without, size = PageSize, skip = (page - 1) * PageSize,
        }).ToList();
        return new AgencySearch([.. lines.Take(PageSize)], lines.Count > PageSize);
    });
}
