using ReportHarvester.Reports.Catalogue;

namespace ReportHarvester.Reports;

/// <summary>An indicator as one edition of the form prints it. Group: the heads or labels that it stands under.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }
    public required string Edition { get; init; }

    /// <summary>2, 3, 4 or stat.</summary>
    public required string Table { get; init; }

    public required string Group { get; init; }

    /// <summary>The row's label, the column's head, or both with a stroke between where only both tell the cell.</summary>
    public required string Label { get; init; }

    public required string English { get; init; }

    /// <summary>The unit of the form; null where the form leaves it open.</summary>
    public string? Unit { get; init; }

    /// <summary>flow, stock, total, amount (decimals) or signed (may be negative).</summary>
    public required string Kind { get; init; }
}

/// <summary>A column of table 3.</summary>
public sealed record Applicant(string Id, string Label, string English);

/// <summary>What numbers said in prose count.</summary>
public sealed record StatementSubject(string Id, string Chinese, string English);

/// <summary>Every indicator of every edition and the applicants of table 3, and what they are called.</summary>
public static class Codebook
{
    /// <summary>In the order of the tables, the newest edition first.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } = [.. Cells().DistinctBy(i => (i.Id, i.Edition))];

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Applicant> Applicants { get; } =
        [.. (from form in Form.All from table in form.Tables from block in table.Blocks from column in block.Columns
            where column.Applicant is not null select new Applicant(column.Applicant!, column.Head, column.English!)).DistinctBy(a => a.Id)];

    /// <summary>What prose counts, and what tables add up since the first year.</summary>
    public static IReadOnlyList<StatementSubject> Subjects { get; } =
    [
        .. Statements.StatementWords.Current.Subjects.Select(subject => new StatementSubject(subject.Id, subject.About, subject.English)),
        .. from form in Form.All from table in form.Tables from block in table.Blocks where block.CumulativeHeads.Count > 0 from row in block.Rows
           let id = block.Key(row, 0).Indicator
           select new StatementSubject(Recognition.Cumulative.Prefix + id, $"{block.CumulativeHeads[0]}：{row.Label}", $"since the first year: {form.Indicators[id].English}"),
    ];

    static readonly Dictionary<(string Id, string Edition), Indicator> Known = Indicators.ToDictionary(i => (i.Id, i.Edition));
    static readonly Dictionary<string, Indicator> Newest = Indicators.DistinctBy(i => i.Id).ToDictionary(i => i.Id);

    /// <summary>The indicator in the newest edition that has it; null if none has.</summary>
    public static Indicator? Find(string id) => Newest.GetValueOrDefault(id);

    /// <summary>The indicator in an edition; null where that does not have it.</summary>
    public static Indicator? Find(string id, string? edition) => edition is null ? null : Known.GetValueOrDefault((id, edition));

    /// <summary>What the form prints for the indicator, with the heads or labels that it stands under.</summary>
    public static string Called(string id) => Find(id) is { } known ? string.Join('／', new[] { known.Group, known.Label }.Where(w => w.Length > 0)).Replace('/', '／') : id;

    /// <summary>Whether a report may print the number for the indicator: counts are whole and not negative, amounts may have decimals, changes may be negative.</summary>
    public static bool Allows(decimal value, string indicator, string edition, string? unit) => Checks.Domain.MayBe(value, edition, indicator, unit);

    /// <summary>
    /// Whether numbers printed in a unit can be set beside those in the one that is known: counts where both count by as many and the printed one is one that the catalogue has, amounts only in the same. Where none is printed
    /// it is the known one; to one that nobody knows, none can be set.
    /// </summary>
    public static bool IsSameUnit(string? printed, string? known) => known is not null && (printed is null || Numbers.IsSameUnit(printed, known));

    static IEnumerable<Indicator> Cells() =>
        from form in Form.All from table in form.Tables from block in table.Blocks from row in block.Rows
        from c in Enumerable.Range(0, block.Columns.Count)
        let column = block.Columns[c]
        let id = block.Key(row, c).Indicator
        let note = form.Indicators[id]
        select new Indicator
        {
            Id = id, Edition = form.Edition, Table = table.Number, Group = string.Join('/', [.. row.Group, .. column.Group]),
            Label = row.Label.Length == 0 ? column.Head : column.Applicant is null && !block.IsList ? $"{row.Label}/{column.Head}" : row.Label,
            English = note.English, Unit = note.Unit, Kind = note.Kind,
        };
}
