using System.Xml.Linq;
using ReportHarvester.Reports.Archives;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Word;

/// <summary>A table of a Word document as a grid. The columns of its cells are stated; a cell that goes on from above is part of that one.</summary>
sealed class WordTable(WordParagraphs paragraphs, int number)
{
    // A cell that says more than any of a statutory table holds an article; a table within a cell that says more than a label is one of its own.
    const int LongestCell = 1000, LongestWithin = 60;

    // No statutory table comes near these.
    const int MostColumns = 200, MostCells = 200_000;

    readonly List<GridCell> cells = [];

    // By first column: the place among the cells of what goes on downward.
    readonly Dictionary<int, int> open = [];

    /// <summary>Whether the table only arranges what stands in it.</summary>
    public static bool IsLayout(XElement table)
    {
        var own = Rows(table).SelectMany(Cells).Take(MostCells + 1).ToList();
        if (own.Count > MostCells) throw Unpacking.TooLarge($"表格超过{MostCells}格。Its tables have too many cells.");
        return own.Count < 2 || own.Exists(c => IsLonger(c, LongestCell) || WordElements.Within(c, "tbl").Any(t => IsLonger(t, LongestWithin)));
    }

    public Grid Read(XElement table)
    {
        var row = 0;
        foreach (var printed in Rows(table)) Add(printed, ++row);
        return new Grid { Number = number, Cells = cells };
    }

    static IEnumerable<XElement> Rows(XElement table) =>
        WordElements.Within(table, "tr").Where(r => r.Child("trPr") is not { } p || p.Child("del") is null && !p.Child("hidden").IsOn());

    static IEnumerable<XElement> Cells(XElement row) => WordElements.Within(row, "tc").Where(c => c.Child("tcPr").Child("cellDel") is null);

    static bool IsLonger(XElement element, int length)
    {
        foreach (var text in element.Descendants())
            if (text.Name() == "t" && (length -= text.Value.Length) < 0) return true;
        return false;
    }

    void Add(XElement printed, int row)
    {
        var column = 1 + Math.Clamp(printed.Child("trPr").Child("gridBefore").Number() ?? 0, 0, MostColumns);
        if (column > 1) Begin(row, 1, column - 1, ("", false), false);
        foreach (var cell in Cells(printed))
        {
            if (column > MostColumns) break;
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, MostColumns);
            var text = WordCell.Read(cell, paragraphs);
            XElement? down = properties.Child("vMerge"), across = properties.Child("hMerge");
            if (GoesOn(down) && open.TryGetValue(column, out var above)) GoOn(above, text);
            else if (GoesOn(across) && cells is [.., var left] && left.Row == row) cells[^1] = left with { ColumnSpan = left.ColumnSpan + span };
            else Begin(row, column, span, text, down is not null);
            column += span;
        }
    }

    static bool GoesOn(XElement? merge) => merge is not null && merge.Value() != "restart";

    void Begin(int row, int column, int span, (string Text, bool Doubtful) content, bool goesOn)
    {
        for (var c = column; c < column + span; c++) open.Remove(c);
        if (goesOn) open[column] = cells.Count;
        cells.Add(new GridCell(row, column, 1, span, content.Text, new Origin { Grid = number, Row = row, Column = column }) { Doubtful = content.Doubtful });
    }

    // What stands in the lower parts of a joined cell does not show, unless it only repeats.
    void GoOn(int above, (string Text, bool Doubtful) part)
    {
        var cell = cells[above];
        cells[above] = cell with { RowSpan = cell.RowSpan + 1, Doubtful = cell.Doubtful || part.Text.Length > 0 && part.Text != cell.Text };
    }
}
