using ReportHarvester.Reports.Catalogue;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Lays a document over all editions of the form and keeps, table by table, the edition that fits what the table says.</summary>
static class FormRecogniser
{
    /// <param name="own">The title of the report, where it is known: tables that say another year or organ are not its own.</param>
    public static IReadOnlyList<TableReading> Read(Document document, ReportTitle? own, out IReadOnlyList<Issue> issues)
    {
        var grids = GridText.Of(document);
        var found = Readings(grids).Where(r => r.Figures.Count > 0 || r.Issues.Count > 0).ToList();
        var tables = TableChoice.Settle(found, own, out var others);
        if (!IsReport(tables, grids)) tables = [];
        var strange = UnknownTables.Of(document, grids, tables.Count > 0 ? found : []);
        issues = tables.Count == 0 ? [.. strange]
            : [.. tables.SelectMany(t => t.Issues), .. others.Select(o => ReadingIssues.OtherTable(o.Table, o.Figures)), .. Missing(tables),
                .. new StrayRows(tables, [.. others.Where(o => o.IsTable).Select(o => o.Table)], grids).Issues(), .. RowsOfAnother(tables, found), .. strange];
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
}
