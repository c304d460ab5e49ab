using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Pdf.Unruled;

/// <summary>A table that alignment and words of the form show, over all its pages; it stands where its first line does.</summary>
sealed record UnruledBlock(int Page, Box Box, IReadOnlyList<UnruledRow> Rows, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<PageContent> Pages) : PageBlock(Page, Box)
{
    public Grid ToGrid(int number)
    {
        var cells = new List<GridCell>();
        for (var r = 0; r < Rows.Count; r++)
        {
            var (page, top, bottom) = Band(r);
            foreach (var cell in Rows[r].Cells) cells.Add(Cell(cell, r + 1, number, page, top, bottom, IsBesideStack(r, cell.Column)));
        }
        return new Grid { Number = number, Cells = cells };
    }

    // Where the row stands on its page; a row of blanks alone, under the one above it.
    (int Page, double Top, double Bottom) Band(int row)
    {
        var runs = Rows[row].Cells.SelectMany(c => c.Runs).ToList();
        if (runs.Count == 0) return row == 0 ? (0, 0, 0) : Band(row - 1) is var above ? (above.Page, above.Bottom, above.Bottom) : default;
        var page = runs[0].Page;
        var box = GlyphLines.Around(runs.Where(r => r.Page == page).SelectMany(r => r.Glyphs).ToArray()).Box;
        return (page, box.Top, box.Bottom);
    }

    // Of two lines of a value in one cell, one may be the row's above or below.
    bool IsBesideStack(int row, int column) => IsStack(row - 1, column) || IsStack(row + 1, column);

    bool IsStack(int row, int column) =>
        row >= 0 && row < Rows.Count && Rows[row].Cells.Any(c => c.Column == column && c.Runs.Count > 1 && c.Runs.Any(r => r.IsValue));

    GridCell Cell(UnruledCell cell, int row, int number, int page, double top, double bottom, bool doubtful)
    {
        var box = cell.Runs.Count == 0 ? new Box(cell.Room.Left, top, cell.Room.Right, bottom)
            : GlyphLines.Around(cell.Runs.Where(r => r.Page == cell.Runs[0].Page).SelectMany(r => r.Glyphs).ToArray()).Box;
        var content = Content(cell, Pages[page], new Box(cell.Room.Left, top, cell.Room.Right, bottom));
        return new GridCell(row, cell.Column + 1, 1, cell.ColumnSpan, content.Text,
            new Origin { Page = Pages[cell.Runs.Count > 0 ? cell.Runs[0].Page : page].Number, Grid = number, Row = row, Column = cell.Column + 1, Box = box.Round() }) { Doubtful = content.Doubtful || cell.Doubtful || doubtful && cell.Runs.All(r => r.IsValue) };
    }

    // Words are lines; among the signs of a value there may be some that do not show.
    static CellContent Content(UnruledCell cell, PageContent page, Box room)
    {
        var hidden = page.Glyphs.Any(g => g.Unseen && PageLayout.Contains(room, g));
        if (cell.Runs.Count == 0) return new("", hidden);
        if (!cell.Runs.All(r => r.IsValue)) return new(Folding.Fold(string.Join('\n', cell.Runs.Select(r => r.Text))), false);
        var content = CellContent.Of([.. cell.Runs.SelectMany(r => r.Glyphs)], 0, [.. page.Rulings.Where(r => r.Horizontal)]);
        return content with { Doubtful = content.Doubtful || hidden };
    }
}
