using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>How a comparison is to be shown to a person.</summary>
sealed record ComparisonLook(bool Ranked = false, bool Changes = false, int? Guard = null, Tongue Tongue = Tongue.Both);

/// <summary>A comparison for a person to read: a table a measure, a line an agency, a column a year; then what its marks mean.</summary>
sealed class ComparisonText(Comparison comparison, TextWriter output, ComparisonLook look)
{
    readonly ComparisonCells cells = new(comparison, look);
    readonly List<int> years = [.. comparison.Figures.Select(figure => figure.Year).Distinct().Order()];

    public void Write()
    {
        if (comparison.Figures.Count == 0) output.WriteLine("没有符合条件的报告或机关。No report and no agency answers the question.");
        foreach (var block in comparison.Figures.GroupBy(figure => figure.Key))
        {
            output.WriteLine(ComparisonWords.Heading(block.Key));
            if (ComparisonWords.Definition(block.Key, look.Guard, look.Tongue) is { } definition) output.WriteLine(definition);
            // Ranks are those of one scope: each has a table of its own.
            foreach (var scope in block.GroupBy(figure => look.Ranked && figure.IsOfRegion)) WriteTable(block.Key, scope.Key, [.. scope]);
            foreach (var sentence in ComparisonWords.Breaks(comparison.Breaks.Where(b => b.Figure == block.Key), look.Tongue).Concat(ComparisonWords.Mixed(comparison.Mixed.Where(m => m.Figure == block.Key), look.Tongue)))
                output.WriteLine(sentence);
            output.WriteLine();
        }
        foreach (var mark in cells.Used) output.WriteLine(ComparisonWords.Legend(mark, look.Tongue));
    }

    void WriteTable(FigureKey key, bool ofRegions, IReadOnlyList<ComparedFigure> figures)
    {
        if (ofRegions) output.WriteLine("汇总报告，与各机关自身的报告分列。Reports of whole regions, ranked apart:");
        var table = new TextTable(["机关 Agency", .. years.Select(year => $"{year}")]);
        foreach (var agency in cells.Lines(figures))
            table.Add([agency.Key, .. years.Select(year => cells.Of([.. agency.Where(figure => figure.Year == year)]))]);
        if (look.Ranked) AddSpread(table, [.. comparison.Distributions.Where(d => d.Figure == key && d.OfRegions == ofRegions)]);
        table.Write(output);
        if (look.Ranked && ComparisonWords.Unsaid(comparison.Distributions.Where(d => d.Figure == key && d.OfRegions == ofRegions).Sum(d => d.ScopeUnknown), look.Tongue) is { } unsaid)
            output.WriteLine(unsaid);
    }

    void AddSpread(TextTable table, IReadOnlyList<Distribution> spread)
    {
        void Line(string name, Func<Distribution, decimal?> value) =>
            table.Add([name, .. years.Select(year => spread.FirstOrDefault(d => d.Year == year) is { } d && value(d) is { } number ? ComparisonCells.Rounded(number) : "")]);
        Line("上四分位 upper quartile", d => d.UpperQuartile);
        Line("中位数 median", d => d.Median);
        Line("下四分位 lower quartile", d => d.LowerQuartile);
        Line("有值 with a value", d => d.Count);
        Line("缺 missing", d => d.Missing.Values.Sum());
        if (spread.Any(d => d.Aside.Count > 0)) Line("另列 set aside", d => d.Aside.Values.Sum());
    }
}
