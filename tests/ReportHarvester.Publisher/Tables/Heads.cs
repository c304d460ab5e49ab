using ReportHarvester.Publisher.Form;

namespace ReportHarvester.Publisher.Tables;

/// <summary>Heads of table 3 and shapes of table 4 that differ from the official template.</summary>
static class Heads
{
    static readonly IReadOnlyList<string> names = [.. OfficialForm.Common.Applicants.Values];

    /// <summary>Without the row that says 申请人情况.</summary>
    public static Table Two(Table requests)
    {
        var form = OfficialForm.Common;
        Row first = new([Head(form.Relation, 3, 2), Head(names[0], 1, 2), Head(form.Organisations, 5), Head(names[6], 1, 2)]);
        return With(requests, [first, new([.. names.Skip(1).Take(5).Select(n => Head(n))])]);
    }

    /// <summary>One row that names the seven kinds of applicants.</summary>
    public static Table One(Table requests) =>
        With(requests, [new([Head(OfficialForm.Common.Relation, 3), .. names.Select(n => Head(n))])]);

    /// <summary>A last row that counts the columns.</summary>
    public static Table Numbered(Table requests) =>
        With(requests, [.. requests.Rows.Take(requests.HeadRows), new([Head("甲", 3), .. Enumerable.Range(1, 7).Select(n => Head($"{n}"))])]);

    /// <summary>The lowest heads each cut into two cells, one below the other: 商业 over 企业.</summary>
    public static Table Halves(Table table)
    {
        var last = table.HeadRows - 1;
        if (last < 1)
            return table;
        var above = table.Rows.Take(last).Select((r, i) => new Row([.. r.Cells.Select(c => i + c.Rows > last ? c with { Rows = c.Rows + 1 } : c)]));
        var halves = table.Rows[last].Cells;
        Row Half(Func<string, string> part) => new([.. halves.Select(c => c with { Text = part(c.Text) })]);
        return With(table, [.. above, Half(t => t[..((t.Length + 1) / 2)]), Half(t => t[((t.Length + 1) / 2)..])]);
    }

    static Table With(Table table, IReadOnlyList<Row> heads) =>
        table with { Rows = [.. heads, .. table.Rows.Skip(table.HeadRows)], HeadRows = heads.Count };

    static Cell Head(string text, int columns = 1, int rows = 1) => new(text, CellKind.Head, columns, rows);
}
