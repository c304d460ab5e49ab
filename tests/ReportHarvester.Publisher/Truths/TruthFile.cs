using ReportHarvester.Publisher.Form;

namespace ReportHarvester.Publisher.Truths;

/// <summary>
/// Reads Truths/name.csv: first what the report is, then one line a row of the form with its figures in printed order.
/// A row that is not listed prints zeros.
/// </summary>
static class TruthFile
{
    public static Truth Read(string name)
    {
        var lines = Resources.Lines($"Truths/{name}.csv").Where(l => l.Length > 0).Select(l => l.Split(',')).ToList();
        string Head(string key) => lines.Single(l => l[0] == key)[1];
        var (table2, table3) = (Head("table2"), Head("table3"));
        var figures = Truth.Keys(table2, table3).ToDictionary(k => k, _ => "0");
        foreach (var line in lines)
            Fill(figures, table2, line);
        var (year, dated) = (int.Parse(Head("year")), DateOnly.Parse(Head("dated")));
        return new Truth(Head("agency"), year, dated, table2, table3, Head("prose"), Head("source"))
        {
            Figures = figures,
            Expected = Mistakes(lines, "expected"),
            Following = Mistakes(lines, "following"),
        };
    }

    static void Fill(Dictionary<string, string> figures, string table2, string[] line)
    {
        var keys = KeysOf(table2, line[0]).ToList();
        if (keys.Count == 0)
            return;
        if (keys.Count != line.Length - 1)
            throw new InvalidDataException($"{line[0]}: {line.Length - 1} figures for {keys.Count}");
        foreach (var (key, figure) in keys.Zip(line.Skip(1)))
            figures[key] = figures.ContainsKey(key) ? figure : throw new InvalidDataException($"the form has no {key}");
    }

    static IEnumerable<string> KeysOf(string table2, string row)
    {
        if (row.StartsWith("requests.", StringComparison.Ordinal))
            return OfficialForm.Common.Applicants.Keys.Select(a => $"{row}|{a}");
        if (OfficialForm.Suits.Contains(row))
            return OfficialForm.Common.Outcomes.Keys.Select(o => $"{row}.{o}");
        return OfficialForm.Blocks(table2).Where(b => b.Rows.ContainsKey(row)).SelectMany(b => b.Columns.Select(c => $"{row}.{c}"));
    }

    static List<Mistake> Mistakes(List<string[]> lines, string key) =>
        [.. lines.Where(l => l[0] == key).Select(l => new Mistake(l[1], l[2].Length > 0 ? l[2] : null))];
}
