using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>The columns of a grid that a head covers, with the head's own cell.</summary>
readonly record struct HeadPlace(int First, int Last, GridCell Cell);

/// <summary>Which column of a block's form each head of the rows above stands over.</summary>
sealed class HeadMap
{
    readonly Dictionary<int, HeadPlace> places = [];
    readonly FormBlock block;

    HeadMap(FormBlock block) => this.block = block;

    public int Count => places.Count;
    public bool IsWhole => Count == block.Columns.Count;

    /// <summary>Columns of the form whose heads are printed, in the order of print.</summary>
    public IReadOnlyList<int> Printed => [.. places.OrderBy(p => p.Value.First).Select(p => p.Key)];

    public HeadPlace? this[int column] => places.TryGetValue(column, out var place) ? place : null;

    public int? FirstColumn => places.Count > 0 ? places.Values.Min(p => p.First) : null;

    public static HeadMap Of(FormBlock block, IReadOnlyList<RowText> headRows, bool hasSpans)
    {
        var map = new HeadMap(block);
        if (headRows.Count == 0) return map;
        var paths = HeadPath.Of(headRows, hasSpans);
        foreach (var same in block.Columns.Select((c, i) => (Column: c, Index: i)).GroupBy(x => x.Column.Head))
            map.Assign([.. same], paths);
        return map;
    }

    // A head that stands once in its group is found by its group; one that stands as often as the form has it, by its turn.
    void Assign(IReadOnlyList<(FormColumn Column, int Index)> same, IReadOnlyList<HeadPath> paths)
    {
        var keys = Keys([same[0].Column.Head, .. same[0].Column.Aliases]);
        var found = paths.Select(p => (Path: p, Cell: p.Find(keys))).Where(x => x.Cell is not null).ToList();
        var runs = found.GroupBy(x => x.Cell!).Select(g => (Cell: g.Key, Paths: g.Select(x => x.Path).ToList())).OrderBy(g => g.Paths[0].Column).ToList();
        for (var i = 0; i < same.Count; i++)
        {
            var inGroup = runs.Where(r => IsUnder(r.Paths, same[i].Column.Group)).ToList();
            var run = inGroup.Count == 1 ? inGroup[0] : runs.Count == same.Count ? runs[i] : default;
            if (run.Paths is { } columns) places[same[i].Index] = new HeadPlace(columns[0].Column, columns[^1].Column, run.Cell);
        }
    }

    // 行政诉讼（未经复议直接起诉） may stand for two heads over each other: the nearest group tells, wherever it is written.
    static bool IsUnder(List<HeadPath> paths, IReadOnlyList<string> group) =>
        group.Count == 0 || Labels.Key(group[^1]) is var name && paths.All(path => path.Speaks(name));

    static HashSet<string> Keys(IEnumerable<string> names) => [.. names.Select(Labels.Key)];
}
