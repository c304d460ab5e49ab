using System.Text.RegularExpressions;
using ReportHarvester.Reports.Catalogue;
using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Recognition;

/// <summary>A cell with what it may be: a label, known by its key, or a value.</summary>
sealed partial class CellText(GridCell cell)
{
    Numbering? numbering;
    string? bareKey;
    bool hasBareKey;

    public GridCell Cell => cell;
    public CellValue Value { get; } = Numbers.Read(cell.Text) is var read && cell.Doubtful ? read with { Apart = true } : read;
    public string Key => field ??= Labels.Key(cell.Text);

    /// <summary>How the cell's label is numbered, if it is one.</summary>
    public Numbering Numbering => numbering ??= Labels.NumberingOf(cell.Text);

    /// <summary>The key without remarks in brackets, where there are any.</summary>
    public string? BareKey
    {
        get
        {
            if (!hasBareKey) (bareKey, hasBareKey) = (Labels.KeyWithoutRemarks(cell.Text), true);
            return bareKey;
        }
    }

    public bool IsBlank => Value.State == CellState.Blank;
    public bool IsNumber => Value.State == CellState.Number;
    public bool IsWord => Value is { State: CellState.Text, IsTakenBack: false };

    /// <summary>Digits and points that make no number: the rest of it may have been cut off.</summary>
    public bool IsPartOfNumber => IsWord && cell.Text.All(c => Numbers.IsPart(c) || c is ' ' or '\n');

    /// <summary>A sign without its number.</summary>
    public bool IsSign => IsWord && Numbers.IsSign(cell.Text);

    /// <summary>A remark in brackets without its beginning or its end: these, and the number that it is about, stand somewhere else.</summary>
    public bool IsCutRemark => IsWord && CutRemark().IsMatch(cell.Text);

    // (含自然失效 and 含自然失效2件), but not 本年收费金额(单, 位:万元).
    [GeneratedRegex(@"^\([^()]*$|^(?=[^()\d]*\d)[^()]*\)$")]
    private static partial Regex CutRemark();

    /// <summary>Whether the cell bears one of the heads, remarks in brackets aside.</summary>
    public bool Matches(HashSet<string> heads) => heads.Contains(Key) || BareKey is { } bare && heads.Contains(bare) || YearlessKey is { } yearless && heads.Contains(yearless);

    /// <summary>Whether the cell begins with a year.</summary>
    public bool IsYearly => YearlessKey is not null;

    // 2018年度 heads a column as 年度 does.
    string? YearlessKey => Key is ['2', '0', >= '0' and <= '9', >= '0' and <= '9', .. var rest] && rest.Length > 0 ? rest : null;
}

/// <summary>A row of a grid whose cells are looked at as labels and values, each once for all forms.</summary>
sealed class RowText(GridRow row)
{
    int firstNumber = -1;
    bool? isEmpty, isNumbering, hasValues;

    public GridRow Row => row;

    public CellText[] Cells { get; } = [.. row.Cells.Select(c => new CellText(c))];

    public bool IsEmpty => isEmpty ??= Array.TrueForAll(Cells, c => c.IsBlank);

    public bool HasNumber => FirstNumber < Cells.Length;

    /// <summary>The place of the first number among the cells, from 0; beyond the last where there is none.</summary>
    public int FirstNumber
    {
        get
        {
            if (firstNumber < 0) firstNumber = Array.FindIndex(Cells, c => c.IsNumber) is >= 0 and var found ? found : Cells.Length;
            return firstNumber;
        }
    }

    // With any other word it is a row of its own: 条例 1 2 3.
    static readonly HashSet<string> ColumnNumbers = [.. Wording.Current.ColumnNumbers];

    /// <summary>Whether the row numbers the columns: 甲 1 2 3 4 5 …</summary>
    public bool IsNumbering => isNumbering ??= Cells.Length > 2 && Cells.SkipWhile(c => c.IsWord || c.IsBlank).Reverse().SkipWhile(c => c.IsBlank).Reverse().ToList() is { Count: > 2 } run
        && Cells.All(c => !c.IsWord || ColumnNumbers.Contains(c.Key)) && run[0].Value.Value is 1 && run.Zip(run.Skip(1)).All(v => v.Second.Value.Value == v.First.Value.Value + 1);

    /// <summary>Whether a number stands in the row, or part of one, or a sign alone, or as many marks as no heads have, or nothing but marks.</summary>
    public bool HasValues => hasValues ??= HasNumber || Cells.Any(c => c.IsPartOfNumber || c.Value.IsTakenBack) || Cells.Any(c => c.IsSign) && Cells.Count(c => !c.IsBlank) == 1
        || Cells.Count(c => !c.IsBlank && !c.IsWord) is > 0 and var marks && (marks > 2 || !Cells.Any(c => c.IsWord));

    public Origin Origin => row.Cells[0].Origin with { Box = null, Column = null };
}

/// <summary>A table of the document, ready to be laid under a form: its rows, the section it stands in, and the lines above and under it.</summary>
sealed partial class GridText(Grid grid, int position, int? section, string? caption, string? unitLine, string? below)
{
    public Grid Grid => grid;

    /// <summary>Its place among the document's tables, from 0.</summary>
    public int Position => position;

    public int? Section => section;
    public string? Caption => caption;

    /// <summary>What stands over the table alone in its line: the caption, and rows before the first that has several cells.</summary>
    public IReadOnlyList<string> Titles => field ??=
        [.. new[] { caption }.Concat(Rows.TakeWhile(r => r.Cells.Count(c => c.Cell.Text.Length > 0) <= 1).SelectMany(r => r.Cells).Select(c => c.Cell.Text)).OfType<string>().Where(t => t.Length > 0)];

    // Notes to the table, in rows of it or under it.
    IEnumerable<string> Notes =>
        Rows.Reverse().TakeWhile(r => r.Cells.Count(c => !c.IsBlank) <= 1).SelectMany(r => r.Cells).Select(c => c.Cell.Text).Append(below).OfType<string>().Where(t => Note().IsMatch(t));

    /// <summary>The units of money that the lines over the table (单位：件、万元), and the notes to it, give for all of it; none of those that give more than one.</summary>
    public IReadOnlyList<string> MoneyUnits => field ??=
        [.. new[] { Titles.Append(unitLine).OfType<string>(), Notes }.Select(lines => lines.SelectMany(MoneyUnitsIn).Distinct().ToList()).Where(units => units.Count == 1).Select(units => units[0])];

    /// <summary>The units of money that rows over a figure print, alone in theirs or over its column, up to the last row of another block's figures.</summary>
    /// <param name="isOwn">Whether a row with values is of the figure's block.</param>
    public IEnumerable<string> MoneyUnitsOver(RowText row, GridCell figure, Func<RowText, bool> isOwn) =>
        Rows.TakeWhile(r => r != row).Reverse().TakeWhile(r => !r.HasValues || isOwn(r))
            .SelectMany(r => r.Cells.Where(c => c.IsWord && (r.Cells.Count(other => !other.IsBlank) == 1 || c.Cell.Column <= figure.LastColumn && c.Cell.LastColumn >= figure.Column)))
            .SelectMany(c => Numbers.UnitOf(c.Cell.Text, isAmount: true) is { } unit ? Numbers.IsMoney(unit) ? [unit] : [] : MoneyUnitsIn(c.Cell.Text));

    static IEnumerable<string> MoneyUnitsIn(string line) => UnitsIn(line) is { } units ? Money().Matches(units).Select(m => m.Groups["unit"].Value) : [];

    // What a line says of units; words among others only where they speak of money.
    static string? UnitsIn(string line)
    {
        if (!line.Contains('位')) return null;
        var plain = ScaleApart().Replace(Folding.Round(Folding.Simplify(Folding.Fold(line))), "");
        return UnitLine().Match(plain) is { Success: true } match ? match.Groups["units"].Value
            : SaidUnit().Matches(plain).Select(m => m.Groups["units"].Value).FirstOrDefault(Money().IsMatch);
    }

    public int Columns { get; } = grid.Cells.Max(c => c.LastColumn);

    /// <summary>Columns in which some row has a number or a mark.</summary>
    public IReadOnlySet<int> FilledColumns => field ??= Rows.SelectMany(r => r.Cells).Where(c => !c.IsBlank && !c.IsWord).Select(c => c.Cell.Column).ToHashSet();

    public IReadOnlyList<RowText> Rows { get; } = [.. RowMending.Mend(grid.Rows).Select(r => new RowText(r))];

    // A longer line above a table is a sentence.
    const int LongestCaption = 40;

    // Words between a table and its title: 单位:件, (金额单位:元), and as many short ones as there are units.
    [GeneratedRegex(@"^\(?\s*(?:(?:计\s*量|金\s*额|货\s*币|收\s*费(?:\s*金\s*额)?)\s*)?单\s*位\s*:(?<units>[^:]{1,10}|\s*\p{L}{1,4}(?:(?:\s*[、,/;]\s*|\s+)\p{L}{1,4}){1,20}\s*\)?)(?:币\s*种\s*:.{1,6})?$")]
    private static partial Regex UnitLine();

    // 填报单位:某局 单位:元, 收费金额以元为单位, 收费单位均为元, 单位为“元”。 Not 我单位为申请人减免12元.
    [GeneratedRegex(@"单\s*位\s*(?::\s*(?<units>(?:(?!单\s*位)[^:,.;。()\d]){1,40})|(?:均|都|统一)?[为是以]\s*(?<units>(?:[\x22'“”‘’「」]?\p{L}{1,4}[\x22'“”‘’「」]?[、/]){0,20}[\x22'“”‘’「」]?(?:人民币)?[百千万亿]*[元圆])(?!(?!人民币)\p{L}))|以(?<units>[^以:,.;。()\d]{1,10})为(?:计[量算价]|金额|货币)?单位")]
    private static partial Regex SaidUnit();

    [GeneratedRegex("^[(（]?(?:[备附]?注|说明)")]
    private static partial Regex Note();

    // 元 of 人民币元, 元人民币 and 件/元, not of 广元市.
    [GeneratedRegex(@"(?<!\p{L})(?:人民币)?(?<unit>\p{L}*[元圆])(?!(?!人民币)\p{L})")]
    private static partial Regex Money();

    // 万 元.
    [GeneratedRegex(@"(?<=[百千万亿])\s+(?=[元圆])")]
    private static partial Regex ScaleApart();

    public static IReadOnlyList<GridText> Of(Document document)
    {
        var grids = new List<GridText>();
        int? section = null;
        string? caption = null, unitLine = null;
        var isUnit = false;
        foreach (var (at, block) in document.Blocks.Index())
        {
            var above = block as TextBlock;
            var heading = above is null ? null : Sections.Heading(above);
            if (block is Grid grid)
            {
                // Two tables side by side have one line over them.
                if (grids.Count > 0 && grids[^1].Grid.Number == grid.Number) caption = grids[^1].Caption;
                var below = document.Blocks.Skip(at + 1).FirstOrDefault(b => (b as Grid)?.Number != grid.Number) as TextBlock;
                grids.Add(new GridText(grid, grids.Count, section, caption, unitLine, below?.Text));
            }
            else if (heading is not null) section = heading;
            var title = above is { Text: { Length: <= LongestCaption } text } && heading is null && ReportTitle.Of(text) is null ? text : null;
            // One title may stand between the unit and the table.
            var wasUnit = isUnit;
            isUnit = above is not null && UnitsIn(above.Text) is not null;
            unitLine = isUnit ? above!.Text : wasUnit && title is not null ? unitLine : null;
            // Words that are written downward are a line each sign.
            if (caption is null || !isUnit) caption = title?.Length == 1 ? caption + title : title;
        }
        return grids;
    }
}
