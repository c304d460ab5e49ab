using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Recognition;

/// <summary>
/// Chooses among the tables of a document: of readings of the same rows the edition that fits best, of several tables of one kind the report's own.
/// </summary>
static partial class TableChoice
{
    // A table with fewer of its figures is a fragment, or something else with rows of the same name.
    public const double Substantial = 0.5;

    /// <param name="others">Whole tables of the same kind that were not taken.</param>
    public static IReadOnlyList<TableReading> Settle(IReadOnlyList<TableReading> readings, out IReadOnlyList<TableReading> others)
    {
        var settled = new List<TableReading>();
        var left = new List<TableReading>();
        foreach (var kind in readings.GroupBy(r => r.Table.Number).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var tables = Overlapping([.. kind]).Select(same => Edition(same, settled)).OrderByDescending(r => r.HasNumbers)
                .ThenByDescending(r => r.Coverage >= Substantial).ThenByDescending(r => r.FirstGrid.Section?.ToString() == r.Table.Number)
                .ThenByDescending(CaptionYear).ThenBy(r => r.FirstGrid.Position).ToList();
            settled.Add(tables[0]);
            left.AddRange(tables.Skip(1).Where(r => r.HasNumbers && r.Coverage >= Substantial));
        }
        others = left;
        return settled;
    }

    // Table 4 is the same in both editions of today: where the fit is equal, the edition of the report's other tables holds, then the one that lacks less.
    static TableReading Edition(List<TableReading> rivals, List<TableReading> settled)
    {
        var best = rivals.Max(r => r.Fit);
        var fitting = rivals.Where(r => r.Fit == best).ToList();
        return fitting.FirstOrDefault(r => settled.Any(s => s.Form == r.Form)) ?? fitting.MinBy(r => r.Lacking)!;
    }

    static List<List<TableReading>> Overlapping(List<TableReading> readings)
    {
        var groups = new List<List<TableReading>>();
        foreach (var reading in readings)
        {
            var sharing = groups.Where(g => g.Any(r => r.DataRows.Overlaps(reading.DataRows))).ToList();
            groups.RemoveAll(sharing.Contains);
            groups.Add([.. sharing.SelectMany(g => g), reading]);
        }
        return groups;
    }

    // Last year's table bears its year; the report's own may bear none.
    static int CaptionYear(TableReading reading) =>
        reading.FirstGrid.Caption is { } caption && Year().Match(caption) is { Success: true } match ? int.Parse(match.Groups[1].Value) : int.MaxValue;

    [GeneratedRegex(@"(20\d\d)\s*年")]
    private static partial Regex Year();
}
