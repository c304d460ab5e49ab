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
    readonly bool hasSpans;
    bool? inOneLine;

    HeadMap(FormBlock block, bool hasSpans) => (this.block, this.hasSpans) = (block, hasSpans);

    /// <summary>Whether the cells state their columns; else a cell only has its turn in the row.</summary>
    public bool HasSpans => hasSpans;

    public int Count => places.Count;
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

    public static HeadMap Of(FormBlock block, IReadOnlyList<RowText> headRows, GridText grid)
    {
        var map = new HeadMap(block, grid.Grid.HasSpans);
        if (headRows.Count == 0) return map;
        var paths = HeadPath.Of(headRows, grid.Grid.HasSpans);
        var caption = grid.Caption is { } text && Labels.Key(text) is var key ? HeadPath.GroupIn(key, block.GroupKeys) : null;
        foreach (var same in block.Columns.Select((c, i) => (Column: c, Index: i)).GroupBy(x => x.Column.Head))
            map.Assign([.. same], paths, caption);
        map.FirstColumn = map.places.Count > 0 ? map.places.Values.Min(p => p.First) : null;
        return map;
    }

    // A head is found by its group where groups are printed over it or over the table, else by its turn if it stands as often as the form has it.
    void Assign(IReadOnlyList<(FormColumn Column, int Index)> same, IReadOnlyList<HeadPath> paths, string? caption)
    {
        var runs = paths.Select(p => (Path: p, Cell: p.Find(same[0].Column.Keys, block, same[0].Column.Head))).Where(x => x.Cell is not null).GroupBy(x => x.Cell!, ReferenceEqualityComparer.Instance)
            .Select(g => (Cell: (GridCell)g.Key!, Paths: g.Select(x => x.Path).ToList())).OrderBy(r => r.Paths[0].Column)
            .Select(r => (r.Cell, r.Paths, Group: GroupOf(r.Paths) ?? caption)).ToList();
        if (runs.Count == 0) return;
        var grouped = runs.Any(r => r.Group is not null);
        for (var i = 0; i < same.Count; i++)
        {
            var group = same[i].Column.Group;
            var found = grouped ? runs.Where(r => group.Count > 0 && r.Group == group[^1]).ToList() : runs.Count == same.Count ? [runs[i]] : [];
            if (found is [var (cell, columns, _)]) places[same[i].Index] = new HeadPlace(columns[0].Column, columns[^1].Column, cell);
        }
    }

    string? GroupOf(List<HeadPath> paths) =>
        paths.Select(p => p.GroupOf(block.GroupKeys)).Distinct().ToList() is [var group] ? group : null;
}
