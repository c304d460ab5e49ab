using System.Buffers;
using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports.Recognition;

/// <summary>One table of one edition, with what its rows and heads are known by.</summary>
sealed record TableLayout(Form Form, FormTable Table)
{
    public static IReadOnlyList<TableLayout> All { get; } = [.. from form in Form.All from table in form.Tables select new TableLayout(form, table)];

    /// <summary>Rows with a label, in the order of the form.</summary>
    public IReadOnlyList<(FormBlock Block, FormRow Row)> Labelled { get; } =
        [.. from block in Table.Blocks from row in block.Rows where row.Label.Length > 0 select (block, row)];

    /// <summary>The block whose one row is known by its heads alone, if the table has one.</summary>
    public FormBlock? Unlabelled { get; } = Table.Blocks.FirstOrDefault(b => b.Rows.Any(r => r.Label.Length == 0));

    public HashSet<string> Heads { get; } =
        [.. Table.Blocks.SelectMany(b => b.Columns).SelectMany(c => c.Keys.Concat(c.Group.Select(Labels.Key)))
            .Concat(Table.Blocks.SelectMany(b => b.GroupKeys).Select(g => g.Key)).Concat(Table.Blocks.SelectMany(b => b.UnitHeads.Concat(b.OtherHeads)).Select(Labels.Key))];

    /// <summary>The groups within a group of rows: 不予公开 of 本年度办理结果.</summary>
    public HashSet<string> InnerGroups { get; } = [.. Table.Blocks.SelectMany(b => b.Rows).SelectMany(r => r.Group.Skip(1)).Select(Labels.Key)];

    /// <summary>The block of which each row has one figure beside its unit, if the table has one.</summary>
    public FormBlock? List { get; } = Table.Blocks.FirstOrDefault(b => b.IsList);

    readonly ILookup<string, (LabelKey Label, int Place)> byKey = (
        from block in Table.Blocks from row in block.Rows where row.Label.Length > 0 select row)
        .SelectMany((row, place) => row.Keys.Select(label => (label, place))).ToLookup(x => x.label.Key);

    /// <summary>The row that a cell is the label of, remarks in brackets aside: of several in the form the first after the row above, else the first.</summary>
    public (FormBlock Block, FormRow Row)? Exact(CellText cell, FormRow? above = null)
    {
        var after = above is { Label.Length: > 0 } ? PlaceOf(above) : -1;
        var place = Math.Min(Place(cell.Key, cell, after), cell.BareKey is { } bare ? Place(bare, cell, after) : int.MaxValue);
        return place < int.MaxValue ? Labelled[place] : null;
    }

    /// <summary>Where a row with a label stands in the form, from 0.</summary>
    public int PlaceOf(FormRow row)
    {
        var place = 0;
        while (!ReferenceEquals(Labelled[place].Row, row)) place++;
        return place;
    }

    /// <summary>The row whose label the cell bears behind a character or two: the rest of a group's label, which found no room in its own cell.</summary>
    public (FormBlock Block, FormRow Row)? BehindRest(CellText cell)
    {
        var text = cell.Cell.Text;
        var blank = text.AsSpan().IndexOfAny(' ', '\n');
        return blank is > 0 and <= LongestRest && text.AsSpan(0, blank).ContainsAnyExcept(Digits) ? Exact(new CellText(cell.Cell with { Text = text[(blank + 1)..] })) : null;
    }

    int Place(string key, CellText cell, int after)
    {
        int first = int.MaxValue, next = int.MaxValue;
        if (byKey.Contains(key))
            foreach (var (label, place) in byKey[key])
                if (label.Fits(key, cell.Numbering))
                {
                    first = Math.Min(first, place);
                    if (place > after) next = Math.Min(next, place);
                }
        return next < int.MaxValue ? next : first;
    }

    /// <summary>The only row whose label the cell may be with a slip of the pen.</summary>
    public (FormBlock Block, FormRow Row)? Slip(CellText cell)
    {
        (FormBlock, FormRow)? near = null;
        foreach (var candidate in Labelled)
        {
            if (!IsSlip(cell.Key, candidate.Row)) continue;
            if (near is not null) return null;
            near = candidate;
        }
        return near;
    }

    static bool IsSlip(string printed, FormRow row)
    {
        foreach (var label in row.Keys)
            if (Labels.IsSlip(printed, label.Key)) return true;
        return false;
    }

    /// <summary>The row that follows another in the form, if the cell is its label with a slip, or as much of it as a page leaves: however short the label, it stands where it should.</summary>
    public (FormBlock Block, FormRow Row)? Next(FormRow? above, CellText cell)
    {
        var next = above is { Label.Length: > 0 } ? PlaceOf(above) + 1 : Labelled.Count;
        return next < Labelled.Count && IsNear(cell.Key, Labelled[next].Row) ? Labelled[next] : null;
    }

    static bool IsNear(string printed, FormRow row)
    {
        foreach (var label in row.Keys)
            if (printed.Length >= ShortestCut && label.Key.StartsWith(printed, StringComparison.Ordinal) || label.Key.Length >= ShortestLabel && Math.Abs(printed.Length - label.Key.Length) <= 1 && Labels.Distance(printed, label.Key) == 1 && !Labels.IsTurned(printed, label.Key) || Labels.IsSlip(printed, label.Key)) return true;
        return false;
    }

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    const int LongestRest = 2;

    // Of shorter labels one character is too much.
    const int ShortestLabel = 3;

    // Less of a label may be another's.
    const int ShortestCut = 5;
}
