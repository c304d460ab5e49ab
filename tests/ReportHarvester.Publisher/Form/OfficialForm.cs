namespace ReportHarvester.Publisher.Form;

/// <summary>One block of table 2: an item of article 20 with its own heads; a figure's id is row id, dot, column id.</summary>
sealed record Block(string Title, IReadOnlyList<string> Heads, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Rows);

/// <summary>A line of table 3: a row with an id, or a group with items under it.</summary>
sealed record Line(string Label, string? Id, IReadOnlyList<Line>? Items)
{
    public int Height => Items?.Sum(i => i.Height) ?? 1;

    public IEnumerable<string> Ids() => Items is null ? [Id!] : Items.SelectMany(i => i.Ids());
}

/// <summary>What differs between the editions of the form.</summary>
sealed record Edition(IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, string> Other);

/// <summary>What all editions share.</summary>
sealed record Common(
    string Content, string Relation, string ApplicantsTitle, string Organisations,
    IReadOnlyDictionary<string, string> Applicants, IReadOnlyList<Line> Requests,
    IReadOnlyDictionary<string, string> Suits, IReadOnlyDictionary<string, string> Outcomes, IReadOnlyList<string> Sections);

/// <summary>The national form (国办公开办函〔2019〕60号 and 〔2021〕30号) as a publisher fills it in.</summary>
static class OfficialForm
{
    static readonly Dictionary<string, Edition> editions =
        new[] { "2019", "2019-other", "2021" }.ToDictionary(e => e, e => Read<Edition>(e));

    public static Common Common { get; } = Read<Common>("common");

    public static IReadOnlyList<string> Suits { get; } =
        [.. Common.Suits.Keys.Where(k => k != "litigation")];

    public static IReadOnlyList<Block> Blocks(string edition) => editions[edition].Blocks;

    /// <summary>The lines of table 3; 其他处理 is one row in the edition of 2019 and three in that of 2021.</summary>
    public static IReadOnlyList<Line> Requests(string edition) => [.. Common.Requests.Select(line => Fill(line, editions[edition].Other))];

    static Line Fill(Line line, IReadOnlyDictionary<string, string> other)
    {
        if (line.Items is not null)
            return line with { Items = [.. line.Items.Select(i => Fill(i, other))] };
        if (line.Id != "other")
            return line;
        var rows = other.Select(o => new Line(o.Value, o.Key, null)).ToList();
        return rows.Count == 1 ? rows[0] : line with { Id = null, Items = rows };
    }

    static T Read<T>(string name) => Resources.Json<T>($"Form/{name}.json");
}
