using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>How a measure spreads over the reports of a region on a year; those of whole regions apart from those of organs.</summary>
/// <param name="Region">A part of the region that was asked about; empty: where it is not known; null: all of it.</param>
/// <param name="Count">How many have a value.</param>
/// <param name="Missing">How many reports have none.</param>
public sealed record RegionSpread(string? Region, int Year, bool OfRegions, int Count, int Missing, decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile);

/// <summary>A measure over a region too large to be shown agency by agency, or over the whole country: all of it, and part by part.</summary>
public sealed record RegionSpreads(FigureKey Measure, IReadOnlyList<RegionSpread> Spreads, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>With so many agencies a comparison is made by parts of the region.</summary>
    public const int ManyAgencies = 1000;

    // Of a country, each has a million numbers.
    const int AtATime = 8;

    /// <summary>The measures that are kept for every report: series and metrics of all applicants.</summary>
    public static IReadOnlyList<FigureKey> Measures { get; } = [.. Measured.Measures.Select(measure => measure.Key)];

    /// <summary>Whether so many agencies stand in the region; null: the whole country.</summary>
    public static bool AreMany(ReportStore store, string? region) => store.Read(connection => connection.ExecuteScalar<int>(
        $"SELECT count(*) FROM (SELECT 1 FROM agency_period WHERE {RegionPrefix.Asked("region", region)} LIMIT {ManyAgencies})", new { region }) == ManyAgencies);

    /// <summary>Several measures over all years, for which the reports are gone through once for every few. What rests on a doubtful figure has no value.</summary>
    public static IReadOnlyList<RegionSpreads> Of(ReportStore store, IReadOnlyList<FigureKey> measures, string? region, string? level) =>
        store.Read(connection => measures.Chunk(AtATime).SelectMany(some => Of(connection, some, region, level)).ToList());

    /// <summary>Only these years.</summary>
    /// <param name="years">Empty: all.</param>
    public RegionSpreads On(IReadOnlyCollection<int> years) => years.Count == 0 ? this : this with { Spreads = [.. Spreads.Where(spread => years.Contains(spread.Year))] };

    static List<RegionSpreads> Of(SqliteConnection connection, FigureKey[] measures, string? region, string? level)
    {
        var places = Places(connection, region, level);
        var groups = new Dictionary<(string Part, int Year, bool OfRegions), Values[]>();
        using var rows = connection.ExecuteReader($"""
            SELECT m.agency, m.year, m.of_region, {string.Join(", ", measures.Select(measure => $"m.{Measured.Column(measure)}"))} FROM {(region is null ? "measured m"
                : $"(SELECT DISTINCT agency FROM agency_period WHERE {RegionPrefix.Asked("region", region)}) a CROSS JOIN report p ON p.agency = a.agency CROSS JOIN measured m ON m.report = p.id")}
            """, new { region });
        while (rows.Read())
        {
            var year = rows.GetInt32(1);
            if (!places.TryGetValue(rows.GetInt64(0), out var stood) || stood.Find(place => place.From <= year && year <= place.To) is not { } place) continue;
            var key = (place.Part, year, rows.GetBoolean(2));
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [.. measures.Select(_ => new Values())];
            foreach (var (i, values) in group.Index())
            {
                if (rows.IsDBNull(i + 3)) values.Missing++;
                else values.Numbers.Add(rows.GetDouble(i + 3));
            }
        }
        var names = RegionNames.Of(connection, [.. groups.Keys.Select(key => key.Part).Distinct()]);
        return [.. measures.Select((measure, i) => new RegionSpreads(measure, ByPart(groups.Select(group => (group.Key, group.Value[i])).ToList()), names))];
    }

    static List<RegionSpread> ByPart(List<((string Part, int Year, bool OfRegions) Key, Values Values)> groups)
    {
        var wholes = groups.GroupBy(group => (group.Key.Year, group.Key.OfRegions)).Select(all => Spread(null, all.Key.Year, all.Key.OfRegions, [.. all.Select(group => group.Values)]));
        return [.. wholes.Concat(groups.Select(group => Spread(group.Key.Part, group.Key.Year, group.Key.OfRegions, [group.Values])))
            .OrderBy(spread => spread.OfRegions).ThenBy(spread => spread.Region, StringComparer.Ordinal).ThenBy(spread => spread.Year)];
    }

    // Where agencies stood in which years, cut to the parts of the region; the last place of a year counts.
    static Dictionary<long, List<Place>> Places(SqliteConnection connection, string? region, string? level) => connection.Query<(long Agency, string Part, long From, long To)>($"""
        SELECT agency, substr(COALESCE(region, ''), 1, @digits), COALESCE(CAST(substr(since, 1, 4) AS INTEGER), 0), COALESCE(CAST(substr(until, 1, 4) AS INTEGER), 9999)
        FROM agency_period WHERE {RegionPrefix.Asked("region", region)} AND (@level IS NULL OR level = @level) ORDER BY agency, position DESC
        """, new { region, level, digits = RegionNames.DigitsOfParts(region) }).GroupBy(line => line.Agency)
        .ToDictionary(lines => lines.Key, lines => lines.Select(line => new Place(line.Part, (int)line.From, (int)line.To)).ToList());

    static RegionSpread Spread(string? region, int year, bool ofRegions, List<Values> groups)
    {
        var numbers = groups.SelectMany(group => group.Numbers).ToArray();
        Array.Sort(numbers);
        decimal? Quantile(decimal share) => Quantiles.Of(numbers.Length, share, i => Printed.Read(numbers[i]));
        return new(region, year, ofRegions, numbers.Length, groups.Sum(group => group.Missing), Quantile(0.25m), Quantile(0.5m), Quantile(0.75m));
    }

    sealed record Place(string Part, int From, int To);

    sealed class Values
    {
        public List<double> Numbers { get; } = [];
        public int Missing { get; set; }
    }
}
