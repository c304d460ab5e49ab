using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Tables;

/// <summary>The three tables of a report as the official template lays them out.</summary>
static class OfficialTables
{
    public static ReportTables Of(Truth truth) => new([Disclosure(truth)], [Requests(truth)], [Suits(truth)]);

    /// <summary>Table 2 over four columns; block titles take the whole width.</summary>
    public static Table Disclosure(Truth truth) => Disclosure(truth, n => Spans(n), n => Spans(n), 4);

    /// <summary>Table 2 of the template of 2019: the columns of heads (1, 2, 1) and figures (2, 1, 1) do not agree.</summary>
    public static Table DisclosureWithUnevenHeads(Truth truth) =>
        Disclosure(truth, n => n switch { 3 => [1, 2, 1], 2 => [2, 2], _ => [4] }, n => n switch { 3 => [2, 1, 1], 2 => [1, 3], _ => [4] }, 5);

    static IReadOnlyList<int> Spans(int figures) => figures switch { 1 => [3], 2 => [1, 2], _ => [1, 1, 1] };

    static Table Disclosure(Truth truth, Func<int, IReadOnlyList<int>> heads, Func<int, IReadOnlyList<int>> figures, int width)
    {
        var rows = new List<Row>();
        foreach (var block in OfficialForm.Blocks(truth.Table2))
        {
            var count = block.Heads.Count;
            rows.Add(new Row([new Cell(block.Title, CellKind.Title, width)]));
            rows.Add(new Row([new Cell(OfficialForm.Common.Content, CellKind.Head),
                .. block.Heads.Zip(heads(count), (h, span) => new Cell(h, CellKind.Head, span))]));
            foreach (var (id, label) in block.Rows)
                rows.Add(new Row([new Cell(label, CellKind.Label),
                    .. block.Columns.Zip(figures(count), (c, span) => Value(truth, $"{id}.{c}") with { Columns = span })]));
        }
        return new Table(rows, [.. Enumerable.Repeat(1.0 / width, width)], 0);
    }

    /// <summary>Table 3: three columns of labels, seven of applicants.</summary>
    public static Table Requests(Truth truth)
    {
        var rows = RequestHeads();
        foreach (var line in OfficialForm.Requests(truth.Table3))
            AddLine(rows, truth, line, 0, []);
        return new Table(rows, [0.08, 0.10, 0.26, .. Enumerable.Repeat(0.08, 7)], 3);
    }

    static List<Row> RequestHeads()
    {
        var form = OfficialForm.Common;
        var names = form.Applicants.Values.ToList();
        return
        [
            new([new(form.Relation, CellKind.Head, 3, 3), new(form.ApplicantsTitle, CellKind.Head, 7)]),
            new([new(names[0], CellKind.Head, 1, 2), new(form.Organisations, CellKind.Head, 5), new(names[6], CellKind.Head, 1, 2)]),
            new([.. names[1..6].Select(n => new Cell(n, CellKind.Head))]),
        ];
    }

    static void AddLine(List<Row> rows, Truth truth, Line line, int depth, IReadOnlyList<Cell> before)
    {
        if (line.Items is null)
        {
            var values = OfficialForm.Common.Applicants.Keys.Select(a => Value(truth, $"{line.Id}|{a}"));
            rows.Add(new Row([.. before, new Cell(line.Label, CellKind.Label, 3 - depth), .. values]));
            return;
        }
        var group = new Cell(line.Label, CellKind.Group, 1, line.Height);
        for (var i = 0; i < line.Items.Count; i++)
            AddLine(rows, truth, line.Items[i], depth + 1, i == 0 ? [.. before, group] : []);
    }

    /// <summary>Table 4: one row of fifteen figures; the five outcomes of reconsideration take two rows of the head.</summary>
    public static Table Suits(Truth truth)
    {
        var (form, outcomes) = (OfficialForm.Common, Outcomes());
        IEnumerable<Cell> first = outcomes.Select(o => o with { Rows = 2 });
        return new Table(
            [
                new([new(form.Suits["reconsideration"], CellKind.Head, 5), new(form.Suits["litigation"], CellKind.Head, 10)]),
                new([.. first, .. OfficialForm.Suits.Skip(1).Select(s => new Cell(form.Suits[s], CellKind.Head, 5))]),
                new([.. outcomes, .. outcomes]),
                new([.. OfficialForm.Suits.SelectMany(s => SuitValues(truth, s))]),
            ],
            [.. Enumerable.Repeat(1.0 / 15, 15)], 3);
    }

    /// <summary>The head of table 4 with five empty cells where the template joins rows.</summary>
    public static Table WithEmptyHeads(Table suits) => suits with
    {
        Rows = [suits.Rows[0], new([.. suits.Rows[1].Cells.Select(c => c with { Rows = 1 })]),
            new([.. Enumerable.Repeat(new Cell("", CellKind.Head), 5), .. suits.Rows[2].Cells]), suits.Rows[3]],
    };

    /// <summary>Table 4 in three tables of five figures.</summary>
    public static IReadOnlyList<Table> SuitsApart(Truth truth) => [.. OfficialForm.Suits.Select(s => new Table(
        [new([new(SuitTitle(s), CellKind.Head, 5)]), new([.. Outcomes()]), new([.. SuitValues(truth, s)])],
        [.. Enumerable.Repeat(0.2, 5)], 2))];

    /// <summary>Table 4 in two tables: reconsideration, and both kinds of litigation.</summary>
    public static IReadOnlyList<Table> SuitsInTwo(Truth truth)
    {
        var (form, suits) = (OfficialForm.Common, OfficialForm.Suits);
        var litigation = new Table(
            [
                new([new(form.Suits["litigation"], CellKind.Head, 10)]), new([.. suits.Skip(1).Select(s => new Cell(form.Suits[s], CellKind.Head, 5))]),
                new([.. Outcomes(), .. Outcomes()]), new([.. suits.Skip(1).SelectMany(s => SuitValues(truth, s))]),
            ],
            [.. Enumerable.Repeat(0.1, 10)], 3);
        return [SuitsApart(truth)[0], litigation];
    }

    /// <summary>Table 4 with a row for each kind of suit.</summary>
    public static Table SuitsInRows(Truth truth) => new(
        [
            new([new("类别", CellKind.Head), .. Outcomes()]),
            .. OfficialForm.Suits.Select(s => new Row([new(SuitTitle(s), CellKind.Label), .. SuitValues(truth, s)])),
        ],
        [0.35, .. Enumerable.Repeat(0.13, 5)], 1);

    static string SuitTitle(string suit) => suit == "reconsideration" ? OfficialForm.Common.Suits[suit]
        : OfficialForm.Common.Suits["litigation"] + "（" + OfficialForm.Common.Suits[suit] + "）";

    static List<Cell> Outcomes() => [.. OfficialForm.Common.Outcomes.Values.Select(o => new Cell(o, CellKind.Head))];

    static IEnumerable<Cell> SuitValues(Truth truth, string suit) =>
        OfficialForm.Common.Outcomes.Keys.Select(o => Value(truth, $"{suit}.{o}"));

    static Cell Value(Truth truth, string key) => new(truth[key], CellKind.Value, Figure: key);
}
