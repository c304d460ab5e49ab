namespace ReportHarvester.Reports.Documents;

/// <summary>What every reader makes of a file: blocks of text and grids of cells in reading order, each with its place.</summary>
sealed record Document
{
    public required DocumentFormat Format { get; init; }
    public int? Pages { get; init; }
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Titles that the file carries outside its text, the most trusted first.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The date of publication as the file's meta data print it.</summary>
    public string? Published { get; init; }

    /// <summary>The column of its site that the document says it stands in; null where it does not.</summary>
    public string? Column { get; init; }

    /// <summary>Whether pictures stand in it beside its text.</summary>
    public bool HasPictures { get; init; }

    /// <summary>What the reader could not make out.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    public IEnumerable<Grid> Grids => Blocks.OfType<Grid>();
}

/// <summary>A piece of a document. <see cref="Path"/> is its place in the tree of containers, empty where the format has none.</summary>
abstract record Block
{
    public IReadOnlyList<int> Path { get; init; } = [];
}

/// <summary>A paragraph or a line, folded.</summary>
sealed record TextBlock(string Text, Origin Origin) : Block
{
    /// <summary>Readers set it beside digits of prose that may not show, or not be of one number: no number is read there.</summary>
    public const char Doubt = '\uFFFD';
}

/// <summary>A table: cells in rows and columns that count from 1. <see cref="Number"/> is its place among the document's tables.</summary>
sealed record Grid : Block
{
    readonly Lazy<IReadOnlyList<GridRow>> rows;

    public Grid() => rows = new(() => GridRow.Of(this));

    public required int Number { get; init; }
    public required IReadOnlyList<GridCell> Cells { get; init; }

    /// <summary>True where the file states which columns a cell covers (spans, rulings); false where a cell only has its turn in the row.</summary>
    public bool HasSpans { get; init; } = true;

    public IReadOnlyList<GridRow> Rows => rows.Value;
}

/// <summary>A cell with its text, folded, lines parted by line breaks.</summary>
sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Origin Origin)
{
    public int LastColumn => Column + ColumnSpan - 1;

    /// <summary>True where signs stand in the cell that may or may not belong to its number (raised, struck out, hidden, joined over lines).</summary>
    public bool Doubtful { get; init; }
}

/// <summary>The cells that begin in one row, from left to right.</summary>
sealed record GridRow(Grid Grid, int Number, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The row as a person would copy it, for issues.</summary>
    public string Text => string.Join(" | ", Cells.Select(c => c.Text.Replace('\n', ' ')));

    public static IReadOnlyList<GridRow> Of(Grid grid)
    {
        var cells = grid.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToArray();
        var rows = new List<GridRow>();
        for (var i = 0; i < cells.Length;)
        {
            var j = i + 1;
            while (j < cells.Length && cells[j].Row == cells[i].Row) j++;
            rows.Add(new GridRow(grid, cells[i].Row, cells[i..j]));
            i = j;
        }
        return rows;
    }
}
