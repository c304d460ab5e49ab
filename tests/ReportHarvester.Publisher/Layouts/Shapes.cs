using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>The tables of a report in the shape a layout gives them.</summary>
static class Shapes
{
    public static ReportTables Of(Truth truth, Layout layout)
    {
        var tables = new ReportTables(Two(truth, layout), Three(truth, layout), Four(truth, layout)).Changing(Labels.Of(layout)).Changing(c => Digits(c, layout));
        return new ReportTables(
            [.. tables.Two.Select(t => Finished(t, layout))], [.. tables.Three.Select(t => Finished(t, layout))], [.. tables.Four.Select(t => Finished(t, layout))]);
    }

    /// <summary>One table by itself.</summary>
    public static ReportTables Of(Table table, Layout layout) => new([table.Changing(Labels.Of(layout)).Changing(c => Digits(c, layout))], [], []);

    static IReadOnlyList<Table> Two(Truth truth, Layout layout)
    {
        var table = layout.Is("spans", "uneven") ? OfficialTables.DisclosureWithUnevenHeads(truth) : OfficialTables.Disclosure(truth);
        table = Captioned(table with { Widths = Widths.Two(table, layout) }, layout["captions"]);
        var blocks = Pieces.Blocks(table);
        return layout["two"] switch
        {
            "two" when blocks.Count > 1 => [blocks[0], table with { Rows = [.. blocks.Skip(1).SelectMany(b => b.Rows)] }],
            "blocks" => blocks,
            _ => [table],
        };
    }

    static Table Captioned(Table table, string captions) => captions switch
    {
        "missing" => table with { Rows = [.. table.Rows.Where(r => r.Cells[0].Kind != CellKind.Title)] },
        "first-missing" => table with { Rows = [.. table.Rows.Skip(1)] },
        "half" => table.Changing(c => c.Kind == CellKind.Title ? c with { Text = c.Text.Replace('（', '(').Replace('）', ')') } : c),
        "spaced" => table.Changing(c => c.Kind == CellKind.Title ? c with { Text = c.Text.Replace("第（", "  第（") } : c),
        _ => table,
    };

    static IReadOnlyList<Table> Three(Truth truth, Layout layout)
    {
        var table = OfficialTables.Requests(truth);
        table = table with { Widths = Widths.Three(table, layout) };
        table = layout["head3"] switch { "two" => Heads.Two(table), "one" => Heads.One(table), "numbered" => Heads.Numbered(table), _ => table };
        table = layout.Is("headText", "halves") ? Heads.Halves(table) : table;
        IReadOnlyList<Table> pieces = layout.Is("cut", "none") ? [table] : Cut(table, layout);
        return [.. pieces.Select(t => Grouped(t, layout["groups"]))];
    }

    /// <summary>Cut by hand: where one table went over the page, the editor made two of it.</summary>
    static IReadOnlyList<Table> Cut(Table table, Layout layout)
    {
        var at = table.HeadRows + Math.Min(int.Parse(layout["cutAt"]), table.Rows.Count - table.HeadRows - 1);
        var pieces = Pieces.Cut(table, at, layout.Is("cut", "repeat"), !layout.Is("cut", "bare"));
        return layout.Is("cut", "part") ? [pieces[0], pieces[1] with { Rows = [Heads.One(table).Rows[0], .. pieces[1].Rows], HeadRows = 1 }] : pieces;
    }

    static Table Grouped(Table table, string groups) => groups switch
    {
        "repeated" => Fillers.Apart(table, c => c.Kind == CellKind.Group, repeated: true),
        "first-only" => Fillers.Apart(table, c => c.Kind == CellKind.Group),
        "shortened" => Fillers.Shortened(table),
        _ => table,
    };

    static IReadOnlyList<Table> Four(Truth truth, Layout layout)
    {
        var table = OfficialTables.Suits(truth);
        return layout["four"] switch
        {
            "two" => OfficialTables.SuitsInTwo(truth),
            "three" => OfficialTables.SuitsApart(truth),
            "transposed" => [OfficialTables.SuitsInRows(truth)],
            _ => [layout.Is("headText", "halves") ? Heads.Halves(table) : table],
        };
    }

    static Cell Digits(Cell cell, Layout layout) => cell.Kind != CellKind.Value || cell.Text.Length == 0 ? cell : layout["digits"] switch
    {
        "apart" when cell.Text.All(char.IsAsciiDigit) => cell with { Text = string.Join(' ', cell.Text.AsEnumerable()) },
        "padded" => cell with { Text = $" {cell.Text}　" },
        _ => cell,
    };

    static Table Finished(Table table, Layout layout)
    {
        table = layout["fillers"] switch
        {
            "heads" => Fillers.Apart(table, c => c.Kind == CellKind.Head && c.Text != OfficialForm.Common.Relation),
            "figures" => Fillers.Apart(table, c => c.Kind == CellKind.Value),
            "all" => Fillers.Apart(table, c => c.Kind != CellKind.Group),
            _ => table,
        };
        table = layout["wrongSpans"] switch { "titles-too-wide" => WideTitles(table), "labels-too-narrow" => NarrowLabel(table, layout), _ => table };
        return layout["spare"] switch
        {
            "last-column" => Pieces.TrailingColumn(table),
            "first-column" => Pieces.LeadingColumn(table),
            "row" => Pieces.TrailingRow(table),
            _ => table,
        };
    }

    static Table WideTitles(Table table) => table.Changing(c => c.Kind == CellKind.Title ? c with { Columns = c.Columns + 3 } : c);

    /// <summary>One label of table 3 takes a column less than it should, so that its figures move to the left.</summary>
    static Table NarrowLabel(Table table, Layout layout)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(r => table.Rows[r].Cells.Any(c => c is { Kind: CellKind.Label, Columns: > 1 }))];
        if (rows.Length == 0)
            return table;
        var narrow = layout.Chance("wrongSpans").Of(rows);
        return table with
        {
            Rows = [.. table.Rows.Select((r, i) => i != narrow ? r
                : new Row([.. r.Cells.Select(c => c.Kind == CellKind.Label ? c with { Columns = c.Columns - 1 } : c)]))],
        };
    }
}
