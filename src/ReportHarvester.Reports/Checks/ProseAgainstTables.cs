namespace ReportHarvester.Reports.Checks;

/// <summary>Numbers that prose says against those of the tables: a rule speaks only where nothing that the prose may mean fits.</summary>
static class ProseAgainstTables
{
    const int LongestQuote = 60;

    public static IEnumerable<Finding> Compare(CheckedReport report, Check check) =>
        from meant in check.Meant
        let said = meant.In(report).Where(IsPlain).ToList()
        where said.Count > 0 && Usual(report.Figures, meant) is not null
        // A report that says one right number of a thing may say another of a part of it.
        where !said.Exists(s => meant.Sums.Any(sum => MayBe(s.Value, sum.In(report.Figures))))
        select new Finding(true, false, [.. Usual(report.Figures, meant)!.Select(t => t.Figure.Key)], () => Evidence(said[0], meant, report.Figures)) { At = said[0].Origin };

    // 3.6万件 is rounded, and stands for no figure.
    static bool IsPlain(Statement said) => decimal.IsInteger(said.Value) && said.Unit?[0] is not ('万' or '千' or '百' or '十' or '亿');

    static IReadOnlyList<(int Sign, Figure Figure)>? Usual(PlacedFigures figures, Meant meant) =>
        meant.Sums.Select(s => s.In(figures)).FirstOrDefault(sum => sum is not null) is { } usual && usual.All(t => t.Figure.Value is not null) ? usual : null;

    // A blank may be any number.
    static bool MayBe(decimal said, IReadOnlyList<(int Sign, Figure Figure)>? sum) =>
        sum is not null && (sum.Any(t => t.Figure.Value is null) ? Value(sum) <= said : Value(sum) == said);

    static decimal Value(IReadOnlyList<(int Sign, Figure Figure)> sum) => sum.Sum(t => t.Sign * (t.Figure.Value ?? 0));

    static string Evidence(Statement said, Meant meant, PlacedFigures figures)
    {
        var tried = from sum in meant.Sums
                    let terms = sum.In(figures)
                    where terms is not null && terms.All(t => t.Figure.Value is not null)
                    select EvidenceWords.Write("counted", sum.Words, Written(terms));
        return EvidenceWords.Write("prose", Quote(said.Sentence), said.Value, tried.Distinct());
    }

    static string Written(IReadOnlyList<(int Sign, Figure Figure)> terms)
    {
        var shown = terms.Where(t => t.Figure.Value != 0 || terms.Count < 3).ToList();
        if (terms.Count == 1 || shown.Count == 0) return $"{Value(terms):0.####}";
        return string.Concat(shown.Select((t, i) => $"{(t.Sign < 0 ? "-" : i > 0 ? "+" : "")}{t.Figure.Value:0.####}")) + $"={Value(terms):0.####}";
    }

    public static string Quote(string sentence) => sentence.Length <= LongestQuote ? sentence : sentence[..LongestQuote] + "…";
}
