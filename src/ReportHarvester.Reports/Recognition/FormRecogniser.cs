using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Lays a document over all editions of the form and keeps, table by table, the edition that fits what the table says.</summary>
static class FormRecogniser
{
    public static IReadOnlyList<TableReading> Read(Document document, out IReadOnlyList<Issue> issues)
    {
        var grids = GridText.Of(document);
        var found = Readings(grids).Where(r => r.Figures.Count > 0 || r.Issues.Count > 0).ToList();
        var tables = TableChoice.Settle(found, out var others);
        if (!IsReport(tables, grids)) tables = [];
        var strange = UnknownTables.Of(document, grids, tables.Count > 0 ? found : []);
        issues = tables.Count == 0 ? [.. strange] : [.. tables.SelectMany(t => t.Issues), .. others.Select(o => ReadingIssues.OtherTable(o.Table, o.Figures)), .. Missing(tables), .. Unknown(tables, [.. others.Select(o => o.Table)], grids), .. RowsOfAnother(tables, found), .. strange];
        return tables;
    }

    static IEnumerable<TableReading> Readings(IReadOnlyList<GridText> grids)
    {
        var parts = new Dictionary<FormTable, IReadOnlyList<IReadOnlyList<RowClaim>>>();
        foreach (var layout in TableLayout.All)
        {
            if (!parts.TryGetValue(layout.Table, out var own)) parts[layout.Table] = own = [.. TableParts.Of(layout, TableRecogniser.Claims(layout, grids))];
            foreach (var part in own) yield return new TableReading(layout, part);
        }
    }

    // A fragment of one table in a document without any section of a report is something else.
    static bool IsReport(IReadOnlyList<TableReading> tables, IReadOnlyList<GridText> grids) =>
        tables.Count > 1 || grids.Any(g => g.Section is not null) || tables.Any(t => t.Coverage >= TableChoice.Substantial || t.Table.Number != "4");

    static IEnumerable<Issue> Missing(IReadOnlyList<TableReading> tables)
    {
        foreach (var table in tables[0].Form.Tables.Where(t => tables.All(x => x.Table.Number != t.Number))) yield return ReadingIssues.MissingTable(table);
        var named = tables.SelectMany(t => t.Issues).SelectMany(i => i.Figures).ToHashSet();
        foreach (var table in tables)
            foreach (var (row, keys) in table.Missing())
                if (keys.Where(k => !named.Contains(k)).ToList() is { Count: > 0 } silent)
                    yield return ReadingIssues.MissingRow(row, silent, table.Table.Number);
    }

    // A row that only another edition of the table has, though it may be empty: the edition that was taken lacks it without a word.
    static IEnumerable<Issue> RowsOfAnother(IReadOnlyList<TableReading> tables, IReadOnlyList<TableReading> found) =>
        from table in tables
        from rival in found
        where rival.Table.Number == table.Table.Number && rival.Form != table.Form && rival.DataRows.Overlaps(table.DataRows)
        from row in rival.TellingRows
        where !row.HasValues && tables.All(t => !t.Rows.Contains(row))
        group table by row into claim
        select ReadingIssues.UnknownRow(claim.Key, claim.First().Table.Number);

    // In a grid that holds a table of the report, every row with numbers must have found its place there or in a table that is named as another;
    // that an edition which was not taken has a row like it says nothing.
    static IEnumerable<Issue> Unknown(IReadOnlyList<TableReading> tables, IReadOnlyList<TableReading> others, IReadOnlyList<GridText> grids)
    {
        var claimed = others.SelectMany(r => r.Rows).ToHashSet();
        var all = grids.SelectMany(g => g.Rows).ToList();
        foreach (var grid in grids)
        {
            // A page may cut values off from a row that it begins with.
            var table = grid.Rows.TakeWhile(r => !r.Cells.Any(c => c.IsWord && c.Key.Any(char.IsLetter)) || tables.Any(t => t.DataRows.Contains(r)))
                .Select(r => tables.FirstOrDefault(t => t.DataRows.Contains(r))?.Table.Number).FirstOrDefault(t => t is not null);
            for (var i = 0; i < grid.Rows.Count; i++)
            {
                var row = grid.Rows[i];
                if (tables.FirstOrDefault(t => t.Rows.Contains(row)) is { } owner) table = owner.Table.Number;
                else if (table is not null && (row.HasValues || row.Cells.Any(c => c.IsCutRemark)) && !row.IsNumbering && !claimed.Contains(row))
                {
                    if (row.HasValues) yield return ReadingIssues.UnknownRow(row, table);
                    if (Beside(all, all.IndexOf(row), tables) is { Count: > 0 } beside) yield return ReadingIssues.BesideUnknown(row, table, beside);
                }
            }
        }
    }

    // On a page, the numbers of a row that has no place may belong to the rows over and under it, be it over the edge of the page: rows are cut
    // where no mark tells.
    static IReadOnlyList<FigureKey> Beside(List<RowText> rows, int i, IReadOnlyList<TableReading> tables)
    {
        if (rows[i].Origin.Page is null) return [];
        var numbers = rows[i].Cells.Where(c => !c.IsBlank && (!c.IsWord || c.IsPartOfNumber || c.IsCutRemark)).ToList();
        // A page may repeat its heads in between.
        var beside = new[] { Enumerable.Range(0, i).Reverse(), Enumerable.Range(i + 1, rows.Count - i - 1) }
            .SelectMany(way => way.Select(r => rows[r]).Where(r => tables.Any(t => t.DataRows.Contains(r))).Take(1)).Where(r => AreNeighbours(rows[i].Origin, r.Origin));
        var figures = tables.SelectMany(t => t.Figures).ToLookup(f => f.Figure.Origin, f => f.Figure.Key);
        return [.. beside.SelectMany(r => Under(numbers, r, figures)).SelectMany(c => figures[c.Cell.Origin])];
    }

    // Where a number stands over a blank that was left out of a row, as one column too many, every value of the row may have come to the wrong place.
    static List<CellText> Under(List<CellText> numbers, RowText row, ILookup<Origin, FigureKey> figures)
    {
        var under = row.Cells.Where(c => numbers.Exists(n => Overlap(n.Cell, c.Cell))).ToList();
        var behind = row.Cells.SkipWhile(c => !figures.Contains(c.Cell.Origin)).ToList();
        return under.Exists(c => c.IsBlank && !figures.Contains(c.Cell.Origin) && behind.Contains(c)) ? behind : under;
    }

    static bool AreNeighbours(Origin row, Origin other) => row.Grid == other.Grid || row.Page - other.Page is 1 or -1;

    static bool Overlap(GridCell a, GridCell b) => a.Origin.Grid == b.Origin.Grid ? a.Column <= b.LastColumn && a.LastColumn >= b.Column
        : a.Origin.Box is { } one && b.Origin.Box is { } other && one.Left < other.Right && one.Right > other.Left;
}
