using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A row of the document taken for a row of the form, with its heads and the way its values were placed.</summary>
sealed record RowClaim(GridText Grid, RowText Row, FormBlock Block, FormRow FormRow, IReadOnlyList<RowText> HeadRows, HeadMap Heads, RowPlacement Placement)
{
    // A label no shorter is found nowhere but in this form.
    const int TellingLabel = 6;

    /// <summary>The label as printed, where it was recognised in spite of a slip.</summary>
    public string? Slip { get; init; }

    /// <summary>The unit that stands beside the values, in a column of its own.</summary>
    public string? Unit { get; init; }

    /// <summary>The label as printed; empty where the row is known by its heads alone.</summary>
    public string Label { get; init; } = "";

    /// <summary>The same row of the form, printed right below once more.</summary>
    public RowText? Again { get; init; }

    /// <summary>Nothing printed tells that the values are this label's and not its neighbour's.</summary>
    public bool HasDoubtfulLabel { get; init; }

    /// <summary>Words stand over the values that are no heads of the form.</summary>
    public bool HasOtherHeads { get; init; }

    /// <summary>The words over the row's only value that are no head of the form.</summary>
    public GridCell? OtherHead { get; init; }

    /// <summary>Place of the row, or of its first column where the row has no label, in the order of the form.</summary>
    public int Order { get; init; }

    public bool IsTelling => Slip is null && FormRow.Keys.Any(k => k.Key.Length >= TellingLabel);

    /// <summary>Whether the row's heads alone show that it belongs to the form.</summary>
    public bool HasHeads => !Block.IsList && Heads.Count >= Math.Min(2, Block.Width);

    public bool IsEmpty => Placement.Cells.All(c => c is null or { IsBlank: true });

    /// <summary>Whether both rows fill the same place of the form.</summary>
    public bool Repeats(RowClaim other) =>
        FormRow == other.FormRow ? FormRow.Label.Length > 0 || Placement.Cells.Zip(other.Placement.Cells).Any(c => c.First is not null && c.Second is not null)
        : (FormRow.Label.Length == 0) != (other.FormRow.Label.Length == 0) && Keys.Intersect(other.Keys).Any();

    // Table 4 may be printed in one row or in three.
    IEnumerable<FigureKey> Keys => Enumerable.Range(0, Placement.Cells.Count).Where(c => Placement.Cells[c] is not null).Select(c => Block.Key(FormRow, c));
}
