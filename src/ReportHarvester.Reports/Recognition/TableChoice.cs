using System.Text.RegularExpressions;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A table that was not taken, with the figures of the taken one that it may be right about.</summary>
sealed record OtherTable(TableReading Table, IReadOnlyList<FigureKey> Figures)
{
    /// <summary>Else it is a piece whose rows may be those of a taken table.</summary>
    public bool IsTable => Table.Coverage >= TableChoice.Substantial || Figures.Count > 0;
}

/// <summary>
/// Chooses among the tables of a document: of readings of the same rows the edition that fits best, of several tables of one kind the report's own.
/// </summary>
static partial class TableChoice
{
    // A table with fewer of its figures is a fragment, or something else with rows of the same name.
    public const double Substantial = 0.5;

    /// <param name="others">Tables of the same kind that were not taken, and pieces of one.</param>
    public static IReadOnlyList<TableReading> Settle(IReadOnlyList<TableReading> readings, out IReadOnlyList<OtherTable> others)
    {
        var settled = new List<TableReading>();
        var left = new List<OtherTable>();
        foreach (var kind in readings.GroupBy(r => r.Table.Number).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var tables = Overlapping([.. kind]).Select(same => Edition(same, settled)).OrderByDescending(r => r.HasNumbers)
                .ThenByDescending(r => r.Coverage >= Substantial).ThenByDescending(r => r.FirstGrid.Section?.ToString() == r.Table.Number)
                .ThenByDescending(CaptionYear).ThenBy(r => r.FirstGrid.Position).ToList();
            settled.Add(tables[0]);
            left.AddRange(tables.Skip(1).Where(r => r.HasNumbers).Select(r => new OtherTable(r, Rivals(tables[0], r, readings) ? Differing(tables[0], r) : [])));
        }
        others = left;
        return settled;
    }

    // Only their turn tells which of the two is the report's: they share a grid, or are alike in all else and no other table parts them, as those of
    // a report appended to the report are parted.
    static bool Rivals(TableReading taken, TableReading other, IReadOnlyList<TableReading> all)
    {
        if (taken.FirstGrid == other.FirstGrid) return true;
        int first = Math.Min(taken.FirstGrid.Position, other.FirstGrid.Position), last = Math.Max(taken.FirstGrid.Position, other.FirstGrid.Position);
        return (other.Coverage >= Substantial) == (taken.Coverage >= Substantial) && taken.FirstGrid.Section == other.FirstGrid.Section && CaptionYear(taken) == CaptionYear(other)
            && !all.Any(r => r.Table.Number != taken.Table.Number && r.HasNumbers && r.FirstGrid.Position > first && r.FirstGrid.Position < last);
    }

    static IReadOnlyList<FigureKey> Differing(TableReading taken, TableReading other)
    {
        var again = other.Figures.ToDictionary(f => f.Figure.Key, f => f.Figure);
        return [.. taken.Figures.Select(f => f.Figure).Where(f => again.TryGetValue(f.Key, out var o) && (o.Value != f.Value || o.State != f.State)).Select(f => f.Key)];
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
