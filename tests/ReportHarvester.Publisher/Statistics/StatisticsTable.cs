using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Statistics;

/// <summary>The table as offices print it: some number the rows, some add a sum over many years, and each has its own words for the heads.</summary>
static class StatisticsTable
{
    /// <param name="sums">The sums since the first year by figure, where they are not to be drawn.</param>
    public static Table Of(Truth truth, Truth counted, string edition, Layout layout, IReadOnlyDictionary<string, string>? sums = null)
    {
        var chance = layout.Chance("statistics-table");
        var form = StatisticsForm.Of(edition);
        var numbered = chance.Next(4) == 0;
        var many = edition == "fujian" ? chance.Of(["历年累计", "历年累计数", "累计"]) : chance.Next(5) == 0 ? "上年度" : null;
        var before = many is not null && chance.Next(5) == 0;
        var head = chance.Of<string>(edition == "fujian" ? [$"{truth.Year}年度", "当年度", $"{truth.Year}年"] : ["统计数", "统计数量", $"{truth.Year}年度", "数量"]);
        var rows = new List<Row> { Row(numbered ? "序号" : null, chance.Of(["指标名称", "统计指标"]), chance.Of(["单位", "计量单位"]), new Cell(head, CellKind.Head), many, before) };
        foreach (var (index, line) in form.Lines.Where(l => l.Id is null || truth.Figures.ContainsKey(l.Id)).Index())
            rows.Add(line.Id is null
                ? Row(numbered ? $"{index + 1}" : null, line.Label, line.Unit, new Cell("", CellKind.Label), many is null ? null : "", before, CellKind.Label)
                : Row(numbered ? $"{index + 1}" : null, line.Label, line.Unit, new Cell(truth[line.Id], CellKind.Value, Figure: line.Id), many is null ? null : sums?[line.Id] ?? Many(counted[line.Id], chance), before, CellKind.Label));
        var columns = rows[0].Cells.Count;
        return new Table(rows, [.. Enumerable.Repeat(1.0 / columns, columns)], 1);
    }

    static string Many(string counted, Random chance) => decimal.TryParse(counted, out var number) ? $"{number + chance.Next(0, 5000)}" : counted;

    static Row Row(string? number, string label, string unit, Cell value, string? many, bool before, CellKind kind = CellKind.Head)
    {
        Cell[] other = many is null ? [] : [new(many, kind)];
        return new([.. number is null ? [] : new[] { new Cell(number, kind) }, new(label, kind), new(unit, CellKind.Head), .. before ? other : [], value, .. before ? [] : other]);
    }
}
