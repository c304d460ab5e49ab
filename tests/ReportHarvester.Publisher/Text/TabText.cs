using System.Text;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Text;

/// <summary>
/// A report copied out of a PDF as text with tabs. Table 3 is cut before a row by a page turn; what stands between the pieces, the number
/// of columns a piece has, a row that lost its group's column and a figure too many are the traits of such copies.
/// </summary>
sealed record TabText(string CutBefore, IReadOnlyList<int> ColumnsOfPieces, string BetweenPieces)
{
    /// <summary>Row printed at the left edge, without the empty field of its group.</summary>
    public string Unindented { get; init; } = "";

    /// <summary>Row with an eighth figure, where it stands among the others, and the figure.</summary>
    public (string Row, int At, string Figure) Surplus { get; init; } = ("", 0, "");

    public string Of(Truth truth, ReportTables tables)
    {
        var text = new StringBuilder($"{truth.Agency}\n\n{truth.Agency} {truth.Year} 年政府信息公开 工作年度报告\n\n");
        foreach (var (paragraph, _, section) in Narrative.Of(truth).Blocks())
            text.Append(section switch
            {
                0 => TurnedPage(paragraph),
                3 => Requests(tables.Three[0]),
                _ => string.Concat(Article.TablesOf(tables, section).Select(t => Lines(t, t.Widths.Count))),
            }).Append('\n');
        return text.Append($"{truth.Agency}\n\n{truth.Dated:yyyy年M月d日}").ToString();
    }

    /// <summary>A long paragraph is torn by the turn of the page.</summary>
    static string TurnedPage(string paragraph) =>
        paragraph.Length < 62 ? paragraph + "\n" : paragraph[..31] + "\n\n" + paragraph[31..] + "\n";

    string Requests(Table whole)
    {
        var pieces = Pieces.Cut(whole, Pieces.RowOf(whole, CutBefore), repeatHead: true, repeatGroups: false);
        return string.Join(BetweenPieces, pieces.Zip(ColumnsOfPieces, Lines));
    }

    string Lines(Table table, int columns)
    {
        var grid = Grid.Of(table).ToLookup(p => p.Row);
        return string.Concat(Enumerable.Range(0, table.Rows.Count).Select(r => Line([.. grid[r]], table, columns)));
    }

    string Line(IReadOnlyList<PlacedCell> row, Table table, int columns)
    {
        var fields = new List<string>();
        foreach (var (cell, _, column) in row)
        {
            while (fields.Count < Shifted(column, table, columns))
                fields.Add("");
            fields.Add(cell.Text);
        }
        var indicator = row.Select(p => p.Cell.Figure?.Split('|')[0]).FirstOrDefault(f => f is not null);
        if (indicator == Unindented)
            fields.RemoveRange(0, fields.FindIndex(f => f.Length > 0));
        if (indicator == Surplus.Row)
            fields.Insert(fields.Count - 7 + Surplus.At, Surplus.Figure);
        while (fields.Count < columns)
            fields.Add("");
        return string.Join('\t', fields) + "\n";
    }

    /// <summary>In a piece of ten columns a column of labels is lost: heads and figures stand one field further left.</summary>
    static int Shifted(int column, Table table, int columns) =>
        table.Widths.Count == 10 && columns == 10 && column >= 3 ? column - 1 : column;
}
