using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Puts a row together that the edge of a page has cut: part of its label, or of its values, stand on the next page.</summary>
static class RowMending
{
    static readonly HashSet<string> KnownLabels =
        [.. from form in Form.All from table in form.Tables from block in table.Blocks from row in block.Rows
            from label in (string[])[row.Label, .. row.Aliases] where label.Length > 0 select Labels.Key(label)];

    static readonly HashSet<(string Label, string Group)> KnownGroups =
        [.. from form in Form.All from table in form.Tables from block in table.Blocks from row in block.Rows
            from label in (string[])[row.Label, .. row.Aliases] from name in row.Group select (Labels.Key(label), Labels.Key(name))];

    static readonly HashSet<string> KnownHeads = [.. TableLayout.All.SelectMany(l => l.Heads)];

    // One may be made up of words by chance.
    const int FewestHeads = 2;

    public static IReadOnlyList<GridRow> Mend(IReadOnlyList<GridRow> rows)
    {
        var mended = new List<GridRow>(rows.Count);
        // The page whose first row of its own, after the heads that it repeats, has been seen.
        int? begun = null;
        foreach (var row in rows)
        {
            var page = Page(row);
            if (page != begun && !IsRepeated(mended, mended.Count, row))
            {
                begun = page;
                if (CutAbove(mended, row) is >= 0 and var above && !new RowText(mended[above]).IsNumbering && !IsUnderHeads(mended, above, row) && Join(mended[above], row) is { } whole)
                {
                    mended[above] = whole;
                    continue;
                }
            }
            mended.Add(row);
        }
        return mended;
    }

    // The last row of the page before, with nothing after it but heads that the new page repeats; -1 where there is none.
    static int CutAbove(List<GridRow> rows, GridRow row)
    {
        var i = rows.Count - 1;
        while (i > 0 && Page(rows[i]) is { } page && (page == Page(row) && IsRepeated(rows, i, rows[i]) || page == Page(row) - 1 && !rows[i].Cells.Any(IsFilled))) i--;
        return i >= 0 && Page(rows[i]) is { } before && before == Page(row) - 1 ? i : -1;
    }

    static int? Page(GridRow row) => row.Cells[0].Origin.Page;

    // Heads carry no numbers but those of the columns.
    static bool IsRepeated(List<GridRow> rows, int above, GridRow row) =>
        (!row.Cells.Any(IsNumber) || new RowText(row).IsNumbering)
        && row.Cells.Where(IsFilled).Select(c => c.Text).ToList() is var words && rows.Take(above).Any(r => r.Cells.Where(IsFilled).Select(c => c.Text).SequenceEqual(words));

    // Values right under heads have no label where the first of these is a head too: words under such a row head the next one.
    static bool IsUnderHeads(List<GridRow> rows, int above, GridRow row) =>
        above > 0 && rows[above - 1].Cells.FirstOrDefault(IsFilled) is { } first && IsHead(first) && !rows[above - 1].Cells.Any(IsNumber)
        && rows[above].Cells.Any(IsNumber) && row.Cells.FirstOrDefault(IsFilled) is { } words && words.Column == first.Column && IsWord(words);

    // Two halves make a row if one has the label, or they have it together, and if no column has a value in both, unless it goes on.
    static GridRow? Join(GridRow above, GridRow below)
    {
        var halves = above.Cells.Select(c => new Halves(c, below.Cells.FirstOrDefault(b => b.Column == c.Column && b.ColumnSpan == c.ColumnSpan))).ToList();
        if (AreHeads(halves, below)) return above with { Cells = [.. halves.Select(h => h.Joined)] };
        if (LabelOf(halves) is not { } label) return null;
        // What stands left of the label are groups, which have their own ways over the edge.
        var values = halves.Where(h => h.Upper.Column > label.Upper.Column).ToList();
        if (below.Cells.Any(b => IsFilled(b) && b.LastColumn >= label.Upper.Column && !halves.Exists(h => h.Lower == b))) return null;
        var groups = halves.Where(h => h.Upper.Column < label.Upper.Column).SelectMany(h => h.GroupOf(label)).ToList();
        if (!label.MakeALabel || IsWhole(above, groups) && IsWhole(below, groups) || !values.TrueForAll(v => v.MakeAValue) || !AreOneRow(label, values)) return null;
        return above with { Cells = [.. halves.Select(h => h.Upper.Column < label.Upper.Column ? h.Upper : h.Joined)] };
    }

    static bool AreHeads(List<Halves> halves, GridRow below) =>
        !halves.Exists(h => h.HasNumber || h.IsTwoHeads) && below.Cells.All(b => !IsFilled(b) || halves.Exists(h => h.Lower == b))
        && halves.Count(h => !IsHead(h.Upper) && h.Joined != h.Upper && IsHead(h.Joined)) is var heads && (heads >= FewestHeads || heads > 0 && halves is [var one] && !IsHead(one.Lower!));

    static bool IsHead(GridCell cell) => new CellText(cell).Matches(KnownHeads);

    // The label that both halves bear together, else the last words before the values.
    static Halves? LabelOf(List<Halves> halves)
    {
        var first = halves.FindIndex(h => h.HasNumber);
        return halves.FindLast(h => !h.HasNumber && IsLabel(h.Joined)) ?? halves.Take(first < 0 ? halves.Count : first).LastOrDefault(h => IsWord(h.Joined));
    }

    // The name of a group left of the label, whole or cut, is not the row's own, though a row may be called the same.
    static bool IsWhole(GridRow row, List<GridCell> groups) =>
        row.Cells.TakeWhile(c => !IsNumber(c)).LastOrDefault(c => IsWord(c) && !groups.Contains(c)) is { } label && IsLabel(label);

    // A number alone over or under a row may be that of the page.
    static bool AreOneRow(Halves label, List<Halves> values)
    {
        int upper = values.Count(v => IsFilled(v.Upper)), lower = values.Count(v => v.Lower is { } half && IsFilled(half));
        if (upper == values.Count && lower == values.Count) return false;
        if (label.Lower is null || !IsFilled(label.Lower)) return lower > 0;
        return IsFilled(label.Upper) || upper > 1 || upper == 1 && values.Exists(v => v.IsCutValue);
    }

    /// <summary>A cell over the edge of a page and the one under it, null where there is none in its place.</summary>
    sealed record Halves(GridCell Upper, GridCell? Lower)
    {
        public GridCell Joined => field ??= Lower is null || !IsFilled(Lower) ? Upper
            : !IsFilled(Upper) ? Lower with { Row = Upper.Row, Doubtful = Upper.Doubtful || Lower.Doubtful }
            // Whether a number was wrapped and cut, or two stand there, cannot be seen.
            : IsDigits(Upper) && IsDigits(Lower) ? Upper with { Text = Upper.Text + Lower.Text, Doubtful = true }
            : Upper with { Text = Upper.Text + "\n" + Lower.Text, Doubtful = Upper.Doubtful || Lower.Doubtful || IsNumber(Lower) };

        /// <summary>The cells that name a group of the label: both, if they do so together, else those that do so alone. What else stands under a group's name may be another label.</summary>
        public IEnumerable<GridCell> GroupOf(Halves label)
        {
            var key = Labels.Key(label.Joined.Text);
            bool IsGroup(GridCell cell) => KnownGroups.Contains((key, Labels.Key(cell.Text)));
            return from cell in new[] { Upper, Lower } where cell is not null && (IsGroup(Joined) || IsGroup(cell)) select cell;
        }

        public bool HasNumber => IsNumber(Upper) || Lower is not null && IsNumber(Lower);

        bool IsCut => IsFilled(Upper) && Lower is not null && IsFilled(Lower);

        /// <summary>Whether the lower is a head of its own under other words.</summary>
        public bool IsTwoHeads => IsCut && IsHead(Lower!) && !IsHead(Joined);

        /// <summary>Whether the halves make a number that one of them is not: 22 and under it （其中修订16件）, 减 and under it 9.</summary>
        public bool IsCutValue => IsCut && !(IsNumber(Upper) && IsNumber(Lower!)) && IsNumber(Joined);

        public bool MakeAValue => !IsCut || IsNumber(Joined) || IsDigits(Upper) && IsDigits(Lower!);
        public bool MakeALabel => !IsCut || Slips(Joined) is { } whole && !(Slips(Upper) < whole);
    }

    static bool IsDigits(GridCell cell) => IsFilled(cell) && cell.Text.All(Numbers.IsPart);

    static bool IsFilled(GridCell cell) => cell.Text.Length > 0;

    static bool IsNumber(GridCell cell) => Numbers.Read(cell.Text) is { State: CellState.Number or CellState.Mark } or { IsTakenBack: true };

    static bool IsWord(GridCell cell) => IsFilled(cell) && !IsNumber(cell);

    static bool IsLabel(GridCell cell) => Slips(cell) is not null;

    // How many characters part a cell from the label that it bears; null for none.
    static int? Slips(GridCell cell)
    {
        if (!IsFilled(cell)) return null;
        var key = Labels.Key(cell.Text);
        if (KnownLabels.Contains(key) || Labels.KeyWithoutRemarks(cell.Text) is { } bare && KnownLabels.Contains(bare)) return 0;
        return KnownLabels.Where(label => Labels.IsSlip(key, label)).Min(label => (int?)Labels.Distance(key, label));
    }
}
