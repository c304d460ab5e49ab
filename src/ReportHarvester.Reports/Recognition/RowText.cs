using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A cell with what it may be: a label, known by its keys, or a value.</summary>
sealed record CellText(GridCell Cell)
{
    readonly Lazy<CellValue> value = new(() => Numbers.Read(Cell.Text) is var read && Cell.Doubtful ? read with { Apart = true } : read);
    readonly Lazy<string> key = new(() => Labels.Key(Cell.Text));
    readonly Lazy<string?> bareKey = new(() => Labels.KeyWithoutRemarks(Cell.Text));

    public CellValue Value => value.Value;
    public string Key => key.Value;

    /// <summary>The key without remarks in brackets, null where there are none.</summary>
    public string? BareKey => bareKey.Value;

    public bool IsBlank => Value.State == CellState.Blank;
    public bool IsNumber => Value.State == CellState.Number;

    public bool Matches(HashSet<string> keys) => keys.Contains(Key) || BareKey is { } bare && keys.Contains(bare);
}

/// <summary>A row of a grid whose cells are looked at as labels and values, each once for all forms.</summary>
sealed record RowText(GridRow Row)
{
    public IReadOnlyList<CellText> Cells { get; } = [.. Row.Cells.Select(c => new CellText(c))];

    public bool HasNumber => Cells.Any(c => c.IsNumber);

    public Origin Origin => Row.Cells[0].Origin with { Box = null, Column = null };
}

/// <summary>A table of the document, ready to be laid under a form.</summary>
sealed record GridText(Grid Grid)
{
    public IReadOnlyList<RowText> Rows { get; } = [.. RowMending.Mend(Grid.Rows).Select(r => new RowText(r))];
}
