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
static class TableChoice
{
    // A table with fewer of its figures is a fragment, or something else with rows of the same name.
    public const double Substantial = 0.5;

    /// <param name="own">The title of the report, where it is known.</param>
    /// <param name="others">Tables of the same kind that were not taken, and pieces of one.</param>
    public static IReadOnlyList<TableReading> Settle(IReadOnlyList<TableReading> readings, ReportTitle? own, out IReadOnlyList<OtherTable> others)
    {
        var subjects = readings.Select(r => r.FirstGrid).Distinct().ToDictionary(g => g, g => TableSubject.Of(g, own?.Agency, own?.Year));
        var settled = new List<TableReading>();
        var left = new List<OtherTable>();
        foreach (var kind in readings.GroupBy(r => r.Table.Number).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var tables = Overlapping([.. kind]).Select(same => Edition(same, settled)).OrderBy(r => subjects[r.FirstGrid]).ThenByDescending(IsInItsSection)
                .ThenByDescending(r => r.HasNumbers).ThenByDescending(r => r.Coverage >= Substantial).ThenByDescending(r => r.FirstGrid.Section?.ToString() == r.Table.Number)
                .ThenByDescending(CaptionYear).ThenBy(r => r.FirstGrid.Position).ToList();
            var taken = tables.Find(r => subjects[r.FirstGrid] != Subject.Sample);
            if (taken is not null) settled.Add(taken);
            foreach (var other in tables.Where(r => r != taken))
                if (taken is not null && subjects[other.FirstGrid] == subjects[taken.FirstGrid] && Rivals(taken, other, readings) && Differing(taken, other) is { Count: > 0 } differing) left.Add(new(other, differing));
                else if (other.IsFilled) left.Add(new(other, []));
        }
        others = left;
        return settled;
    }

    // A whole table that stands where the form has it goes before any other, be it blank.
    static bool IsInItsSection(TableReading reading) => reading.Coverage >= Substantial && reading.FirstGrid.Section?.ToString() == reading.Table.Number;

    // Only their turn tells which of the two is the report's: they share a grid, or are alike in all else and no other table parts them, as those of
    // a report appended to the report are parted. A table without any number may be a form that was not filled in, or what there is to report.
    static bool Rivals(TableReading taken, TableReading other, IReadOnlyList<TableReading> all)
    {
        if (taken.FirstGrid == other.FirstGrid) return true;
        if (!taken.HasNumbers) return other.HasNumbers;
        // A form that is not filled in right before the filled one is a template, unless words part them.
        if (!other.IsFilled) return taken.FirstGrid.Caption is { } caption && caption != other.FirstGrid.Caption && taken.FirstGrid.Section == other.FirstGrid.Section;
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
    static int CaptionYear(TableReading reading) => reading.FirstGrid.Titles.SelectMany(TableSubject.Years).DefaultIfEmpty(int.MaxValue).Max();
}
