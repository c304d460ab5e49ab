using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;
using Document = ReportHarvester.Reports.Documents.Document;

namespace ReportHarvester.Reports.Recognition;

/// <summary>Lays a document over all editions of the form and keeps, table by table, the edition that fits what the table says.</summary>
static class FormRecogniser
{
    public static IReadOnlyList<TableReading> Read(Document document, out IReadOnlyList<Issue> issues)
    {
        var grids = document.Grids.Select(g => new GridText(g)).ToList();
        var tables = Settle([.. from form in Form.All from table in form.Tables select TableRecogniser.Read(form, table, grids)]);
        issues = tables.Count == 0 ? [] : [.. tables.SelectMany(t => t.Issues), .. Missing(tables), .. Unknown(tables, grids)];
        return tables;
    }

    // Table 4 is the same in both editions of today: where the fit is equal, the edition of the report's other tables holds.
    static List<TableReading> Settle(List<TableReading> readings)
    {
        var found = readings.Where(r => r.Figures.Count > 0).GroupBy(r => r.Table.Number).OrderBy(g => g.Key, StringComparer.Ordinal);
        var settled = new List<TableReading>();
        foreach (var rivals in found)
        {
            var best = rivals.Max(r => r.Fit);
            var fitting = rivals.Where(r => r.Fit == best).ToList();
            settled.Add(fitting.FirstOrDefault(r => settled.Any(s => s.Form == r.Form)) ?? fitting[0]);
        }
        return settled;
    }

    static IEnumerable<Issue> Missing(List<TableReading> tables)
    {
        var edition = tables[0].Form;
        var named = tables.SelectMany(t => t.Issues).SelectMany(i => i.Figures).ToHashSet();
        foreach (var table in edition.Tables.Where(t => tables.All(x => x.Table.Number != t.Number))) yield return ReadingIssues.MissingTable(table);
        foreach (var table in tables)
            foreach (var (row, keys) in table.Missing())
                if (keys.Where(k => !named.Contains(k)).ToList() is { Count: > 0 } silent)
                    yield return ReadingIssues.MissingRow(row, silent, table.Table.Number);
    }

    // In a grid that holds a table of the report, every row with numbers must have found its place.
    static IEnumerable<Issue> Unknown(List<TableReading> tables, List<GridText> grids)
    {
        foreach (var grid in grids)
        {
            string? table = null;
            foreach (var row in grid.Rows)
            {
                if (tables.FirstOrDefault(t => t.Rows.Contains(row)) is { } owner) table = owner.Table.Number;
                else if (table is not null && row.HasNumber) yield return ReadingIssues.UnknownRow(row, table);
            }
        }
    }
}
