namespace ReportHarvester.Reports.Excel;

/// <summary>What a cell shows otherwise than the library tells it; null where only its number is in doubt: raised, struck out or white.</summary>
sealed record CellMark(string? Text)
{
    /// <summary>A cell that shows nothing, and is meant to.</summary>
    public static CellMark Blank { get; } = new("") { IsSure = true };

    /// <summary>Whether there is no doubt about what it shows.</summary>
    public bool IsSure { get; init; }
}

/// <summary>The marked cells and the hidden rows of a workbook, by the names of sheets, in XLS by their turn, then rows and columns from 0.</summary>
sealed class CellMarks
{
    // Only Excel could work it out.
    public const string Unworked = "［公式］";

    /// <summary>Ranges with conditions times cells that are looked at.</summary>
    public const long MostLooks = 20_000_000;

    static readonly Dictionary<(int, int), CellMark> None = [];

    readonly Dictionary<string, Dictionary<(int Row, int Column), CellMark>> bySheet = [];

    readonly HashSet<(string Sheet, int Row)> hidden = [];

    /// <summary>What stands for a sheet's name: those of older workbooks are written in bytes of who knows what encoding.</summary>
    public static string Turn(int sheet) => sheet.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static UnreadableDocumentException TooManyConditions() => Archives.Unpacking.TooLarge("条件格式过多。A sheet has too many conditions.");

    public IReadOnlyDictionary<(int Row, int Column), CellMark> Of(string sheet) => bySheet.GetValueOrDefault(sheet) ?? None;

    public bool IsHidden(string sheet, int row) => hidden.Contains((sheet, row));

    public void Hide(string sheet, int row) => hidden.Add((sheet, row));

    /// <summary>Leaves in doubt what is not marked yet.</summary>
    public void Doubt(string sheet, int row, int column)
    {
        if (!Of(sheet).ContainsKey((row, column))) Add(sheet, row, column, new CellMark(null));
    }

    public void Add(string sheet, int row, int column, CellMark mark)
    {
        if (!bySheet.TryGetValue(sheet, out var cells)) bySheet[sheet] = cells = [];
        cells[(row, column)] = mark;
    }
}
