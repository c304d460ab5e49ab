using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The columns of a grid that a head covers, with the head's own cell.</summary>
readonly record struct HeadPlace(int First, int Last, GridCell Cell, bool IsSlip);

/// <summary>Which column of a block's form each head of the rows above stands over.</summary>
sealed class HeadMap
{
    readonly Dictionary<int, HeadPlace> places = [];
    readonly FormBlock block;
    readonly bool hasSpans;
    bool? inOneLine;

    HeadMap(FormBlock block, bool hasSpans) => (this.block, this.hasSpans) = (block, hasSpans);

    /// <summary>Whether the cells state their columns; else a cell only has its turn in the row.</summary>
    public bool HasSpans => hasSpans;

    public int Count => places.Count;
    /// <summary>Whether all heads are printed, in the order of the form.</summary>
    public bool IsInOrder => IsWhole && Printed.Index().All(c => c.Index == c.Item);

    /// <summary>Heads that are printed with a slip, by column of the form.</summary>
    public IEnumerable<(int Column, GridCell Head)> Slips => places.Where(p => p.Value.IsSlip).Select(p => (p.Key, p.Value.Cell));

    /// <summary>What the head of a column is known by.</summary>
    public IReadOnlySet<string> Keys(int column) => block.Columns[column].Keys;

    public bool IsWhole => Count == block.Width;

    public HeadPlace? this[int column] => places.TryGetValue(column, out var place) ? place : null;

    public int? FirstColumn { get; private set; }

    public int LastColumn => places.Values.Max(p => p.Last);

    /// <summary>Columns of the form whose heads are printed, in the order of print.</summary>
    public IReadOnlyList<int> Printed => field ??= [.. places.OrderBy(p => p.Value.First).Select(p => p.Key)];

    /// <summary>
    /// Whether the places of the heads can be trusted: cells state their columns, or all heads stand in one line and have nothing but their turn.
    /// </summary>
    public bool HasPlaces => hasSpans || (inOneLine ??= places.Values.Select(p => p.Cell.Row).Distinct().Count() <= 1);

    /// <param name="paths">The columns of the grid with the heads over them; none where it has no heads.</param>
    public static HeadMap Of(FormBlock block, IReadOnlyList<HeadPath> paths, GridText grid)
    {
        var map = new HeadMap(block, grid.Grid.HasSpans);
        if (paths.Count == 0) return map;
        var caption = grid.Caption is { } text && Labels.Key(text) is var key ? HeadPath.GroupIn(key, block) : null;
        foreach (var same in block.SameHeads) map.Assign(same, paths, caption);
        map.FirstColumn = map.places.Count > 0 ? map.places.Values.Min(p => p.First) : null;
        return map;
    }

    /// <summary>
    /// The heads as they stand over the values of a row in another grid, which has more or fewer columns left of them: as many go on to its right border,
    /// and on paper they stand over the same places. Null where they do not.
    /// </summary>
    public HeadMap? Over(IReadOnlyList<CellText> values, int by)
    {
        if (by == 0) return this;
        if (values.Count == 0 || FirstColumn + by != values[0].Cell.Column) return null;
        var moved = new HeadMap(block, hasSpans) { FirstColumn = FirstColumn + by };
        foreach (var (column, place) in places) moved.places[column] = place with { First = place.First + by, Last = place.Last + by };
        return moved.places.Values.All(p => values.Any(v => v.Cell.Column <= p.First && v.Cell.LastColumn >= p.Last && IsOver(p.Cell, v.Cell))) ? moved : null;
    }

    static bool IsOver(GridCell head, GridCell value) =>
        head.Origin.Box is { } over && value.Origin.Box is { } under && (under.Left + under.Right) / 2 is var middle && middle > over.Left && middle < over.Right;

    // A head is found by its group where groups are printed over it or over the table, else by its turn if it stands as often as the form has it.
    void Assign(IReadOnlyList<int> same, IReadOnlyList<HeadPath> paths, string? caption)
    {
        var runs = Runs(block.Columns[same[0]], paths);
        if (runs.Count == 0) return;
        var groups = runs.ConvertAll(run => GroupOf(run.Paths) ?? caption);
        var grouped = groups.Exists(g => g is not null);
        for (var i = 0; i < same.Count; i++)
        {
            var group = block.Columns[same[i]].Group;
            var run = grouped ? group.Count > 0 ? Only(groups, group[^1]) : -1 : runs.Count == same.Count ? i : -1;
            if (run >= 0) places[same[i]] = new HeadPlace(runs[run].Paths[0].Column, runs[run].Paths[^1].Column, runs[run].Cell, runs[run].IsSlip);
        }
    }

    // The cells that bear a head, from left to right, with the columns under each.
    List<(GridCell Cell, bool IsSlip, List<HeadPath> Paths)> Runs(FormColumn column, IReadOnlyList<HeadPath> paths)
    {
        if (column.Totals.Count > 0 && Runs(column, column.TotalKeys, paths) is { Count: > 0 } totals) return totals;
        return Runs(column, column.Keys, paths);
    }

    List<(GridCell Cell, bool IsSlip, List<HeadPath> Paths)> Runs(FormColumn column, HashSet<string> keys, IReadOnlyList<HeadPath> paths)
    {
        var runs = new List<(GridCell Cell, bool IsSlip, List<HeadPath> Paths)>();
        foreach (var path in paths)
        {
            // "Number of the year | in all": what stands over both is the head of the first only.
            if (path.Own is [var lowest, _, ..] && lowest.Matches(block.OtherKeys)) continue;
            if (path.Find(keys, block, column.Head) is not { } found) continue;
            if (runs.FindIndex(r => ReferenceEquals(r.Cell, found.Cell)) is >= 0 and var run) runs[run].Paths.Add(path);
            else runs.Add((found.Cell, found.IsSlip, [path]));
        }
        return runs;
    }

    static int Only(List<string?> groups, string group) => groups.IndexOf(group) is var first && first == groups.LastIndexOf(group) ? first : -1;

    string? GroupOf(List<HeadPath> paths) =>
        paths.Select(p => p.GroupOf(block)).Distinct().ToList() is [var group] ? group : null;
}
