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

    /// <param name="region">Digits of a region, which is shown by its parts; empty: the whole country by provinces.</param>
    public static Coverage Of(ReportStore store, string region) => store.Read(connection =>
    {
        var cells = connection.Query<CoverageCell>($"""
            SELECT NULLIF(substr(region, 1, @digits), '') AS region, year, sum(reports) AS reports, sum(unread) AS unread
            FROM report_total WHERE reports > 0 AND {RegionPrefix.Asked("region", region)} GROUP BY 1, 2 ORDER BY 1, 2
            """, new { region, digits = RegionNames.DigitsOfParts(region) }).ToList();
        return new Coverage { Cells = cells, Names = RegionNames.Of(connection, [.. cells.Select(cell => cell.Region).OfType<string>().Distinct()]) };
    });
}
