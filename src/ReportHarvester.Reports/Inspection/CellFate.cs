using ReportHarvester.Reports.Documents;
using ReportHarvester.Reports.Recognition;

namespace ReportHarvester.Reports.Inspection;

/// <summary>What became of a cell: a figure, proven or not; part of a table's labels and heads; or nothing.</summary>
sealed record CellFate(GridCell Cell, Figure? Figure, bool InTable)
{
    public static IReadOnlyList<CellFate> Of(Document document)
    {
        var figures = ReportReader.Read(document).Report.Figures.ToDictionary(f => (f.Origin.Grid, f.Origin.Row, f.Origin.Column));
        var own = OwnReport.Of(document);
        var rows = FormRecogniser.Read(own.Document, own.Title, out _).SelectMany(t => t.Rows).Select(r => (r.Row.Grid.Number, r.Row.Number)).ToHashSet();
        return [.. from grid in document.Grids from cell in grid.Cells
                   select new CellFate(cell, figures.GetValueOrDefault((grid.Number, cell.Row, cell.Column)), rows.Contains((grid.Number, cell.Row)))];
    }

    /// <summary>In words, for whoever points at the cell.</summary>
    public string Title => Figure is not null
        ? $"{Figure.Key} = {(Figure.State == CellState.Number ? Figure.Value : Figure.State)}{Figure.Unit}{(Figure.Proven ? " ✓" : "")}"
        : $"{(InTable ? "表头或栏目 head or label" : "未归入表格 not placed")}: {Cell.Text.Replace('\n', ' ')}";

    public string Color => this switch
    {
        { Figure: { State: CellState.Number, Proven: true } } => "#9ad29a",
        { Figure.State: CellState.Number } => "#d8ecb0",
        { Figure: not null } => "#cfe0f5",
        { InTable: true } => "#eeeeee",
        _ when Cell.Text.Any(char.IsAsciiDigit) => "#f6b5ae",
        _ => "#ffffff",
    };
}
