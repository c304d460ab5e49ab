using Dapper;

namespace ReportHarvester.Store;

/// <summary>
/// How many reports on a year the store has of a region's agencies, by where these stood last; and how many agencies of the registry owe one, by where they
/// stood at the end of the year. Region: leading digits of GB/T 2260; null where none is registered.
/// </summary>
public sealed record CoverageCell
{
    public string? Region { get; init; }
    public int Year { get; init; }
    public int Reports { get; init; }

    /// <summary>Reports of which no figure could be read.</summary>
    public int Unread { get; init; }

    /// <summary>Agencies of the registry that owe a report on the year, whether or not its day has come; 0: none is registered there.</summary>
    public int Owed { get; init; }

    /// <summary>Those of them of whom there is one; not of whom there is only one under a name that nobody is known to bear.</summary>
    public int Answered { get; init; }
}

/// <summary>What the store has, by region and year, and what is owed on the years on which it has anything.</summary>
public sealed record Coverage
{
    public required IReadOnlyList<CoverageCell> Cells { get; init; }

    /// <summary>The names of the regions' governments, as far as they are registered, by region.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The years on which there is anything.</summary>
    public static IReadOnlyList<int> Years(ReportStore store) => store.Read(connection => connection.Query<int>("SELECT DISTINCT year FROM report_total WHERE reports > 0 ORDER BY year").ToList());

    /// <param name="region">Digits of a region, which is shown by its parts; empty: the whole country by provinces.</param>
    public static Coverage Of(ReportStore store, string region) => store.Read(connection =>
    {
        var cells = connection.Query<CoverageCell>($"""
            WITH part AS MATERIALIZED (
              SELECT NULLIF(substr(region, 1, @digits), '') AS region, year, sum(reports) AS reports, sum(unread) AS unread, sum(owing) AS owing, sum(answered) AS answered
              FROM report_total WHERE {RegionPrefix.Asked("region", region)} GROUP BY 1, 2)
            SELECT t.region, y.year, sum(t.reports) FILTER (WHERE t.year = y.year) AS reports, sum(t.unread) FILTER (WHERE t.year = y.year) AS unread,
              sum(t.owing) AS owed, sum(t.answered) FILTER (WHERE t.year = y.year) AS answered
            FROM (SELECT DISTINCT year FROM report_total WHERE reports > 0) y JOIN part t ON t.year <= y.year
            GROUP BY 1, 2 HAVING sum(t.reports) FILTER (WHERE t.year = y.year) > 0 OR sum(t.owing) > 0 ORDER BY 1, 2
            """, new { region, digits = RegionNames.DigitsOfParts(region) }).ToList();
        return new Coverage { Cells = cells, Names = RegionNames.Of(connection, [.. cells.Select(cell => cell.Region).OfType<string>().Distinct()]) };
    });
}
