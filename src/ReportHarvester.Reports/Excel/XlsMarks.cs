using System.Buffers.Binary;
using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Excel;

/// <summary>Finds the cells of an XLS workbook ([MS-XLS]) that do not show as the library tells them: errors, zeros of a sheet that shows none, and texts that are raised, struck out or white, all of them or in part.</summary>
sealed class XlsMarks
{
    const int Font = 0x31, Style = 0xE0, Texts = 0xFC, Continued = 0x3C, Sheet = 0x85, Begin = 0x809, End = 0x0A,
        Number = 0x203, Packed = 0x27E, ManyPacked = 0xBD, Shared = 0xFD, Rich = 0xD6, Label = 0x204, Formula = 0x06, Constant = 0x205, Row = 0x208, View = 0x23E, Conditions = 0x1B0, Condition = 0x1B1;

    static readonly Dictionary<byte, string> Errors = new() { [0x00] = "#NULL!", [0x07] = "#DIV/0!", [0x0F] = "#VALUE!", [0x17] = "#REF!", [0x1D] = "#NAME?", [0x24] = "#NUM!", [0x2A] = "#N/A" };

    // The palette's white; and the first of the fonts' numbers that is left out.
    const int White = 9, NoFont = 4;

    // The first eight colours are those of the palette once more.
    const int Palette = 8;

    const int HasNoHeight = 0x20, ShowsZeros = 0x10;

    readonly CellMarks marks = new();
    readonly byte[] book;
    readonly List<(FontShow Show, int Colour)> fonts = [];
    // Of each style its font, and the colour under it: none where nothing is filled, -1 for a pattern.
    readonly List<(int Font, int? Ground)> styles = [];
    readonly List<int> sheets = [];
    readonly Dictionary<int, CellMark> markedTexts = [];
    // Of one sheet, which says after its cells whether it shows them, and under what conditions.
    readonly List<(int Row, int Column)> zeros = [], cells = [];
    IReadOnlyList<(int Top, int Bottom, int Left, int Right)> ranges = [];
    long looks;

    XlsMarks(byte[] book)
    {
        this.book = book;
        List<ReadOnlyMemory<byte>> texts = [];
        foreach (var (kind, data) in Records(0)) ReadGlobal(kind, data, texts);
        if (texts.Count > 0)
            foreach (var (index, runs) in new XlsTexts(texts).Rich())
                if (RichText.Mark([.. runs.Select(r => (FontOf(r.Font).Show, r.Text))]) is { } mark) markedTexts[index] = mark;
        foreach (var (turn, at) in sheets.Index())
        {
            zeros.Clear();
            cells.Clear();
            foreach (var (kind, data) in Records(at)) ReadCell(CellMarks.Turn(turn), kind, data.Span);
        }
    }

    public static CellMarks Of(byte[] bytes) =>
        new CompoundFile(bytes) is var file && (file.Stream("Workbook") ?? file.Stream("Book")) is { } book ? new XlsMarks(book).marks : new CellMarks();

    // The records of a part, which may hold others (charts); what is cut off at the end is left out.
    IEnumerable<(int Kind, ReadOnlyMemory<byte> Data)> Records(int at)
    {
        var depth = 0;
        while (at >= 0 && at + 4 <= book.Length)
        {
            int kind = Short(book.AsSpan(at)), length = Short(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length) yield break;
            if (kind == Begin) depth++;
            if (kind == End && --depth <= 0) yield break;
            if (depth <= 1) yield return (kind, book.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }

    void ReadGlobal(int kind, ReadOnlyMemory<byte> data, List<ReadOnlyMemory<byte>> texts)
    {
        var bytes = data.Span;
        if (kind == Font && bytes.Length >= 10) fonts.Add((Show(bytes), Colour(Short(bytes[4..]))));
        else if (kind == Style && bytes.Length >= 2) styles.Add((Short(bytes), Ground(bytes)));
        // Of charts and macros the library tells nothing.
        else if (kind == Sheet && bytes.Length >= 8 && bytes[5] == 0) sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(bytes));
        // What does not fit into one record goes on in the next; nothing else stands between.
        else if (kind == Texts && texts.Count == 0 || kind == Continued && texts.Count > 0 && texts[^1].Length > 0) texts.Add(data);
        else if (texts.Count > 0) texts.Add(default);
    }

    static FontShow Show(ReadOnlySpan<byte> font) =>
        (Short(font[2..]) & 8) != 0 || Short(font[8..]) != 0 ? FontShow.Apart : Colour(Short(font[4..])) == White ? FontShow.White : FontShow.Plain;

    static int Colour(int number) => number < Palette ? number + Palette : number;

    // In workbooks of Excel 5 and 95 a style is shorter.
    static int? Ground(ReadOnlySpan<byte> style) => style.Length switch
    {
        >= 20 => Ground(BinaryPrimitives.ReadUInt32LittleEndian(style[14..]) >> 26, Short(style[18..])),
        >= 16 => Ground((uint)Short(style[10..]) & 0x3F, Short(style[8..])),
        _ => -1,
    };

    static int? Ground(uint pattern, int colours) => pattern switch
    {
        0 => null,
        1 => Colour(colours & 0x7F),
        _ => -1,
    };

    (FontShow Show, int Colour) FontOf(int font) => (font > NoFont ? font - 1 : font) is var at && at >= 0 && at < fonts.Count ? fonts[at] : default;

    // Struck out or raised, white on nothing, or in the colour of its own ground.
    bool IsMarked((int Font, int? Ground) style) => FontOf(style.Font) is var (show, colour) && (show == FontShow.Apart || (style.Ground is { } ground ? ground == colour : show == FontShow.White));

    void ReadCell(string sheet, int kind, ReadOnlySpan<byte> cell)
    {
        if (kind == View && cell.Length >= 2 && (Short(cell) & ShowsZeros) == 0)
            foreach (var (zeroRow, zeroColumn) in zeros) marks.Add(sheet, zeroRow, zeroColumn, CellMark.Blank);
        if (kind == Row && cell.Length >= 14 && (Short(cell[12..]) & HasNoHeight) != 0) marks.Hide(sheet, Short(cell));
        if (kind == Conditions) ranges = XlsConditions.Ranges(cell);
        if (kind == Condition && XlsConditions.Hides(cell)) Doubt(sheet);
        if (kind is not (Number or Packed or ManyPacked or Shared or Rich or Label or Formula or Constant) || cell.Length < 6) return;
        int row = Short(cell), column = Short(cell[2..]);
        if (kind == ManyPacked)
            for (var at = 4; at + 8 <= cell.Length; at += 6, column++) Mark(Short(cell[at..]), IsZero(Packed, cell[(at - 4)..]));
        else if (kind == Rich) marks.Add(sheet, row, column, new CellMark(null));
        else if (kind == Shared && cell.Length >= 10 && markedTexts.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(cell[6..]), out var mark)) marks.Add(sheet, row, column, mark);
        else if (Error(kind, cell) is { } error) marks.Add(sheet, row, column, new CellMark(error));
        else if (kind == Formula && IsZero(kind, cell) && IsUnworked(cell)) marks.Add(sheet, row, column, new CellMark(null));
        else Mark(Short(cell[4..]), IsZero(kind, cell));

        void Mark(int style, bool isZero)
        {
            cells.Add((row, column));
            if (isZero) zeros.Add((row, column));
            if (style < styles.Count && IsMarked(styles[style])) marks.Add(sheet, row, column, new CellMark(null));
        }
    }

    void Doubt(string sheet)
    {
        foreach (var (top, bottom, left, right) in ranges)
        {
            if ((looks += cells.Count) > CellMarks.MostLooks) throw CellMarks.TooManyConditions();
            foreach (var (row, column) in cells)
                if (row >= top && row <= bottom && column >= left && column <= right) marks.Doubt(sheet, row, column);
        }
    }

    // A packed number bears two bits of how it is packed before its value.
    static bool IsZero(int kind, ReadOnlySpan<byte> cell) =>
        kind is Number or Formula && cell.Length >= 14 && BinaryPrimitives.ReadDoubleLittleEndian(cell[6..]) == 0
        || kind == Packed && cell.Length >= 10 && BinaryPrimitives.ReadUInt32LittleEndian(cell[6..]) >> 2 == 0;

    // Worked out when the workbook is opened, or whenever anything is: programs that cannot do so write a zero ([MS-XLS] 2.4.127).
    static bool IsUnworked(ReadOnlySpan<byte> formula) => formula.Length >= 16 && (Short(formula[14..]) & 3) != 0;

    // A constant that is no truth value, or a formula that came to one.
    static string? Error(int kind, ReadOnlySpan<byte> cell) =>
        kind == Constant && cell.Length >= 8 && cell[7] != 0 ? Errors.GetValueOrDefault(cell[6], "#")
        : kind == Formula && cell.Length >= 14 && cell[12] == 0xFF && cell[13] == 0xFF && cell[6] == 2 ? Errors.GetValueOrDefault(cell[8], "#") : null;

    static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
