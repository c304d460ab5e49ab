using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReportHarvester.Store;

/// <summary>Regions by the codes of GB/T 2260, and what they are called.</summary>
static class RegionNames
{
    static readonly int[] CodeLengths = [2, 4, 6, 9];

    // A region's government bears its code, with zeros for the parts that it is not cut into.
    const string Sql = """
        SELECT c.value AS code, a.name FROM json_each(@codes) c CROSS JOIN agency_period a ON a.region = c.value JOIN agency g ON g.id = a.agency
        WHERE g.kind = 'government' AND a.until IS NULL ORDER BY a.agency DESC
        """;

    /// <summary>How many digits the parts of a region have: provinces two, cities four, counties six, towns and streets nine.</summary>
    public static int DigitsOfParts(string? region) => CodeLengths.FirstOrDefault(length => length > (region ?? "").Length, CodeLengths[^1]);

    /// <summary>The names of the regions' governments, as far as they are registered, by region.</summary>
    public static IReadOnlyDictionary<string, string> Of(SqliteConnection connection, IReadOnlyCollection<string> regions)
    {
        var codes = regions.SelectMany(part => CodeLengths.Where(length => length >= part.Length).Select(length => (Code: part.PadRight(length, '0'), Part: part)))
            .DistinctBy(line => line.Code).ToDictionary(line => line.Code, line => line.Part);
        return connection.Query<(string Code, string Name)>(Sql, new { codes = JsonSerializer.Serialize(codes.Keys) })
            .DistinctBy(line => codes[line.Code]).ToDictionary(line => codes[line.Code], line => line.Name);
    }
}
