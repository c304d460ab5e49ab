namespace ReportHarvester.Publisher.Tables;

/// <summary>What a cell is for; printers dress the kinds differently.</summary>
enum CellKind { Title, Head, Group, Label, Value }

/// <summary>How the lines of a cell are set: broken by line feeds, in paragraphs, or turned upright.</summary>
enum Setting { Lines, Paragraphs, Upright }

/// <summary>A printed cell. Figure is the key of the figure it prints; a line feed in the text is a line break.</summary>
sealed record Cell(string Text, CellKind Kind, int Columns = 1, int Rows = 1, string? Figure = null)
{
    public Setting Setting { get; init; }
}

/// <summary>A row holds the cells that begin in it.</summary>
sealed record Row(IReadOnlyList<Cell> Cells);

/// <summary>A table as printed; widths are shares of the whole, one a column.</summary>
sealed record Table(IReadOnlyList<Row> Rows, IReadOnlyList<double> Widths, int HeadRows)
{
    public Table Changing(Func<Cell, Cell> change) => this with { Rows = [.. Rows.Select(r => new Row([.. r.Cells.Select(change)]))] };
}

/// <summary>The tables of sections two, three and four; a section may print its table in pieces.</summary>
sealed record ReportTables(IReadOnlyList<Table> Two, IReadOnlyList<Table> Three, IReadOnlyList<Table> Four)
{
    public ReportTables Changing(Func<Cell, Cell> change) => new(
        [.. Two.Select(t => t.Changing(change))], [.. Three.Select(t => t.Changing(change))], [.. Four.Select(t => t.Changing(change))]);
}

/// <summary>A cell with the place it takes in the grid, spans counted out.</summary>
sealed record PlacedCell(Cell Cell, int Row, int Column);
