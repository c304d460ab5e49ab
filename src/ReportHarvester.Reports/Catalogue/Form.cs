namespace ReportHarvester.Reports.Catalogue;

/// <summary>One edition of the statutory form: its tables with their rows and columns as data. One JSON file an edition.</summary>
sealed record Form
{
    /// <summary>All editions, the newest first.</summary>
    public static IReadOnlyList<Form> All { get; } = Shared([.. Resource.Names("form.").Select(Resource.Read<Form>).OrderByDescending(f => f.Since)]);

    public required string Edition { get; init; }

    /// <summary>The year of the first reports that follow it.</summary>
    public required int Since { get; init; }

    /// <summary>Number of the official document that prescribes the edition.</summary>
    public required string Document { get; init; }

    public required IReadOnlyList<FormTable> Tables { get; init; }
    public required IReadOnlyDictionary<string, IndicatorNote> Indicators { get; init; }

    /// <summary>Figures that others of a statistics table ought to add up to.</summary>
    public IReadOnlyList<FormSum> Sums { get; init; } = [];

    // A table that two editions have alike is one table, and is looked for once.
    static List<Form> Shared(List<Form> forms)
    {
        var tables = new List<FormTable>();
        FormTable Share(FormTable table)
        {
            if (tables.Find(table.IsLike) is { } same) return same;
            tables.Add(table);
            return table;
        }
        return forms.ConvertAll(f => f with { Tables = [.. f.Tables.Select(Share)] });
    }
}

/// <summary>What an indicator counts. Kind: flow, stock, total, amount (decimals) or signed (may be negative).</summary>
sealed record IndicatorNote(string Kind, string English)
{
    public string? Unit { get; init; }
}

/// <summary>What adds up to what: indicators, and the code of the check that says so.</summary>
sealed record FormSum(string Code, string Total, IReadOnlyList<string> Parts);

/// <summary>A table of the form. <see cref="Number"/> is 2, 3, 4 or stat.</summary>
sealed class FormTable
{
    /// <summary>The number of the tables of before 2019, whose reports had other sections.</summary>
    public const string Statistics = "stat";

    public required string Number { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<FormBlock> Blocks { get; init; }

    public bool IsLike(FormTable other) => Words.SequenceEqual(other.Words);

    IEnumerable<string?> Words => Blocks.SelectMany(b => b.Words).Prepend(Title).Prepend(Number);
}

/// <summary>Rows that share their column heads. Blocks and rows are told apart by what they are, not by what they say.</summary>
sealed class FormBlock
{
    public string? Caption { get; init; }
    public required IReadOnlyList<FormColumn> Columns
    {
        get;
        init
        {
            field = value;
            TotalColumn = value.Select((c, i) => (c, i)).Where(x => x.c.Applicant == "total").Select(x => x.i).FirstOrDefault(-1);
        }
    }

    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>Heads of the column with units. A block that has one is a list: one figure a row, beside its unit.</summary>
    public IReadOnlyList<string> UnitHeads { get; init; } = [];

    /// <summary>Heads of columns that are no figures of this report: numbers of rows, sums over many years.</summary>
    public IReadOnlyList<string> OtherHeads { get; init; } = [];

    /// <summary>Those of them that stand over sums since the first year, which are kept as statements.</summary>
    public IReadOnlyList<string> CumulativeHeads { get; init; } = [];

    public bool IsList => UnitHeads.Count > 0;

    public HashSet<string> UnitKeys => field ??= [.. UnitHeads.Select(Labels.Key)];
    public HashSet<string> OtherKeys => field ??= [.. OtherHeads.Select(Labels.Key)];
    public HashSet<string> CumulativeKeys => field ??= [.. CumulativeHeads.Select(Labels.Key)];

    /// <summary>Other words for the groups of columns.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GroupAliases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The nearest group of each column and all that it goes by, the longest first.</summary>
    public IReadOnlyList<(string Group, string Key)> GroupKeys => field ??=
        [.. Columns.Where(c => c.Group.Count > 0).Select(c => c.Group[^1]).Distinct()
            .SelectMany(g => GroupAliases.GetValueOrDefault(g, []).Prepend(g).Select(name => (g, Labels.Key(name)))).OrderByDescending(g => g.Item2.Length)];

    /// <summary>The keys of the groups that stand in no other.</summary>
    public IReadOnlySet<string> OuterGroups => field ??= Columns.Where(c => c.Group.Count > 0).Select(c => Labels.Key(c.Group[0])).ToHashSet();

    /// <summary>Columns by number, those under the same words together: 结果维持 stands in table 4 three times.</summary>
    public IReadOnlyList<IReadOnlyList<int>> SameHeads => field ??=
        [.. Columns.Select((c, i) => (c.Head, Index: i)).GroupBy(x => x.Head).Select(g => (IReadOnlyList<int>)[.. g.Select(x => x.Index)])];

    /// <summary>All that the block says, in order.</summary>
    public IEnumerable<string?> Words =>
        [Caption, .. UnitHeads, .. OtherHeads, .. Columns.SelectMany(c => c.Words), .. Rows.SelectMany(r => r.Words), .. GroupAliases.SelectMany(g => g.Value.Prepend(g.Key).Prepend("also"))];

    /// <summary>Index of the column that adds up the others, or -1.</summary>
    public int TotalColumn { get; private init; }

    public int Width => Columns.Count;

    /// <summary>The name of a row's figure in a column.</summary>
    public FigureKey Key(FormRow row, int column) => KeysOf(row)[column];

    /// <summary>The names of a row's figures, always the same ones.</summary>
    public IReadOnlyList<FigureKey> KeysOf(FormRow row) => row.FigureKeys ??= [.. Columns.Select((_, c) => Named(row, c))];

    FigureKey Named(FormRow row, int column) =>
        new(row.Cells is { } cells ? cells[column] : row.Indicator ?? Columns[column].Indicator!, Columns[column].Applicant);
}

/// <summary>A column: its head, the heads above it, and what it adds to a figure's name.</summary>
sealed record FormColumn
{
    public IReadOnlyList<string> Group { get; init; } = [];
    public required string Head { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Heads that go before the others where both are printed: of several columns of a list, the one that adds up the rest.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    public string? Indicator { get; init; }
    public string? Applicant { get; init; }

    /// <summary>The applicant in English.</summary>
    public string? English { get; init; }

    public IEnumerable<string?> Words => ["column", Head, Indicator, Applicant, English, .. Group, "also", .. Aliases, .. Totals];

    /// <summary>The keys that the head is known by.</summary>
    public HashSet<string> Keys => field ??= [.. Aliases.Prepend(Head).Concat(Totals).Select(Labels.Key)];

    public HashSet<string> TotalKeys => field ??= [.. Totals.Select(Labels.Key)];
}

/// <summary>A row: its label, the labels it stands under, and the indicators of its cells. A row without a label is known by its heads.</summary>
sealed class FormRow
{
    public IReadOnlyList<string> Group { get; init; } = [];
    public required string Label { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Indicator { get; init; }
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>True for a row that only some places print.</summary>
    public bool Optional { get; init; }

    public IEnumerable<string?> Words => ["row", Label, Indicator, $"{Optional}", .. Group, "also", .. Aliases, "cells", .. Cells ?? []];

    /// <summary>Filled by the row's block.</summary>
    public FigureKey[]? FigureKeys { get; set; }

    /// <summary>The keys that the label is known by, with the way it is numbered where the key alone is too short to tell it from others.</summary>
    public HashSet<LabelKey> Keys => field ??=
        [.. Aliases.Prepend(Label).Where(l => l.Length > 0).SelectMany(l => (string?[])[Labels.Key(l), Labels.KeyWithoutRemarks(l)]).OfType<string>()
            .Select(key => new LabelKey(key, Labels.NumberingOf(Label)))];
}
