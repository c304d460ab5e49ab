using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>
/// The registry as a table: a row is an agency under one name at one place. Rows of one code are one agency, in the order of time; what
/// belongs to the agency itself need stand in one of them only.
/// </summary>
static class AgencyTable
{
    public static IReadOnlyList<RegisteredAgency> Read(string file, byte[] bytes, IReadOnlySet<string> known)
    {
        var table = GivenTable.Read(file, bytes, TableWords.Known.Agencies, "code", "name");
        var agencies = table.Rows.GroupBy(row => row.Needed("code")).Select(rows => Agency(rows.Key, [.. rows])).ToList();
        var codes = agencies.Select(agency => agency.Code!).Concat(known).ToHashSet();
        foreach (var row in table.Rows) CheckReferences(row, codes);
        CheckParents(table, agencies);
        table.ThrowIfWrong();
        return agencies;
    }

    static RegisteredAgency Agency(string code, List<GivenRow> rows)
    {
        if (code.Length > 64 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            rows[0].Wrong($"code {code} 只能用字母、数字和 - _ . 。A code has letters, digits, - _ . only.");
        var ordered = rows.Select(row => (Row: row, Period: Period(row))).OrderBy(p => p.Period.Since ?? DateOnly.MinValue).ToList();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
            if ((earlier.Period.Until ?? DateOnly.MaxValue) >= (later.Period.Since ?? DateOnly.MinValue))
                later.Row.Wrong($"与第{earlier.Row.Line}行的时间重叠。Overlaps the time of line {earlier.Row.Line}: of one code, one row ends before the next begins.");
        var agency = new RegisteredAgency
        {
            Code = code, Periods = [.. ordered.Select(p => p.Period)],
            Uscc = One(rows, "uscc", row => row.Checked("uscc", Uscc)), SiteIdCode = One(rows, "site", row => row.Checked("site", Site)),
            Kind = One(rows, "kind", row => row.Word("kind", TableWords.Known.Kinds)), Parent = One(rows, "parent", row => row.Text("parent")),
            Owes = One(rows, "owes", row => row.Word("owes", TableWords.Known.Answers)) is { } answer ? answer == "yes" : null,
            OwesFrom = Year(rows, "owes_from"), OwesTo = Year(rows, "owes_to"), Note = One(rows, "note", row => row.Text("note")),
        };
        if (agency.OwesFrom > agency.OwesTo) rows[0].Wrong("应报告止早于应报告起。owes_to is before owes_from.");
        return agency;
    }

    static AgencyPeriod Period(GivenRow row)
    {
        var period = new AgencyPeriod
        {
            Name = row.Needed("name"), Since = row.Day("since", last: false), Until = row.Day("until", last: true),
            Level = row.Word("level", TableWords.Known.Levels), Region = row.Checked("region", Region), End = row.Word("end", TableWords.Known.Ends),
            Into = Successors(row),
        };
        if (period.Until < period.Since) row.Wrong("至早于自。until is before since.");
        if (period.End is not null && period.Until is null) row.Wrong("有终止原因而无“至”。end says how it ended, until does not say when.");
        if (period.Into.Count > 0 && period.End is null) row.Wrong("有并入而无终止原因。into says who went on, end does not say why.");
        return period;
    }

    static string[] Successors(GivenRow row) =>
        row.Text("into")?.Split([';', '；', ' ', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static int? Year(List<GivenRow> rows, string column) => One(rows, column, row => row.Number(column) is { } year
        ? year is >= 2008 and <= 2100 ? $"{year}" : Said(row, $"{column} {year} 不是年度。is no year of a report.") : null) is { } text ? int.Parse(text) : null;

    static string? Said(GivenRow row, string trouble)
    {
        row.Wrong(trouble);
        return null;
    }

    static string? One(List<GivenRow> rows, string column, Func<GivenRow, string?> value)
    {
        var given = rows.Select(row => (row, value: value(row))).Where(g => g.value is not null).ToList();
        foreach (var (row, other) in given.Skip(1).Where(g => g.value != given[0].value))
            row.Wrong($"{column} {other} 与第{given[0].row.Line}行的 {given[0].value} 不符。differs from line {given[0].row.Line} of the same code.");
        return given.FirstOrDefault().value;
    }

    static string? Uscc(string code) => code.Contains('E') && code.Contains('+')
        ? "是被表格软件改写的数字，请将该列设为文本。was turned into a number by the spreadsheet: format the column as text."
        : CreditCode.Objection(code) is { } trouble ? $"不是统一社会信用代码。{trouble}." : null;

    static string? Site(string code) => code.Length == 10 && code.All(char.IsAsciiLetterOrDigit) ? null : "不是10位网站标识码。is not ten letters and digits.";

    static string? Region(string code) => code.Length is 6 or 9 or 12 && code.All(char.IsAsciiDigit) && TableWords.Known.Provinces.Contains(code[..2])
        ? null : "不是行政区划代码。is not a code of six digits after GB/T 2260 (nine or twelve for towns).";

    static void CheckReferences(GivenRow row, HashSet<string> codes)
    {
        var named = Successors(row).Select(code => ("into", code)).Concat(row.Text("parent") is { } parent ? [("parent", parent)] : []);
        foreach (var (column, code) in named.Where(n => !codes.Contains(n.code)))
            row.Wrong($"{column} {code} 没有这个代码。No agency has this code, here or in the store.");
    }

    static void CheckParents(GivenTable table, List<RegisteredAgency> agencies)
    {
        var parents = agencies.Where(a => a.Parent is not null).ToDictionary(a => a.Code!, a => a.Parent!);
        foreach (var code in parents.Keys.Where(code => Above(code, parents).Contains(code)))
            table.Rows.First(row => row.Text("code") == code).Wrong("上级成环。The agency stands above itself.");
    }

    static HashSet<string> Above(string code, Dictionary<string, string> parents)
    {
        var above = new HashSet<string>();
        while (parents.TryGetValue(code, out var next) && above.Add(next)) code = next;
        return above;
    }
}
