using Dapper;

namespace ReportHarvester.Store;

/// <summary>How many reports on a year the store has of a region's agencies. Region: leading digits of GB/T 2260; null where none is registered.</summary>
public sealed record CoverageCell
{
    public string? Region { get; init; }
    public int Year { get; init; }
    public int Reports { get; init; }

    /// <summary>Reports of which no figure could be read.</summary>
    public int Unread { get; init; }
}

/// <summary>What the store has, by region and year.</summary>
public sealed record Coverage
{
    public required IReadOnlyList<CoverageCell> Cells { get; init; }

    /// <summary>The names of the regions' governments, as far as they are registered, by region.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    const string Sql = """
        SELECT substr(a.region, 1, @digits) AS region, p.year, count(*) AS reports, sum(r.outcome = 'failed') AS unread
        FROM reading r
        JOIN report p ON p.agency = r.agency AND p.id = r.report
        JOIN agency_period a ON a.agency = r.agency AND a.position = (SELECT max(position) FROM agency_period WHERE agency = r.agency)
        WHERE r.is_current = 1 AND (@within = '' OR a.region GLOB @within || '*')
        GROUP BY 1, 2 ORDER BY 1, 2
        """;

    const string NamesSql = """
        SELECT rtrim(a.region, '0') AS region, a.name FROM agency g JOIN agency_period a ON a.agency = g.id
        WHERE g.kind = 'government' AND a.region IS NOT NULL AND a.until IS NULL AND a.region GLOB @within || '*'
        ORDER BY a.agency DESC
        """;

    /// <param name="within">Digits of a region, which is shown by its parts; empty: the whole country by provinces.</param>
    public static Coverage Of(ReportStore store, string within) => store.Read(connection => new Coverage
    {
        Cells = connection.Query<CoverageCell>(Sql, new { within, digits = PartsOf(within) }).ToList(),
        Names = connection.Query<(string Region, string Name)>(NamesSql, new { within })
            .Select(line => (Region: line.Region.PadRight(PartsOf(within), '0'), line.Name)).Where(line => line.Region.Length == PartsOf(within))
            .DistinctBy(line => line.Region).ToDictionary(line => line.Region, line => line.Name),
    });

    // Provinces have two digits, cities four, counties six, towns and streets nine.
    static int PartsOf(string region) => region.Length switch { < 2 => 2, < 4 => 4, < 6 => 6, _ => 9 };
}
