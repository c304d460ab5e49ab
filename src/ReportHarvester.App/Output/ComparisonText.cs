using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App;

/// <summary>How a comparison is to be shown to a person.</summary>
sealed record ComparisonLook(bool Ranked = false, bool Changes = false, int? Guard = null);

/// <summary>A comparison for a person to read: a table a measure, a line an agency, a column a year; then what its marks mean.</summary>
sealed class ComparisonText(Comparison comparison, TextWriter output, ComparisonLook look)
{
    readonly HashSet<(string, FigureKey, int, string?)> breaks = [.. comparison.Breaks.Select(b => (b.Agency, b.Figure, b.ToYear, b.ToEdition))];
    readonly SortedSet<ComparisonMark> used = [];
    readonly List<int> years = [.. comparison.Figures.Select(figure => figure.Year).Distinct().Order()];

    public void Write()
    {
        if (comparison.Figures.Count == 0) output.WriteLine("没有符合条件的报告或机关。No report and no agency answers the question.");
        foreach (var block in comparison.Figures.GroupBy(figure => figure.Key))
        {
            output.WriteLine(ComparisonWords.Heading(block.Key));
            if (ComparisonWords.Definition(block.Key, look.Guard) is { } definition) output.WriteLine(definition);
            // Ranks are those of one scope: each has a table of its own.
            foreach (var scope in block.GroupBy(figure => look.Ranked && figure.IsOfRegion)) WriteTable(block.Key, scope.Key, [.. scope]);
            foreach (var sentence in ComparisonWords.Breaks(comparison.Breaks.Where(b => b.Figure == block.Key)))
                output.WriteLine(sentence);
            output.WriteLine();
        }
        foreach (var mark in used) output.WriteLine(ComparisonWords.Legend(mark));
    }

    void WriteTable(FigureKey key, bool ofRegions, IReadOnlyList<ComparedFigure> figures)
    {
        if (ofRegions) output.WriteLine("汇总报告，与各机关自身的报告分列。Reports of whole regions, ranked apart:");
        var table = new TextTable(["机关 Agency", .. years.Select(year => $"{year}")]);
        foreach (var agency in Lines(figures))
            table.Add([agency.Key, .. years.Select(year => Cell([.. agency.Where(figure => figure.Year == year)]))]);
        if (look.Ranked) AddSpread(table, [.. comparison.Distributions.Where(d => d.Figure == key && d.OfRegions == ofRegions)]);
        table.Write(output);
        if (look.Ranked && comparison.Distributions.Where(d => d.Figure == key && d.OfRegions == ofRegions).Sum(d => d.ScopeUnknown) is > 0 and var unknown)
            output.WriteLine($"其中{unknown}个数出自未写明口径的报告。{unknown} of these are of reports that do not say whether they speak for one organ.");
    }

    // The best of the last year that anybody has a place in come first.
    IEnumerable<IGrouping<string, ComparedFigure>> Lines(IReadOnlyList<ComparedFigure> figures)
    {
        var lines = figures.GroupBy(figure => figure.Agency);
        if (!look.Ranked) return lines;
        var last = figures.Where(figure => figure.Rank is not null).Select(figure => figure.Year).DefaultIfEmpty().Max();
        return lines.OrderBy(line => line.Where(figure => figure.Year == last).Min(figure => figure.Rank) ?? int.MaxValue);
    }

    void AddSpread(TextTable table, IReadOnlyList<Distribution> spread)
    {
        void Line(string name, Func<Distribution, decimal?> value) =>
            table.Add([name, .. years.Select(year => spread.FirstOrDefault(d => d.Year == year) is { } d && value(d) is { } number ? Rounded(number) : "")]);
        Line("上四分位 upper quartile", d => d.UpperQuartile);
        Line("中位数 median", d => d.Median);
        Line("下四分位 lower quartile", d => d.LowerQuartile);
        Line("有值 with a value", d => d.Count);
        Line("缺 missing", d => d.Missing.Values.Sum());
    }

    // An agency that reports for itself and for its region has two figures in a year; each says which it is.
    string Cell(IReadOnlyList<ComparedFigure> figures) =>
        string.Join(" ", figures.Select(figure => Cell(figure) + (figures.Count > 1 ? ComparisonWords.Of(figure.Scope) : "")));

    string Cell(ComparedFigure figure)
    {
        var place = (figure.Agency, figure.Key, figure.Year, figure.Edition);
        return (breaks.Contains(place) ? Use(ComparisonMark.Break) : "") + Content(figure) + (figure.Issues is null ? "" : Use(ComparisonMark.Issue)) + Beside(figure);
    }

    string Beside(ComparedFigure figure)
    {
        var change = look.Changes && figure.Change is { } by ? $" ({(by > 0 ? "+" : "")}{Rounded(by)})" : "";
        if (!look.Ranked || figure.Rank is null) return change;
        used.Add(ComparisonMark.Rank);
        return $"{change} [{figure.Rank}]";
    }

    string Content(ComparedFigure figure) => figure switch
    {
        { Value: { } value } => (figure.Numerator is null ? $"{value}" : Rounded(value)) + ComparisonWords.UnusualUnit(figure),
        { Missing: Missing.Mark or Missing.Text, Raw: { } raw } => raw,
        { Missing: Missing.UnderGuard } => $"{figure.Numerator}/{figure.Denominator}{Use(ComparisonMark.UnderGuard)}",
        { Missing: { } missing } => Use(ComparisonWords.Of(missing)),
        _ => figure.Raw ?? "",
    };

    static string Rounded(decimal value) => value.ToString("0.##");

    string Use(ComparisonMark mark)
    {
        used.Add(mark);
        return ComparisonWords.Sign(mark);
    }
}
