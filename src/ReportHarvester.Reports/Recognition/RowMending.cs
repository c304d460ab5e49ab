using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Puts a row together that the edge of a page has cut: part of its label, or all of its values, stand on the next page.</summary>
static class RowMending
{
    static readonly HashSet<string> KnownLabels =
        [.. from form in Form.All from table in form.Tables from block in table.Blocks from row in block.Rows
            from label in (string[])[row.Label, .. row.Aliases] where label.Length > 0 select Labels.Key(label)];

    public static IReadOnlyList<GridRow> Mend(IReadOnlyList<GridRow> rows)
    {
        var mended = new List<GridRow>(rows.Count);
        var last = -1;
        foreach (var row in rows)
        {
            // What is whole again was cut once only.
            if (CutAbove(mended, row) is >= 0 and var above && above != last && !IsRepeated(mended, mended.Count, row) && Join(mended[above], WithoutGroups(row, mended, above)) is { } whole) mended[last = above] = whole;
            else mended.Add(row);
        }
        return mended;
    }

    // The last row of the page before, with nothing after it but heads that the new page repeats; -1 where there is none.
    static int CutAbove(List<GridRow> rows, GridRow row)
    {
        var i = rows.Count - 1;
        while (i > 0 && rows[i].Cells[0].Origin.Page is { } page && page == row.Cells[0].Origin.Page && IsRepeated(rows, i, rows[i])) i--;
        return i >= 0 && IsPageBreak(rows[i], row) ? i : -1;
    }

    // Heads carry no numbers, but a row of them may number the columns: 甲 1 2 3 4 5 …
    static bool IsRepeated(List<GridRow> rows, int above, GridRow row) =>
        (!row.Cells.Any(IsNumber) || new RowText(row).IsNumbering)
        && row.Cells.Where(IsFilled).Select(c => c.Text).ToList() is var words && rows.Take(above).Any(r => r.Cells.Where(IsFilled).Select(c => c.Text).SequenceEqual(words));

    // The page may cut the label of a group along with the row: its rest says nothing about the row.
    static GridRow WithoutGroups(GridRow row, List<GridRow> rows, int above) =>
        row with { Cells = [.. row.Cells.Where(c => Partner(rows[above], c) is not null || IsLabel(c) || !IsGroup(c, rows, above))] };

    static bool IsGroup(GridCell cell, List<GridRow> rows, int above) =>
        rows.Take(above).SelectMany(r => r.Cells).Any(c => c.RowSpan > 1 && c.Row + c.RowSpan > rows[above].Number && c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan);

    static bool IsPageBreak(GridRow above, GridRow below) =>
        above.Cells[0].Origin.Page is { } page && below.Cells[0].Origin.Page == page + 1;

    // Two halves make a row if together they bear a label that neither bears alone, or a number whose remark was cut, or if one has all the numbers
    // and the other all the words, or if the lower holds nothing but further digits of the upper's numbers.
    static GridRow? Join(GridRow above, GridRow below)
    {
        if (below.Cells.Any(c => IsFilled(c) && Partner(above, c) is null)) return null;
        bool wordsAbove = above.Cells.Any(IsWord), wordsBelow = below.Cells.Any(IsWord);
        bool numbersAbove = above.Cells.Any(IsNumber), numbersBelow = below.Cells.Any(IsNumber);
        var cutNumber = numbersAbove && numbersBelow;
        if (cutNumber && !below.Cells.Where(IsNumber).All(c => IsDigits(c) && IsDigits(Partner(above, c)!))) return null;
        var whole = above with { Cells = [.. above.Cells.Select(c => Joined(c, below))] };
        var cutLabel = above.Cells.Zip(whole.Cells).Any(c => IsFilled(c.First) && c.First != c.Second && !IsLabel(c.First) && IsLabel(c.Second));
        var cutRemark = above.Cells.Zip(whole.Cells).Any(c => IsWord(c.First) && IsNumber(c.Second));
        // Numbers under words are those of a row of heads.
        var cutOff = wordsAbove && numbersBelow && !wordsBelow && below.Cells.Where(IsFilled).All(c => !IsFilled(Partner(above, c)!)) || numbersAbove && wordsBelow && !wordsAbove;
        return cutNumber ? !wordsBelow || IsCut(above, below) ? whole : null : cutLabel || cutRemark || cutOff ? whole : null;
    }

    // The label, not that of its group.
    static bool IsCut(GridRow above, GridRow below) =>
        below.Cells.Last(IsWord) is var rest && Partner(above, rest) is { } cut && !IsLabel(cut) && IsLabel(cut with { Text = cut.Text + rest.Text });

    static GridCell? Partner(GridRow above, GridCell cell) => above.Cells.FirstOrDefault(c => c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan);

    static GridCell Joined(GridCell cell, GridRow below)
    {
        var rest = below.Cells.FirstOrDefault(c => c.Column == cell.Column && IsFilled(c));
        if (rest is null) return cell;
        if (!IsFilled(cell)) return rest with { Row = cell.Row };
        // Whether a number was wrapped and cut, or two stand there, cannot be seen.
        return IsDigits(cell) && IsDigits(rest) ? cell with { Text = cell.Text + rest.Text, Doubtful = true } : cell with { Text = cell.Text + "\n" + rest.Text };
    }

    static bool IsDigits(GridCell cell) => IsFilled(cell) && cell.Text.All(Numbers.IsPart);

    static bool IsFilled(GridCell cell) => cell.Text.Length > 0;

    static bool IsNumber(GridCell cell) => Numbers.Read(cell.Text).State is CellState.Number or CellState.Mark;

    static bool IsWord(GridCell cell) => IsFilled(cell) && !IsNumber(cell);

    static bool IsLabel(GridCell cell) => IsFilled(cell) && KnownLabels.Contains(Labels.Key(cell.Text));
}
