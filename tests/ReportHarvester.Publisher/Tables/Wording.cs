namespace ReportHarvester.Publisher.Tables;

/// <summary>Changes the wording of labels and heads, never of figures.</summary>
static class Wording
{
    /// <summary>One character a line.</summary>
    public static Cell Upright(Cell cell) =>
        cell.Kind == CellKind.Group ? cell with { Text = string.Join('\n', cell.Text.AsEnumerable()) } : cell;

    /// <summary>其它 for 其他, and none of the official form's words otherwise.</summary>
    public static Cell OtherCharacter(Cell cell) => Replaced(cell, "其他", "其它");

    /// <summary>Spaces inside labels, from justified text or retyping.</summary>
    public static Cell Spaced(Cell cell) => cell.Kind switch
    {
        CellKind.Group or CellKind.Title => Replaced(Replaced(cell, "、", " 、"), "办理", "办 理"),
        CellKind.Label => Replaced(Replaced(Replaced(cell, "重复", "重 复"), "情形，", "情 形，"), "信息", "信 息"),
        _ => cell,
    };

    public static Func<Cell, Cell> Typo(string right, string wrong) => cell => Replaced(cell, right, wrong);

    /// <summary>A full stop and a space after the numbers of rows, half-width brackets: "1. 属于国家秘密", "(一) 予以公开".</summary>
    public static Cell HalfWidth(Cell cell) => cell.Kind == CellKind.Value ? cell
        : cell with { Text = string.Concat(cell.Text.Select((c, i) => c switch
        {
            '（' => "(", '）' => i < 4 ? ") " : ")", '，' => ",", '.' when i == 1 => ". ", _ => c.ToString(),
        })) };

    /// <summary>Long heads in two lines.</summary>
    public static Cell BrokenHeads(Cell cell) =>
        cell is { Kind: CellKind.Head, Text: { Length: > 5 and < 12 } text }
            ? cell with { Text = text[..^4] + "\n" + text[^4..] } : cell;

    static Cell Replaced(Cell cell, string old, string now) =>
        cell.Kind == CellKind.Value ? cell : cell with { Text = cell.Text.Replace(old, now) };
}
