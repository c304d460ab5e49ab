using System.Text.Json;
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

    // A region's government bears its code, with zeros for the parts that it is not cut into.
    const string NamesSql = """
        SELECT c.value AS code, a.name FROM json_each(@codes) c CROSS JOIN agency_period a ON a.region = c.value JOIN agency g ON g.id = a.agency
        WHERE g.kind = 'government' AND a.until IS NULL ORDER BY a.agency DESC
        """;

    static readonly int[] CodeLengths = [2, 4, 6, 9];

    /// <param name="region">Digits of a region, which is shown by its parts; empty: the whole country by provinces.</param>
    public static Coverage Of(ReportStore store, string region) => store.Read(connection =>
    {
        var digits = PartsOf(region);
        var cells = connection.Query<CoverageCell>($"""
            SELECT NULLIF(substr(region, 1, @digits), '') AS region, year, sum(reports) AS reports, sum(unread) AS unread
            FROM report_tally WHERE {RegionPrefix.Asked("region", region)} GROUP BY 1, 2 ORDER BY 1, 2
            """, new { region, digits }).ToList();
        var codes = cells.Select(cell => cell.Region).OfType<string>().Distinct().SelectMany(part => CodeLengths.Where(length => length >= part.Length).Select(length => (Code: part.PadRight(length, '0'), Part: part)))
            .DistinctBy(line => line.Code).ToDictionary(line => line.Code, line => line.Part);
        return new Coverage
        {
            Cells = cells,
            Names = connection.Query<(string Code, string Name)>(NamesSql, new { codes = JsonSerializer.Serialize(codes.Keys) })
                .DistinctBy(line => codes[line.Code]).ToDictionary(line => codes[line.Code], line => line.Name),
        };
    });

    // Provinces have two digits, cities four, counties six, towns and streets nine.
    static int PartsOf(string region) => region.Length switch { < 2 => 2, < 4 => 4, < 6 => 6, _ => 9 };
}
