using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>How a measure spreads over the reports of a region on a year; those of whole regions apart from those of organs.</summary>
/// <param name="Region">A part of the region that was asked about; empty: where it is not known; null: all of it.</param>
/// <param name="Count">How many have a value.</param>
/// <param name="Missing">How many reports have none.</param>
public sealed record RegionSpread(string? Region, int Year, bool OfRegions, int Count, int Missing, decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile)
{
    /// <summary>How many have a value that is not counted, because their form cannot be compared with that of most.</summary>
    public int Aside { get; init; }
}

/// <summary>A measure over a region too large to be shown agency by agency, or over the whole country: all of it, and part by part.</summary>
public sealed record RegionSpreads(FigureKey Measure, IReadOnlyList<RegionSpread> Spreads, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Where reports of a year are on several forms.</summary>
    public IReadOnlyList<MixedForms> Mixed { get; init; } = [];

    /// <summary>With so many agencies a comparison is made by parts of the region.</summary>
    public const int ManyAgencies = 1000;

    // Of a country, each has a million numbers.
    const int AtATime = 8;

    /// <summary>The measures that are kept for every report: series and metrics of all applicants.</summary>
    public static IReadOnlyList<FigureKey> Measures { get; } = [.. Measured.Measures.Select(measure => measure.Key)];

    /// <summary>Whether so many agencies stand or stood in the regions together; none: the whole country.</summary>
    public static bool AreMany(ReportStore store, IReadOnlyList<string> regions) => store.Read(connection => connection.ExecuteScalar<int>(
        $"SELECT count(*) FROM (SELECT DISTINCT p.agency FROM {(regions.Count == 0 ? "agency_period p" : $"json_each(@regions) r CROSS JOIN agency_period p ON {RegionPrefix.Of("p.region", "r.value")}")} LIMIT {ManyAgencies})",
        new { regions = JsonSerializer.Serialize(regions) }) == ManyAgencies);

    /// <summary>Several measures over all years, for which the reports are gone through once for every few. What rests on a doubtful figure has no value.</summary>
    /// <exception cref="SchemaException">An older program worked out what is kept of each report.</exception>
    public static IReadOnlyList<RegionSpreads> Of(ReportStore store, IReadOnlyList<FigureKey> measures, string? region, string? level) =>
        store.Read(connection => !Derived.IsBy(connection, Measured.What, Measured.Rules) ? throw new SchemaException("程序更新后，各报告的数值正在重新计算，请稍后再看。After an update, what every report comes to is being worked out anew; ask again later.")
            : measures.Chunk(AtATime).SelectMany(some => Of(connection, some, region, level)).ToList());

    /// <summary>Only these years.</summary>
    /// <param name="years">Empty: all.</param>
    public RegionSpreads On(IReadOnlyCollection<int> years) => years.Count == 0 ? this : Only(spread => years.Contains(spread.Year), mixed => years.Contains(mixed.Year));

    /// <summary>Only whole regions, or only organs.</summary>
    public RegionSpreads On(Scope? scope) => scope is null ? this : Only(spread => spread.OfRegions == scope is Scope.Aggregate, mixed => mixed.OfRegions == scope is Scope.Aggregate);

    RegionSpreads Only(Func<RegionSpread, bool> spread, Func<MixedForms, bool> mixed) => this with { Spreads = [.. Spreads.Where(spread)], Mixed = [.. Mixed.Where(mixed)] };

    static List<RegionSpreads> Of(SqliteConnection connection, FigureKey[] measures, string? region, string? level)
    {
        var places = Places(connection, region, level);
        var groups = new Dictionary<Group, Values[]>();
        using var rows = connection.ExecuteReader($"""
            SELECT m.agency, m.year, m.of_region, m.edition, {string.Join(", ", measures.Select(measure => $"m.{Measured.Column(measure)}"))} FROM {(region is null ? "measured m"
                : $"(SELECT DISTINCT agency FROM agency_period WHERE {RegionPrefix.Asked("region", region)}) a CROSS JOIN report p ON p.agency = a.agency CROSS JOIN measured m ON m.report = p.id")}
            """, new { region });
        while (rows.Read())
        {
            var year = rows.GetInt32(1);
            if (!places.TryGetValue(rows.GetInt64(0), out var stood) || stood.Find(place => place.From <= year && year <= place.To)?.Part is not { } part) continue;
            var key = new Group(part, year, rows.GetBoolean(2), rows.IsDBNull(3) ? null : rows.GetString(3));
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [.. measures.Select(_ => new Values())];
            foreach (var (i, values) in group.Index())
            {
                if (rows.IsDBNull(i + 4)) values.Missing++;
                else values.Numbers.Add(rows.GetDouble(i + 4));
            }
        }
        var names = RegionNames.Of(connection, [.. groups.Keys.Select(key => key.Part).Distinct()]);
        return [.. measures.Select((measure, i) => Of(measure, groups.ToDictionary(group => group.Key, group => group.Value[i]), names))];
    }

    static RegionSpreads Of(FigureKey measure, Dictionary<Group, Values> groups, IReadOnlyDictionary<string, string> names)
    {
        var (spreads, mixed) = (new List<RegionSpread>(), new List<MixedForms>());
        foreach (var year in groups.GroupBy(group => (group.Key.Year, group.Key.OfRegions)))
        {
            var forms = MixedForms.Of(measure, year.Key.Year, year.Key.OfRegions, [.. year.Select(group => (group.Key.Edition, group.Value.Numbers.Count))]);
            var broken = forms.Where(form => form.Comparability == Comparability.Broken).Select(form => form.Edition).ToHashSet();
            mixed.AddRange(forms);
            spreads.Add(Spread(null, year.Key, [.. year], broken));
            spreads.AddRange(year.GroupBy(group => group.Key.Part).Select(part => Spread(part.Key, year.Key, [.. part], broken)));
        }
        return new(measure, [.. spreads.OrderBy(spread => spread.OfRegions).ThenBy(spread => spread.Region, StringComparer.Ordinal).ThenBy(spread => spread.Year)], names)
        {
            Mixed = [.. mixed.OrderBy(form => form.OfRegions).ThenBy(form => form.Year)],
        };
    }

    // Where agencies stood in which years, cut to the parts of the region, without a part where it is not asked about; the last place of a year counts.
    static Dictionary<long, List<Place>> Places(SqliteConnection connection, string? region, string? level) => connection.Query<(long Agency, string? Part, long From, long To)>($"""
        SELECT agency, CASE WHEN {RegionPrefix.Asked("region", region)} AND (@level IS NULL OR level = @level) THEN substr(COALESCE(region, ''), 1, @digits) END, COALESCE(CAST(substr(since, 1, 4) AS INTEGER), 0), COALESCE(CAST(substr(until, 1, 4) AS INTEGER), 9999)
        FROM agency_period {(region is null ? "" : $"WHERE agency IN (SELECT agency FROM agency_period WHERE {RegionPrefix.Asked("region", region)})")} ORDER BY agency, position DESC
        """, new { region, level, digits = RegionNames.DigitsOfParts(region) }).GroupBy(line => line.Agency)
        .ToDictionary(lines => lines.Key, lines => lines.Select(line => new Place(line.Part, (int)line.From, (int)line.To)).ToList());

    static RegionSpread Spread(string? region, (int Year, bool OfRegions) when, List<KeyValuePair<Group, Values>> groups, HashSet<string> broken)
    {
        var (counted, aside) = (groups.Where(group => !broken.Contains(group.Key.Edition ?? "")), groups.Where(group => broken.Contains(group.Key.Edition ?? "")));
        var numbers = counted.SelectMany(group => group.Value.Numbers).ToArray();
        Array.Sort(numbers);
        decimal? Quantile(decimal share) => Quantiles.Of(numbers.Length, share, i => Printed.Read(numbers[i]));
        return new(region, when.Year, when.OfRegions, numbers.Length, groups.Sum(group => group.Value.Missing), Quantile(0.25m), Quantile(0.5m), Quantile(0.75m))
        {
            Aside = aside.Sum(group => group.Value.Numbers.Count),
        };
    }

    sealed record Group(string Part, int Year, bool OfRegions, string? Edition);

    sealed record Place(string? Part, int From, int To);

    sealed class Values
    {
        public List<double> Numbers { get; } = [];
        public int Missing { get; set; }
    }
}
